import BidModel

extension QuestionSet {
  /// Reads a file of `Templates/bids/`.
  ///
  /// - Throws: `malformed` with the line for an unknown or missing key, a number given twice, or a weight
  ///   or a limit that is none.
  package init(
    yaml: YAMLValue?, id: String, path: String, reading: YAMLReading? = nil
  ) throws(StorageError) {
    var map = try YAMLMap(yaml, path: path, reading: reading)
    let header = try TemplateHeader(&map, kind: "bid", id: id)
    self.init(
      id: header.id, title: header.title, version: header.version,
      lenses: try map.texts("lenses", of: .names(.templates(.themes))),
      questions: [])
    for item in try map.nonEmptyMaps("questions") {
      var entry = item
      let question = try Item(&entry)
      try entry.refuse(question.number, among: questions.map(\.number), under: "id")
      try entry.finish()
      questions.append(question)
    }
    try map.finish()
  }
}

extension QuestionSet.Item {
  fileprivate init(_ map: inout YAMLMap) throws(StorageError) {
    self.init(number: try map.text("id"), title: try map.text("title"), text: try map.text("text"))
    weight = try map.optionalNumber("weight") == nil ? nil : try map.optionalText("weight")
    limit = try map.optionalText("limit")
    if let limit, Question.Limit(text: limit) == nil {
      try map.fault(
        "limit", "'\(limit)' is not a limit", remedy: "Write \"750 words\" or \"5000 characters\"")
    }
    scale = try map.optionalText("scale", .names(.templates(.scales)))
    themes = try map.texts("themes", of: .names(.themes))
    subAsks = try map.texts("sub_asks")
    template = try map.optionalText("template", .names(.templates(.answers)))
    criterion = try map.optionalText("criterion", .names(.criteria))
  }
}
