import Testing

@testable import BidModel

/// Edits of an answer, their inverses, and what they refuse.
@Suite struct EditTests {
  private let first = BlockID(1)
  private let second = BlockID(2)
  private let part = PartID(1)

  private var answer: Answer {
    Answer(
      id: AnswerID("1.md"),
      parts: [
        Part(
          id: part, key: "context", title: "Context",
          blocks: [
            Block(id: first, kind: .prose, text: "día uno", source: "día uno\n", gap: "\n"),
            Block(id: second, kind: .bullet(ListMarker()), text: "two", source: "- two\n"),
          ])
      ])
  }

  private var edits: [Edit] {
    [
      .text(first, offset: 0, length: 4, with: "", source: nil),
      .text(first, offset: 8, length: 0, with: "!", source: nil),
      .text(second, offset: 0, length: 3, with: "zwei", source: nil),
      .blocks(part, at: 0, count: 1, with: []),
      .blocks(part, at: 1, count: 0, with: [Block(id: BlockID(9), kind: .table, text: "| a |")]),
      .blocks(part, at: 0, count: 2, with: [Block(id: second, kind: .prose, text: "both")]),
      .parts(
        at: 1, count: 0,
        with: [Part(id: PartID(7), title: "New", blocks: [Block(id: BlockID(9), kind: .prose, text: "")])]),
      .frontMatter(FrontMatter(entries: [FrontMatter.Entry(key: "state", value: "signed", source: nil)])),
    ]
  }

  @Test("an edit and its inverse leave every part, line and key as it was")
  func inverses() throws {
    for edit in edits {
      var copy = answer
      let inverse = try copy.apply(edit)
      #expect(copy.parts != answer.parts || copy.frontMatter != answer.frontMatter)
      let again = try copy.apply(inverse)
      #expect(copy.parts == answer.parts && copy.frontMatter == answer.frontMatter)
      #expect(try copy.apply(again) == inverse)
      #expect(copy.brokenInvariant() == nil)
    }
  }

  @Test("an edit that does not fit is refused, and leaves the answer alone")
  func refusals() {
    let misfits: [(Edit, EditError)] = [
      (.text(BlockID(5), offset: 0, length: 0, with: "x", source: nil), .noBlock(BlockID(5))),
      (.text(first, offset: 9, length: 0, with: "x", source: nil), .badRange("the block's text")),
      (.text(first, offset: 0, length: 99, with: "", source: nil), .badRange("the block's text")),
      (
        .text(first, offset: 2, length: 0, with: "x", source: nil),
        .badRange("a code point, which it would cut")
      ),
      (.text(first, offset: 0, length: .max, with: "", source: nil), .badRange("the block's text")),
      (.blocks(PartID(5), at: 0, count: 0, with: []), .noPart(PartID(5))),
      (.blocks(part, at: 1, count: 2, with: []), .badRange("the part's blocks")),
      (.blocks(part, at: 0, count: 2, with: []), .badRange("a part, which keeps one block")),
      (.parts(at: 0, count: 1, with: []), .badRange("an answer, which keeps one part with one block")),
      (.parts(at: 2, count: 0, with: []), .badRange("the answer's parts")),
    ]
    for (edit, expected) in misfits {
      var copy = answer
      #expect(throws: expected) { try copy.apply(edit) }
      #expect(copy == answer)
    }
  }

  @Test("an id that an edit brings is never given out again")
  func freshIDs() throws {
    var copy = answer
    try copy.apply(.blocks(part, at: 0, count: 0, with: [Block(id: BlockID(40), kind: .prose, text: "x")]))
    #expect(copy.makeBlockID() == BlockID(41))
    try copy.apply(
      .parts(
        at: 1, count: 0,
        with: [Part(id: PartID(8), title: "T", blocks: [Block(id: BlockID(50), kind: .prose, text: "")])]))
    #expect(copy.makePartID() == PartID(9))
    #expect(copy.makeBlockID() == BlockID(51))
  }

  @Test("a part that is added stands where the template has it")
  func partOrder() throws {
    let template = AnswerTemplate(
      id: "t", title: "T", version: "1",
      parts: ["plan", "context", "role", "evidence"].map { PartTemplate(key: $0, title: $0) })
    var copy = answer
    #expect(copy.missingParts(of: template).map(\.key) == ["plan", "role", "evidence"])
    for key in ["evidence", "plan", "role"] {
      let wanted = try #require(template.part(key))
      let edit = copy.insertingPart(wanted, of: template)
      try copy.apply(edit)
    }
    #expect(copy.parts.map(\.key) == ["plan", "context", "role", "evidence"])
    #expect(copy.missingParts(of: template).isEmpty)
  }

  @Test("a new item stays close to its list, and a new paragraph gets a blank line")
  func gaps() throws {
    var copy = answer
    let edit = copy.inserting(.bullet(ListMarker()), text: "three", after: BlockPlace(part: 0, block: 1))
    try copy.apply(edit)
    #expect(copy.parts[0].blocks.map(\.gap) == ["\n", "", ""])
    let next = copy.inserting(.prose, text: "end", after: BlockPlace(part: 0, block: 2))
    try copy.apply(next)
    #expect(copy.parts[0].blocks.map(\.gap) == ["\n", "", "\n", ""])
  }
}
