import BidModel

/// What the person has chosen to see of the bid's plan: the outline's view and what is walked.
package struct Planning: Sendable {
  package var outline = OutlineView()
  /// The theme whose sentences the walk goes through, by its key; the first target when `nil`.
  var walkedTheme: String?
  /// The theme whose words are marked in the text.
  var themeInHand: Int?
  /// The finding that the walk through findings stands at.
  var findingWalk: FindingWalk?
  /// What the text holds of the sub-asks' words.
  var asks = AskCache()
}

/// Which questions the outline shows, and in what order.
package struct OutlineView: Hashable, Sendable {
  /// Letters that were typed: a question shows that holds every word of them.
  package var query = ""
  package var filter = OutlineFilter.all
  package var order = OutlineOrder.number

  /// Whether a question may be left out.
  var isFiltered: Bool { !query.isEmpty || filter != .all }

  /// What the pane's border says behind its name.
  var words: String {
    var words: [String] = []
    if filter != .all { words.append(filter.name) }
    if order != .number { words.append("by \(order.rawValue)") }
    if !query.isEmpty { words.append("‘\(query)’") }
    return words.joined(separator: " · ")
  }
}

/// Which questions the outline shows.
package enum OutlineFilter: Hashable, Sendable {
  case all
  /// Those the person writes, knows the subject of, or reviews.
  case mine
  /// Those that lack something.
  case gaps
  case state(AnswerState)

  /// All that can be chosen, in order.
  static let choices: [OutlineFilter] = [.all, .mine, .gaps] + AnswerState.allCases.map { .state($0) }

  var name: String {
    switch self {
    case .all: "all"
    case .mine: "mine"
    case .gaps: "gaps"
    case .state(let state): state.rawValue
    }
  }
}

/// In what order the outline shows questions.
package enum OutlineOrder: String, CaseIterable, Hashable, Sendable {
  /// As the buyer numbered them.
  case number
  /// The heaviest first.
  case weight
  /// The least advanced first.
  case state
  /// What lacks most first.
  case gap
  /// The earliest day first; those without a day last.
  case due
}

extension BidSession {
  /// The answers that `view` shows, as indices, in its order; ties stay in the order of the questions.
  ///
  /// - Complexity: O(*n* log *n*) in the answers; by gap, also a look at every block.
  mutating func shown(in view: OutlineView) -> [Int] {
    var gaps: [Int: AnswerGaps] = [:]
    if view.filter == .gaps || view.order == .gap {
      for index in answers.indices { gaps[index] = self.gaps(ofAnswerAt: index) }
    }
    let words = view.query.lowercased().split(separator: " ")
    let kept = answers.indices.filter { index in
      let question = answers[index].question
      let isOfFilter =
        switch view.filter {
        case .all: true
        case .mine: isMine(question)
        case .gaps: gaps[index]?.isEmpty == false
        case .state(let state): question.state == state
        }
      return isOfFilter && words.allSatisfy { answers[index].searchWords.contains($0) }
    }
    let keys = kept.map { (index: $0, key: sortKey(of: $0, in: view.order, gaps: gaps[$0])) }
    return keys.sorted { ($0.key, $0.index) < ($1.key, $1.index) }.map(\.index)
  }

  /// Whether the person at the keyboard writes, knows or reviews the answer.
  func isMine(_ question: Question) -> Bool {
    guard !me.isEmpty else { return false }
    return ([question.writer, question.expert].compactMap { $0 } + question.reviewers).contains(me)
  }

  private func sortKey(of index: Int, in order: OutlineOrder, gaps: AnswerGaps?) -> Double {
    let question = answers[index].question
    switch order {
    case .number: return 0
    case .weight: return -(question.weight ?? 0)
    case .state: return Double(AnswerState.allCases.firstIndex(of: question.state) ?? 0)
    case .gap: return -Double(gaps?.rank ?? 0)
    case .due: return question.due.flatMap { Day($0) }.map { Double($0.number) } ?? .infinity
    }
  }
}

extension OpenAnswer {
  /// What a filter looks for words in: name, state and people, in lower case.
  fileprivate var searchWords: String {
    ([name, question.state.rawValue, question.writer ?? "", question.expert ?? ""] + question.reviewers)
      .joined(separator: " ").lowercased()
  }
}
