import BidModel

/// A space before a comma, full stop, colon, semicolon, question or exclamation mark.
struct SpaceBeforePunctuation: BlockCheck {
  let about = CheckDescription(
    "space-before-punctuation", title: "A space before a punctuation mark",
    why: "It reads as haste, and a portal may put the mark on a line of its own.", fix: "Take the space out.",
    severity: .advice)
  let good: [CheckExample] = ["One, two. Three: four?", "It grew by .5 of a point.", "And so on ... and on."]
  let bad: [CheckExample] = ["One , two.", "What now ?", "The end ."]

  func findings(in block: CheckedBlock) -> [Finding] {
    guard block.block.kind != .table else { return [] }
    let bytes = block.bytes
    return bytes.indices.dropFirst().compactMap { index in
      guard bytes[index] == 0x20, index + 1 < bytes.count, ",.;:!?".utf8.contains(bytes[index + 1]),
        bytes[index - 1] != 0x20, bytes[index - 1] != 0x0A, ",.;:!?|".utf8.contains(bytes[index - 1]) == false
      else { return nil }
      let next = index + 2 < bytes.count ? bytes[index + 2] : 0x20
      guard next == 0x20 || next == 0x0A || next == 0x0D else { return nil }
      return finding(
        "There is a space before \"\(String(decoding: [bytes[index + 1]], as: UTF8.self))\".",
        at: block.place(index..<index + 2), replacement: Finding.Replacement(index..<index + 1, with: ""))
    }
  }
}
