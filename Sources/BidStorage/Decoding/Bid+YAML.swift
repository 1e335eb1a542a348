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
    choice = try TemplateChoice(&map, problems: &problems)
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
          isUploaded: try entry.flag("uploaded", default: false),
          file: try entry.optionalText("file") ?? "", pages: try entry.optionalInteger("pages"),
          line: entry.line))
      entry.report(to: &problems)
    }
    for item in try map.list("clarifications") {
      var entry = try YAMLMap(item, path: path)
      clarifications.append(
        Clarification(
          id: try entry.text("id"), asked: try entry.optionalText("asked") ?? "",
          text: try entry.optionalText("text") ?? "", done: try entry.optionalText("done") ?? "",
          line: entry.line))
      entry.report(to: &problems)
    }
    qualityShare = try map.optionalNumber("quality_share")
    points = try PointsToPercent(&map)
    map.report(to: &problems)
  }
}

extension PointsToPercent {
  /// Reads `points_to_percent`, a list of `points` and `percent`; nothing for none.
  ///
  /// - Throws: `malformed` with the line for percent outside 0 to 100, or points that are there twice.
  init(_ map: inout YAMLMap) throws(StorageError) {
    var steps: [Step] = []
    for item in try map.maps("points_to_percent") {
      var entry = item
      let step = Step(score: try entry.number("points"), percent: try entry.number("percent"))
      guard (0...100).contains(step.percent) else {
        throw entry.error("percent", "\(step.percent) is no share", remedy: "Write a number from 0 to 100")
      }
      guard !steps.contains(where: { $0.score == step.score }) else {
        throw entry.error("points", "these points are there twice", remedy: "Keep one of them")
      }
      try entry.finish()
      steps.append(step)
    }
    self.init(steps)
  }
}
