import BidModel

/// One person's file of one question in one round, `reviews/red/ann/2.1.yaml`: read strictly, printed whole.
///
/// Printing is a function of the sheet alone, each entry on lines of its own and newest last, so that what
/// two branches added merges line by line. Comment lines at the head of the file are kept.
package enum ReviewFile {
  /// Reads a sheet.
  ///
  /// - Throws: `malformed` with the line for an unknown key or value, or a file whose keys do not say what its
  ///   folders do.
  /// - Complexity: O(*n*) in the length of the file.
  package static func read(_ bytes: [UInt8], path: String, place: ReviewPath) throws(StorageError)
    -> ReviewSheet
  {
    var map = try YAMLMap(try StrictYAML.parse(bytes, path: path), path: path)
    let said = ReviewPath(
      round: try map.text("round"), person: try map.text("person"), question: try map.text("question"))
    guard said.relative == place.relative else {
      throw map.error(
        "person", "the file says it is \(said.relative), and stands as \(place.relative)",
        remedy: "Give it back to its folder, or correct round, person and question")
    }
    var sheet = ReviewSheet(round: said.round, person: said.person, question: said.question)
    try sheet.readHead(&map)
    for item in try map.maps("scores") { sheet.scores.append(try QuestionScore(item)) }
    for item in try map.maps("found") { sheet.found.append(try SubAskFound(item)) }
    for item in try map.maps("comments") {
      let comment = try ReviewComment(item)
      guard !sheet.comments.contains(where: { $0.id == comment.id }) else {
        throw item.error("id", "two comments have the id '\(comment.id)'", remedy: "Give one another number")
      }
      sheet.comments.append(comment)
    }
    for item in try map.maps("replies") { sheet.replies.append(try ReviewReply(item)) }
    for item in try map.maps("resolutions") { sheet.resolutions.append(try ReviewResolution(item)) }
    for item in try map.maps("verifications") { sheet.verifications.append(try ReviewVerification(item)) }
    for item in try map.maps("moderation") { sheet.moderations.append(try Moderation(item)) }
    if let item = try map.optionalMap("sign_off") { sheet.signOff = try SignOff(item) }
    try map.finish()
    return sheet
  }

  /// The bytes of the file that holds `sheet`.
  ///
  /// - Parameter old: The file as it is, whose comment lines at the head stay.
  /// - Complexity: O(*n*) in what the sheet holds.
  package static func print(_ sheet: ReviewSheet, replacing old: [UInt8] = []) -> [UInt8] {
    var lines = ReviewLines()
    lines.text = head(of: old)
    lines.add(
      fields: [
        ("round", sheet.round), ("person", sheet.person), ("question", sheet.question),
        ("started", sheet.started), ("submitted", sheet.submitted), ("version", sheet.version),
        ("seconds", sheet.seconds == 0 ? "" : String(sheet.seconds)), ("left", sheet.left),
        ("reached", sheet.reached == 0 ? "" : String(sheet.reached)),
      ])
    lines.add(list: "scores", sheet.scores.map(\.fields))
    lines.add(list: "found", sheet.found.map { ($0.fields, $0.anchor?.lists ?? []) })
    lines.add(list: "comments", sheet.comments.map { ($0.fields, $0.anchor.lists) })
    lines.add(list: "replies", sheet.replies.map(\.fields))
    lines.add(list: "resolutions", sheet.resolutions.map(\.fields))
    lines.add(list: "verifications", sheet.verifications.map(\.fields))
    lines.add(list: "moderation", sheet.moderations.map(\.fields))
    if let signOff = sheet.signOff {
      lines.text += "sign_off:\n"
      lines.add(fields: signOff.fields, indent: "  ")
      lines.add(list: "figures", signOff.figures.map(\.fields), indent: "  ")
    }
    return Array(lines.text.utf8)
  }

  private static func head(of old: [UInt8]) -> String {
    let text = String(decoding: old, as: UTF8.self)
    let kept = text.split(separator: "\n", omittingEmptySubsequences: false).prefix { $0.hasPrefix("#") }
    guard old.isEmpty || kept.isEmpty else { return kept.map { "\($0)\n" }.joined() }
    return "# One reviewer's own file: nobody else writes it. Others answer in files of their own.\n"
  }
}

/// Lines of YAML as they are put together: keys with quoted values.
struct ReviewLines {
  var text = ""

  /// Adds fields, those without a value left out.
  mutating func add(fields: [(String, String)], indent: String = "", dash: Bool = false) {
    var lead = dash ? "- " : ""
    for (key, value) in fields where !value.isEmpty {
      text += "\(indent)\(lead)\(key): \(Self.scalar(value))\n"
      if dash { lead = "  " }
    }
  }

  /// A list inside an entry of a list.
  struct List {
    var key: String
    var entries: [[(String, String)]]
  }

  /// Adds a list of entries; nothing for none.
  mutating func add(list key: String, _ entries: [[(String, String)]], indent: String = "") {
    add(list: key, entries.map { ($0, []) }, indent: indent)
  }

  /// Adds a list of entries that may hold lists themselves.
  mutating func add(
    list key: String, _ entries: [(fields: [(String, String)], lists: [List])], indent: String = ""
  ) {
    guard !entries.isEmpty else { return }
    text += "\(indent)\(key):\n"
    for entry in entries {
      add(fields: entry.fields, indent: indent + "  ", dash: true)
      for list in entry.lists {
        text += "\(indent)    \(list.key):\n"
        for item in list.entries { add(fields: item, indent: indent + "      ", dash: true) }
      }
    }
  }

  /// A value as YAML: bare where that is safe to read back as the same text, else in quotes.
  private static func scalar(_ value: String) -> String {
    let isPlain = value.utf8.allSatisfy {
      (48...57).contains($0) || (97...122).contains($0) || $0 == 0x20
    }
    let isBare = isPlain && value.utf8.first != 0x20 && value.utf8.last != 0x20
    return isBare ? value : QuotedScalar.write(value)
  }
}
