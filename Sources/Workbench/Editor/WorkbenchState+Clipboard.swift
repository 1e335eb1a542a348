import BidModel

extension WorkbenchState {
  /// The selected text as plain text, with an empty line between paragraphs.
  var selectedText: String? {
    guard let selection = editor.selection else { return nil }
    let (start, end) = inOrder(selection)
    let answer = currentAnswer
    guard let first = answer.place(of: start.block), let last = answer.place(of: end.block) else {
      return nil
    }
    if first == last {
      return String(answer[first].text.prefix(utf8: end.offset).suffix(utf8From: start.offset))
    }
    var lines = Block.plainText(of: answer[first], from: start.offset)
    var place = first
    while let next = answer.place(nextTo: place, forward: true) {
      let isClose = answer[place].kind.isItem && answer[next].kind.isItem
      lines += isClose ? "\n" : "\n\n"
      var block = answer[next]
      if next == last { block.text = block.text.prefix(utf8: end.offset) }
      lines += Block.plainText(of: block, from: 0)
      if next == last { break }
      place = next
    }
    return lines
  }

  /// Puts `text` in at the cursor, in place of the selection, as one step.
  ///
  /// Text of one line goes into the paragraph. Of several lines each becomes a paragraph, unless empty
  /// lines part the paragraphs, when a single line break is a space; a line with a list marker becomes
  /// a list item.
  ///
  /// Quotes, tabs and spaces of a word processor are cleaned up in a second step, unless `cleaning` is off.
  mutating func paste(_ text: String, cleaning: Bool = true) {
    guard canEdit(), !text.isEmpty else { return }
    session.sealUndo()
    let count = session.undoLog.done.count
    if editor.selection != nil { deleteSelection(title: "Paste") }
    let answer = currentAnswer
    guard let place = answer.place(of: editor.caret.block) else { return }
    let lines = PastedText.blocks(of: text)
    beginDrafting()
    guard lines.count > 1 || lines.first?.kind.isItem == true else {
      let caret = editor.caret
      let plain = lines.first?.text ?? text
      editor.caret.offset += plain.utf8.count
      perform(
        "Paste", [.text(caret.block, offset: caret.offset, length: 0, with: plain, source: nil)], from: caret)
      session.uniteUndo(from: count, as: "Paste")
      return cleaning ? cleanPaste(from: caret) : ()
    }
    let caret = editor.caret
    pasteBlocks(lines, at: place, in: currentAnswer, endsParagraph: text.utf8.last == 0x0A)
    session.uniteUndo(from: count, as: "Paste")
    if cleaning { cleanPaste(from: caret) }
  }

  /// - Parameter endsParagraph: Whether a line feed ends what is pasted: what follows stays a paragraph of its own.
  private mutating func pasteBlocks(
    _ lines: [PastedText.Line], at place: BlockPlace, in answer: Answer, endsParagraph: Bool
  ) {
    let target = answer[place]
    let head = target.text.prefix(utf8: editor.caret.offset)
    let tail = target.text.suffix(utf8From: editor.caret.offset)
    let isApart = endsParagraph && !tail.isEmpty
    var blocks: [Block] = []
    let index = currentIndex
    for (number, line) in lines.enumerated() {
      let isFirst = number == 0
      let id = isFirst ? target.id : session.answers[index].answer.makeBlockID()
      let isNew = head.isEmpty && (target.kind == .prose || isApart)
      let kind = isFirst && !isNew ? target.kind : line.kind
      let isClose = kind.isItem && number + 1 < lines.count && lines[number + 1].kind.isItem
      blocks.append(
        Block(
          id: id, kind: kind, text: isFirst ? head + line.text : line.text,
          gap: isClose ? "" : answer.lineEnding))
    }
    if isApart {
      let isClose = blocks[blocks.count - 1].kind.isItem && target.kind.isItem
      blocks[blocks.count - 1].gap = isClose ? "" : answer.lineEnding
      blocks.append(
        Block(id: session.answers[index].answer.makeBlockID(), kind: target.kind, text: "", gap: target.gap))
    }
    let last = blocks.count - 1
    let end = blocks[last].text.utf8.count
    blocks[last].text += tail
    blocks[last].gap = target.gap
    let caret = editor.caret
    editor.caret = TextPosition(block: blocks[last].id, offset: end)
    perform(
      "Paste", [.blocks(answer.parts[place.part].id, at: place.block, count: 1, with: blocks)], from: caret)
  }
}

extension Block {
  /// The block's text with its marker, from `offset`, as plain text.
  static func plainText(of block: Block, from offset: Int) -> String {
    let text = offset == 0 ? block.text : block.text.suffix(utf8From: offset)
    guard offset == 0 else { return text }
    switch block.kind {
    case .bullet(let item): return item.indent + "- " + text
    case .numbered(let item): return item.indent + item.symbol + " " + text
    default: return text
    }
  }
}

/// Plain text from the clipboard, as paragraphs and list items.
enum PastedText {
  /// One paragraph or list item.
  struct Line: Equatable {
    var kind: Block.Kind
    var text: String
  }

  /// The paragraphs and items of `text`.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  static func blocks(of text: String) -> [Line] {
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map(Substring.init)
    let isBlank = { (line: Substring) in line.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 } }
    // A line feed at the very end does not part paragraphs.
    let hasGaps = lines.dropLast().dropFirst().contains(where: isBlank)
    var blocks: [Line] = []
    var isOpen = false
    for line in lines {
      guard !isBlank(line) else {
        isOpen = false
        continue
      }
      if let item = item(line) {
        blocks.append(item)
        isOpen = hasGaps
      } else if hasGaps, isOpen {
        blocks[blocks.count - 1].text += " " + line.trimmingSpaces()
      } else {
        blocks.append(Line(kind: .prose, text: lines.count == 1 ? String(line) : line.trimmingSpaces()))
        isOpen = true
      }
    }
    return blocks
  }

  private static func item(_ line: Substring) -> Line? {
    let trimmed = line.drop { $0 == " " || $0 == "\t" }
    guard let space = trimmed.firstIndex(where: { $0 == " " || $0 == "\t" }) else { return nil }
    let symbol = String(trimmed[..<space])
    let words = trimmed[space...].trimmingSpaces()
    guard !words.isEmpty else { return nil }
    switch symbol {
    case "-", "*", "•", "·", "o", "▪", "§", "–":
      // Word writes the bullet of a second level as the letter, with a tab after it, and that of a third as a square.
      guard symbol != "o" || trimmed[space] == "\t" else { return nil }
      let level = trimmed[space] == "\t" ? symbol == "o" ? 1 : symbol == "▪" || symbol == "§" ? 2 : 0 : 0
      return Line(kind: .bullet(ListMarker(indent: String(repeating: "  ", count: level))), text: words)
    default:
      guard let kind = Block.Kind(typedMarker: symbol), kind.isItem else { return nil }
      return Line(kind: kind, text: words)
    }
  }
}
