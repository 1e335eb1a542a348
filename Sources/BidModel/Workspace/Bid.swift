/// One submission to one buyer, as `bid.yaml` describes it.
package struct Bid: Hashable, Sendable {
  package var title = ""
  /// Who buys.
  package var buyer = ""
  /// The integrated care system that the buyer belongs to.
  package var ics = ""
  /// The place or neighbourhood that is served.
  package var place = ""
  /// The lot of the tender.
  package var lot = ""
  /// As written: `2026-12-11 12:00`.
  package var deadline = ""
  /// As written: `Europe/London`.
  package var timeZone = ""
  /// The templates that the bid names; those left out are the workspace's.
  package var choice = TemplateChoice()
  /// Whether part headings are submitted and counted.
  package var exportsHeadings = false
  /// The contract or service whose facts placeholders mean when they name none.
  package var scope = ""
  /// Who works on it, in the order of the file.
  package var team: [Member] = []
  /// What is handed in beside the answers.
  package var deliverables: [Deliverable] = []
  /// Questions to the buyer, and messages from them.
  package var clarifications: [Clarification] = []
  /// The share of the award that quality has, in percent; `nil` when the buyer does not say.
  package var qualityShare: Double?
  /// What the buyer's points are worth in percent of a question's weight.
  package var points = PointsToPercent()

  /// A bid of which nothing is known.
  package init() {}

  /// A person and what they do in this bid.
  package struct Member: Hashable, Sendable {
    /// The person's id, as `fivefold.yaml` has it.
    package var person: String
    /// What they do for the bid, such as `writer`.
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
    /// Who sees to it.
    package var owner: String
    /// What the buyer says of its form.
    package var format: String
    /// Whether it is in the portal.
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
    /// The day it was asked or came.
    package var asked: String
    /// What was asked or told.
    package var text: String
    /// What was replied or done; a word such as *awaiting* for nothing yet.
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
