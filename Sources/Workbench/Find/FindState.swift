import BidModel

/// What was searched for last, and what it found.
package struct FindState: Hashable, Sendable {
  package var query = SearchQuery()
  /// What matches are to be replaced by.
  package var replacement = ""
  package var scope = SearchScope.answer
  /// What the query found when it was made last, in the order of the bid.
  package internal(set) var hits: [SearchHit] = []
  /// The one the cursor was taken to.
  package internal(set) var current: Int?
  /// What it found in other bids, when the whole workspace is searched.
  package internal(set) var elsewhere: [ElsewhereHit] = []
  /// Why nothing could be searched.
  package internal(set) var fault: String?
  /// The revision of the bid that was searched.
  var revision = 0
  /// The other bids of the workspace; `nil` until they are read.
  var others: [OtherBid]?

  /// How many there are and which one is shown: `3 of 17`.
  package var countText: String {
    if let fault { return fault }
    guard !query.text.isEmpty else { return "" }
    let beyond =
      scope == .workspace ? others == nil ? ", reading other bids" : ", \(elsewhere.count) in other bids" : ""
    guard !hits.isEmpty else { return "not found" + beyond }
    let limit = SearchBudget().matches
    let count = hits.count < limit ? "\(hits.count)" : "\(limit) or more"
    return (current.map { "\($0 + 1) of \(count)" } ?? count) + beyond
  }
}

/// The box in which is typed what to find and what to put in its place.
package struct FindBox: Hashable, Sendable {
  /// Where the writer was, to go back to.
  package var origin: Origin
  /// Whether there is a second field.
  package var isReplacing: Bool
  /// Whether keys go to the second field.
  package var isInReplacement = false
  /// Whether a field still holds what an earlier box was left with, which typing takes the place of.
  var oldFields = OldFields()

  /// The fields that nothing was done to since the box was opened.
  package struct OldFields: Hashable, Sendable {
    var query = true
    var replacement = true
  }

  /// A place in the text, with the view of it.
  package struct Origin: Hashable, Sendable {
    var answer: AnswerID
    var part: PartID?
    var caret: TextPosition
    var anchor: TextPosition?
    var top: EditorLine
  }
}
