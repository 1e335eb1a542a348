import BidModel

/// `waivers.yaml` of a bid: points of the gate that may pass, each with a reason. Read strictly, only ever
/// added to at its end; taking an entry out brings the point back.
package enum WaiverFile {
  /// Reads the waivers.
  ///
  /// - Throws: `malformed` with the line.
  package static func read(_ bytes: [UInt8], path: String) throws(StorageError) -> [Waiver] {
    guard let yaml = try StrictYAML.parse(bytes, path: path) else { return [] }
    var map = try YAMLMap(yaml, path: path)
    var waivers: [Waiver] = []
    for item in try map.maps("waivers") {
      var entry = item
      waivers.append(
        Waiver(
          item: try entry.text("item"), reason: try entry.text("reason"),
          by: try entry.optionalText("by") ?? "", on: try entry.optionalText("on") ?? "", line: entry.line))
      try entry.finish()
    }
    try map.finish()
    return waivers
  }

  /// The file with one more waiver at its end.
  ///
  /// - Throws: `malformed` when the file as it is cannot be read, or something stands after the entries.
  package static func appending(_ waiver: Waiver, to bytes: [UInt8], path: String) throws(StorageError)
    -> [UInt8]
  {
    let old = try read(bytes, path: path)
    var lines = ReviewLines()
    lines.text = String(decoding: bytes, as: UTF8.self)
    if lines.text.isEmpty {
      lines.text = "# Points of the gate that may pass. Take one out and it blocks again.\n"
    }
    if lines.text.utf8.last != 0x0A { lines.text += "\n" }
    if old.isEmpty, !lines.text.split(separator: "\n").contains(where: { $0.hasPrefix("waivers:") }) {
      lines.text += "waivers:\n"
    }
    lines.add(
      fields: [("item", waiver.item), ("reason", waiver.reason), ("by", waiver.by), ("on", waiver.on)],
      indent: "  ", dash: true)
    let written = Array(lines.text.utf8)
    guard try read(written, path: path).count == old.count + 1 else {
      throw .malformed(
        path: path, line: nil, problem: "a waiver cannot be added at its end",
        remedy: "Make \"waivers:\" the last key of the file, its entries indented by two spaces")
    }
    return written
  }
}
