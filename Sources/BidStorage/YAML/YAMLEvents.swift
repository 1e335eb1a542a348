import CYaml

/// One step of libyaml through a file, copied out of C.
enum YAMLEvent {
  /// A text, with its place and whether it was in quotes or a block.
  case scalar(String, isQuoted: Bool)
  /// A list begins.
  case sequenceStart
  /// A mapping begins.
  case mappingStart
  /// The innermost list or mapping ends.
  case end
  /// A document begins.
  case document
  /// The file ends.
  case finish
}

/// Gives the events of one YAML text and refuses anchors, aliases and tags.
///
/// libyaml comes with Yams, whose own parser gives a tree after expanding it; the events are taken
/// from its C module for that reason alone.
struct YAMLEvents: ~Copyable {
  /// The file, for messages.
  let path: String

  private let firstLine: Int
  // libyaml keeps pointers into itself and into the text: both need an address that stays.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let text: UnsafeMutableBufferPointer<UInt8>

  /// Starts at the beginning of `bytes`, which are UTF-8.
  init(_ bytes: [UInt8], path: String, firstLine: Int) {
    self.path = path
    self.firstLine = firstLine
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    text = .allocate(capacity: max(bytes.count, 1))
    _ = text.initialize(from: bytes)
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, text.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    text.deallocate()
  }

  /// The next event with the line and column where it begins.
  mutating func next() throws(StorageError) -> (event: YAMLEvent, line: Int, column: Int) {
    while true {
      var raw = yaml_event_t()
      guard yaml_parser_parse(parser, &raw) == 1 else { throw failure() }
      defer { yaml_event_delete(&raw) }
      let line = Int(raw.start_mark.line) + firstLine
      if let event = try read(raw, line: line) {
        return (event, line, Int(raw.start_mark.column) + 1)
      }
    }
  }

  /// Copies an event; nil for one that says nothing.
  private func read(_ raw: yaml_event_t, line: Int) throws(StorageError) -> YAMLEvent? {
    switch raw.type {
    case YAML_SCALAR_EVENT:
      let scalar = raw.data.scalar
      try refuse(anchor: scalar.anchor, tag: scalar.tag, line: line)
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return .scalar(
        String(decoding: bytes, as: UTF8.self), isQuoted: scalar.style != YAML_PLAIN_SCALAR_STYLE)
    case YAML_SEQUENCE_START_EVENT:
      let start = raw.data.sequence_start
      try refuse(anchor: start.anchor, tag: start.tag, line: line)
      return .sequenceStart
    case YAML_MAPPING_START_EVENT:
      let start = raw.data.mapping_start
      try refuse(anchor: start.anchor, tag: start.tag, line: line)
      return .mappingStart
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return .end
    case YAML_DOCUMENT_START_EVENT: return .document
    case YAML_STREAM_END_EVENT: return .finish
    case YAML_ALIAS_EVENT:
      throw refusal(
        line, "an alias (*\(String(cString: raw.data.alias.anchor))) is not allowed here",
        "Write the value out, or put text that starts with * in quotes")
    default: return nil
    }
  }

  private func refuse(
    anchor: UnsafeMutablePointer<UInt8>?, tag: UnsafeMutablePointer<UInt8>?, line: Int
  ) throws(StorageError) {
    if let anchor {
      throw refusal(
        line, "an anchor (&\(String(cString: anchor))) is not allowed here",
        "Remove it, or put text that starts with & in quotes")
    }
    if let tag {
      throw refusal(
        line, "a tag (\(String(cString: tag))) is not allowed here",
        "Remove it, or put text that starts with ! in quotes")
    }
  }

  /// A refusal at a line of this file.
  func refusal(_ line: Int, _ problem: String, _ remedy: String) -> StorageError {
    .malformed(path: path, line: line, problem: problem, remedy: remedy)
  }

  /// What libyaml complains of, in the words of somebody who writes YAML by hand.
  private func failure() -> StorageError {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "it cannot be read"
    let mark = parser.pointee.problem_mark
    let context = parser.pointee.context.map { String(cString: $0) } ?? ""
    var line = Int(mark.line) + firstLine
    let (said, remedy): (String, String)
    if problem.contains("unexpected end of stream") || context.contains("quoted scalar") {
      // The place where the text runs out helps nobody: the opening does.
      line = Int(parser.pointee.context_mark.line) + firstLine
      (said, remedy) = ("a quote that opens here is not closed", "Close it, or double a quote inside it")
    } else if problem.contains("Maximum nesting level") {
      (said, remedy) = ("values are nested deeper than \(StrictYAML.depthLimit) levels", "Flatten them")
    } else if problem.contains("mapping values are not allowed") {
      (said, remedy) = ("there is a colon where none may stand", "Put the text with the colon in quotes")
    } else if problem.contains("cannot start any token") {
      (said, remedy) = (
        "a value starts with a tab, @, ` or %", "Use spaces to indent, or put the value in quotes"
      )
    } else if problem.contains("could not find expected ':'") {
      // The line of the key, not the one where the parser gave up looking for its colon.
      if context.contains("simple key") { line = Int(parser.pointee.context_mark.line) + firstLine }
      (said, remedy) = (
        "a key has no colon after it", "Write \"key: value\", or indent the text under its key"
      )
    } else if problem.contains("did not find expected") {
      (said, remedy) = (
        "the indentation or a bracket is not as it must be here",
        "Line it up with the lines above, or close the bracket"
      )
    } else if problem.contains("control characters") {
      line = firstLine + text.prefix(parser.pointee.problem_offset).count { $0 == 10 }
      (said, remedy) = ("there is a control character", "Delete it")
    } else {
      (said, remedy) = ("this is not valid YAML (\(problem))", "Correct the line")
    }
    // At the end of the text the parser stands behind the last line.
    let lines = text.count { $0 == 10 } + (text.last == 10 ? 0 : 1)
    return refusal(min(line, max(1, lines) + firstLine - 1), said, remedy)
  }
}
