extension LabelWeights {
  /// The weights as a file of `Templates/weights/`, to two decimals and in the order of the names.
  ///
  /// - Complexity: O(*n* log *n*) in what is seen.
  package func yaml(source: String, day: String) -> String {
    var lines = [
      "# Learnt, not written: made by `fivefold train`; to change it, label more sentences and learn again.",
      "# A word is a stem; two words stand side by side; ^ and $ are the ends of the sentence.",
      "# ~label is what the patterns say, @part where it stands, < marks the sentence before.",
      "kind: weights", "id: \(id)", "title: \(title)", "version: \"\(version)\"", "source: \(source)",
      "facts_as_of: \"\(day)\"", "labels:",
    ]
    for label in labels {
      lines.append(
        "  - {name: \(label.name), bias: \(Self.text(label.bias)), threshold: \(Self.text(label.threshold))}")
    }
    lines.append("features:")
    for (name, says) in features.sorted(by: { $0.key.text < $1.key.text }) {
      let words = says.map { "\(labels[$0.label].name) \(Self.text($0.weight))" }.joined(separator: ", ")
      let key = name.text.map { $0 == "\\" || $0 == "\"" ? "\\\($0)" : String($0) }.joined()
      lines.append("  \"\(key)\": \(words)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A number to two decimals: `-0.07`.
  private static func text(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    let size = hundredths.magnitude
    let decimals = size % 100 < 10 ? "0\(size % 100)" : "\(size % 100)"
    return "\(hundredths < 0 ? "-" : "")\(size / 100).\(decimals)"
  }
}
