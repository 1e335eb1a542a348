import BidModel

/// A character that is not seen and that a portal may refuse, or cut the text at.
///
/// Limitations: of the marks that turn the direction of writing only those that override it are told of; a joiner
/// within an emoji or a word of another script is as it should be.
struct ControlCharacter: BlockCheck {
  let about = CheckDescription(
    "control-character", title: "A control character in the text",
    why: "It cannot be seen, comes in by pasting, and a portal may refuse the text or cut it there.",
    fix: "Take it out.", severity: .error)
  let good: [CheckExample] = ["Nurses visit within 2 hours.", "Families 👨‍👩‍👧 are asked.", "A\tB"]
  let bad: [CheckExample] = ["Nurses\u{7} visit.", "A \u{202E}visit.", "It\u{1B}[31m is.", "A\u{0} visit."]

  func findings(in block: CheckedBlock) -> [Finding] {
    let bytes = block.bytes
    // Text without such a byte, nearly all of it, is looked through once and no more.
    guard
      bytes.contains(where: {
        $0 < 0x20 && $0 != 0x0A && $0 != 0x09 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2
      })
    else { return [] }
    var found: [Finding] = []
    var offset = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let length = UTF8.width(scalar)
      if Self.isControl(scalar) {
        let range = offset..<offset + length
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        found.append(
          finding(
            "A control character (\(name)) stands here.", at: block.place(range),
            replacement: Finding.Replacement(range, with: "")))
      }
      offset += length
    }
    return found
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
