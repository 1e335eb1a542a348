import BidModel

extension Bid {
  /// Reads `bid.yaml`. A key that is not known is a problem to show, not a reason to refuse.
  ///
  /// - Throws: `malformed` with the line for a value that its key does not take.
  package init(yaml: YAMLValue?, path: String, problems: inout [FileProblem]) throws(StorageError) {
    self.init()
    guard yaml != nil else { return }
    var map = try YAMLMap(yaml, path: path)
    title = try map.optionalText("title") ?? ""
    buyer = try map.optionalText("buyer") ?? ""
    ics = try map.optionalText("ics") ?? ""
    place = try map.optionalText("place") ?? ""
    lot = try map.optionalText("lot") ?? ""
    deadline = try map.optionalText("deadline") ?? ""
    timeZone = try map.optionalText("time_zone") ?? ""
    choice = try TemplateChoice(&map)
    exportsHeadings = try map.flag("headings_exported", default: false)
    scope = try map.optionalText("scope") ?? ""
    for item in try map.list("team") {
      var entry = try YAMLMap(item, path: path)
      team.append(Member(person: try entry.text("person"), roles: try entry.oneOrMore("roles")))
      entry.report(to: &problems)
    }
    for item in try map.list("deliverables") {
      var entry = try YAMLMap(item, path: path)
      deliverables.append(
        Deliverable(
          title: try entry.text("title"), owner: try entry.optionalText("owner") ?? "",
          format: try entry.optionalText("format") ?? "",
          isUploaded: try entry.flag("uploaded", default: false)))
      entry.report(to: &problems)
    }
    for item in try map.list("clarifications") {
      var entry = try YAMLMap(item, path: path)
      clarifications.append(
        Clarification(
          id: try entry.text("id"), asked: try entry.optionalText("asked") ?? "",
          text: try entry.optionalText("text") ?? "", done: try entry.optionalText("done") ?? ""))
      entry.report(to: &problems)
    }
    map.report(to: &problems)
  }
}
