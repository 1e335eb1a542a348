import BidModel

extension KPISet {
  /// Reads a file of `Templates/kpis/`.
  ///
  /// - Throws: `malformed` with the line for an unknown key or family, a key twice, or a key that is not
  ///   `family.kpi`.
  package init(
    yaml: YAMLValue?, id: String, path: String, reading: YAMLReading? = nil
  ) throws(StorageError) {
    var map = try YAMLMap(yaml, path: path, reading: reading)
    let header = try TemplateHeader(&map, kind: "kpis", id: id)
    var families: [Family] = []
    for var entry in try map.maps("families") {
      families.append(
        Family(key: try entry.text("key"), title: try entry.text("title"), meaning: try entry.text("meaning"))
      )
      try entry.finish()
    }
    var kpis: [KPIDefinition] = []
    for var entry in try map.maps("kpis") {
      let kpi = try KPIDefinition(&entry, families: families.map(\.key))
      if !kpi.family.isEmpty, !families.contains(where: { $0.key == kpi.family }) {
        try entry.fault(
          "family", "there is no family '\(kpi.family)'", remedy: "Name one of the families above")
      }
      if !kpi.key.isEmpty, kpis.contains(where: { $0.key == kpi.key }) {
        try entry.fault("key", "two KPIs have the key '\(kpi.key)'", remedy: "Give each its own")
      }
      try entry.finish()
      kpis.append(kpi)
    }
    try map.finish()
    self.init(id: header.id, title: header.title, version: header.version, families: families, kpis: kpis)
  }
}

extension KPIDefinition {
  fileprivate init(_ map: inout YAMLMap, families: [String]) throws(StorageError) {
    let key = try map.text("key")
    if !key.isEmpty, Placeholder(inside: key)?.description != key {
      try map.fault(
        "key", "'\(key)' is not 'family.kpi'", remedy: "Use small letters, digits and underscores")
    }
    let direction = try map.choice("direction", of: ["lower", "higher"])
    self.init(
      key: key, title: try map.text("title"), family: try map.text("family", .oneOf(families)),
      unit: try map.text("unit", .names(.units)),
      lowerIsBetter: direction == "lower", definition: try map.text("definition"),
      narrative: try map.text("narrative"), isExtension: try map.flag("extension", default: false))
  }
}
