import BidModel

extension KPISet {
  /// Reads a file of `Templates/kpis/`.
  ///
  /// - Throws: `malformed` with the line for an unknown key or family, a key twice, or a key that is not
  ///   `family.kpi`.
  package init(yaml: YAMLValue?, id: String, path: String) throws(StorageError) {
    var map = try YAMLMap(yaml, path: path)
    let header = try TemplateHeader(&map, kind: "kpis", id: id)
    var families: [Family] = []
    for item in try map.list("families") {
      var entry = try YAMLMap(item, path: path)
      families.append(
        Family(key: try entry.text("key"), title: try entry.text("title"), meaning: try entry.text("meaning"))
      )
      try entry.finish()
    }
    var kpis: [KPIDefinition] = []
    for item in try map.list("kpis") {
      var entry = try YAMLMap(item, path: path)
      let kpi = try KPIDefinition(&entry)
      guard families.contains(where: { $0.key == kpi.family }) else {
        throw entry.error(
          "family", "there is no family '\(kpi.family)'", remedy: "Name one of the families above")
      }
      guard !kpis.contains(where: { $0.key == kpi.key }) else {
        throw entry.error("key", "two KPIs have the key '\(kpi.key)'", remedy: "Give each its own")
      }
      try entry.finish()
      kpis.append(kpi)
    }
    try map.finish()
    self.init(id: header.id, title: header.title, version: header.version, families: families, kpis: kpis)
  }
}

extension KPIDefinition {
  fileprivate init(_ map: inout YAMLMap) throws(StorageError) {
    let key = try map.text("key")
    guard Placeholder(inside: key)?.description == key else {
      throw map.error(
        "key", "'\(key)' is not 'family.kpi'", remedy: "Use small letters, digits and underscores")
    }
    let direction = try map.text("direction")
    guard ["lower", "higher"].contains(direction) else {
      throw map.error(
        "direction", "'\(direction)' is not a direction", remedy: "Write lower or higher: which is better")
    }
    self.init(
      key: key, title: try map.text("title"), family: try map.text("family"), unit: try map.text("unit"),
      lowerIsBetter: direction == "lower", definition: try map.text("definition"),
      narrative: try map.text("narrative"), isExtension: try map.flag("extension", default: false))
  }
}
