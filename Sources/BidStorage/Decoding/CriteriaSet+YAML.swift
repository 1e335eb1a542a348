import BidModel

extension CriteriaSet {
  /// Reads a file of `Templates/criteria/`.
  ///
  /// - Throws: `malformed` with the line for an unknown or missing key, or a criterion given twice.
  package init(
    yaml: YAMLValue?, id: String, path: String, reading: YAMLReading? = nil
  ) throws(StorageError) {
    var map = try YAMLMap(yaml, path: path, reading: reading)
    let header = try TemplateHeader(&map, kind: "criteria", id: id)
    self.init(id: header.id, title: header.title, version: header.version, criteria: [])
    for item in try map.nonEmptyMaps("criteria") {
      var entry = item
      let criterion = Criterion(
        key: try entry.text("key"), title: try entry.text("title"), meaning: try entry.text("meaning"),
        shows: try entry.texts("shows"), cites: try entry.text("cites"))
      try entry.refuse(criterion.key, among: criteria.map(\.key))
      try entry.finish()
      criteria.append(criterion)
    }
    try map.finish()
  }
}

extension YAMLMap {
  /// The mappings in the list of a key that must hold one at least.
  ///
  /// - Throws: `malformed` when it is missing, empty or not a list of mappings.
  mutating func nonEmptyMaps(_ key: String) throws(StorageError) -> [YAMLMap] {
    let maps = try maps(key)
    if maps.isEmpty {
      try fault(
        key, "there is nothing under '\(key)'", remedy: "Add one item at least, after \"- \"",
        isOfWhole: true)
    }
    return maps
  }

  /// Refuses a key that an item before has.
  ///
  /// - Throws: `malformed` at the line of the second.
  func refuse(_ name: String, among earlier: [String], under key: String = "key") throws(StorageError) {
    guard !name.isEmpty, earlier.contains(name) else { return }
    try fault(key, "'\(name)' is there twice", remedy: "Rename or remove one")
  }
}
