/// Builds the value of one document from its events.
enum YAMLTree {
  /// The one value of the text; nil when there is none.
  static func build(_ events: inout YAMLEvents) throws(StorageError) -> YAMLValue? {
    var nodes = 0
    let start = try events.next()
    guard case .document = start.event else { return nil }
    let root = try value(try events.next(), depth: 0, nodes: &nodes, &events)
    let after = try events.next()
    guard case .finish = after.event else {
      throw events.refusal(
        after.line, "a second document begins here", "Keep one document, without \"---\" after it")
    }
    return root.isEmpty ? nil : root
  }

  /// The value that begins with `first`.
  private static func value(
    _ first: (event: YAMLEvent, line: Int, column: Int), depth: Int, nodes: inout Int,
    _ events: inout YAMLEvents
  ) throws(StorageError) -> YAMLValue {
    nodes += 1
    guard nodes <= StrictYAML.nodeLimit else {
      throw events.refusal(
        first.line, "there are more than \(StrictYAML.nodeLimit) values", "Split the file")
    }
    let content: YAMLValue.Content
    switch first.event {
    case .scalar(let text, let isQuoted): content = .scalar(text, isQuoted: isQuoted)
    case .sequenceStart, .mappingStart:
      guard depth < StrictYAML.depthLimit else {
        throw events.refusal(
          first.line, "values are nested deeper than \(StrictYAML.depthLimit) levels", "Flatten them")
      }
      if case .sequenceStart = first.event {
        content = .sequence(try sequence(depth: depth, nodes: &nodes, &events))
      } else {
        content = .mapping(try mapping(depth: depth, nodes: &nodes, &events))
      }
    case .end, .document, .finish:
      throw events.refusal(first.line, "a value is missing", "Add it")
    }
    return YAMLValue(content: content, line: first.line, column: first.column)
  }

  private static func sequence(
    depth: Int, nodes: inout Int, _ events: inout YAMLEvents
  ) throws(StorageError) -> [YAMLValue] {
    var items: [YAMLValue] = []
    while true {
      let next = try events.next()
      if case .end = next.event { return items }
      items.append(try value(next, depth: depth + 1, nodes: &nodes, &events))
    }
  }

  private static func mapping(
    depth: Int, nodes: inout Int, _ events: inout YAMLEvents
  ) throws(StorageError) -> [YAMLPair] {
    var pairs: [YAMLPair] = []
    var lines: [String: Int] = [:]
    while true {
      let next = try events.next()
      if case .end = next.event { return pairs }
      guard case .scalar(let key, _) = next.event else {
        throw events.refusal(next.line, "a key must be a text", "Put the key in quotes")
      }
      nodes += 1
      if let earlier = lines.updateValue(next.line, forKey: key) {
        throw events.refusal(
          next.line, "the key '\(key)' is already at line \(earlier)", "Keep one of the two")
      }
      let item = try value(try events.next(), depth: depth + 1, nodes: &nodes, &events)
      pairs.append(YAMLPair(key: key, line: next.line, column: next.column, value: item))
    }
  }
}
