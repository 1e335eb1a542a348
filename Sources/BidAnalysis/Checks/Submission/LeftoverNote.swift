import BidModel

/// A note the writers left for themselves: `[add figure]`, TBC, XX, ???, "insert name here".
///
/// Limitations: brackets around other words are taken for the writer's punctuation; a note without
/// brackets and without one of these words is not known for one.
struct LeftoverNote: BlockCheck {
  let about = CheckDescription(
    "leftover-note", title: "A note left in the text",
    why: "A buyer reads it as an answer nobody finished.",
    fix: "Do what the note says, then take it out.", severity: .error)
  let good: [CheckExample] = [
    "We add a figure to the tracker.", "The form (TBC1) is filed.", "We insert a cannula at home.",
    "The statement [sic] was theirs.", "Why? Because it works.",
  ]
  let bad: [CheckExample] = [
    "Readmissions fell by [add figure] in 2025.", "The lead is TBC.", "We saw XX people in 2025.",
    "The lead nurse is ??? this year.", "Insert KPI here.", "[To confirm] by May.", "Our lead is [name].",
    "The board meets every […] in the library.",
  ]

  func findings(in block: CheckedBlock) -> [Finding] {
    let brackets = bracketed(in: block)
    let words = block.words.indices.compactMap { wordNote(at: $0, in: block) }
    let marks = questionMarks(in: block)
    return (brackets + (words + marks).filter { range in !brackets.contains { $0.overlaps(range) } }).map {
      finding("A note is left in the text: \"\(block.quote($0))\".", at: block.place($0))
    }
  }

  private func wordNote(at index: Int, in block: CheckedBlock) -> Range<Int>? {
    let word = block.words[index]
    if word.isQuoted { return nil }
    if Self.marks.contains(word.text) || word.text.utf8.count > 1 && word.text.utf8.allSatisfy({ $0 == 0x58 })
    {
      return word.range
    }
    guard word.lower == "insert" else { return nil }
    for next in (index + 1)..<min(block.words.count, index + 4) {
      guard block.words[next].joint == .close else { return nil }
      if Self.inserted.contains(block.words[next].lower) {
        let isCommand = index == 0 || block.words[index].joint != .close || word.text == "INSERT"
        return isCommand || block.words[next].lower == "here"
          ? word.range.lowerBound..<block.words[next].range.upperBound : nil
      }
    }
    return nil
  }

  /// Brackets that begin with an instruction, or hold nothing but a thing to be put in.
  private func bracketed(in block: CheckedBlock) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var open: Int?
    for (offset, byte) in block.bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "["): open = offset
      case UInt8(ascii: "]"):
        guard let start = open else { continue }
        open = nil
        // A link's words are followed by its address.
        if offset + 1 < block.bytes.count, block.bytes[offset + 1] == UInt8(ascii: "(") { continue }
        let inside = String(decoding: block.bytes[(start + 1)..<offset], as: UTF8.self).lowercased()
        let words = inside.split { !($0.isLetter || $0.isNumber) }.map(String.init)
        if isNote(words, inside) { found.append(start..<offset + 1) }
      default: break
      }
    }
    return found
  }

  private func isNote(_ words: [String], _ inside: String) -> Bool {
    guard let first = words.first else { return inside.isEmpty || inside.allSatisfy { ".…_ ?".contains($0) } }
    return Self.verbs.contains(first) && words.count <= 12
      || words.count <= 3 && words.contains(where: Self.things.contains)
      || words.allSatisfy { $0.allSatisfy { $0 == "x" } }
  }

  private func questionMarks(in block: CheckedBlock) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start: Int?
    for (offset, byte) in (block.bytes + [0]).enumerated() {
      if byte == UInt8(ascii: "?") {
        start = start ?? offset
      } else if let from = start {
        if offset - from > 1 { found.append(from..<offset) }
        start = nil
      }
    }
    return found
  }

  private static let marks: Set<String> = ["TBC", "TBA", "TBD", "TODO", "TBD'S", "FIXME"]
  private static let inserted: Set<String> = [
    "here", "figure", "name", "date", "number", "details", "text", "evidence", "example", "link", "kpi",
    "data", "quote", "reference", "logo", "diagram", "table",
  ]
  private static let verbs: Set<String> = [
    "add", "insert", "confirm", "check", "tbc", "tba", "tbd", "todo", "awaiting", "update", "to", "find",
    "ask",
    "note", "need", "needs", "placeholder", "delete", "remove", "replace", "complete", "expand", "draft",
  ]
  private static let things: Set<String> = [
    "name", "date", "figure", "number", "xx", "xxx", "x", "client", "buyer", "commissioner", "organisation",
    "evidence", "example", "percentage", "tbc",
  ]
}
