import BidModel
import BidTestSupport
import Testing

@testable import BidStorage

/// Going back to a version gives back what was kept, and undo gives back what stood before.
@Suite struct RestoringTests {
  private static let text = """
    ---
    question: "2.1"
    limit: 400 words
    ---

    ## Context

    Our nurse visits each person daily.

    - First item
    - Second item

    ## Our Role

    Our nurse visits each person daily.

    | a | b |
    | - | - |
    | 1 | 2 |

    ## Evidence

    Last words.

    """

  private static func changed(_ random: inout SeededGenerator) throws -> (old: Answer, new: Answer) {
    let old = try AnswerFileTests.scan(text)
    var new = old
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      let part = random.pick(new.parts)
      let index = Int.random(in: 0..<part.blocks.count, using: &random)
      var copy = Block(
        id: BlockID(new.nextBlockNumber), kind: .prose, text: random.pick(new.parts.flatMap(\.blocks)).text,
        gap: "\n")
      switch Int.random(in: 0..<5, using: &random) {
      case 4 where part.blocks.count > 1:
        try new.apply(.blocks(part.id, at: index, count: 1, with: []))
        copy.text = part.blocks[index].text
        let other = random.pick(new.parts)
        let place = Int.random(in: 0...other.blocks.count, using: &random)
        try new.apply(.blocks(other.id, at: place, count: 0, with: [copy]))
      case 0: try new.apply(random.textEdit(of: part.blocks[index]))
      case 1: try new.apply(.blocks(part.id, at: index, count: 0, with: [copy]))
      case 2 where part.blocks.count > 1:
        try new.apply(.blocks(part.id, at: index, count: 1, with: []))
      default:
        copy.text = "New words \(new.nextBlockNumber)."
        try new.apply(.blocks(part.id, at: index, count: 0, with: [copy]))
      }
    }
    return (old, new)
  }

  /// Applies edits, and takes them back.
  private static func undone(_ edits: [Edit], in answer: Answer) throws -> (after: Answer, undone: Answer) {
    var after = answer
    let inverses = try edits.map { try after.apply($0) }
    var undone = after
    for inverse in inverses.reversed() { try undone.apply(inverse) }
    return (after, undone)
  }

  @Test("a whole answer goes back to the byte, and undo brings the other text back to the byte")
  func whole() throws {
    for seed in 1...200 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      let (old, new) = try Self.changed(&random)
      let (after, undone) = try Self.undone(new.restoring(old), in: new)
      #expect(AnswerFile.print(after) == Array(Self.text.utf8), "seed \(seed)")
      #expect(AnswerFile.print(undone) == AnswerFile.print(new), "seed \(seed)")
      #expect(after.brokenInvariant() == nil)
    }
  }

  @Test("a part goes back and leaves the others as they are")
  func part() throws {
    for seed in 1...200 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      let (old, new) = try Self.changed(&random)
      let index = Int.random(in: 0..<new.parts.count, using: &random)
      let edit = try #require(new.restoringPart(at: index, from: old))
      let (after, undone) = try Self.undone([edit], in: new)
      for other in after.parts.indices where other != index {
        #expect(after.parts[other] == new.parts[other], "seed \(seed)")
      }
      #expect(after.parts[index].blocks.map(\.text) == old.parts[index].blocks.map(\.text), "seed \(seed)")
      #expect(after.parts[index].blocks.map(\.kind) == old.parts[index].blocks.map(\.kind), "seed \(seed)")
      #expect(AnswerFile.print(undone) == AnswerFile.print(new), "seed \(seed)")
    }
  }

  @Test("taking back one changed paragraph after another ends at the old words, copies among them")
  func paragraphs() throws {
    for seed in 1...200 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      var (old, new) = try Self.changed(&random)
      for _ in 0..<40 {
        let comparison = AnswerComparison(from: old, to: new)
        guard let part = comparison.parts.first(where: { !$0.isSame }) else { break }
        for placed in comparison.placed(part) {
          if case .same = placed.change { continue }
          let edits = try #require(new.restoring(placed, from: old), "seed \(seed)")
          let (after, undone) = try Self.undone(edits, in: new)
          #expect(AnswerFile.print(undone) == AnswerFile.print(new), "seed \(seed)")
          new = after
          break
        }
      }
      #expect(AnswerComparison(from: old, to: new).isSame, "seed \(seed)")
      let read = try AnswerFileTests.scan(String(decoding: AnswerFile.print(new), as: UTF8.self))
      #expect(AnswerComparison(from: old, to: read).isSame, "seed \(seed): the file reads as it should")
    }
  }
}
