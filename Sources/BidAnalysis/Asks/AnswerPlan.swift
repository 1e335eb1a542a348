import BidModel

/// What the plan part of an answer says: read from its lines, which the writer words freely.
///
/// A line belongs to what stands before its first colon: *Key message*, *Win themes*, *Sub-ask → part*,
/// *Proof to use*. In the third, pieces between semicolons name what is asked and the parts where it is
/// answered, by their titles or other headings of the template.
///
/// Limitations: a line with another label, or none, is kept whole under ``others``.
package struct AnswerPlan: Hashable, Sendable {
  package var keyMessage: Line?
  package var winThemes: Line?
  package var asks: Line?
  package var proof: Line?
  package var others: [Line] = []
  /// What is asked where, in the order of the plan.
  package var places: [Place] = []

  /// Words of the plan and the block they stand in.
  package struct Line: Hashable, Sendable {
    package var block: BlockID
    package var text: String
  }

  /// A piece of the line that sends sub-asks to parts.
  package struct Place: Hashable, Sendable {
    /// The words of the piece.
    package var text: String
    /// Keys of the parts it names.
    package var parts: [String]
  }

  /// Reads the hidden parts of `answer`.
  ///
  /// - Complexity: O(*n*) in the length of the plan.
  package init(_ answer: Answer, template: AnswerTemplate) {
    for part in answer.parts where template.part(part.key)?.isHidden == true {
      for block in part.blocks where !block.isEmpty && block.kind != .verbatim { add(block) }
    }
    let text = asks?.text ?? ""
    places = text.split(whereSeparator: { $0 == ";" || $0 == "\n" }).map { piece in
      let words = piece.trimmingSpaces()
      return Place(text: words, parts: Self.parts(in: words, template: template))
    }
  }

  /// Whether the plan says nothing.
  package var isEmpty: Bool {
    keyMessage == nil && winThemes == nil && asks == nil && proof == nil && others.isEmpty
  }

  /// The proof's items, apart by commas and semicolons.
  package var proofItems: [String] {
    (proof?.text ?? "").split(whereSeparator: { ",;\n".contains($0) })
      .map { $0.trimmingSpaces() }.filter { !$0.isEmpty }
  }

  /// Keys of the parts that the plan gives each sub-ask of `words`; none for one it does not name.
  package func parts(for words: AskWords) -> [[String]] {
    let found = places.map { words.found(in: $0.text) }
    return words.asks.indices.map { index in
      let counts = found.map { words.overlap(of: index, with: $0) }
      guard let most = counts.max(), most > 0 else { return [] }
      var keys: [String] = []
      for (place, count) in zip(places, counts) where count == most {
        keys += place.parts.filter { !keys.contains($0) }
      }
      return keys
    }
  }

  private mutating func add(_ block: Block) {
    guard let colon = block.text.firstIndex(of: ":") else {
      others.append(Line(block: block.id, text: block.text))
      return
    }
    let label = block.text[..<colon].lowercased()
    let line = Line(block: block.id, text: block.text[block.text.index(after: colon)...].trimmingSpaces())
    switch true {
    case label.hasPrefix("key message"): keyMessage = line
    case label.hasPrefix("win theme"): winThemes = line
    case label.hasPrefix("sub-ask"), label.hasPrefix("sub ask"), label.hasPrefix("subask"): asks = line
    case label.hasPrefix("proof"): proof = line
    default: others.append(Line(block: block.id, text: block.text))
    }
  }

  private static func parts(in text: String, template: AnswerTemplate) -> [String] {
    let lower = text.lowercased()
    return template.parts.filter { part in
      !part.isHidden && ([part.title] + part.aliases).contains { lower.contains($0.lowercased()) }
    }.map(\.key)
  }
}
