/// What differs between two texts, line by line.
package enum LineDifference {
  /// Lines that only one has, `-` before those of `old` and `+` before those of `new`, with two equal lines
  /// around them and `…` where equal lines are left out.
  ///
  /// - Complexity: O(*n* · *d*) in the lines and the differences (Myers).
  package static func lines(from old: String, to new: String) -> [String] {
    rows(from: old, to: new).map { $0.mark + $0.line }
  }

  /// The same, the marks (`-`, `+`, a space or `…`) apart from the lines.
  ///
  /// - Complexity: O(*n* · *d*) in the lines and the differences (Myers).
  static func rows(from old: String, to new: String) -> [(mark: String, line: String)] {
    let before = old.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let after = new.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let difference = after.difference(from: before)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    guard !difference.isEmpty else { return [] }
    var all: [(mark: String, line: String)] = []
    var (left, right) = (0, 0)
    while left < before.count || right < after.count {
      if removed.contains(left), left < before.count {
        all.append(("-", before[left]))
        left += 1
      } else if inserted.contains(right), right < after.count {
        all.append(("+", after[right]))
        right += 1
      } else {
        all.append((" ", after[right]))
        left += 1
        right += 1
      }
    }
    return aroundChanges(all)
  }

  private static func aroundChanges(
    _ all: [(mark: String, line: String)]
  ) -> [(mark: String, line: String)] {
    var shown: [(mark: String, line: String)] = []
    var isCut = false
    for index in all.indices {
      let near = all[max(0, index - 2)...min(all.count - 1, index + 2)].contains { $0.mark != " " }
      if near {
        if isCut { shown.append(("…", "")) }
        shown.append(all[index])
      }
      isCut = !near && !shown.isEmpty
    }
    return shown
  }
}
