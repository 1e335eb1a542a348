import BidModel

/// What a word processor leaves in plain text that a tender answer is better without.
///
/// Curly quotes become straight, tabs and hard spaces become spaces, soft hyphens go, and the line
/// break that a word processor writes as a vertical tab becomes one. Dashes and the ellipsis are the
/// writer's own and stay: the count rule settles what a portal gets.
enum PasteCleaning {
  /// The text without them.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  static func cleaned(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { replacement(for: $0) != nil }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let other = replacement(for: scalar) {
        result.append(contentsOf: other.unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  private static func replacement(for scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\u{2018}", "\u{2019}", "\u{201A}": "'"
    case "\u{201C}", "\u{201D}", "\u{201E}": "\""
    case "\t", "\u{A0}", "\u{2007}", "\u{202F}": " "
    case "\u{AD}", "\u{200B}", "\u{FEFF}": ""
    case "\u{0B}", "\u{2028}": "\n"
    default: nil
    }
  }
}

extension WorkbenchState {
  /// Cleans what was pasted between `start` and the cursor, as a step of its own: undoing it once keeps
  /// the text as it was pasted.
  mutating func cleanPaste(from start: TextPosition) {
    let answer = currentAnswer
    guard var place = answer.place(of: start.block), let last = answer.place(of: editor.caret.block) else {
      return
    }
    let before = editor.caret
    var edits: [Edit] = []
    while true {
      let block = answer[place]
      let from = block.id == start.block ? start.offset : 0
      let to = block.id == before.block ? before.offset : block.text.utf8.count
      if from < to, block.kind != .table, block.kind != .verbatim {
        let pasted = block.text.prefix(utf8: to).suffix(utf8From: from)
        let clean = PasteCleaning.cleaned(pasted)
        if clean != pasted {
          edits.append(.text(block.id, offset: from, length: to - from, with: clean, source: nil))
          if block.id == before.block { editor.caret.offset = from + clean.utf8.count }
        }
      }
      guard place != last, let next = answer.place(nextTo: place, forward: true) else { break }
      place = next
    }
    guard !edits.isEmpty else { return }
    session.sealUndo()
    perform("Clean up the paste", edits, from: before)
    say("Quotes, tabs and hard spaces were cleaned up: Ctrl-Z keeps them as they were.", as: .note)
  }
}
