import BidModel

extension SeededGenerator {
  /// An edit that fits `answer`: typing, deleting, splitting off, moving or removing blocks, a change of
  /// kind, and changes of front matter and parts.
  package mutating func edit(of answer: Answer) -> Edit {
    let part = Int.random(in: 0..<answer.parts.count, using: &self)
    let blocks = answer.parts[part].blocks
    let index = Int.random(in: 0..<blocks.count, using: &self)
    let id = answer.parts[part].id
    switch Int.random(in: 0..<10, using: &self) {
    case 0..<5: return textEdit(of: blocks[index])
    case 5:
      return answer.inserting(kind(), text: trickyText(), after: BlockPlace(part: part, block: index))
    case 6 where blocks.count > 1: return .blocks(id, at: index, count: 1, with: [])
    case 7 where blocks.count > 1:
      let first = Int.random(in: 0..<blocks.count - 1, using: &self)
      return .blocks(id, at: first, count: 2, with: [blocks[first + 1], blocks[first]])
    case 8:
      var block = blocks[index]
      block.kind = kind()
      block.source = nil
      return .blocks(id, at: index, count: 1, with: [block])
    default: return happens(oneIn: 2) ? frontMatterEdit(of: answer) : partEdit(of: answer, at: part)
    }
  }

  /// Replaces some code points of a block by tricky text or nothing.
  package mutating func textEdit(of block: Block) -> Edit {
    let scalars = Array(block.text.unicodeScalars)
    let from = Int.random(in: 0...scalars.count, using: &self)
    let count = Int.random(in: 0...min(6, scalars.count - from), using: &self)
    let bytes = { (part: ArraySlice<Unicode.Scalar>) in part.reduce(0) { $0 + UTF8.width($1) } }
    return .text(
      block.id, offset: bytes(scalars[..<from]), length: bytes(scalars[from..<from + count]),
      with: happens(oneIn: 3) ? "" : trickyText(), source: nil)
  }

  private mutating func kind() -> Block.Kind {
    pick([
      .prose, .bullet(ListMarker()), .bullet(ListMarker(indent: "  ", symbol: "*")),
      .numbered(ListMarker(symbol: "1.")), .numbered(ListMarker(indent: "\t", symbol: "12)", space: "  ")),
      .heading(level: 3), .heading(level: 1), .table, .verbatim,
    ])
  }

  private mutating func frontMatterEdit(of answer: Answer) -> Edit {
    var frontMatter = answer.frontMatter ?? FrontMatter()
    let keys = frontMatter.entries.compactMap(\.key) + ["state", "writer"]
    frontMatter[pick(keys)] = happens(oneIn: 4) ? nil : trickyText()
    return .frontMatter(happens(oneIn: 8) ? nil : frontMatter)
  }

  private mutating func partEdit(of answer: Answer, at index: Int) -> Edit {
    var part = answer.parts[index]
    if part.title != nil && happens(oneIn: 2) {
      part.title = trickyText()
      part.headingSource = nil
      return .parts(at: index, count: 1, with: [part])
    }
    guard index > 0, index + 1 < answer.parts.count else {
      return answer.insertingPart(
        PartTemplate(key: "new", title: "New"),
        of: AnswerTemplate(id: "t", title: "T", version: "1", parts: []))
    }
    return .parts(at: index, count: 2, with: [answer.parts[index + 1], part])
  }
}
