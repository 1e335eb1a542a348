import BidModel

/// Commands that take whole paragraphs, items and headings in hand.
extension WorkbenchState {
  /// The block that the cursor is in, and its place.
  var caretBlock: (place: BlockPlace, block: Block)? {
    let answer = session.answers[currentIndex].answer
    guard let place = answer.place(of: editor.caret.block) else { return nil }
    return (place, answer[place])
  }

  /// The indices, in the part of the cursor, of the blocks that the selection touches there.
  private var selectedBlocks: (part: Int, blocks: ClosedRange<Int>)? {
    guard let (place, _) = caretBlock else { return nil }
    guard let selection = editor.selection else { return (place.part, place.block...place.block) }
    let (start, end) = inOrder(selection)
    let answer = currentAnswer
    guard let first = answer.place(of: start.block), let last = answer.place(of: end.block) else {
      return nil
    }
    let count = answer.parts[place.part].blocks.count
    let from = first.part < place.part ? 0 : first.block
    var to = last.part > place.part ? count - 1 : last.block
    // A selection that ends before the first letter of a paragraph has nothing of it.
    if last.part == place.part, end.offset == 0, to > from { to -= 1 }
    return (place.part, from...to)
  }

  /// Moves the paragraphs in hand past the one before or after them; at the end of a part, into the
  /// next one.
  mutating func moveBlocks(by step: Int) {
    guard canEdit(), let (part, range) = selectedBlocks else { return }
    var blocks = currentAnswer.parts[part].blocks
    let target = step < 0 ? range.lowerBound - 1 : range.upperBound + 1
    guard blocks.indices.contains(target) else { return moveBlocks(toPartBy: step) }
    let other = blocks.remove(at: target)
    blocks.insert(other, at: step < 0 ? range.upperBound : range.lowerBound)
    replaceBlocks(ofPart: part, with: blocks, title: step < 0 ? "Move up" : "Move down")
  }

  /// Moves the paragraphs in hand to the end of the part before, or to the start of the part after.
  mutating func moveBlocks(toPartBy step: Int) {
    guard canEdit(), let (part, range) = selectedBlocks else { return }
    let answer = currentAnswer
    guard answer.parts.indices.contains(part + step) else {
      return say(step < 0 ? "This is the first part." : "This is the last part.", as: .note)
    }
    var left = answer.parts[part].blocks
    let moved = Array(left[range])
    left.removeSubrange(range)
    if left.isEmpty { left = [emptyBlock()] }
    var joined = answer.parts[part + step].blocks
    if joined.allSatisfy(\.isEmpty) { joined = [] }
    joined.insert(contentsOf: moved, at: step < 0 ? joined.count : 0)
    let caret = editor.caret
    let edits = [
      wholePart(part, with: left, in: answer), wholePart(part + step, with: joined, in: answer),
    ]
    performKeepingSelection("Move to \(answer.parts[part + step].title ?? "the start")", edits, from: caret)
  }

  /// Puts a copy of the paragraphs in hand below them.
  mutating func duplicateBlocks() {
    guard canEdit(), let (part, range) = selectedBlocks else { return }
    var blocks = currentAnswer.parts[part].blocks
    let index = currentIndex
    let copies = blocks[range].map { block in
      Block(
        id: session.answers[index].answer.makeBlockID(), kind: block.kind, text: block.text,
        source: block.source, gap: block.gap)
    }
    blocks.insert(contentsOf: copies, at: range.upperBound + 1)
    replaceBlocks(ofPart: part, with: blocks, title: "Duplicate")
  }

  /// Joins the paragraph with the one after it, a space between them.
  mutating func joinWithNext() {
    guard canEdit(), let (place, block) = caretBlock else { return }
    var blocks = currentAnswer.parts[place.part].blocks
    guard place.block + 1 < blocks.count else { return say("Nothing follows in this part.", as: .note) }
    let next = blocks.remove(at: place.block + 1)
    var joined = block
    let space = joined.text.isEmpty || next.text.isEmpty || joined.text.hasSuffix(" ") ? "" : " "
    joined.text += space + next.text
    joined.source = nil
    joined.gap = next.gap
    blocks[place.block] = joined
    editor.caret = TextPosition(block: block.id, offset: block.text.utf8.count)
    editor.anchor = nil
    replaceBlocks(ofPart: place.part, with: blocks, title: "Join paragraphs")
  }

  /// Makes the paragraphs in hand of another kind, or plain paragraphs again when they all are already.
  mutating func toggle(_ kind: Block.Kind, title: String) {
    guard canEdit(), let (part, range) = selectedBlocks else { return }
    var blocks = currentAnswer.parts[part].blocks
    let changeable = range.filter { Self.canChangeKind(blocks[$0].kind) }
    guard !changeable.isEmpty else { return say("A table or a comment stays what it is.", as: .note) }
    let isAlready = changeable.allSatisfy { blocks[$0].kind.isSameSort(as: kind) }
    for index in changeable {
      blocks[index].kind = isAlready ? .prose : kind.keepingIndent(of: blocks[index].kind)
      blocks[index].source = nil
    }
    replaceBlocks(ofPart: part, with: blocks, title: isAlready ? "Make paragraph" : title)
  }

  /// Moves list items one level in or out.
  mutating func indentItems(by step: Int) {
    guard canEdit(), let (part, range) = selectedBlocks else { return }
    var blocks = currentAnswer.parts[part].blocks
    var hasChanged = false
    for index in range {
      guard let kind = blocks[index].kind.indented(by: step) else { continue }
      blocks[index].kind = kind
      blocks[index].source = nil
      hasChanged = true
    }
    guard hasChanged else { return say("Tab moves list items in: this is not one.", as: .note) }
    replaceBlocks(ofPart: part, with: blocks, title: step > 0 ? "Indent" : "Outdent")
  }

  private static func canChangeKind(_ kind: Block.Kind) -> Bool {
    switch kind {
    case .table, .verbatim: false
    default: true
    }
  }

  /// Makes `blocks` the content of a part as one step, its lists numbered and its paragraphs apart.
  ///
  /// - Parameter before: Where the cursor was before the change; where it is, unless told.
  mutating func replaceBlocks(
    ofPart part: Int, with blocks: [Block], title: String, from before: TextPosition? = nil
  ) {
    let edit = wholePart(part, with: blocks, in: currentAnswer)
    performKeepingSelection(title, [edit], from: before ?? editor.caret)
  }

  private mutating func performKeepingSelection(_ title: String, _ edits: [Edit], from caret: TextPosition) {
    let anchor = editor.anchor
    session.sealUndo()
    perform(title, edits, from: caret)
    editor.anchor = anchor
  }

  private mutating func emptyBlock() -> Block {
    let index = currentIndex
    return Block(
      id: session.answers[index].answer.makeBlockID(), kind: .prose, text: "",
      gap: session.answers[index].answer.lineEnding)
  }

  /// The edit that makes `blocks` the content of a part, no wider than it has to be.
  private func wholePart(_ part: Int, with blocks: [Block], in answer: Answer) -> Edit {
    let old = answer.parts[part].blocks
    let isLast = part + 1 == answer.parts.count
    var blocks = ListNumbering.renumbered(blocks)
    // What follows the file's last words is the file's, whichever paragraph they are.
    if isLast { blocks[blocks.count - 1].gap = old[old.count - 1].gap }
    let new = Self.apart(blocks, lineEnding: answer.lineEnding, isLast: isLast)
    let shared = min(old.count, new.count)
    var head = 0
    while head < shared, old[head] == new[head] { head += 1 }
    var tail = 0
    while tail < shared - head, old[old.count - 1 - tail] == new[new.count - 1 - tail] { tail += 1 }
    return .blocks(
      answer.parts[part].id, at: head, count: old.count - head - tail,
      with: Array(new[head..<(new.count - tail)]))
  }

  /// The blocks with an empty line between those that need one, and none that stood at the end of a
  /// file without its line end.
  private static func apart(_ blocks: [Block], lineEnding: String, isLast: Bool) -> [Block] {
    var result = blocks
    for index in result.indices {
      let isEnd = isLast && index + 1 == result.count
      if let source = result[index].source, !isEnd, !source.utf8.isEmpty, source.utf8.last != 0x0A {
        result[index].source = nil
      }
      let isTight =
        index + 1 < result.count && result[index].kind.isItem && result[index + 1].kind.isItem
      if isTight {
        let wasTight = blocks.contains { $0.kind.isItem && $0.gap.isEmpty }
        if wasTight { result[index].gap = "" }
      } else if !isEnd, result[index].gap.isEmpty {
        result[index].gap = lineEnding
      }
    }
    return result
  }
}

extension Block.Kind {
  /// Whether both are bullets, numbers, headings of one level, or paragraphs.
  func isSameSort(as other: Block.Kind) -> Bool {
    switch (self, other) {
    case (.bullet, .bullet), (.numbered, .numbered): true
    default: self == other
    }
  }

  /// This kind at the depth that `other` has, when both are list items.
  func keepingIndent(of other: Block.Kind) -> Block.Kind {
    guard let indent = other.marker?.indent, !indent.isEmpty else { return self }
    switch self {
    case .bullet(let item):
      return .bullet(ListMarker(indent: indent, symbol: item.symbol, space: item.space))
    case .numbered(let item):
      return .numbered(ListMarker(indent: indent, symbol: item.symbol, space: item.space))
    default: return self
    }
  }

  /// The marker of a list item.
  var marker: ListMarker? {
    switch self {
    case .bullet(let item), .numbered(let item): item
    default: nil
    }
  }

  /// The item `step` levels deeper; `nil` for what is no item, or stands at the edge already.
  func indented(by step: Int) -> Block.Kind? {
    guard let item = marker, step > 0 ? item.level < 3 : item.level > 0 else { return nil }
    let indent = String(repeating: "  ", count: item.level + step)
    if case .numbered = self {
      let sign = item.symbol.last.map(String.init) ?? "."
      return .numbered(ListMarker(indent: indent, symbol: "1" + sign, space: item.space))
    }
    return .bullet(ListMarker(indent: indent, symbol: item.symbol, space: item.space))
  }
}
