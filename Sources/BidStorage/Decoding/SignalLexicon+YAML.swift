import BidModel

extension SignalLexicon {
  /// Reads a file of `Templates/signals/`.
  ///
  /// - Throws: `malformed` with the line for an unknown key, a phrase that is not a pattern, or one that
  ///   names a class the file lacks.
  /// - Complexity: O(*n*) in the length of the file.
  package init(
    yaml: YAMLValue?, id: String, path: String, reading: YAMLReading? = nil
  ) throws(StorageError) {
    var map = try YAMLMap(yaml, path: path, reading: reading)
    let header = try TemplateHeader(&map, kind: "signals", id: id)
    self.init(id: header.id, title: header.title, version: header.version)
    source = header.source
    factsAsOf = header.factsAsOf
    weights = try map.optionalText("weights", .names(.templates(.weights)))
    classes = try map.wordClasses("words")
    if var rules = try map.optionalMap("signals") {
      for signal in Signal.allCases {
        if let rule = try rules.optionalMap(signal.rawValue) { self.rules[signal] = try Rule(rule) }
      }
      try rules.finish()
    }
    if var links = try map.optionalMap("chain") {
      for link in ChainLink.allCases {
        if let rule = try links.optionalMap(link.rawValue) { chain[link] = try Rule(rule) }
      }
      try links.finish()
    }
    if var pitfalls = try map.optionalMap("pitfalls") {
      for pitfall in Pitfall.allCases {
        if let rule = try pitfalls.optionalMap(pitfall.rawValue) {
          self.pitfalls[pitfall] = try PitfallRule(rule)
        }
      }
      try pitfalls.finish()
    }
    if var turns = try map.optionalMap("turns") {
      for turn in Turn.allCases { self.turns[turn] = try turns.patterns(turn.rawValue) }
      try turns.finish()
    }
    for item in try map.maps("tests") { tests.append(try Test(item)) }
    try map.finish()
    for name in unknownClasses() {
      let place = reading?.texts.first { $0.text.contains("<\(name)>") }
      try map.fault(
        atLine: place?.line ?? map.line(of: "words"), column: place?.column ?? map.column,
        "a pattern names '<\(name)>', which is no class of this file",
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
    weak = try map.patterns("weak")
    helpers = try map.patterns("helpers")
    exceptions = try map.patterns("except")
    try map.finish()
  }
}

extension SignalLexicon.PitfallRule {
  /// Reads how one pitfall is known.
  init(_ item: YAMLMap) throws(StorageError) {
    var map = item
    self.init()
    theme = try map.optionalText("theme", .names(.themes))
    empty = try map.patterns("empty")
    counts = try map.patterns("counts")
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
    for name in try map.choices("holds", of: Signal.allCases.map(\.rawValue), called: "a signal") {
      if let signal = Signal(rawValue: name) { signals.insert(signal) }
    }
    try map.finish()
    self.init(sentence: sentence, signals: signals)
  }
}
