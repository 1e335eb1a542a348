import BidModel

/// What differs between two versions of an answer, paragraph by paragraph.
package struct TextDifference: Hashable, Sendable {
  /// Paragraphs that only the old version has.
  package var removed: [String]
  /// Paragraphs that only the new version has.
  package var added: [String]

  /// - Complexity: O(*n* · *d*) in the paragraphs and the differences (Myers).
  package init(from old: Answer, to new: Answer) {
    let before = Self.paragraphs(of: old)
    let after = Self.paragraphs(of: new)
    let difference = after.difference(from: before)
    removed = difference.removals.map(Self.text)
    added = difference.insertions.map(Self.text)
  }

  /// Whether the two say the same.
  package var isEmpty: Bool { removed.isEmpty && added.isEmpty }

  /// The differences, a line each, `-` for the old and `+` for the new.
  package func summary(old: String, new: String) -> String {
    guard !isEmpty else { return "The words are the same." }
    let noun = removed.count == 1 ? "paragraph" : "paragraphs"
    let head = "\(removed.count) \(noun) only \(old) (-), \(added.count) only \(new) (+):"
    return ([head] + removed.map { "- \($0)" } + added.map { "+ \($0)" }).joined(separator: "\n")
  }

  private static func paragraphs(of answer: Answer) -> [String] {
    answer.parts.flatMap { part in
      (part.title.map { ["## \($0)"] } ?? []) + part.blocks.filter { !$0.isEmpty }.map(\.text)
    }
  }

  private static func text(_ change: CollectionDifference<String>.Change) -> String {
    switch change {
    case .insert(_, let element, _), .remove(_, let element, _): element
    }
  }
}
