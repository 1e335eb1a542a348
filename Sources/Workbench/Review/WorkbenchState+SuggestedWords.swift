import BidModel

/// Better words whose figures a reviewer read as values.
extension WorkbenchState {
  /// What a comment suggests for the words at `place`, with their placeholders put back.
  func suggestedWords(of item: FixItem, at place: AnchorPlace, in answer: Answer) -> SuggestedWords {
    let quotes = place.pieces.compactMap { piece -> String? in
      guard let at = answer.place(of: piece.block) else { return nil }
      return answer[at].text.prefix(utf8: piece.range.upperBound).suffix(utf8From: piece.range.lowerBound)
    }
    return SuggestedWords(item.comment.suggestion, replacing: quotes, values: session.values)
  }

  /// Says that better words were taken, and which figures are tied to the register no more.
  mutating func sayTaken(_ words: SuggestedWords, into name: String) {
    guard !words.lost.isEmpty else {
      return say("Taken into \(name); Ctrl-S saves it, Ctrl-Z brings the old words back.", as: .note)
    }
    let lost = words.lost.map { figure in
      figure.isPlain
        ? "\(figure.value) is now plain words, no longer \(figure.placeholder)"
        : "\(figure.placeholder) (\(figure.value)) is no longer quoted"
    }
    say(
      "Taken into \(name), but \(lost.joined(separator: "; ")). Ctrl-K quotes a figure, Ctrl-Z takes it back.",
      as: .warning)
  }
}
