import BidModel
import BidStorage

/// A part or a whole answer on its way through another editor: what is written out, and the edits that take back
/// what came of it.
struct HandedText {
  /// The part, by its place; `nil` for the whole answer without its front matter.
  let part: Int?
  /// The answer as it was handed over.
  let answer: Answer
  /// The text to edit.
  let bytes: [UInt8]

  /// Why text cannot be handed over or taken back, in one sentence.
  struct Refusal: Error, CustomStringConvertible { var description: String }

  /// - Throws: ``Refusal`` when what would be written out could not be read back.
  /// - Complexity: O(*n*) in the text.
  init(_ answer: Answer, part: Int?) throws(Refusal) {
    self.answer = answer
    self.part = part
    var parts = answer.parts
    if let part {
      parts = [Part(id: parts[part].id, title: nil, blocks: parts[part].blocks)]
    }
    let copy = Answer(id: answer.id, parts: parts, lineEnding: answer.lineEnding)
    bytes = AnswerFile.print(copy)
    let read = try? AnswerFile.scan(bytes, id: answer.id).answer
    guard read?.fileContent == copy.fileContent else {
      throw Refusal(description: "This part cannot stand in a file of its own: hand over the whole answer.")
    }
  }

  /// The edits that make the answer say what `edited` says; none when it says the same.
  ///
  /// Paragraphs that did not change keep their lines to the byte and their numbers. Of those that did, each takes
  /// the number of the one whose place it has, so that what points to it still does.
  ///
  /// - Throws: ``Refusal`` when the text cannot be read, or is more than was handed over.
  /// - Complexity: O(*n* · *d*) in the paragraphs and the differences (Myers).
  func edits(from edited: [UInt8], template: AnswerTemplate?, numbers: inout Answer) throws(Refusal) -> [Edit]
  {
    let read: Answer
    do { read = try AnswerFile.scan(edited, id: answer.id, template: template).answer } catch {
      throw Refusal(description: "What came back cannot be read: \(error)")
    }
    guard read.frontMatter == nil else {
      throw Refusal(description: "What came back begins with ‘---’, which would be read as front matter.")
    }
    guard let part else { return wholeEdits(from: read, numbers: &numbers) }
    guard read.parts.count == 1, read.parts[0].title == nil else {
      throw Refusal(
        description: "What came back has headings of parts (##): hand over the whole answer for that.")
    }
    let old = answer.parts[part].blocks
    var new = taken(read.parts[0].blocks, onto: old, numbers: &numbers)
    new[new.count - 1].gap = old[old.count - 1].gap
    return Self.blockEdits(from: old, to: new, of: answer.parts[part].id)
  }

  private func wholeEdits(from read: Answer, numbers: inout Answer) -> [Edit] {
    var left = answer.parts
    var parts: [Part] = []
    for piece in read.parts {
      if let index = left.firstIndex(where: { $0.title == piece.title }) {
        var part = left.remove(at: index)
        part.blocks = taken(piece.blocks, onto: part.blocks, numbers: &numbers)
        parts.append(part)
      } else {
        let blocks = taken(piece.blocks, onto: [], numbers: &numbers)
        parts.append(Part(id: numbers.makePartID(), key: piece.key, title: piece.title, blocks: blocks))
      }
    }
    let start = zip(answer.parts, parts).prefix { $0 == $1 }.count
    let rest = min(answer.parts.count, parts.count) - start
    let end = zip(answer.parts.reversed(), parts.reversed()).prefix { $0 == $1 }.count
    let kept = min(rest, end)
    let count = answer.parts.count - start - kept
    let new = Array(parts[start..<(parts.count - kept)])
    return count == 0 && new.isEmpty ? [] : [.parts(at: start, count: count, with: new)]
  }

  /// `blocks` as they were read, under the numbers and with the lines of those in `old` that say the same.
  private func taken(_ blocks: [Block], onto old: [Block], numbers: inout Answer) -> [Block] {
    let said = { (block: Block) in Said(kind: block.kind, text: block.text) }
    let difference = blocks.map(said).difference(from: old.map(said))
    var removed = Set<Int>()
    var inserted = Set<Int>()
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var result: [Block] = []
    var next = 0
    for (index, block) in blocks.enumerated() {
      let gap = { (known: Block?) -> String in
        let lines = block.gap.utf8.count { $0 == 0x0A }
        if let known, known.gap.utf8.count(where: { $0 == 0x0A }) == lines { return known.gap }
        return String(repeating: answer.lineEnding, count: lines)
      }
      if inserted.contains(index) {
        let replaced = removed.contains(next) ? old[next] : nil
        if replaced != nil { next += 1 }
        result.append(
          Block(
            id: replaced?.id ?? numbers.makeBlockID(), kind: block.kind, text: block.text, gap: gap(replaced))
        )
      } else {
        while removed.contains(next) { next += 1 }
        var kept = old[next]
        kept.gap = gap(kept)
        result.append(kept)
        next += 1
      }
    }
    return result
  }

  private struct Said: Hashable {
    var kind: Block.Kind
    var text: String
  }

  /// The one edit of the stretch of blocks that differs.
  private static func blockEdits(from old: [Block], to new: [Block], of part: PartID) -> [Edit] {
    guard old != new else { return [] }
    let start = zip(old, new).prefix { $0 == $1 }.count
    let end = min(
      zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count, min(old.count, new.count) - start)
    return [
      .blocks(part, at: start, count: old.count - start - end, with: Array(new[start..<(new.count - end)]))
    ]
  }
}
