import BidModel

/// Where a reviewer found the answer to a sub-ask, for whoever is to mend it.
struct FoundPlace: Hashable, Sendable {
  var round: String
  var question: String
  var person: String
  /// Which sub-ask, from 1.
  var ask: Int
  /// The sub-ask itself.
  var words: String
  /// The part, by its title; `nil` for not found.
  var place: String?
}

extension ReviewContext {
  /// What reviewers noted of an answer's sub-asks and have handed in, as far as the person may see it.
  ///
  /// - Parameters:
  ///   - round: The round to speak of; `nil` for all.
  ///   - showsAll: Whether what is hidden from the person is told too, for the frozen record.
  /// - Complexity: O(*n*) in the sheets, and in the text for each place.
  func foundPlaces(of open: OpenAnswer, in round: String?, showsAll: Bool = false) -> [FoundPlace] {
    let asks = open.question.subAsks
    return book.sheets(on: open.reviewKey, in: round)
      .filter { !$0.submitted.isEmpty && (showsAll || book.canSee($0, as: me)) }
      .flatMap { sheet in
        sheet.found.filter { asks.indices.contains($0.ask - 1) }.map { found in
          FoundPlace(
            round: sheet.round, question: sheet.question, person: sheet.person, ask: found.ask,
            words: asks[found.ask - 1], place: found.anchor.map { title(of: $0, in: open.answer) })
        }
      }.enumerated().sorted { ($0.element.ask, $0.offset) < ($1.element.ask, $1.offset) }.map(\.element)
  }

  /// The part that an anchor points to, by its title.
  private func title(of anchor: TextAnchor, in answer: Answer) -> String {
    let part = anchor.place(in: answer).part.flatMap {
      answer.parts.indices.contains($0) ? answer.parts[$0] : nil
    }
    return part?.title ?? (anchor.part.isEmpty ? "the answer" : anchor.part)
  }

  /// A line for each sub-ask: where each reviewer found it.
  func foundLines(of open: OpenAnswer, in round: String) -> [String] {
    let places = foundPlaces(of: open, in: round)
    return Set(places.map(\.ask)).sorted().map { ask in
      let own = places.filter { $0.ask == ask }
      let who = own.map { "\(name(of: $0.person)) \($0.place.map { "in \($0)" } ?? "not found")" }
      return "Sub-ask \(ask), \(own[0].words): \(who.joined(separator: "; "))"
    }
  }
}
