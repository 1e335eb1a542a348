import BidAnalysis
import BidModel

/// The words of the text that earn the theme in hand its marks.
extension WorkbenchState {
  /// The theme of the selected row of the coverage pane, while the keys are there or the theme is opened.
  func themeInHand(rows: [PaneRow], list: ListState) -> Int? {
    for row in rows.prefix(list.selected + 1).reversed() {
      guard case .toggle(let key) = row.action else { continue }
      guard focus == .coverage || list.opened.contains(key) else { return nil }
      return session.themes.index(of: key)
    }
    return nil
  }

  /// For each block of the answer in hand, the bytes of its text that earn the theme in hand its marks: the words
  /// that show the theme, and the signals of the same sentences.
  ///
  /// - Complexity: O(*s*) in the sentences of the answer.
  var earnedRanges: [BlockID: [Range<Int>]] {
    guard let theme = planning.themeInHand else { return [:] }
    let answer = currentAnswer
    let linked = session.readings.links(of: theme, in: answer.id)
    var ranges: [BlockID: [Range<Int>]] = [:]
    for block in answer.parts.flatMap(\.blocks) {
      let bytes = block.text.utf8.count
      for sentence in session.readings.reading(of: block.id, in: answer.id)?.sentences ?? [] {
        let hit = sentence.themes.first { $0.theme == theme }
        let isLinked = linked.contains { $0.block == block.id && $0.range == sentence.range }
        guard hit != nil || isLinked else { continue }
        let spans = (hit?.spans ?? []) + sentence.signals.map(\.span)
        ranges[block.id, default: []] += spans.filter { $0.upperBound <= bytes }
      }
    }
    return ranges
  }
}
