import BidModel

extension PhraseBook {
  /// Reads a file of `Templates/phrases/`.
  ///
  /// - Throws: `malformed` with the line for an unknown or missing key, a section given twice or one
  ///   without lines.
  package init(
    yaml: YAMLValue?, id: String, path: String, reading: YAMLReading? = nil
  ) throws(StorageError) {
    var map = try YAMLMap(yaml, path: path, reading: reading)
    let header = try TemplateHeader(&map, kind: "phrases", id: id)
    self.init(id: header.id, title: header.title, version: header.version, sections: [])
    for item in try map.nonEmptyMaps("sections") {
      var entry = item
      let section = Section(
        key: try entry.text("key"), title: try entry.text("title"), use: try entry.text("use"),
        lines: try entry.texts("lines"))
      try entry.refuse(section.key, among: sections.map(\.key))
      if section.lines.isEmpty {
        try entry.fault(
          "lines", "the section '\(section.key)' has no line", remedy: "Add one after \"- \"",
          isOfWhole: true)
      }
      try entry.finish()
      sections.append(section)
    }
    try map.finish()
  }
}
