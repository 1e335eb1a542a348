/// The indented lines behind `|` or `>` in front matter.
struct BlockScalar {
  private var isFolded = false
  private var keepsEnd = false
  private var indent: Int?
  /// A comment on the header's line, with the space before it.
  private(set) var comment = ""

  /// Reads a header such as `|`, `>-` or `|2+`; `nil` when it is none.
  init?(header text: String) {
    let (mark, comment) = FrontMatterScanner.splitComment(text)
    self.comment = comment
    var marks = Array(mark.trimmingSpaces().utf8)
    guard let first = marks.first, first == UInt8(ascii: "|") || first == UInt8(ascii: ">"), marks.count <= 3
    else { return nil }
    isFolded = first == UInt8(ascii: ">")
    marks.removeFirst()
    var hasChomping = false
    for byte in marks {
      switch byte {
      case UInt8(ascii: "+") where !hasChomping, UInt8(ascii: "-") where !hasChomping:
        hasChomping = true
        keepsEnd = byte == UInt8(ascii: "+")
      case 0x31...0x39 where indent == nil: indent = Int(byte) - 0x30
      default: return nil
      }
    }
  }

  /// How many of `lines` belong to the block: indented and blank ones, without the blank lines at the
  /// end unless the block keeps them.
  func lineCount(of lines: some Sequence<Substring>) -> Int {
    var count = 0
    for (place, line) in lines.enumerated() {
      let isBlank = line.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 }
      if !isBlank && line.utf8.first != 0x20 && line.utf8.first != 0x09 { break }
      if !isBlank || keepsEnd { count = place + 1 }
    }
    return count
  }

  /// The text of the block's lines.
  func read(_ lines: [Substring]) -> String {
    guard !lines.isEmpty else { return "" }
    let width = indent ?? detectedIndent(lines)
    let words = lines.map { line -> Substring in
      let spaces = line.utf8.prefix(width).prefix { $0 == 0x20 }.count
      let isBlank = line.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 }
      if isBlank && spaces < width { return "" }
      return Substring(line.utf8.dropFirst(spaces))
    }
    let text = isFolded ? Self.fold(words) : words.joined(separator: "\n")
    return keepsEnd ? text + "\n" : text
  }

  private func detectedIndent(_ lines: [Substring]) -> Int {
    let first = lines.first { line in !line.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 } }
    return first?.utf8.prefix { $0 == 0x20 }.count ?? 0
  }

  /// Joins lines by spaces; blank lines break, and lines indented further stand alone.
  private static func fold(_ lines: [Substring]) -> String {
    var text = ""
    var breaks = 0
    var wasPlain = false
    for (place, line) in lines.enumerated() {
      if line.isEmpty {
        breaks += 1
        continue
      }
      let isPlain = line.utf8.first != 0x20 && line.utf8.first != 0x09
      if place == breaks {
        text += String(repeating: "\n", count: breaks)
      } else if isPlain && wasPlain {
        text += breaks == 0 ? " " : String(repeating: "\n", count: breaks)
      } else {
        text += String(repeating: "\n", count: breaks + 1)
      }
      text += line
      breaks = 0
      wasPlain = isPlain
    }
    return text + String(repeating: "\n", count: breaks)
  }
}
