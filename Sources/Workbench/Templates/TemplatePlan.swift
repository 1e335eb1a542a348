import BidModel
import BidStorage

/// What applying an answer template would do to each answer of a bid, to be shown before it is done.
package struct TemplatePlan: Hashable, Sendable {
  /// The template that answers move to.
  package var target: AnswerTemplate
  package var items: [Item] = []

  /// One answer.
  package struct Item: Hashable, Sendable {
    package var answer: AnswerID
    package var name: String
    package var mapping: TemplateMapping
    /// Paragraphs sent to another part than the first of their route.
    package var places: [BlockID: String] = [:]
  }

  package init(target: AnswerTemplate) { self.target = target }

  /// Old parts of some answer that hold text and have no successor, by key.
  package func homeless(in session: BidSession) -> [String] {
    var keys: [String] = []
    for item in items {
      guard let open = session[item.answer] else { continue }
      for key in item.mapping.homeless where !keys.contains(key) {
        if open.answer.parts.contains(where: { $0.key == key && !$0.isEmpty }) { keys.append(key) }
      }
    }
    return keys
  }

  /// Whether nothing would change but the recorded version.
  package var isIdentity: Bool { items.allSatisfy(\.mapping.isIdentity) }
}

extension BidSession {
  /// The plan that brings answers to `target`: those begun with another version of it or, with `origin`, those
  /// begun with the template of that id.
  ///
  /// - Complexity: O(*n* · *m*) in the answers and the parts.
  package func plan(
    to target: AnswerTemplate, from origin: String? = nil, only: AnswerID? = nil,
    overrides: [(old: String, new: [String])] = []
  ) -> TemplatePlan {
    var plan = TemplatePlan(target: target)
    for open in answers where only == nil || open.id == only {
      let old = template(of: open.answer)
      // What the answer keeps of an earlier template is no part of the one it has.
      let isSame = old == target.keepingPrivate(of: open.answer.frontMatter)
      guard old.id == (origin ?? target.id), !isSame || open.question.templateVersion != target.version
      else { continue }
      let mapping = open.answer.mapping(from: old, to: target, overrides: overrides)
      plan.items.append(TemplatePlan.Item(answer: open.id, name: open.name, mapping: mapping))
    }
    return plan
  }

  /// Applies `plan` as one step that can be undone; the template is one of the session's from then on.
  ///
  /// - Throws: ``EditError`` when an edit does not fit; nothing is changed then.
  package mutating func apply(
    _ plan: TemplatePlan, from before: Caret? = nil, to after: Caret? = nil
  ) throws(EditError) {
    // Both versions stay known, so that undo finds the old one.
    templates.add(plan.target)
    let edits = plan.items.compactMap { item in
      self[item.answer].map { ($0.id, $0.answer.applying(item.mapping, places: item.places)) }
    }
    sealUndo()
    try perform("Apply \(plan.target.title) \(plan.target.version)", edits, from: before, to: after)
  }

  /// The newer versions that the answers' templates have now, and nobody has declined.
  package func upgrades(in library: TemplateLibrary) -> [AnswerTemplate] {
    var found: [AnswerTemplate] = []
    var newest: [String: AnswerTemplate] = [:]
    for id in Set(answers.compactMap(\.question.template)) { newest[id] = try? library.answerTemplate(id) }
    for open in answers {
      guard let id = open.question.template, let now = newest[id],
        open.question.templateVersion != now.version,
        open.answer.frontMatter?.declinedTemplates.contains(now.stamp) != true, !found.contains(now)
      else { continue }
      found.append(now)
    }
    return found
  }

  /// Notes in the answers of `plan` that its template was offered and declined, as one step.
  ///
  /// - Throws: ``EditError`` when an edit does not fit.
  package mutating func decline(_ plan: TemplatePlan) throws(EditError) {
    let edits = plan.items.compactMap { item -> (AnswerID, [Edit])? in
      guard var matter = self[item.answer]?.answer.frontMatter else { return nil }
      let names = matter.declinedTemplates.filter { !$0.isEmpty } + [plan.target.stamp]
      matter["template_declined"] = names.joined(separator: ", ")
      return (item.answer, [.frontMatter(matter)])
    }
    sealUndo()
    try perform("Decline \(plan.target.title) \(plan.target.version)", edits, from: nil, to: nil)
  }
}
