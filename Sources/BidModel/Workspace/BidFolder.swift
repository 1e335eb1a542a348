/// A bid's folder as it was listed: what `bid.yaml` says and which files answer which question.
package struct BidFolder: Hashable, Sendable {
  /// The folder, absolute.
  package var path: String
  package var bid: Bid
  /// By question number, 2.9 before 2.10.
  package var answers: [AnswerListing]
  /// Files that a sync tool set aside when two people wrote at once; each asks for a decision.
  package var conflictCopies: [String] = []
  /// What in the folder cannot be read, told with its line.
  package var problems: [FileProblem] = []

  package init(path: String, bid: Bid, answers: [AnswerListing] = []) {
    self.path = path
    self.bid = bid
    self.answers = answers
  }

  /// The folder's name.
  package var name: String { path.split(separator: "/").last.map(String.init) ?? path }
}

/// An answer's file, told by its name alone.
package struct AnswerListing: Hashable, Sendable, Identifiable {
  /// The file, absolute.
  package var id: AnswerID
  /// The file's name without its ending.
  package var name: String
  /// What the name begins with: `2.1` of `2.1-integration`.
  package var number: String

  package init(id: AnswerID, name: String) {
    self.id = id
    self.name = name
    number = String(name.prefix { $0 != "-" && $0 != " " && $0 != "_" })
  }
}
