import BidModel

extension WorkbenchState {
  /// Types `text` at the cursor, in place of the selection.
  ///
  /// Typing that makes a marker at the start of a paragraph (`- `, `1. `, `### `) turns it into a list
  /// item or a heading.
  mutating func type(_ text: String) {
    guard canEdit(), !text.isEmpty else { return }
    if editor.selection != nil {
      // What is typed over and what is typed are one step to undo.
      let count = session.undoLog.done.count
      editor.unpainted = .everything
      deleteSelection(title: "Typing")
      insert(text)
      return session.uniteUndo(from: count, as: "Typing")
    }
    insert(text)
  }

  private mutating func insert(_ text: String) {
    if text.utf8.contains(0x20), turnMarkerIntoBlock(typing: text) {
      editor.unpainted = .everything
      return
    }
    beginDrafting()
    enterCell()
    let caret = editor.caret
    editor.noteTyping(in: caret.block)
    let edit = Edit.text(caret.block, offset: caret.offset, length: 0, with: text, source: nil)
    editor.caret.offset += text.utf8.count
    perform("Typing", [edit], from: caret, joins: true)
  }

  /// Moves an answer that is not started to *drafting* at the first words of a counted part, as a step of
  /// its own to undo.
  mutating func beginDrafting() {
    let index = currentIndex
    guard session.answers[index].question.state == .notStarted, session.bidPath != nil else { return }
    let open = session.answers[index]
    guard var matter = open.answer.frontMatter, matter["state"] != nil,
      session.template.part(currentPart?.key)?.isHidden != true
    else { return }
    matter["state"] = AnswerState.drafting.rawValue
    perform("Start drafting", [.frontMatter(matter)], from: editor.caret)
    say("The state is now drafting; Alt-Shift-A changes it.", as: .note)
  }

  /// Deletes the selection, or the grapheme or word before or after the cursor.
  mutating func delete(forward: Bool, byWord: Bool) {
    guard canEdit() else { return }
    if editor.selection != nil { return deleteSelection(title: "Delete") }
    let answer = currentAnswer
    guard let place = answer.place(of: editor.caret.block) else { return }
    let text = answer[place].text
    let caret = editor.caret
    let other =
      byWord
      ? TextStep.wordOrPlaceholder(in: text, from: caret.offset, forward: forward)
      : TextStep.graphemeOrPlaceholder(in: text, from: caret.offset, forward: forward)
    guard let other else { return joinBlocks(at: place, forward: forward) }
    let start = min(other, caret.offset)
    let edit = Edit.text(caret.block, offset: start, length: abs(other - caret.offset), with: "", source: nil)
    editor.caret.offset = start
    perform(forward ? "Delete" : "Backspace", [edit], from: caret, joins: !byWord)
  }

  /// Starts a new paragraph at the cursor; in a list, a new item; in an empty item, ends the list.
  mutating func breakParagraph() {
    guard canEdit() else { return }
    if editor.selection != nil { deleteSelection(title: "New paragraph") }
    let answer = currentAnswer
    guard let place = answer.place(of: editor.caret.block) else { return }
    let block = answer[place]
    let part = answer.parts[place.part]
    switch block.kind {
    case .table: return moveToCellBelow()
    case .verbatim: return type("\n")
    case .bullet where block.isEmpty, .numbered where block.isEmpty:
      return replaceBlock(at: place, kind: .prose, text: "", title: "End list", caret: 0)
    default: break
    }
    let cut = block.text.utf8.index(block.text.startIndex, offsetBy: editor.caret.offset)
    var first = block
    first.text = String(block.text[..<cut])
    first.source = nil
    let isAtEnd = cut == block.text.endIndex
    var second = Block(
      id: makeBlockID(), kind: following(block.kind, isAtEnd: isAtEnd), text: String(block.text[cut...]),
      gap: block.gap)
    if isAtEnd { first.source = block.source }
    first.gap = block.kind.isItem && second.kind.isItem ? tightGap(block, in: part) : answer.lineEnding
    let isLastInFile = place.part + 1 == answer.parts.count && place.block + 1 == part.blocks.count
    if second.gap.isEmpty, !second.kind.isItem, !isLastInFile { second.gap = answer.lineEnding }
    let caret = editor.caret
    editor.caret = TextPosition(block: second.id, offset: 0)
    if case .numbered = second.kind {
      var blocks = part.blocks
      blocks.replaceSubrange(place.block...place.block, with: [first, second])
      return replaceBlocks(ofPart: place.part, with: blocks, title: "New item", from: caret)
    }
    perform(
      "New paragraph", [.blocks(part.id, at: place.block, count: 1, with: [first, second])], from: caret)
  }

  /// Breaks the line within the paragraph.
  mutating func breakLine() { type("\n") }

  /// Removes the selected text, joining what is left of the first and the last paragraph.
  ///
  /// When the selection spans parts, each part keeps what is not selected, and its heading.
  mutating func deleteSelection(title: String) {
    guard canEdit(), let selection = editor.selection else { return }
    let (start, end) = inOrder(selection)
    let answer = currentAnswer
    guard let first = answer.place(of: start.block), let last = answer.place(of: end.block) else { return }
    let before = editor.caret
    editor.caret = start
    editor.anchor = nil
    if first == last {
      let edit = Edit.text(
        start.block, offset: start.offset, length: end.offset - start.offset, with: "", source: nil)
      return perform(title, [edit], from: before)
    }
    perform(title, removals(in: answer, from: (first, start.offset), to: (last, end.offset)), from: before)
  }

  private mutating func removals(
    in answer: Answer, from first: (place: BlockPlace, offset: Int), to last: (place: BlockPlace, offset: Int)
  ) -> [Edit] {
    (first.place.part...last.place.part).map { index in
      let part = answer.parts[index]
      let from = index == first.place.part ? first.place.block : 0
      let to = index == last.place.part ? last.place.block : part.blocks.count - 1
      var kept = part.blocks[from]
      let head = index == first.place.part ? kept.text.prefix(utf8: first.offset) : ""
      let tail = index == last.place.part ? part.blocks[to].text.suffix(utf8From: last.offset) : ""
      kept.text = head + tail
      kept.source = nil
      kept.gap = part.blocks[to].gap
      return .blocks(part.id, at: from, count: to - from + 1, with: [kept])
    }
  }

  /// Joins the paragraph with the one before or after it; a list item first becomes a paragraph.
  private mutating func joinBlocks(at place: BlockPlace, forward: Bool) {
    let answer = currentAnswer
    let blocks = answer.parts[place.part].blocks
    if !forward, blocks[place.block].kind != .prose {
      return replaceBlock(
        at: place, kind: .prose, text: blocks[place.block].text, title: "Make paragraph", caret: 0)
    }
    let first = forward ? place.block : place.block - 1
    guard first >= 0, first + 1 < blocks.count else { return }
    var joined = blocks[first]
    let offset = joined.text.utf8.count
    joined.text += blocks[first + 1].text
    joined.source = nil
    joined.gap = blocks[first + 1].gap
    if blocks[first].isEmpty { joined.kind = blocks[first + 1].kind }
    let caret = editor.caret
    editor.caret = TextPosition(block: joined.id, offset: offset)
    if joined.kind.isItem {
      var rest = blocks
      rest.replaceSubrange(first...first + 1, with: [joined])
      return replaceBlocks(ofPart: place.part, with: rest, title: "Join items", from: caret)
    }
    perform(
      "Join paragraphs", [.blocks(answer.parts[place.part].id, at: first, count: 2, with: [joined])],
      from: caret)
  }

  private mutating func turnMarkerIntoBlock(typing text: String) -> Bool {
    let answer = currentAnswer
    guard editor.caret.offset <= 6, let place = answer.place(of: editor.caret.block) else { return false }
    let block = answer[place]
    let head = block.text.prefix(utf8: editor.caret.offset)
    // Keys that were drained together arrive as one text: the marker may be the first word of it.
    guard block.kind == .prose, !head.contains(" "), let space = text.firstIndex(of: " "),
      let kind = Block.Kind(typedMarker: head + text[..<space])
    else { return false }
    let words = text[text.index(after: space)...]
    replaceBlock(
      at: place, kind: kind, text: words + block.text.suffix(utf8From: editor.caret.offset),
      title: "Make \(kind.isItem ? "list item" : "heading")", caret: words.utf8.count)
    return true
  }

  private mutating func replaceBlock(
    at place: BlockPlace, kind: Block.Kind, text: String, title: String, caret offset: Int
  ) {
    let answer = currentAnswer
    var block = answer[place]
    block.kind = kind
    block.text = text
    block.source = nil
    let caret = editor.caret
    editor.caret = TextPosition(block: block.id, offset: offset)
    perform(
      title, [.blocks(answer.parts[place.part].id, at: place.block, count: 1, with: [block])], from: caret)
  }

  private func following(_ kind: Block.Kind, isAtEnd: Bool) -> Block.Kind {
    switch kind {
    case .heading: isAtEnd ? .prose : kind
    case .numbered(let marker): .numbered(marker.next)
    default: kind
    }
  }

  private func tightGap(_ block: Block, in part: Part) -> String {
    guard let index = part.index(of: block.id), index > 0, part.blocks[index - 1].kind.isItem else {
      return ""
    }
    return part.blocks[index - 1].gap
  }

  private mutating func makeBlockID() -> BlockID { session.answers[currentIndex].answer.makeBlockID() }
}

extension Block.Kind {
  /// The kind that a marker typed at the start of a paragraph asks for.
  init?(typedMarker marker: String) {
    switch marker {
    case "-", "*", "•": self = .bullet(ListMarker(symbol: marker == "*" ? "*" : "-"))
    case "###", "####": self = .heading(level: marker.utf8.count)
    default:
      guard let last = marker.last, last == "." || last == ")", let number = Int(marker.dropLast()),
        number >= 0, number < 1_000
      else { return nil }
      self = .numbered(ListMarker(symbol: marker))
    }
  }
}

extension ListMarker {
  /// The marker of the item after this one.
  var next: ListMarker {
    guard let number = Int(symbol.dropLast()), let sign = symbol.last else { return self }
    return ListMarker(indent: indent, symbol: "\(number + 1)\(sign)", space: space)
  }
}

extension String {
  /// Whether a byte is among the text's: a search of memory.
  func contains(byte: UInt8) -> Bool {
    utf8.withContiguousStorageIfAvailable { $0.contains(byte) } ?? utf8.contains(byte)
  }
}
