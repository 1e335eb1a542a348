/// What `fivefold.yaml` says: whose folder of bids it is, who works on them, and what a new bid starts with.
package struct Workspace: Hashable, Sendable {
  package var organisation = ""
  package var people: [Person] = []
  package var defaults = BidDefaults()

  package init() {}

  /// The person with the id `id`.
  package func person(_ id: String) -> Person? { people.first { $0.id == id } }
}

/// Somebody who writes, reviews or knows the subject.
package struct Person: Hashable, Sendable, Identifiable {
  /// What front matter and `bid.yaml` call them: `priya`.
  package var id: String
  package var name: String
  package var post: String

  package init(id: String, name: String = "", post: String = "") {
    self.id = id
    self.name = name
    self.post = post
  }
}

/// Ids of the templates that a bid uses unless it names its own.
package struct BidDefaults: Hashable, Sendable {
  /// Answer template.
  package var template = "ics-five-part"
  /// Theme sets, the first shown first.
  package var themes = ["ics-scoring"]
  /// KPI set.
  package var kpis = "ics-kpi-set"
  /// Count rule.
  package var counts = "word-processor"
  /// Scoring scale.
  package var scale = "zero-to-five"

  package init() {}
}
