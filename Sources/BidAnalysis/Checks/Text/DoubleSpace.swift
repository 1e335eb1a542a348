import BidModel

/// Two or more spaces between words.
///
/// Spaces at the end of a line are a line break of Markdown, and those in a table line up its cells.
struct DoubleSpace: BlockCheck {
  let about = CheckDescription(
    "double-space", title: "Two spaces in a row",
    why: "It reads as haste, and portals that count characters count both.", fix: "Leave one space.",
    severity: .advice)
  let good: [CheckExample] = ["One space. Then two.", "A line  \nand another."]
  let bad: [CheckExample] = ["Two  spaces.", "The end.  The start."]

  func findings(in block: CheckedBlock) -> [Finding] {
    guard block.block.kind != .table else { return [] }
    var found: [Finding] = []
    var start: Int?
    for (offset, byte) in block.bytes.enumerated() {
      if byte == 0x20 {
        start = start ?? offset
      } else if let from = start {
        start = nil
        let isAtLineStart = from == 0 || block.bytes[from - 1] == 0x0A
        guard offset - from > 1, byte != 0x0A, byte != 0x0D, !isAtLineStart else { continue }
        found.append(
          finding(
            "There are \(offset - from) spaces in a row here.", at: block.place(from..<offset),
            replacement: Finding.Replacement(from..<offset, with: " ")))
      }
    }
    return found
  }
}
