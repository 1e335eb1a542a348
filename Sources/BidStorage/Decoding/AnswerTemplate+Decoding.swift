import BidModel

extension AnswerTemplate {
  /// Reads the keys behind the header.
  ///
  /// - Throws: `malformed` with the line, also when the budget shares do not sum to 100, two parts
  ///   share a key or a heading, or there is no part.
  init(_ header: TemplateHeader, _ map: inout YAMLMap) throws(StorageError) {
    var parts: [PartTemplate] = []
    var headings: Set<String> = []
    for var part in try map.maps("parts") {
      let read = try PartTemplate(&part)
      guard !parts.contains(where: { $0.key == read.key }) else {
        throw part.error("key", "two parts have the key '\(read.key)'", remedy: "Give each its own")
      }
      for heading in [read.title] + read.aliases {
        guard headings.insert(heading.lowercased()).inserted else {
          throw part.error(
            "title", "two parts are found under the heading '\(heading)'",
            remedy: "Remove it from one of them")
        }
      }
      parts.append(read)
    }
    guard !parts.isEmpty else {
      throw map.error("parts", "the template has no part", remedy: "Add at least one under 'parts'")
    }
    let total = parts.lazy.filter { !$0.isHidden }.map(\.share).reduce(0, +)
    guard (total - 100).magnitude < 0.01 else {
      let whole = total == total.rounded() ? "\(Int(total))" : "\(total)"
      throw map.error(
        "parts", "the shares of the counted parts sum to \(whole), not 100",
        remedy: "Change them until they do")
    }
    self.init(id: header.id, title: header.title, version: header.version, parts: parts)
  }
}

extension PartTemplate {
  /// Reads one item of `parts`.
  ///
  /// - Throws: `malformed` with the line.
  init(_ map: inout YAMLMap) throws(StorageError) {
    let key = try map.text("key")
    guard TemplateLocator.isName(key) else {
      throw map.error(
        "key", "'\(key)' cannot be the key of a part", remedy: "Use small letters, digits and hyphens")
    }
    self.init(key: key, title: try map.text("title"))
    isHidden = try map.flag("hidden", default: false)
    share = try map.optionalNumber("share") ?? 0
    guard (0...100).contains(share), !isHidden || share == 0 else {
      throw map.error(
        "share", "a share is a percentage, and a hidden part has none", remedy: "Write 0 to 100, or remove it"
      )
    }
    guidance = try map.optionalText("guidance") ?? ""
    prompts = try map.texts("prompts")
    for name in try map.texts("expects") {
      guard let mark = Mark(name: name) else {
        throw map.error(
          "expects", "'\(name)' is no mark",
          remedy: "Use \(Mark.allCases.map(\.name).joined(separator: ", "))")
      }
      expects.insert(MarkSet(mark))
    }
    families = try map.texts("families")
    aliases = try map.texts("aliases")
    try map.finish()
  }
}
