import BidModel

/// The lenses that a `bid.yaml` names, changed by a splice: every byte but those of one name stays, comments
/// above all.
///
/// The parser says where each name begins and whether the list stands in brackets, on lines of its own or is
/// one text; a name is then put in behind the last, or taken out with the comma beside it or its line. What
/// comes of it is read again, and refused when it is not what was wanted: so a form that is not foreseen here
/// harms nothing.
///
/// Limitations: a comment behind a name that is taken out of a list of lines goes with it.
package enum LensList {
  /// The file with its lenses being `ids`, which differ from those it has by one name, or stand in its place
  /// when it names none.
  ///
  /// - Throws: `malformed` for a file that cannot be read; `refused` where the list has to be changed by hand.
  /// - Complexity: O(*n*) in the bytes.
  package static func setting(
    _ ids: [String], in bytes: [UInt8], path: String
  ) throws(StorageError) -> [UInt8] {
    var text = bytes
    let yaml = try StrictYAML.parse(bytes, path: path)
    guard case .mapping(let pairs) = yaml?.content,
      let pair = ["lenses", "themes"].lazy.compactMap({ key in pairs.first { $0.key == key } }).first
    else {
      insertKey(ids, after: yaml.map { template(of: $0) } ?? nil, in: &text)
      return try checked(text, ids, path: path)
    }
    let places = TextPlaces(text)
    switch pair.value.content {
    case .scalar(let old, let isQuoted):
      guard !pair.value.isEmpty else {
        let end = places.endOfKey(pair)
        text.replaceSubrange(end..<end, with: Array(" \(list(ids))".utf8))
        break
      }
      let start = places.offset(of: pair.value)
      let end = start + old.utf8.count + (isQuoted ? 2 : 0)
      text.replaceSubrange(start..<end, with: Array(list(ids).utf8))
    case .sequence(let items):
      let names = items.map { item -> String in
        if case .scalar(let name, _) = item.content { name } else { "" }
      }
      if let new = ids.first(where: { !names.contains($0) }) {
        add(new, behind: items.last, to: pair.value, places, in: &text)
      } else if let index = names.firstIndex(where: { !ids.contains($0) }) {
        remove(index, of: items, in: pair.value, places, from: &text)
      }
    case .mapping: break
    }
    return try checked(text, ids, path: path)
  }

  private static func list(_ ids: [String]) -> String { "[\(ids.joined(separator: ", "))]" }

  /// The pair behind which a new key goes.
  private static func template(of yaml: YAMLValue) -> YAMLPair? {
    guard case .mapping(let pairs) = yaml.content else { return nil }
    return pairs.first { pair in
      if case .scalar = pair.value.content { pair.key == "template" && !pair.value.isEmpty } else { false }
    }
  }

  private static func insertKey(_ ids: [String], after pair: YAMLPair?, in text: inout [UInt8]) {
    let line = Array("lenses: \(list(ids))".utf8)
    let newline = Array((text.contains(0x0D) ? "\r\n" : "\n").utf8)
    guard let pair else {
      if !text.isEmpty, text.last != 0x0A { text += newline }
      return text += line + newline
    }
    let places = TextPlaces(text)
    let end = places.start(ofLine: pair.value.line + 1)
    // A last line without its end gets one.
    text.insert(contentsOf: text[end - 1] == 0x0A ? line + newline : newline + line, at: end)
  }

  private static func add(
    _ id: String, behind last: YAMLValue?, to list: YAMLValue, _ places: TextPlaces, in text: inout [UInt8]
  ) {
    guard let last, case .scalar = last.content else {
      let start = places.offset(of: list) + 1
      return text.insert(contentsOf: id.utf8, at: start)
    }
    if text[places.offset(of: list)] == UInt8(ascii: "[") {
      return text.insert(contentsOf: ", \(id)".utf8, at: places.end(of: last))
    }
    // The new line begins as that of the last name: its indentation and its dash.
    let start = places.start(ofLine: last.line)
    let head = Array(text[start..<places.offset(of: last)])
    let end = places.start(ofLine: last.line + 1)
    let newline = Array((text[..<end].suffix(2) == [0x0D, 0x0A] ? "\r\n" : "\n").utf8)
    text.insert(
      contentsOf: text[end - 1] == 0x0A ? head + Array(id.utf8) + newline : newline + head + Array(id.utf8),
      at: end)
  }

  private static func remove(
    _ index: Int, of items: [YAMLValue], in list: YAMLValue, _ places: TextPlaces, from text: inout [UInt8]
  ) {
    guard text[places.offset(of: list)] == UInt8(ascii: "[") else {
      let line = items[index].line
      return text.removeSubrange(places.start(ofLine: line)..<places.start(ofLine: line + 1))
    }
    let isFirst = index == 0
    let start = isFirst ? places.offset(of: items[0]) : places.end(of: items[index - 1])
    let end = isFirst && items.count > 1 ? places.offset(of: items[1]) : places.end(of: items[index])
    text.removeSubrange(start..<end)
  }

  private static func checked(
    _ text: [UInt8], _ ids: [String], path: String
  ) throws(StorageError) -> [UInt8] {
    var problems: [FileProblem] = []
    let found = (try? StrictYAML.parse(text, path: path)).flatMap {
      try? Bid(yaml: $0, path: path, problems: &problems).choice.themes
    }
    guard found == ids else {
      throw .refused(
        problem: "the lenses in \(path.visible) are written in a way that is not changed safely",
        remedy: "Write ‘lenses: \(list(ids))’ there by hand; nothing was changed")
    }
    return text
  }
}

/// Where the values of a YAML text stand in its bytes.
private struct TextPlaces {
  private let bytes: [UInt8]
  /// The first byte of each line, and the end.
  private var starts: [Int] = [0]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    for (index, byte) in bytes.enumerated() where byte == 0x0A { starts.append(index + 1) }
  }

  /// The first byte of a line, from 1; of a line behind the last the end.
  func start(ofLine line: Int) -> Int { line - 1 < starts.count ? starts[line - 1] : bytes.count }

  func offset(of value: YAMLValue) -> Int { offset(line: value.line, column: value.column) }

  /// The byte behind a name, with its quotes.
  func end(of value: YAMLValue) -> Int {
    guard case .scalar(let text, let isQuoted) = value.content else { return offset(of: value) }
    return offset(of: value) + text.utf8.count + (isQuoted ? 2 : 0)
  }

  /// The byte behind the colon of a key.
  func endOfKey(_ pair: YAMLPair) -> Int {
    let start = offset(line: pair.line, column: pair.column)
    return (bytes[start...].firstIndex(of: UInt8(ascii: ":")) ?? start) + 1
  }

  private func offset(line: Int, column: Int) -> Int {
    // The mark of byte order is no column.
    var index = start(ofLine: line)
    if index == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    for _ in 1..<max(1, column) where index < bytes.count {
      index += 1
      while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
    }
    return index
  }
}
