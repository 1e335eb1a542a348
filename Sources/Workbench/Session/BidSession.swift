import BidAnalysis
import BidModel

/// Everything known of the bid in hand: its answers, the register, the templates it uses, what has
/// been read of the text, and what was done.
package struct BidSession: Sendable {
  /// Who buys, what, until when; as the status line shows it.
  package var heading: BidHeading
  /// The answers in the order of their questions; never empty.
  package internal(set) var answers: [OpenAnswer]
  /// The templates that the answers were begun with; the bid's own is its ``AnswerTemplates/standard``.
  package internal(set) var templates: AnswerTemplates
  /// The lens that is open.
  package internal(set) var themes: ThemeSet
  /// The lenses that the bid names, of which ``themes`` is one.
  package internal(set) var lenses: [ThemeSet]
  /// Ids of the checklists that are switched on.
  package var checklists: [String] = []
  package var rule: CountRule
  package var scale: ScoringScale?
  /// The register, the KPI set, the bid's scope and today's date.
  package internal(set) var values: KPIValues
  /// What has been read of the text so far.
  package internal(set) var readings: BidReadings
  /// Counts of the blocks as they will be submitted.
  var counts = CountCache()
  /// The placeholders of each block, from the same pass that reads it.
  var quotes = QuoteIndex()
  /// Blocks that make claims, by the words of their measures.
  var claims = ClaimIndex()
  /// The register's KPIs by their words, as `values` has them.
  var measures: RegisterMeasures
  /// What each answer came to when it was counted last.
  var lastCounts: [AnswerID: AnswerCount] = [:]
  /// What the text is held against.
  package internal(set) var checks: Checks
  /// Findings that someone has let stand, as `ignores.yaml` has them.
  package internal(set) var ignores: [IgnoreEntry] = []
  /// Where `ignores.yaml` stands; `nil` for a loose file.
  package internal(set) var ignoresPath: String?
  /// Findings of each block, from the same pass that reads it.
  var findings = FindingIndex()
  /// What is misspelt in the blocks that were looked at.
  var spelling = SpellingIndex()
  /// Faults of the workspace's own files, as they were read.
  package var fileProblems: [Finding] = []
  /// `bid.yaml`; `nil` for a loose file.
  package var bidPath: String?
  /// The folders of the workspace's other bids.
  package var otherBids: [String] = []
  /// The people of the bid's team, with the names that the workspace gives them.
  package var team: [Workspace.Person] = []
  /// Rows of the register with a quantity that was no number when they were read.
  package var quantityProblems: [KPIReference: Finding] = [:]
  package internal(set) var undoLog = UndoLog()
  /// Commands that selected text can be given to.
  package var textCommands: [TextCommand] = []
  /// Ids of the scoring scales that a question can name.
  package var scaleNames: [String] = []
  /// How many words were written today.
  var written = WrittenWords()
  /// The day and the time of day, which the loop keeps: `2026-11-21 12:04`.
  var time = ""
  /// Facts that were changed and are not in `kpis.csv` yet.
  package internal(set) var unsavedFacts: [KPIReference: FactChange] = [:]
  /// Blocks to read again, oldest first.
  var unread: [UnreadBlock] = []
  /// The person at the keyboard, as the workspace names people.
  package var me = ""
  /// What the reviews of the bid rest on; `nil` for a loose file.
  package internal(set) var review: ReviewContext?
  /// Seconds since 1970; `nil` where nobody has given a clock.
  package var secondsNow: @Sendable () -> Int? = { nil }
  /// The answers of the bid whose files cannot be read.
  package internal(set) var unreadable: [FileProblem] = []

  package init(
    heading: BidHeading, answers: [OpenAnswer], template: AnswerTemplate, themes: ThemeSet,
    lenses: [ThemeSet] = [],
    templates: AnswerTemplates? = nil, rule: CountRule, scale: ScoringScale? = nil, values: KPIValues,
    problems: [Finding] = [],
    checks: Checks? = nil
  ) {
    self.heading = heading
    self.answers = answers
    self.templates = templates ?? AnswerTemplates(template)
    self.themes = themes
    self.lenses = lenses.isEmpty ? [themes] : lenses
    self.rule = rule
    self.scale = scale
    self.values = values
    fileProblems = problems
    self.checks = checks ?? Checks(themes: themes)
    measures = RegisterMeasures(values)
    readings = BidReadings(themeCount: themes.themes.count)
    for answer in answers { markUnread(answer.answer) }
  }

  /// Faults of the workspace's own files and of the bid as a whole; a fact mended since is left out.
  package var problems: [Finding] {
    let standing = quantityProblems.filter { reference, _ in
      values.register[reference]?.quantityFault(by: values.set[reference.kpi]) != nil
    }
    return fileProblems
      + checks.weighed(standing.values.sorted { ($0.place?.line ?? 0) < ($1.place?.line ?? 0) })
      + bidFindings
  }

  /// Where the answer named `id` stands.
  package func index(of id: AnswerID) -> Int? { answers.firstIndex { $0.id == id } }

  /// The answer named `id`.
  package subscript(id: AnswerID) -> OpenAnswer? { index(of: id).map { answers[$0] } }

  /// Whether a file lacks an edit.
  package var isModified: Bool { answers.contains(where: \.isModified) || !unsavedFacts.isEmpty }

  /// The template that `answer` was begun with.
  package func template(of answer: Answer) -> AnswerTemplate { templates.template(of: answer.frontMatter) }

  /// The theme indices of the open lens that the question of `answer` asks for; all when it names none, and
  /// none when all that it names belong to other lenses.
  package func targets(of answer: OpenAnswer) -> Set<Int> {
    let keys = answer.question.targetThemes
    let named = keys.compactMap { themes.index(of: $0) }
    if named.isEmpty, !keys.contains(where: { key in lenses.contains { $0.index(of: key) != nil } }) {
      return Set(themes.themes.indices)
    }
    return Set(named)
  }
}

/// A fact as the file has it and as it is in hand; `nil` where there is none.
package struct FactChange: Hashable, Sendable {
  package var before: KPIFact?
  package var after: KPIFact?
}

/// What the status line says of a bid.
package struct BidHeading: Hashable, Sendable {
  package var buyer: String
  package var title: String
  package var lot: String
  /// When the portal closes.
  package var closes: Deadline?

  package init(buyer: String = "", title: String = "", lot: String = "", closes: Deadline? = nil) {
    self.buyer = buyer
    self.title = title
    self.lot = lot
    self.closes = closes
  }

  /// Buyer, title and lot, in one line.
  package var line: String {
    [buyer, title, lot].filter { !$0.isEmpty }.joined(separator: " · ")
  }
}

/// A block that changed since it was read.
struct UnreadBlock: Hashable, Sendable {
  var answer: AnswerID
  var block: BlockID
}
