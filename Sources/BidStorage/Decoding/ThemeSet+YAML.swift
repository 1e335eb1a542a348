import BidModel

extension ThemeSet {
  /// Reads a file of `Templates/themes/`.
  ///
  /// - Throws: `malformed` with the line for an unknown key, a theme twice, or a phrase that is not a
  ///   pattern.
  /// - Complexity: O(*n*) in the length of the file.
  package init(
    yaml: YAMLValue?, id: String, path: String, reading: YAMLReading? = nil
  ) throws(StorageError) {
    var map = try YAMLMap(yaml, path: path, reading: reading)
    let header = try TemplateHeader(&map, kind: "themes", id: id)
    var themes: [Theme] = []
    let classes = try map.wordClasses("words")
    for item in try map.maps("themes") {
      let theme = try Theme(item)
      if !theme.key.isEmpty, themes.contains(where: { $0.key == theme.key }) {
        try item.fault("key", "the theme '\(theme.key)' is there twice", remedy: "Rename or remove one")
      }
      themes.append(theme)
    }
    if themes.isEmpty {
      try map.fault("themes", "the file has no theme", remedy: "Add one under \"themes:\"", isOfWhole: true)
    }
    try map.finish()
    self.init(id: header.id, title: header.title, version: header.version, themes: themes)
    source = header.source
    factsAsOf = header.factsAsOf
    self.classes = classes
  }
}

extension Theme {
  /// Reads one theme of a file.
  init(_ item: YAMLMap) throws(StorageError) {
    var map = item
    var indicators = Indicators()
    let key = try map.text("key")
    let title = try map.text("title")
    let meaning = try map.text("meaning")
    indicators.strong = try map.patterns("strong")
    indicators.sure = try map.patterns("sure")
    indicators.weak = try map.patterns("weak")
    indicators.helpers = try map.patterns("helpers")
    indicators.exceptions = try map.patterns("except")
    indicators.inherits = try map.flag("inherits", default: true)
    indicators.continues = try map.flag("continues", default: false)
    indicators.needsWork = try map.flag("needs_work", default: false)
    indicators.countsResults = try map.flag("counts_results", default: false)
    var needs: [Mark: String] = [:]
    if var sentences = try map.optionalMap("needs") {
      for mark in Mark.allCases { needs[mark] = try sentences.optionalText(mark.name) }
      try sentences.finish()
    }
    let holds = try map.texts("holds")
    let lacks = try map.texts("lacks")
    try map.finish()
    self.init(key: key, title: title, meaning: meaning, indicators: indicators, needs: needs)
    self.holds = holds
    self.lacks = lacks
  }
}
