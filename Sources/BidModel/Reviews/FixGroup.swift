/// Comments of several reviewers that ask for nearly the same, to be dealt with together.
package struct FixGroup: Hashable, Sendable {
  /// The first is the one that is shown; never empty.
  package var items: [FixItem]

  package init(_ items: [FixItem]) {
    self.items = items
  }

  /// The comment that is shown for all.
  package var first: FixItem { items[0] }

  /// Who says it.
  package var people: [String] {
    items.map(\.person).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// What messages call it: the first comment, and how many more.
  package var shortName: String {
    first.shortName + (items.count == 1 ? "" : " and \(items.count - 1) more")
  }

  /// Puts `items` into groups, each where its first stands.
  ///
  /// Two comments are nearly the same when they are on one question and block, in one state, and share most
  /// of their words: a Jaccard index of 0.5 or more over words of four letters and more, or the same
  /// suggested words. A comment joins the first group whose first comment it is like.
  ///
  /// Limitations: words alone decide, so a comment that says the opposite in the same words joins too; both
  /// stay readable in the group.
  /// - Complexity: O(*n* · *g*) in the comments and the groups.
  package static func grouping(_ items: [FixItem]) -> [FixGroup] {
    var groups: [FixGroup] = []
    for item in items {
      if let index = groups.firstIndex(where: { isLike($0.first, item) }) {
        groups[index].items.append(item)
      } else {
        groups.append(FixGroup([item]))
      }
    }
    return groups
  }

  private static func isLike(_ left: FixItem, _ right: FixItem) -> Bool {
    guard left.question == right.question, left.status == right.status,
      left.comment.kind == right.comment.kind,
      left.comment.anchor.part == right.comment.anchor.part,
      left.comment.anchor.block == right.comment.anchor.block
    else { return false }
    if !left.comment.suggestion.isEmpty, left.comment.suggestion == right.comment.suggestion { return true }
    let (a, b) = (words(left.comment.text), words(right.comment.text))
    let all = a.union(b).count
    return all > 0 && a.intersection(b).count * 2 >= all
  }

  private static func words(_ text: String) -> Set<String> {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    let long = words.filter { $0.count >= 4 }
    return Set((long.isEmpty ? words : long).map(String.init))
  }
}
