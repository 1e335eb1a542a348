import BidModel
import Screen

/// The list of every lens, to switch on or off for the bid.
package struct LensBox: Hashable, Sendable {
  package var query = ""
  package var list = ListState()
  package var entries: [Entry]

  /// One lens.
  package struct Entry: Hashable, Sendable {
    package var id: String
    package var title: String
    package var isOn: Bool
    /// Whether the bid is read through it now.
    package var isOpen: Bool
    /// Why it cannot be read; `nil` when it can.
    package var fault: String?
  }

  package init(_ entries: [Entry]) { self.entries = entries }

  /// The lenses that hold every typed word.
  ///
  /// - Complexity: O(*n*) in the lenses.
  package var matching: [Entry] {
    let words = query.lowercased().split(separator: " ")
    return entries.filter { entry in
      let text = "\(entry.id) \(entry.title)".lowercased()
      return words.allSatisfy(text.contains)
    }
  }
}

extension WorkbenchState {
  /// Why the bid's lenses cannot be chosen, in one sentence; `nil` when they can.
  var lensesUnavailable: String? {
    session.bidPath == nil ? "This file is in no bid, so that no bid.yaml names its lenses." : nil
  }

  /// The rows of the list: whether the lens is on, its name and its title.
  func rows(of box: LensBox, width: Int) -> [PaneRow] {
    box.matching.map { entry in
      let mark = entry.isOpen ? "■ open " : entry.isOn ? "■ on   " : "□      "
      let name = TextWidth.pad(entry.id, columns: min(28, max(12, width / 3)))
      let words = entry.fault.map { "cannot be read: \($0)" } ?? entry.title
      let room = max(1, width - TextWidth.columns(mark + name) - 1)
      return PaneRow([
        (mark, entry.isOn ? theme.good : theme.dim), (name + " ", theme.text),
        (TextWidth.clip(words, columns: room), entry.fault == nil ? theme.dim : theme.error),
      ])
    }
  }

  /// Shows what switching the selected lens would do, and asks.
  mutating func open(_ box: LensBox) {
    guard box.matching.indices.contains(box.list.selected) else {
      return say("No lens has these words.", as: .note)
    }
    effects.append(.studio(.showLens(box.matching[box.list.selected].id)))
  }
}
