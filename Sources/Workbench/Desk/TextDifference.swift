import BidModel

/// What differs between two versions of an answer, paragraph by paragraph and within those reworded.
package struct TextDifference: Hashable, Sendable {
  /// Every change, part by part.
  private let comparison: AnswerComparison
  /// Headings of parts that only one version has, with `-` or `+` before them; or that their order differs.
  private let headings: [String]

  /// - Complexity: As ``AnswerComparison/init(from:to:)``.
  package init(from old: Answer, to new: Answer) {
    comparison = AnswerComparison(from: old, to: new)
    let (before, after) = (old.parts.compactMap(\.title), new.parts.compactMap(\.title))
    let isSame = comparison.isSame && before.sorted() == after.sorted()
    headings =
      isSame && before != after
      ? ["↕ The parts stand in another order."]
      : before.filter { !after.contains($0) }.map { "- ## \($0)" }
        + after.filter { !before.contains($0) }.map { "+ ## \($0)" }
  }

  /// Whether the two say the same.
  package var isEmpty: Bool { comparison.isSame && headings.isEmpty }

  /// The differences, a line each: `-` only in the old, `+` only in the new, `~` reworded, `↕` moved.
  package func summary(old: String, new: String) -> String {
    guard !isEmpty else { return "The words are the same." }
    let changes = comparison.parts.flatMap(\.changes)
    let lines = headings + changes.compactMap(ComparisonText.line)
    let counts = [
      (lines.count { $0.hasPrefix("- ") }, "only \(old) (-)"),
      (lines.count { $0.hasPrefix("+ ") }, "only \(new) (+)"),
      (lines.count { $0.hasPrefix("~ ") }, "reworded (~ [-\(old)-]{+\(new)+})"),
      (lines.count { $0.hasPrefix("↕ ") }, "moved (↕)"),
    ].filter { $0.0 > 0 }
    let head = counts.enumerated().map { index, count in
      index > 0
        ? "\(count.0) \(count.1)" : "\(count.0) \(count.0 == 1 ? "paragraph" : "paragraphs") \(count.1)"
    }
    return ([head.joined(separator: ", ") + ":"] + lines).joined(separator: "\n")
  }
}
