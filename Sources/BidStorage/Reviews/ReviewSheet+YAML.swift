import BidModel

/// Each entry of a review file: how it is read, and its fields as they are printed.
extension ReviewSheet {
  mutating func readHead(_ map: inout YAMLMap) throws(StorageError) {
    started = try map.optionalText("started") ?? ""
    submitted = try map.optionalText("submitted") ?? ""
    version = try map.optionalText("version") ?? ""
    seconds = max(0, try map.optionalInteger("seconds") ?? 0)
    left = try map.optionalText("left") ?? ""
    reached = max(0, try map.optionalInteger("reached") ?? 0)
  }
}

extension QuestionScore {
  init(_ item: YAMLMap) throws(StorageError) {
    var map = item
    self.init(
      criterion: try map.optionalText("criterion") ?? "", score: try map.number("score"),
      reason: try map.text("reason"), lift: try map.optionalText("lift") ?? "")
    try map.finish()
  }

  var fields: [(String, String)] {
    [("criterion", criterion), ("score", score.plain), ("reason", reason), ("lift", lift)]
  }
}

extension SubAskFound {
  init(_ item: YAMLMap) throws(StorageError) {
    var map = item
    guard let ask = try map.optionalInteger("ask"), ask > 0 else {
      throw map.error("ask", "the sub-ask has no number", remedy: "Write \"ask: 1\" for the first")
    }
    let isFound = try map.flag("seen", default: true)
    let anchor = try TextAnchor(&map)
    self.init(ask: ask, anchor: isFound ? anchor : nil)
    try map.finish()
  }

  var fields: [(String, String)] {
    [("ask", String(ask))] + (anchor.map(\.fields) ?? [("seen", "no")])
  }
}

extension ReviewComment {
  init(_ item: YAMLMap) throws(StorageError) {
    var map = item
    let id = try map.text("id")
    let kind = try map.choice("kind", Kind.self)
    let severity = try map.choice("severity", Severity.self)
    let text = try map.text("text")
    let suggestion = try map.optionalText("suggestion") ?? ""
    let at = try map.optionalText("at") ?? ""
    self.init(
      id: id, kind: kind, severity: severity, text: text, suggestion: suggestion,
      anchor: try TextAnchor(&map), at: at)
    try map.finish()
  }

  var fields: [(String, String)] {
    [
      ("id", id), ("kind", kind.rawValue), ("severity", severity.rawValue), ("text", text),
      ("suggestion", suggestion), ("at", at),
    ] + anchor.fields
  }
}

extension TextAnchor {
  init(_ map: inout YAMLMap) throws(StorageError) {
    self.init(
      part: try map.optionalText("part") ?? "", block: try map.optionalText("block") ?? "",
      ordinal: max(0, try map.optionalInteger("ordinal") ?? 0),
      offset: max(0, try map.optionalInteger("offset") ?? 0), quote: try map.optionalText("quote") ?? "",
      before: try map.optionalText("before") ?? "", after: try map.optionalText("after") ?? "",
      above: try map.optionalText("above") ?? "", below: try map.optionalText("below") ?? "")
    for item in try map.maps("further") {
      var further = item
      following.append(try TextAnchor(&further))
      try further.finish()
    }
  }

  /// The further paragraphs of a selection, as a list of their own.
  var lists: [ReviewLines.List] {
    following.isEmpty ? [] : [.init(key: "further", entries: following.map(\.fields))]
  }

  var fields: [(String, String)] {
    [
      ("part", part), ("block", block), ("ordinal", ordinal == 0 ? "" : String(ordinal)),
      ("offset", offset == 0 ? "" : String(offset)), ("quote", quote), ("before", before), ("after", after),
      ("above", above), ("below", below),
    ]
  }
}

extension ReviewReply {
  init(_ item: YAMLMap) throws(StorageError) {
    var map = item
    self.init(
      comment: try map.text("comment"), text: try map.text("text"), at: try map.optionalText("at") ?? "")
    try map.finish()
  }

  var fields: [(String, String)] { [("comment", comment), ("text", text), ("at", at)] }
}

extension ReviewResolution {
  init(_ item: YAMLMap) throws(StorageError) {
    var map = item
    self.init(
      comment: try map.text("comment"), state: try map.choice("state", State.self),
      reason: try map.optionalText("reason") ?? "", assignee: try map.optionalText("to") ?? "",
      at: try map.optionalText("at") ?? "")
    if state == .declined, reason.isEmpty {
      throw map.error("state", "the comment is declined without a reason", remedy: "Add \"reason: …\"")
    }
    try map.finish()
  }

  var fields: [(String, String)] {
    [("comment", comment), ("state", state.rawValue), ("reason", reason), ("to", assignee), ("at", at)]
  }
}

extension ReviewVerification {
  init(_ item: YAMLMap) throws(StorageError) {
    var map = item
    self.init(
      comment: try map.text("comment"), isFixed: try map.flag("fixed", default: false),
      note: try map.optionalText("note") ?? "", at: try map.optionalText("at") ?? "")
    try map.finish()
  }

  var fields: [(String, String)] {
    [("comment", comment), ("fixed", isFixed ? "yes" : "no"), ("note", note), ("at", at)]
  }
}

extension Moderation {
  init(_ item: YAMLMap) throws(StorageError) {
    var map = item
    self.init(
      criterion: try map.optionalText("criterion") ?? "", score: try map.number("score"),
      rationale: try map.text("rationale"), at: try map.optionalText("at") ?? "")
    try map.finish()
  }

  var fields: [(String, String)] {
    [("criterion", criterion), ("score", score.plain), ("rationale", rationale), ("at", at)]
  }
}

extension SignOff {
  init(_ item: YAMLMap) throws(StorageError) {
    var map = item
    self.init(
      fingerprint: try map.text("fingerprint"), version: try map.optionalText("version") ?? "",
      at: try map.optionalText("at") ?? "")
    for item in try map.maps("figures") { figures.append(try SignedFigure(item)) }
    try map.finish()
  }

  var fields: [(String, String)] { [("fingerprint", fingerprint), ("version", version), ("at", at)] }
}

extension SignedFigure {
  init(_ item: YAMLMap) throws(StorageError) {
    var map = item
    self.init(name: try map.text("name"), value: try map.text("value"))
    try map.finish()
  }

  var fields: [(String, String)] { [("name", name), ("value", value)] }
}

extension YAMLMap {
  /// One of a few words.
  mutating func choice<Value: RawRepresentable & CaseIterable>(_ key: String, _: Value.Type)
    throws(StorageError) -> Value where Value.RawValue == String
  {
    let word = try text(key)
    if let value = Value(rawValue: word) { return value }
    throw error(
      key, "'\(word)' is no \(key)", remedy: "Write " + Value.allCases.map(\.rawValue).joined(separator: ", ")
    )
  }
}

extension Double {
  /// The number without a needless `.0`.
  package var plain: String { self == rounded() && abs(self) < 1e15 ? String(Int(self)) : String(self) }
}
