import BidModel

extension AnswerTemplate {
  /// Reads a file of `Templates/answers/`.
  ///
  /// - Throws: `malformed` with the line for an unknown key, two parts with one key, an unknown mark, or
  ///   shares that do not sum to 100.
  package init(
    yaml: YAMLValue?, id: String, path: String, reading: YAMLReading? = nil
  ) throws(StorageError) {
    var map = try YAMLMap(yaml, path: path, reading: reading)
    let header = try TemplateHeader(&map, kind: "answer", id: id)
    var parts: [PartTemplate] = []
    for var entry in try map.maps("parts") {
      let part = try PartTemplate(&entry)
      if !part.key.isEmpty, parts.contains(where: { $0.key == part.key }) {
        try entry.fault("key", "two parts have the key '\(part.key)'", remedy: "Give each its own")
      }
      try entry.finish()
      parts.append(part)
    }
    if !parts.contains(where: \.isSubmitted) {
      try map.fault(
        "parts", "the template has no part that is submitted", remedy: "Add one", isOfWhole: true)
    }
    let sum = parts.reduce(0) { $0 + $1.share }
    if sum != 0, abs(sum - 100) >= 0.5 {
      try map.fault(
        "parts", "the shares of the parts sum to \(((sum * 10).rounded() / 10).plain), not 100",
        remedy: "Mend the shares",
        isOfWhole: true)
    }
    try map.finish()
    self.init(id: header.id, title: header.title, version: header.version, parts: parts)
  }
}

extension PartTemplate {
  fileprivate init(_ map: inout YAMLMap) throws(StorageError) {
    self.init(key: try map.text("key"), title: try map.text("title"))
    isHidden = try map.flag("hidden", default: false)
    share = try map.optionalNumber("share") ?? 0
    guidance = try map.optionalText("guidance") ?? ""
    prompts = try map.texts("prompts")
    for name in try map.choices("expects", of: Mark.allCases.map(\.name), called: "a mark") {
      if let mark = Mark(name: name) { expects.insert(MarkSet(mark)) }
    }
    families = try map.texts("families", of: .names(.families))
    aliases = try map.texts("aliases")
    was = try map.oneOrMore("was")
    isOptional = try map.flag("optional", default: false)
    repeats = try map.flag("repeats", default: false)
    if let name = try map.optionalChoice("export", of: Export.allCases.map(\.rawValue)) {
      export = Export(rawValue: name) ?? .own
    }
  }
}
