import BidModel

extension Checklist {
  /// Reads a file of `Templates/checklists/`.
  ///
  /// - Throws: `malformed` with the line for an unknown or missing key, or an item given twice.
  package init(
    yaml: YAMLValue?, id: String, path: String, reading: YAMLReading? = nil
  ) throws(StorageError) {
    var map = try YAMLMap(yaml, path: path, reading: reading)
    let header = try TemplateHeader(&map, kind: "checklist", id: id)
    self.init(
      id: header.id, title: header.title, version: header.version, source: header.source,
      factsAsOf: header.factsAsOf, items: [])
    for value in try map.nonEmptyMaps("items") {
      var entry = value
      let item = Item(
        key: try entry.text("key"), ask: try entry.text("ask"), evidence: try entry.text("evidence"),
        cites: try entry.text("cites"))
      try entry.refuse(item.key, among: items.map(\.key))
      try entry.finish()
      items.append(item)
    }
    try map.finish()
  }
}
