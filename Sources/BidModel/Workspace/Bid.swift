/// What `bid.yaml` says of one submission to one buyer.
package struct Bid: Hashable, Sendable {
  package var title = ""
  package var buyer = ""
  /// The Integrated Care System.
  package var ics = ""
  package var place = ""
  package var lot = ""
  package var deadline: Deadline?
  /// Id of the answer template, for answers that name none.
  package var template: String
  /// Ids of the theme sets, or lenses, the first shown first.
  package var themes: [String]
  /// Id of the KPI set.
  package var kpis: String
  /// Id of the count rule.
  package var counts: String
  /// Id of the scoring scale, for questions that name none.
  package var scale: String
  /// Whether part headings are counted and exported; `nil` leaves it to the count rule.
  package var exportsHeadings: Bool?
  /// The contract or service whose facts a placeholder without a scope means; empty for none.
  package var scope = ""
  package var team: [TeamMember] = []
  package var deliverables: [Deliverable] = []
  package var clarifications: [Clarification] = []

  /// A bid that uses `defaults`.
  package init(defaults: BidDefaults = BidDefaults()) {
    template = defaults.template
    themes = defaults.themes
    kpis = defaults.kpis
    counts = defaults.counts
    scale = defaults.scale
  }

  /// A person's roles in the bid.
  package struct TeamMember: Hashable, Sendable {
    /// Id of the person.
    package var person: String
    package var roles: [String]

    package init(person: String, roles: [String]) {
      self.person = person
      self.roles = roles
    }
  }

  /// Anything the buyer asks for besides answers.
  package struct Deliverable: Hashable, Sendable {
    package var title: String
    /// Id of the person.
    package var owner = ""
    /// The buyer's rule, such as "PDF, at most 20 pages".
    package var format = ""
    package var isUploaded = false

    package init(title: String) { self.title = title }
  }

  /// A question to the buyer or a message from them.
  package struct Clarification: Hashable, Sendable {
    package var id: String
    /// Day, `yyyy-mm-dd`, as written.
    package var asked = ""
    package var text = ""
    /// What was done about it.
    package var done = ""

    package init(id: String) { self.id = id }
  }
}
