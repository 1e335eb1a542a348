import BidModel

/// Text that a change of template found no part for, and that is submitted as it stands.
package struct UnplacedText: Check {
  package let about = CheckDescription(
    "unplaced-text", title: "Text that has no part in the template",
    why: "It is counted and submitted under a heading that the answer is no longer made of.",
    fix: "Move it into a part, or delete it.", severity: .warning, scope: .answer)
  package let good: [CheckExample] = []
  package let bad: [CheckExample] = []

  package init() {}

  /// A finding for each part of `answer` that is unplaced and holds text, at its first words.
  ///
  /// - Complexity: O(*n*) in the blocks.
  package func findings(in answer: Answer) -> [Finding] {
    answer.parts.compactMap { part in
      guard answer.isUnplaced(part), let block = part.blocks.first(where: { !$0.isEmpty }) else { return nil }
      return finding(
        "Text under ‘\(part.title?.trimmingSpaces() ?? "")’ has no place in the template.",
        at: Finding.Place(answer: answer.id, block: block.id))
    }
  }
}
