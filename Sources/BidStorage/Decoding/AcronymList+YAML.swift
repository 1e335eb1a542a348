import BidModel

extension AcronymList {
  /// Reads a file of acronyms of `Templates/words/`.
  ///
  /// - Throws: `malformed` with the line for an unknown key, or an acronym that stands there twice or
  ///   without its words.
  /// - Complexity: O(*n* · log *n*) in the acronyms.
  package init(
    yaml: YAMLValue?, id: String, path: String, reading: YAMLReading? = nil
  ) throws(StorageError) {
    self.init()
    var map = try YAMLMap(yaml, path: path, reading: reading)
    let header = try TemplateHeader(&map, kind: "words", id: id)
    (self.id, title, version) = (header.id, header.title, header.version)
    (source, factsAsOf) = (header.source, header.factsAsOf)
    if let entries = try map.optionalMap("acronyms") {
      var seen: Set<String> = []
      for pair in entries.pairs {
        guard case .scalar(let long, _) = pair.value.content, !long.isEmpty else {
          try entries.fault(
            pair.key, "'\(pair.key)' must be followed by its words",
            remedy: "Write \"\(pair.key): the words\"")
          continue
        }
        if !seen.insert(pair.key).inserted {
          try entries.fault(pair.key, "'\(pair.key)' is there twice", remedy: "Remove one")
        }
        acronyms.append(Acronym(short: pair.key, long: long))
      }
    }
    try map.finish()
  }
}
