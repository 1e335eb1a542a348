import BidModel

extension WorkbenchState {
  /// Puts `stars` around the selected words, or takes them away when they stand there; without a
  /// selection, around the word at the cursor.
  mutating func toggleEmphasis(_ stars: String, title: String) {
    guard canEdit(), let (place, block) = caretBlock else { return }
    let caret = editor.caret
    guard let words = emphasised(in: block, at: place), !words.isEmpty else {
      return say("Select words of one paragraph first.", as: .note)
    }
    let isStrong = stars.utf8.count == 2
    let width = stars.utf8.count
    let standing = Emphasis.spans(in: block.text).first { $0.isStrong == isStrong && $0.words == words }
    if let standing {
      editor.caret.offset = words.upperBound - width
      return perform(
        title,
        [
          .text(block.id, offset: standing.close.lowerBound, length: width, with: "", source: nil),
          .text(block.id, offset: standing.open.lowerBound, length: width, with: "", source: nil),
        ], from: caret)
    }
    editor.caret.offset = words.upperBound + 2 * width
    perform(
      title,
      [
        .text(block.id, offset: words.upperBound, length: 0, with: stars, source: nil),
        .text(block.id, offset: words.lowerBound, length: 0, with: stars, source: nil),
      ], from: caret)
  }

  /// The bytes of the block that are selected, without spaces and stars at their ends; the word at the
  /// cursor when nothing is.
  private func emphasised(in block: Block, at place: BlockPlace) -> Range<Int>? {
    guard let selection = editor.selection else {
      return TextStep.wordRange(in: block.text, at: editor.caret.offset)
    }
    let (start, end) = inOrder(selection)
    guard start.block == block.id, end.block == block.id else { return nil }
    let bytes = Array(block.text.utf8)
    var (from, to) = (start.offset, end.offset)
    let isEdge = { (byte: UInt8) in byte == 0x20 || byte == 0x0A || byte == UInt8(ascii: "*") }
    while from < to, isEdge(bytes[from]) { from += 1 }
    while to > from, isEdge(bytes[to - 1]) { to -= 1 }
    return from..<to
  }
}
