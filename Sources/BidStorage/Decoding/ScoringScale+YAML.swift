import BidModel

extension ScoringScale {
  /// Reads a file of `Templates/scales/`.
  ///
  /// - Throws: `malformed` with the line for an unknown key, or scores that do not rise.
  package init(yaml: YAMLValue?, id: String, path: String) throws(StorageError) {
    var map = try YAMLMap(yaml, path: path)
    let header = try TemplateHeader(&map, kind: "scales", id: id)
    var points: [Point] = []
    for item in try map.list("points") {
      var entry = try YAMLMap(item, path: path)
      let point = Point(
        score: try entry.number("score"), word: try entry.text("word"),
        descriptor: try entry.text("descriptor"))
      if let last = points.last, last.score >= point.score {
        throw entry.error("score", "the scores do not rise", remedy: "List the lowest first, each once")
      }
      try entry.finish()
      points.append(point)
    }
    guard points.count > 1 else {
      throw map.error("points", "a scale needs two points at least", remedy: "Add them")
    }
    try map.finish()
    self.init(id: header.id, title: header.title, points: points)
  }
}
