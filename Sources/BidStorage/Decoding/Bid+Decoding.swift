import BidModel

extension Workspace {
  /// Reads `fivefold.yaml`.
  ///
  /// - Returns: The workspace, and what in the file is not understood.
  /// - Throws: `malformed`, `notUTF8` or `tooLarge` when the file is no YAML mapping; an empty file is
  ///   a workspace of defaults.
  package static func decode(
    _ bytes: [UInt8], path: String
  ) throws(StorageError) -> (workspace: Workspace, problems: [FileProblem]) {
    var workspace = Workspace()
    guard let value = try StrictYAML.parse(bytes, path: path) else { return (workspace, []) }
    var map = LenientMap(try YAMLMap(value, path: path))
    workspace.organisation = map.text("organisation")
    workspace.people = map.maps("people") { map in
      Person(id: map.text("id"), name: map.text("name"), post: map.text("post"))
    }
    var defaults = BidDefaults()
    map.map("defaults") { map in
      defaults.template = map.optionalText("template") ?? defaults.template
      defaults.themes = map.texts("themes").nonEmpty ?? defaults.themes
      defaults.kpis = map.optionalText("kpis") ?? defaults.kpis
      defaults.counts = map.optionalText("counts") ?? defaults.counts
      defaults.scale = map.optionalText("scale") ?? defaults.scale
    }
    workspace.defaults = defaults
    return (workspace, map.finish())
  }
}

extension Bid {
  /// Reads `bid.yaml`.
  ///
  /// - Parameter defaults: The workspace's, for what the bid does not name.
  /// - Returns: The bid, and what in the file is not understood.
  /// - Throws: `malformed`, `notUTF8` or `tooLarge` when the file is no YAML mapping; an empty file is
  ///   a bid of defaults.
  package static func decode(
    _ bytes: [UInt8], path: String, defaults: BidDefaults
  ) throws(StorageError) -> (bid: Bid, problems: [FileProblem]) {
    var bid = Bid(defaults: defaults)
    guard let value = try StrictYAML.parse(bytes, path: path) else { return (bid, []) }
    var map = LenientMap(try YAMLMap(value, path: path))
    bid.title = map.text("title")
    bid.buyer = map.text("buyer")
    bid.ics = map.text("ics")
    bid.place = map.text("place")
    bid.lot = map.text("lot")
    bid.scope = map.text("scope")
    let timeZone = map.text("time_zone")
    bid.deadline = map.optionalText("deadline").map { Deadline($0, timeZone: timeZone) }
    bid.template = map.optionalText("template") ?? bid.template
    bid.themes = map.texts("themes").nonEmpty ?? bid.themes
    bid.kpis = map.optionalText("kpis") ?? bid.kpis
    bid.counts = map.optionalText("counts") ?? bid.counts
    bid.scale = map.optionalText("scale") ?? bid.scale
    bid.exportsHeadings = map.optionalFlag("headings_exported")
    bid.readLists(&map)
    var problems = map.finish()
    if let deadline = bid.deadline, deadline.moment == nil {
      problems.append(
        FileProblem(
          path: path, message: "‘deadline: \(deadline.text)’ is no day and time.",
          fix: "Write it as 2026-12-11 12:00."))
    }
    return (bid, problems)
  }

  private mutating func readLists(_ map: inout LenientMap) {
    team = map.maps("team") { map in
      TeamMember(person: map.text("person"), roles: map.texts("roles"))
    }
    deliverables = map.maps("deliverables") { map in
      var deliverable = Deliverable(title: map.text("title"))
      deliverable.owner = map.text("owner")
      deliverable.format = map.text("format")
      deliverable.isUploaded = map.optionalFlag("uploaded") ?? false
      return deliverable
    }
    clarifications = map.maps("clarifications") { map in
      var clarification = Clarification(id: map.text("id"))
      clarification.asked = map.text("asked")
      clarification.text = map.text("text")
      clarification.done = map.text("done")
      return clarification
    }
  }
}

extension Array {
  /// The array, or `nil` when it is empty.
  var nonEmpty: [Element]? { isEmpty ? nil : self }
}
