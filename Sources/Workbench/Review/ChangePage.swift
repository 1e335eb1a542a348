import BidModel
import Screen

/// One page on what changed, a line or two for each answer: for whoever answers for the bid and has no time to
/// read it again.
package struct ChangePage: Sendable {
  /// What the page is called.
  package var title: String
  /// In the order of the questions.
  package var entries: [Entry]

  /// One answer.
  package struct Entry: Sendable {
    package var answer: AnswerID
    package var name: String
    /// Each part that changed, with words that came and went, and how many paragraphs moved.
    package var parts: [(title: String, added: Int, removed: Int, moves: [String])]
    /// Whether there is an older text to compare with.
    package var isCompared: Bool
    /// Whether there was one, which is no longer in the history.
    package var isGone = false
    /// State, length, fixes, score and signature, as far as there is something to say.
    package var facts: [String]
  }

  /// - Parameter changes: What each answer is compared with.
  /// - Complexity: O(*n*) in what changed and in the comments.
  init(_ session: BidSession, changes: [Reviewing.ChangedAnswer]) {
    self.init(
      session, changes.map { ($0.answer, $0.version.isEmpty || $0.isGone ? nil : $0.comparison) },
      gone: Set(changes.filter(\.isGone).map(\.answer)))
  }

  /// - Parameters:
  ///   - comparisons: Each answer's change; `nil` where there is nothing to compare with.
  ///   - gone: Answers whose older text is no longer in the history.
  /// - Complexity: O(*n*) in what changed and in the comments.
  package init(
    _ session: BidSession, _ comparisons: [(answer: AnswerID, comparison: AnswerComparison?)],
    gone: Set<AnswerID> = []
  ) {
    title = session.heading.line
    entries = comparisons.compactMap { id, comparison in
      guard let open = session[id] else { return nil }
      let parts = (comparison?.parts ?? []).filter { !$0.isSame }.map { part in
        let counts = part.wordCounts
        return (
          title: part.title, added: counts.added, removed: counts.removed,
          moves: ComparisonText.moves(of: part)
        )
      }
      return Entry(
        answer: id, name: open.name, parts: parts, isCompared: comparison != nil,
        isGone: gone.contains(id),
        facts: Self.facts(of: open, session))
    }
  }

  private static func facts(of open: OpenAnswer, _ session: BidSession) -> [String] {
    var facts = [open.question.state.rawValue]
    guard let review = session.review else { return facts }
    let fixes = review.book.fixes(seenBy: review.me, on: open.reviewKey)
    for status in FixItem.Status.allCases {
      let count = fixes.count { $0.status == status && $0.comment.kind == .fix }
      if count > 0 { facts.append("\(count) \(count == 1 ? "fix" : "fixes") \(status.rawValue)") }
    }
    if let round = review.scoredRound,
      let score = review.book.standingScore(of: open.reviewKey, in: round, seenBy: review.me)
    {
      facts.append("scored \(score.short)")
    }
    if let (person, signOff) = review.book.signOff(of: open.reviewKey) {
      let change = signOff.change(to: open.answer, values: session.values)
      facts.append(
        change.map { $0.isOtherText ? "changed since it was signed" : "figures changed since it was signed" }
          ?? "signed by \(review.name(of: person))")
    }
    return facts
  }

  /// The words of an entry's change.
  private static func change(of entry: Entry) -> String {
    guard !entry.isGone else { return "what was reviewed is gone from the history" }
    guard entry.isCompared else { return "nothing earlier to compare with" }
    guard !entry.parts.isEmpty else { return "the words are the same" }
    return entry.parts.map { part in
      let hasWords = part.added + part.removed > 0 || part.moves.isEmpty
      let words = hasWords ? ["+\(part.added) −\(part.removed)"] : []
      return "\(part.title) " + (words + part.moves).joined(separator: " and ")
    }.joined(separator: ", ")
  }

  /// A line of the page.
  struct Line {
    var text: String
    var isTitle: Bool
    var answer: AnswerID?
  }

  /// The page in lines of `width` columns: what changed first.
  func lines(width: Int) -> [Line] {
    var lines: [Line] = []
    for entry in entries.filter({ !$0.parts.isEmpty }) + entries.filter({ $0.parts.isEmpty }) {
      lines.append(
        Line(
          text: "\(entry.name) · \(entry.facts.joined(separator: ", "))", isTitle: true, answer: entry.answer)
      )
      lines += PaneRow.wrapped(
        Self.change(of: entry) + ".", width: width, indent: 4, first: "   ", style: .plain
      )
      .map { Line(text: $0.plain, isTitle: false, answer: nil) }
    }
    return lines
  }

  /// The page as plain text.
  package var text: String {
    ([title] + lines(width: 96).map(\.text)).joined(separator: "\n") + "\n"
  }

  /// The page as Markdown.
  package var markdown: String {
    "# What changed · \(title)\n\n"
      + (entries.filter { !$0.parts.isEmpty } + entries.filter { $0.parts.isEmpty }).map {
        "- **\($0.name)** (\($0.facts.joined(separator: ", "))): \(Self.change(of: $0)).\n"
      }.joined()
  }
}
