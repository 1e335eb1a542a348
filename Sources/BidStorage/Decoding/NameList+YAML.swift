import BidModel

extension NameList {
  /// Reads a file of `Templates/directory/`.
  ///
  /// - Throws: `malformed` with the line for an unknown key, a missing text or a name given twice.
  /// - Complexity: O(*n*) in the length of the file.
  package init(
    yaml: YAMLValue?, id: String, path: String, reading: YAMLReading? = nil
  ) throws(StorageError) {
    var map = try YAMLMap(yaml, path: path, reading: reading)
    let header = try TemplateHeader(&map, kind: "directory", id: id)
    self.init(id: header.id, title: header.title, factsAsOf: header.factsAsOf)
    var seen: Set<String> = []
    for name in try map.texts("names") { entries.append(Entry(name: name)) }
    for item in try map.maps("entries") {
      var entry = item
      entries.append(Entry(name: try entry.text("name"), also: try entry.texts("also")))
      try entry.finish()
    }
    try map.finish()
    for name in names where !seen.insert(name).inserted {
      let place = reading?.texts.last { $0.text == name }
      try map.fault(
        atLine: place?.line ?? map.line(of: "names"), column: place?.column ?? map.column,
        "'\(name)' is there twice", remedy: "Take one out")
    }
  }
}
