/// One submission to one buyer, as `bid.yaml` describes it.
package struct Bid: Hashable, Sendable {
  package var title = ""
  package var buyer = ""
  package var ics = ""
  package var place = ""
  package var lot = ""
  /// As written: `2026-12-11 12:00`.
  package var deadline = ""
  /// As written: `Europe/London`.
  package var timeZone = ""
  package var choice = TemplateChoice()
  /// Whether part headings are submitted and counted.
  package var exportsHeadings = false
  /// The contract or service whose facts placeholders mean when they name none.
  package var scope = ""
  package var team: [Member] = []
  package var deliverables: [Deliverable] = []
  package var clarifications: [Clarification] = []

  package init() {}

  /// A person and what they do in this bid.
  package struct Member: Hashable, Sendable {
    package var person: String
    package var roles: [String]

    package init(person: String, roles: [String]) {
      self.person = person
      self.roles = roles
    }
  }

  /// Anything else that the buyer asks for.
  package struct Deliverable: Hashable, Sendable {
    package var title: String
    package var owner: String
    package var format: String
    package var isUploaded: Bool

    package init(title: String, owner: String, format: String, isUploaded: Bool) {
      self.title = title
      self.owner = owner
      self.format = format
      self.isUploaded = isUploaded
    }
  }

  /// A question to the buyer or a message from them, and what was done.
  package struct Clarification: Hashable, Sendable {
    package var id: String
    package var asked: String
    package var text: String
    package var done: String

    package init(id: String, asked: String, text: String, done: String) {
      self.id = id
      self.asked = asked
      self.text = text
      self.done = done
    }
  }
}
