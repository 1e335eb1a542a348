import BidModel

extension PhraseRule {
  /// Reads a file of `Templates/checks/`.
  ///
  /// - Throws: `malformed` with the line for an unknown key, a missing text or a file without tests.
  /// - Complexity: O(*n*) in the length of the file.
  package init(
    yaml: YAMLValue?, id: String, path: String, reading: YAMLReading? = nil
  ) throws(StorageError) {
    var map = try YAMLMap(yaml, path: path, reading: reading)
    let header = try TemplateHeader(&map, kind: "check", id: id)
    let name = try map.choice("severity", of: Severity.allCases.map(\.rawValue))
    let severity = Severity(rawValue: name) ?? .warning
    let steps = try StepList(&map)
    let about = CheckDescription(
      id, title: header.title, why: try map.text("why"), fix: try map.text("fix"), severity: severity,
      scope: steps == nil ? .block : .answer)
    self.init(about: about, message: try map.text("message"), steps: steps)
    phrases = try map.texts("phrases")
    if var swaps = try map.optionalMap("swap") {
      for pair in swaps.pairs {
        self.swaps.append(Swap(phrase: pair.key, instead: try swaps.text(pair.key)))
      }
    }
    exceptions = try map.texts("except")
    if var tests = try map.optionalMap("tests") {
      bad = try tests.texts("bad")
      good = try tests.texts("good")
      try tests.finish()
      if bad.isEmpty || good.isEmpty {
        try map.fault(
          "tests", "a list of tests is empty", remedy: "Give sentences for both bad and good",
          isOfWhole: true)
      }
    } else {
      try map.fault(
        "tests", "the check has no tests", remedy: "Add \"tests:\" with \"bad:\" and \"good:\"",
        isOfWhole: true)
    }
    try map.finish()
    if phrases.isEmpty && swaps.isEmpty && steps == nil {
      try map.fault(
        "phrases", "the check looks for nothing", remedy: "Add \"phrases:\", \"swap:\" or \"steps:\"",
        isOfWhole: true)
    }
    if steps != nil, !(phrases.isEmpty && swaps.isEmpty && exceptions.isEmpty) {
      try map.fault(
        "steps", "a check looks for phrases or for steps, not for both", remedy: "Make two files of it",
        isOfWhole: true)
    }
  }
}
