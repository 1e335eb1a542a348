import BidModel

extension SignalLexicon {
  /// Reads a signal file.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - path: Its path, for messages.
  /// - Throws: `malformed` with the line, or what ``StrictYAML`` refuses.
  /// - Complexity: O(*n*) in the length of the file.
  package init(yaml bytes: [UInt8], path: String) throws(StorageError) {
    var map = try YAMLMap(StrictYAML.parse(bytes, path: path), path: path)
    try map.expectKind("signals")
    self.init(id: try map.text("id"), title: try map.text("title"), version: try map.text("version"))
    source = try map.text("source")
    factsAsOf = try map.text("facts_as_of")
    classes = try map.wordClasses("words")
    if var rules = try map.optionalMap("signals") {
      for signal in Signal.allCases {
        if let rule = try rules.optionalMap(signal.rawValue) { self.rules[signal] = try Rule(rule) }
      }
      try rules.finish()
    }
    if var turns = try map.optionalMap("turns") {
      for turn in Turn.allCases { self.turns[turn] = try turns.patterns(turn.rawValue) }
      try turns.finish()
    }
    for item in try map.maps("tests") { tests.append(try Test(item)) }
    try map.finish()
    if let name = unknownClasses().first {
      throw map.error(
        "words", "a pattern names '<\(name)>', which is no class of this file",
        remedy: "Add it under \"words:\", or correct the name")
    }
  }
}

extension SignalLexicon.Rule {
  /// Reads how one signal is known.
  init(_ item: YAMLMap) throws(StorageError) {
    var map = item
    self.init()
    counts = try map.patterns("counts")
    standards = try map.patterns("standards")
    withResult = try map.patterns("with_result")
    exceptions = try map.patterns("except")
    try map.finish()
  }
}

extension SignalLexicon.Test {
  /// Reads a sentence and the signals it holds.
  init(_ item: YAMLMap) throws(StorageError) {
    var map = item
    let sentence = try map.text("says")
    var signals: Set<Signal> = []
    for name in try map.texts("holds") {
      guard let signal = Signal(rawValue: name) else {
        let known = Signal.allCases.map(\.rawValue).joined(separator: ", ")
        throw map.error("holds", "'\(name)' is not a signal", remedy: "Write one of \(known)")
      }
      signals.insert(signal)
    }
    try map.finish()
    self.init(sentence: sentence, signals: signals)
  }
}
