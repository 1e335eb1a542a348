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
  /// The share of the award that quality has, in percent; `nil` when the buyer does not say.
  package var qualityShare: Double?
  /// What the buyer's points are worth in percent of a question's weight.
  package var points = PointsToPercent()

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

  /// The roles that the program asks after; a team may write others.
  package enum Role: String, Hashable, Sendable {
    case bidManager = "bid manager"
    case reviewer
  }

  /// Who has a role, in the order of the team.
  package func people(in role: Role) -> [String] {
    team.filter { $0.roles.contains(role.rawValue) }.map(\.person)
  }

  /// Anything else that the buyer asks for.
  package struct Deliverable: Hashable, Sendable {
    package var title: String
    package var owner: String
    package var format: String
    package var isUploaded: Bool
    /// The file to attach, from the bid's folder; empty when none is kept there.
    package var file: String
    /// The most pages it may have; `nil` for no such rule.
    package var pages: Int?
    /// Line of `bid.yaml`, from 1; 0 for one made here.
    package var line: Int

    package init(
      title: String, owner: String, format: String, isUploaded: Bool, file: String = "", pages: Int? = nil,
      line: Int = 0
    ) {
      self.title = title
      self.owner = owner
      self.format = format
      self.isUploaded = isUploaded
      self.file = file
      self.pages = pages
      self.line = line
    }
  }

  /// A question to the buyer or a message from them, and what was done.
  package struct Clarification: Hashable, Sendable {
    package var id: String
    package var asked: String
    package var text: String
    package var done: String
    /// Line of `bid.yaml`, from 1; 0 for one made here.
    package var line: Int

    package init(id: String, asked: String, text: String, done: String, line: Int = 0) {
      self.id = id
      self.asked = asked
      self.text = text
      self.done = done
      self.line = line
    }

    /// Whether something was done: words that only say that it waits are none.
    package var isActioned: Bool {
      let words = done.lowercased().split { !$0.isLetter && !$0.isNumber }
      let waiting: [[Substring]] = [
        ["awaiting"], ["awaits"], ["waiting", "for"], ["waiting", "on"], ["pending"], ["tbc"], ["tba"],
        ["tbd"], ["todo"],
        ["to", "do"], ["to", "be"], ["not", "yet"], ["nothing", "yet"],
      ]
      let single: Set<Substring> = ["no", "none", "open", "waiting"]
      guard let first = words.first, words.count > 1 || !single.contains(first) else { return false }
      return !waiting.contains { words.starts(with: $0) }
    }
  }
}
