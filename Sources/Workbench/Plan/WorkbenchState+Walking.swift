import BidModel

extension WorkbenchState {
  /// A sentence that speaks of the theme that is walked, in the order of the text.
  private struct Stop {
    var index: Int
    var place: BlockPlace
    var block: BlockID
    var range: Range<Int>
    var marks: MarkSet
  }

  /// Selects the next sentence that speaks of the theme in hand, in the part, answer or bid that coverage
  /// is shown of, and says what it earns; from the last it goes on with the first.
  mutating func walkTheme() {
    guard let theme = themeToWalk() else { return say("There is no theme to walk.", as: .note) }
    planning.walkedTheme = session.themes.themes[theme].key
    let title = session.themes.themes[theme].title
    let stops = stops(of: theme)
    guard !stops.isEmpty else {
      let need = session.themes.themes[theme].needs[.claimed].map { ": \($0)" } ?? ""
      return say("No sentence speaks of \(title) here\(need).", as: .note)
    }
    let here = (currentIndex, currentAnswer.place(of: editor.caret.block) ?? BlockPlace(part: 0, block: 0))
    let next =
      stops.firstIndex { stop in
        if (stop.index, stop.place) != here { return (stop.index, stop.place) > here }
        let isSelected = editor.anchor?.offset == stop.range.lowerBound
        return stop.range.lowerBound >= editor.caret.offset && !isSelected
      } ?? 0
    let stop = stops[next]
    reveal(stop.range, of: stop.block, in: session.answers[stop.index].id)
    let marks = stop.marks.marks.map(\.name).joined(separator: ", ")
    say("\(title), \(next + 1) of \(stops.count): \(marks)", as: .note)
  }

  /// The theme of the selected row of the coverage pane; else the one walked last, or the first target.
  private mutating func themeToWalk() -> Int? {
    if focus == .coverage {
      let rows = rows(of: .coverage, width: paneWidth)
      let selected = min(lists[.coverage]?.selected ?? 0, rows.count - 1)
      for row in rows.prefix(selected + 1).reversed() {
        if case .toggle(let key) = row.action, let index = session.themes.index(of: key) { return index }
      }
    }
    if let key = planning.walkedTheme, let index = session.themes.index(of: key) { return index }
    return session.targets(of: session.answers[currentIndex]).min()
  }

  private func stops(of theme: Int) -> [Stop] {
    session.answers.indices.filter { coverageScope == .bid || $0 == currentIndex }.flatMap { index in
      let answer = session.answers[index].answer
      return answer.parts.indices.flatMap { part -> [Stop] in
        guard coverageScope != .part || answer.parts[part].id == currentPart?.id else { return [] }
        return answer.parts[part].blocks.enumerated().flatMap { number, block -> [Stop] in
          let sentences = session.readings.reading(of: block.id, in: answer.id)?.sentences ?? []
          return sentences.compactMap { sentence in
            sentence.themes.first { $0.theme == theme }.map {
              Stop(
                index: index, place: BlockPlace(part: part, block: number), block: block.id,
                range: sentence.range, marks: $0.marks)
            }
          }
        }
      }
    }
  }
}
