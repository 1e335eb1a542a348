import BidModel
import BidStorage
import Screen

/// The box that goes to anything in the bid by letters of its name.
package struct GoToBox: Hashable, Sendable {
  package var query = ""
  package var list = ListState()
  /// Everything there is to go to, as it was when the box was opened.
  package var items: [GoToItem]

  /// The items that fit the query, the best first; of those that fit alike the ones of the answer in hand, then
  /// in the order of the bid.
  ///
  /// - Complexity: O(*n* · *m*) in the items and the length of their names.
  var matching: [GoToItem] {
    guard !query.allSatisfy({ $0 == " " }) else { return items }
    let fits = items.enumerated().compactMap { index, item in
      FuzzyMatch(query, in: item.name).map { (fit: $0, index: index, item: item) }
    }
    return fits.sorted {
      ($1.fit, $0.item.isElsewhere ? 1 : 0, $0.index) < ($0.fit, $1.item.isElsewhere ? 1 : 0, $1.index)
    }.map(\.item)
  }
}

/// Something in the bid with a name.
package struct GoToItem: Hashable, Sendable {
  package var name: String
  /// What kind of thing it is: question, part, heading, KPI, finding.
  package var kind: String
  var target: PaneRow.Action
  /// Whether it stands in another answer than the one in hand.
  var isElsewhere = false
}

extension WorkbenchState {
  /// Opens the box with every question, part, heading, KPI and finding of the bid, and the other bids.
  mutating func openGoTo() {
    var questions: [GoToItem] = []
    var findings: [GoToItem] = []
    for open in session.answers {
      let isElsewhere = open.id != editor.answer
      let number = open.question.number.isEmpty ? open.name : open.question.number
      questions.append(GoToItem(name: open.name, kind: "question", target: .showAnswer(open.id)))
      for (index, part) in open.answer.parts.enumerated() {
        if let title = part.title {
          questions.append(
            GoToItem(
              name: "\(number) \(title)", kind: "part", target: .showPart(open.id, index: index),
              isElsewhere: isElsewhere))
        }
        for block in part.blocks {
          guard case .heading = block.kind else { continue }
          questions.append(
            GoToItem(
              name: "\(number) \(block.text)", kind: "heading", target: .reveal(open.id, block.id, nil),
              isElsewhere: isElsewhere))
        }
      }
      for finding in session.siftedFindings(of: open).shown {
        guard let place = finding.place, let block = place.block else { continue }
        findings.append(
          GoToItem(
            name: "\(number) \(finding.message)", kind: "finding",
            target: .reveal(place.answer, block, place.range), isElsewhere: isElsewhere))
      }
    }
    overlays.append(.sheet(.goTo(GoToBox(items: questions + goToKPIs() + findings + goToBids()))))
  }

  /// Opens the box with the workspace's other bids alone.
  mutating func openOtherBid() {
    let bids = goToBids()
    guard !bids.isEmpty else { return say("The workspace has no other bid.", as: .note) }
    overlays.append(.sheet(.goTo(GoToBox(items: bids))))
  }

  private func goToBids() -> [GoToItem] {
    session.otherBids.map { folder in
      GoToItem(name: FilePath.name(of: folder), kind: "bid", target: .go(Destination(path: folder)))
    }
  }

  private func goToKPIs() -> [GoToItem] {
    let inSet = session.values.set.kpis.map { kpi in
      GoToItem(
        name: "\(kpi.key) \(kpi.title)", kind: "KPI",
        target: .editFact(target(of: Placeholder(KPIReference(kpi.key)))))
    }
    let scoped = session.values.register.facts.map(\.reference).filter { !$0.scope.isEmpty }
    return inSet
      + scoped.map { GoToItem(name: $0.description, kind: "KPI", target: .editFact($0)) }
  }

  /// The rows of the box: the name, and what kind of thing it is.
  func rows(of box: GoToBox, width: Int) -> [PaneRow] {
    box.matching.map { item in
      let kind = TextWidth.pad(item.kind, columns: 9, alignment: .trailing)
      return PaneRow([
        (TextWidth.pad(item.name, columns: max(4, width - 9)), theme.text), (kind, theme.dim),
      ])
    }
  }

  /// Goes to the selected row of the box.
  mutating func open(_ box: GoToBox) {
    let items = box.matching
    guard items.indices.contains(box.list.selected) else {
      return say("Nothing in this bid has that name.", as: .note)
    }
    overlays.removeLast()
    session.sealUndo()
    perform(items[box.list.selected].target)
  }
}
