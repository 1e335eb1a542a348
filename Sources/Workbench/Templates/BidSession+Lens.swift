import BidAnalysis
import BidModel

extension BidSession {
  /// The bid's own answer template.
  package var template: AnswerTemplate { templates.standard }

  /// Opens the lens at `index` of ``lenses``: every block is to be read again.
  ///
  /// - Complexity: O(*n*) in the blocks, which are then read in slices.
  mutating func openLens(_ index: Int) {
    guard lenses.indices.contains(index), lenses[index].id != themes.id else { return }
    take(lens: lenses[index])
  }

  /// Reads the bid through `lens` from now on.
  mutating func take(lens: ThemeSet) {
    themes = lens
    checks.context.partnership = lens.index(of: "integration")
    readings = BidReadings(themeCount: lens.themes.count)
    for answer in answers { markUnread(answer.answer) }
  }

  /// Where the open lens stands among ``lenses``.
  var lensIndex: Int { lenses.firstIndex { $0.id == themes.id } ?? 0 }
}

extension WorkbenchState {
  /// The template of the answer in the editor.
  var currentTemplate: AnswerTemplate { session.template(of: currentAnswer) }

  /// Why no other lens can be opened, in one sentence; `nil` when one can.
  var otherLensUnavailable: String? {
    session.lenses.count > 1
      ? nil
      : "The bid names one lens: ‘Lenses of this bid…’ in the palette (F2) switches more on."
  }

  /// Opens the next of the bid's lenses.
  mutating func openNextLens() {
    session.openLens((session.lensIndex + 1) % session.lenses.count)
    lists[.coverage] = ListState()
    effects.append(.readThroughLens)
    let place = "\(session.lensIndex + 1) of \(session.lenses.count)"
    say("Lens \(place): \(session.themes.title). Alt-Shift-L opens the next.", as: .note)
  }
}
