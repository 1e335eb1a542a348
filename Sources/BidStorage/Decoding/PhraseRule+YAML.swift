import BidModel

extension PhraseRule {
  /// Reads a file of `Templates/checks/`.
  ///
  /// - Throws: `malformed` with the line for an unknown key, a missing text or a file without tests.
  /// - Complexity: O(*n*) in the length of the file.
  package init(yaml: YAMLValue?, id: String, path: String) throws(StorageError) {
    var map = try YAMLMap(yaml, path: path)
    let header = try TemplateHeader(&map, kind: "check", id: id)
    let name = try map.text("severity")
    guard let severity = Severity(rawValue: name) else {
      let known = Severity.allCases.map(\.rawValue).joined(separator: ", ")
      throw map.error("severity", "'\(name)' is no severity", remedy: "Write one of \(known)")
    }
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
    guard var tests = try map.optionalMap("tests") else {
      throw map.error("tests", "the check has no tests", remedy: "Add \"tests:\" with \"bad:\" and \"good:\"")
    }
    bad = try tests.texts("bad")
    good = try tests.texts("good")
    try tests.finish()
    try map.finish()
    if bad.isEmpty || good.isEmpty {
      throw map.error("tests", "a list of tests is empty", remedy: "Give sentences for both bad and good")
    }
    if phrases.isEmpty && swaps.isEmpty && steps == nil {
      throw map.error(
        "phrases", "the check looks for nothing", remedy: "Add \"phrases:\", \"swap:\" or \"steps:\"")
    }
    if steps != nil, !(phrases.isEmpty && swaps.isEmpty && exceptions.isEmpty) {
      throw map.error(
        "steps", "a check looks for phrases or for steps, not for both", remedy: "Make two files of it")
    }
  }
}
