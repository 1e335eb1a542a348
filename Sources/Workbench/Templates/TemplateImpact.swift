import BidAnalysis
import BidModel
import BidStorage

/// What a change of a template would do to the answers of a bid: nothing is changed to find it out.
package struct TemplateImpact: Hashable, Sendable, Encodable {
  package var bid: String
  /// Answers that something would change for.
  package var answers: [Answer]

  /// What would change for one answer, a sentence each.
  package struct Answer: Hashable, Sendable, Encodable {
    package var path: String
    package var name: String
    package var parts: [String] = []
    package var budgets: [String] = []
    package var coverage: [String] = []
    package var findings: [String] = []
    package var limit: [String] = []

    /// All of it, what is said of parts first.
    package var lines: [String] { parts + budgets + coverage + findings + limit }
  }

  /// Compares a bid as it stands with the bid as it would be read.
  ///
  /// - Parameters:
  ///   - before: Read in full.
  ///   - after: The same answers with the other templates, read in full; its parts mapped.
  ///   - plans: What becomes of the parts, when answer templates change.
  /// - Complexity: O(*n*) in the findings and themes of the answers.
  package init(bid: String, before: inout BidSession, after: inout BidSession, plans: [TemplatePlan]) {
    self.bid = bid
    answers = []
    for index in before.answers.indices {
      let id = before.answers[index].id
      guard let other = after.index(of: id) else { continue }
      var impact = Answer(path: id.path, name: before.answers[index].name)
      if let item = plans.lazy.flatMap(\.items).first(where: { $0.answer == id }) {
        impact.parts = item.mapping.sentences
        impact.budgets = Self.budgets(item.mapping, limit: before.answers[index].question.limit)
      }
      impact.coverage = Self.coverage(of: id, before, after)
      impact.limit = Self.limit(at: index, &before, other, &after)
      impact.findings = Self.findings(of: id, before, after)
      if !impact.lines.isEmpty { answers.append(impact) }
    }
  }

  private static func budgets(_ mapping: TemplateMapping, limit: Question.Limit?) -> [String] {
    guard let limit else { return [] }
    let words = { (part: PartTemplate?) in
      part.map { Int((Double(limit.amount) * $0.share / 100).rounded()) } ?? 0
    }
    return mapping.target.parts.compactMap { part in
      let sources = mapping.routes.filter { $0.targets.first == part.key }.map(\.source)
      let old = sources.reduce(0) { $0 + words(mapping.origin.part($1)) }
      let new = words(part)
      return old == new ? nil : "The budget of ‘\(part.title)’ goes from \(old) to \(limit.unit.phrase(new))."
    }
  }

  private static func coverage(of id: AnswerID, _ before: BidSession, _ after: BidSession) -> [String] {
    let (old, new) = (before.readings.coverage(of: id), after.readings.coverage(of: id))
    let names = { (marks: MarkSet) in
      marks.isEmpty ? "nothing" : marks.marks.map(\.name).joined(separator: ", ")
    }
    let known = after.themes.themes.enumerated().compactMap { index, theme -> String? in
      let marks = new.marks(of: index)
      guard let earlier = before.themes.index(of: theme.key).map({ old.marks(of: $0) }) else {
        return marks.isEmpty ? nil : "The new theme ‘\(theme.title)’ is \(names(marks))."
      }
      let counts = (
        before.themes.index(of: theme.key).map { old.sentences(.claimed, of: $0) } ?? 0,
        new.sentences(.claimed, of: index)
      )
      if earlier != marks { return "‘\(theme.title)’ goes from \(names(earlier)) to \(names(marks))." }
      return counts.0 == counts.1
        ? nil : "‘\(theme.title)’ is claimed by \(counts.1) sentences, not \(counts.0)."
    }
    let gone = before.themes.themes.enumerated().compactMap { index, theme -> String? in
      after.themes.index(of: theme.key) == nil && !old.marks(of: index).isEmpty
        ? "The theme ‘\(theme.title)’ is gone; it was \(names(old.marks(of: index)))." : nil
    }
    return known + gone
  }

  private static func limit(
    at index: Int, _ before: inout BidSession, _ other: Int, _ after: inout BidSession
  ) -> [String] {
    let (old, new) = (before.count(ofAnswerAt: index).total, after.count(ofAnswerAt: other).total)
    let limit = before.answers[index].question.limit
    let unit = limit?.unit ?? after.rule.defaultUnit
    guard old[unit] != new[unit] else { return [] }
    let over = limit.map { max(0, new[unit] - $0.amount) } ?? 0
    return [
      "It counts \(unit.phrase(new[unit])), not \(old[unit])" + (over > 0 ? ", \(over) over its limit." : ".")
    ]
  }

  private static func findings(of id: AnswerID, _ before: BidSession, _ after: BidSession) -> [String] {
    guard let old = before[id], let new = after[id] else { return [] }
    let words = { (finding: Finding) in "\(finding.check): \(finding.message)" }
    var was = before.siftedFindings(of: old).shown.map(words)
    var added: [String] = []
    for text in after.siftedFindings(of: new).shown.map(words) {
      if let index = was.firstIndex(of: text) { was.remove(at: index) } else { added.append(text) }
    }
    return added.map { "New finding, \($0)" } + was.map { "Finding gone, \($0)" }
  }
}

extension TemplateImpact {
  /// What the change of `name` would do to the bid at `path`.
  ///
  /// - Parameters:
  ///   - trials: Texts in the place of files, for the bid as it would be.
  ///   - baseline: Texts in the place of files, for the bid as it stands.
  ///   - unsaved: Answers as they stand in the editor, in the place of their files.
  /// - Returns: The impact, and old parts with text that have no successor.
  /// - Throws: Why the bid cannot be opened.
  package static func of(
    _ name: TemplateName, bid path: String, in surroundings: Surroundings, trials: [TrialTemplate],
    baseline: [TrialTemplate] = [], unsaved: [BidModel.Answer] = []
  ) throws(StorageError) -> (impact: TemplateImpact, homeless: [String]) {
    let target = try WorkspaceLoader(files: surroundings.files).target(path)
    var (old, new) = (surroundings, surroundings)
    old.trials += baseline
    new.trials += trials
    var before = try OpenedBid(target, in: old)
    var after = try OpenedBid(target, in: new)
    for answer in unsaved {
      // An answer that a template was applied to and that is not saved yet notes a version no file names.
      guard let id = answer.frontMatter?["template"], let version = answer.frontMatter?["template_version"]
      else { continue }
      let library = old.library(workspace: before.workspace)
      guard let template = library.answerTemplate(id, version: version) else { continue }
      before.session.templates.add(template)
      after.session.templates.add(template)
    }
    before.session.take(texts: unsaved)
    after.session.take(texts: unsaved)
    var plans: [TemplatePlan] = []
    if name.kind == .answers {
      let library = new.library(workspace: before.workspace)
      for name in [name] + library.extenders(of: name) {
        let made = before.session.plan(to: try library.answerTemplate(name.id))
        // Edits that follow from the answer itself fit it.
        try? after.session.apply(made)
        plans.append(made)
      }
    }
    before.session.readAll(with: try before.reader())
    after.session.readAll(with: try after.reader())
    before.session.countAll()
    after.session.countAll()
    // A lens that is not the first one shown is the one that is compared.
    if name.kind == .themes, before.session.themes.id != name.id,
      let index = before.session.lenses.firstIndex(where: { $0.id == name.id })
    {
      before.session.openLens(index)
      after.session.openLens(index)
      before.session.readAll(with: try before.reader())
      after.session.readAll(with: try after.reader())
    }
    let impact = TemplateImpact(
      bid: FilePath.name(of: before.bid ?? path), before: &before.session, after: &after.session,
      plans: plans)
    return (impact, plans.flatMap { $0.homeless(in: before.session) })
  }
}

extension BidSession {
  /// Takes texts in the place of those that were read from files.
  ///
  /// - Complexity: O(*n*) in the blocks, which are then read anew.
  mutating func take(texts: [Answer]) {
    for answer in texts {
      guard let index = index(of: answer.id) else { continue }
      answers[index].answer = answer
      // What it says of its question and its template is as new as its text.
      var faults: [FrontMatterProblem] = []
      if let matter = answer.frontMatter { answers[index].question = Question(matter, problems: &faults) }
      markUnread(answer)
    }
  }
}
