import BidModel

extension AnswerTemplate {
  /// Reads a file of `Templates/answers/`.
  ///
  /// - Throws: `malformed` with the line for an unknown key, two parts with one key, an unknown mark, or
  ///   shares that do not sum to 100.
  package init(yaml: YAMLValue?, id: String, path: String) throws(StorageError) {
    var map = try YAMLMap(yaml, path: path)
    let header = try TemplateHeader(&map, kind: "answer", id: id)
    var parts: [PartTemplate] = []
    for item in try map.list("parts") {
      var entry = try YAMLMap(item, path: path)
      let part = try PartTemplate(&entry)
      guard !parts.contains(where: { $0.key == part.key }) else {
        throw entry.error("key", "two parts have the key '\(part.key)'", remedy: "Give each its own")
      }
      try entry.finish()
      parts.append(part)
    }
    guard parts.contains(where: \.isSubmitted) else {
      throw map.error("parts", "the template has no part that is submitted", remedy: "Add one")
    }
    let sum = parts.reduce(0) { $0 + $1.share }
    guard sum == 0 || abs(sum - 100) < 0.5 else {
      throw map.error(
        "parts", "the shares of the parts sum to \(Int(sum.rounded())), not 100", remedy: "Mend the shares")
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
    for name in try map.texts("expects") {
      guard let mark = Mark(name: name) else {
        throw map.error(
          "expects", "'\(name)' is not a mark", remedy: "Use claimed, operational, evidenced or assured")
      }
      expects.insert(MarkSet(mark))
    }
    families = try map.texts("families")
    aliases = try map.texts("aliases")
    was = try map.oneOrMore("was")
    isOptional = try map.flag("optional", default: false)
    repeats = try map.flag("repeats", default: false)
    guard let name = try map.optionalText("export") else { return }
    guard let export = Export(rawValue: name) else {
      throw map.error("export", "'\(name)' is no way to export a part", remedy: "Use own, merged or hidden")
    }
    self.export = export
  }
}
