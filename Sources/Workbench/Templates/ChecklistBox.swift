import BidModel
import Screen

/// The checklists that the bid has switched on, to read through.
package struct ChecklistBox: Hashable, Sendable {
  package var list = ListState()
  package var checklists: [Checklist]

  package init(_ checklists: [Checklist]) { self.checklists = checklists }
}

extension WorkbenchState {
  /// Why no checklist can be shown, in one sentence; `nil` when some can.
  var checklistsUnavailable: String? {
    session.checklists.isEmpty
      ? "The bid switches no checklist on: write ‘checklists: [dspt, cqc]’ in bid.yaml." : nil
  }

  /// The rows of the box: what is asked, and below it what would show it.
  func rows(of box: ChecklistBox, width: Int) -> [PaneRow] {
    box.checklists.enumerated().flatMap { index, list -> [PaneRow] in
      let space = index == 0 ? [] : [PaneRow([("", theme.text)])]
      let title = PaneRow([("\(list.title) (as of \(list.factsAsOf))", theme.title)])
      return space + [title]
        + list.items.flatMap { item in
          PaneRow.wrapped("□ \(item.ask)", width: width, indent: 2, style: theme.text)
            + PaneRow.wrapped(item.evidence, width: width, indent: 4, first: "    ", style: theme.dim)
        }
    }
  }
}
