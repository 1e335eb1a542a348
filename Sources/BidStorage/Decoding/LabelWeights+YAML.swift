import BidModel

extension LabelWeights {
  /// Reads a file of `Templates/weights/`.
  ///
  /// - Throws: `malformed` with the line for an unknown key or label, or a weight that is no number.
  /// - Complexity: O(*n*) in the length of the file.
  package init(
    yaml: YAMLValue?, id: String, path: String, reading: YAMLReading? = nil
  ) throws(StorageError) {
    var map = try YAMLMap(yaml, path: path, reading: reading)
    let header = try TemplateHeader(&map, kind: "weights", id: id)
    var labels: [Label] = []
    for item in try map.maps("labels") {
      var entry = item
      labels.append(
        Label(
          try entry.text("name"), bias: try entry.number("bias"), threshold: try entry.number("threshold")))
      try entry.finish()
    }
    let indices = Dictionary(labels.enumerated().map { ($1.name, $0) }) { first, _ in first }
    self.init(id: header.id, title: header.title, version: header.version, labels: labels)
    source = header.source
    factsAsOf = header.factsAsOf
    if let entries = try map.optionalMap("features") {
      features.reserveCapacity(entries.pairs.count)
      for entry in entries.pairs {
        guard let name = Name(entry.key) else {
          try entries.fault(
            entry.key, "'\(entry.key)' is nothing that can be seen in a sentence",
            remedy: "Write a word, two words, ~label, @part, <word or <~label")
          continue
        }
        features[name] = try Self.weights(entry, labels: indices, in: entries)
      }
    }
    try map.finish()
  }

  /// Reads `integration 0.42, value -0.1`.
  private static func weights(
    _ entry: YAMLPair, labels: [String: Int], in map: YAMLMap
  ) throws(StorageError) -> [Weight] {
    var weights: [Weight] = []
    guard case .scalar(let text, _) = entry.value.content else {
      try map.fault(
        entry.key, "'\(entry.key)' must be a text, not \(entry.value.kindName)",
        remedy: "Write such as: value 0.42, role -0.1")
      return []
    }
    for piece in text.split(separator: ",") {
      let words = piece.split(separator: " ")
      guard words.count == 2, let label = labels[String(words[0])], let weight = Double(words[1]),
        weight.isFinite
      else {
        try map.fault(
          entry.key, "'\(piece)' is not a label and its weight",
          remedy: "Write such as: value 0.42, role -0.1")
        continue
      }
      weights.append(Weight(label: label, weight: weight))
    }
    return weights
  }
}
