import BidModel

extension WorkedExample {
  /// Reads a file of `Templates/examples/`.
  ///
  /// - Throws: `malformed` with the line for an unknown or missing key, or an example without parts.
  package init(
    yaml: YAMLValue?, id: String, path: String, reading: YAMLReading? = nil
  ) throws(StorageError) {
    var map = try YAMLMap(yaml, path: path, reading: reading)
    let header = try TemplateHeader(&map, kind: "example", id: id)
    let service = try map.text("service")
    let template = try map.text("template", .names(.templates(.answers)))
    var parts: [Text] = []
    if var texts = try map.optionalMap("parts") {
      for pair in texts.pairs { parts.append(Text(key: pair.key, text: try texts.text(pair.key))) }
    }
    if parts.isEmpty {
      try map.fault(
        "parts", "the example has no parts", remedy: "Add \"parts:\" with the template's keys",
        isOfWhole: true)
    }
    let tenderLine = try map.text("tender_line")
    try map.finish()
    self.init(
      id: header.id, title: header.title, version: header.version, service: service, template: template,
      parts: parts, tenderLine: tenderLine)
  }
}
