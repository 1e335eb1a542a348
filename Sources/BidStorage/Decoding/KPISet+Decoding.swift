import BidModel

extension KPISet {
  /// Reads the keys behind the header.
  ///
  /// - Throws: `malformed` with the line, also for a key twice, and a family that is not listed.
  init(_ header: TemplateHeader, _ map: inout YAMLMap) throws(StorageError) {
    var families: [Family] = []
    for var family in try map.maps("families") {
      families.append(
        Family(
          key: try family.text("key"), title: try family.text("title"),
          meaning: try family.optionalText("meaning") ?? ""))
      try family.finish()
    }
    var kpis: [KPIDefinition] = []
    for var kpi in try map.maps("kpis") {
      let definition = try KPIDefinition(&kpi)
      guard families.contains(where: { $0.key == definition.family }) else {
        throw kpi.error(
          "family", "'\(definition.family)' is not among the families", remedy: "Add it there, or correct it")
      }
      guard !kpis.contains(where: { $0.key == definition.key }) else {
        throw kpi.error("key", "two KPIs have the key '\(definition.key)'", remedy: "Give each its own")
      }
      kpis.append(definition)
    }
    self.init(id: header.id, title: header.title, version: header.version, families: families, kpis: kpis)
  }
}

extension KPIDefinition {
  /// Reads one item of `kpis`.
  ///
  /// - Throws: `malformed` with the line.
  init(_ map: inout YAMLMap) throws(StorageError) {
    let key = try map.text("key")
    guard let placeholder = Placeholder(inside: key), placeholder.description == key,
      placeholder.reference.scope.isEmpty, !placeholder.namesForm
    else {
      throw map.error("key", "'\(key)' cannot be a KPI's key", remedy: "Write it as family.kpi")
    }
    let direction = try map.text("direction")
    guard direction == "lower" || direction == "higher" else {
      throw map.error("direction", "'\(direction)' is no direction", remedy: "Write lower or higher")
    }
    self.init(
      key: key, title: try map.text("title"), family: try map.text("family"), unit: try map.text("unit"),
      lowerIsBetter: direction == "lower", definition: try map.text("definition"),
      narrative: try map.optionalText("narrative") ?? "",
      isExtension: try map.flag("extension", default: false))
    try map.finish()
  }
}
