import BidModel

/// What to write next for a theme.
package struct CoverageAdvice: Hashable, Sendable {
  /// Index into ``ThemeSet/themes``.
  package var theme: Int
  /// The mark that the sentence would earn.
  package var mark: Mark
  /// One sentence such as *Equity: name a group, an action and how it is monitored*.
  package var sentence: String

  /// The next step for the theme at `theme`: its first expected mark that is missing, in the words of
  /// the theme's own `needs`.
  ///
  /// - Returns: `nil` when nothing expected is missing, or when the theme is no target and nothing of
  ///   it is said: what was not asked for is not asked of the writer.
  package init?(for theme: Int, of set: ThemeSet, present: MarkSet, expected: MarkSet, isTarget: Bool) {
    guard isTarget || !present.isEmpty else { return nil }
    // A mark that stands above "claimed" can be earned only by saying it.
    let wanted = isTarget ? expected.union(.claimed) : expected
    guard let mark = wanted.subtracting(present).marks.first else { return nil }
    let value = set.themes[theme]
    self.theme = theme
    self.mark = mark
    sentence = "\(value.title): \(value.needs[mark] ?? "show that it is \(mark.name)")"
  }

  /// The next step of every theme that has one: targets first, then in the order of the set.
  ///
  /// - Complexity: O(*t*) in the number of themes.
  package static func all(
    of set: ThemeSet, coverage: Coverage, expected: MarkSet, targets: Set<String>
  ) -> [CoverageAdvice] {
    let steps = set.themes.indices.compactMap { index in
      CoverageAdvice(
        for: index, of: set, present: coverage.marks(of: index), expected: expected,
        isTarget: targets.contains(set.themes[index].key))
    }
    let isTarget = { (step: CoverageAdvice) in targets.contains(set.themes[step.theme].key) }
    return steps.filter(isTarget) + steps.filter { !isTarget($0) }
  }
}
