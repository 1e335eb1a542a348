import BidModel

extension ScoringScale {
  /// Reads a file of `Templates/scales/`.
  ///
  /// - Throws: `malformed` with the line for an unknown key, or scores that do not rise.
  package init(
    yaml: YAMLValue?, id: String, path: String, reading: YAMLReading? = nil
  ) throws(StorageError) {
    var map = try YAMLMap(yaml, path: path, reading: reading)
    let header = try TemplateHeader(&map, kind: "scales", id: id)
    var points: [Point] = []
    for var entry in try map.maps("points") {
      let point = Point(
        score: try entry.number("score"), word: try entry.text("word"),
        descriptor: try entry.text("descriptor"))
      if let last = points.last, last.score >= point.score {
        try entry.fault("score", "the scores do not rise", remedy: "List the lowest first, each once")
      }
      try entry.finish()
      points.append(point)
    }
    if points.count < 2 {
      try map.fault("points", "a scale needs two points at least", remedy: "Add them", isOfWhole: true)
    }
    try map.finish()
    self.init(id: header.id, title: header.title, points: points)
  }
}
