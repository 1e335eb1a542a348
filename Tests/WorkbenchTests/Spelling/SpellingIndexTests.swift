import BidModel
import BidTestSupport
import Testing

@testable import Workbench

/// What is known of a block's spelling, kept in step with its text.
@Suite struct SpellingIndexTests {
  /// A state that has a verdict on every word that is a run of these pieces: wrong when it holds `zz`.
  private func answer(_ state: inout SpellingState) {
    let words = state.takeWanted()
    state.take(
      Dictionary(
        uniqueKeysWithValues: words.map { ($0, $0.contains("zz") ? [0..<$0.utf8.count] : []) }))
  }

  private static let pieces = [
    "zz", "ab", " ", " ", "é", "\n", "-", "'", "’", ",", "{{", "}}", "zzab cd", "a.b", "@", "X", "日", "",
  ]

  @Test("after any edits, what is looked at anew gives what a look at everything gives", arguments: 1...60)
  func incremental(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var state = SpellingState()
    state.readiness = .ready
    var block = Block(id: BlockID(1), kind: .prose, text: "ab zzcd ef zz, ab-zz")
    var known: BlockSpelling?
    for _ in 0..<200 {
      // A few edits between two looks, as when keys arrive together.
      var open: Int?
      for _ in 0..<Int.random(in: 1...3, using: &generator) { open = edit(&block, &known, &generator) }
      if generator.happens(oneIn: 2) { open = nil }
      known = state.look(at: block, after: known, open: open)
      if generator.happens(oneIn: 3) { answer(&state) }
      if known?.isPending == true {
        answer(&state)
        known = state.look(at: block, after: known, open: open)
      }
      let full = state.look(at: block, after: nil, open: open)
      #expect(known?.faults == full.faults, "seed \(seed): \(block.text.debugDescription)")
      #expect(known?.isPending == full.isPending && known?.hasOpenWord == full.hasOpenWord)
    }
  }

  /// Replaces a few bytes of the block between characters, and gives the place after.
  private func edit(_ block: inout Block, _ known: inout BlockSpelling?, _ generator: inout SeededGenerator)
    -> Int
  {
    let scalars = block.text.unicodeScalars
    var cuts = scalars.indices.map { block.text.utf8.distance(from: block.text.startIndex, to: $0) }
    cuts.append(block.text.utf8.count)
    let from = Int.random(in: 0..<cuts.count, using: &generator)
    let to = min(
      cuts.count - 1, from + (generator.happens(oneIn: 2) ? 0 : Int.random(in: 0...6, using: &generator)))
    let text = generator.pick(Self.pieces)
    block.text = block.text.prefix(utf8: cuts[from]) + text + block.text.suffix(utf8From: cuts[to])
    known?.shift(at: cuts[from], length: cuts[to] - cuts[from], with: text)
    return cuts[from] + text.utf8.count
  }

  @Test(
    "an edit moves what is after it, keeps what is before, and drops what it touches",
    arguments: [
      (0, 0, "x ", [6..<10]), (0, 0, "x", [5..<9]), (4, 0, "x", []), (5, 1, "", []), (8, 0, "x", []),
      (8, 0, " ", [4..<8]), (8, 0, ", ", [4..<8]), (9, 0, "x", [4..<8]), (2, 2, "", []), (1, 2, "", [2..<6]),
      (0, 12, "", []),
    ])
  func shifting(_ offset: Int, _ length: Int, _ text: String, _ expected: [Range<Int>]) {
    var known = BlockSpelling(faults: [4..<8], revision: 0)
    known.shift(at: offset, length: length, with: text)
    #expect(known.faults == expected)
    #expect(known.isStale)
  }

  @Test("a key at the end of a long paragraph looks at its last word alone")
  func longParagraph() {
    var state = SpellingState()
    state.readiness = .ready
    var block = Block(id: BlockID(1), kind: .prose, text: String(repeating: "ab zz ", count: 2_000))
    var known = state.look(at: block, after: nil, open: nil)
    answer(&state)
    known = state.look(at: block, after: known, open: nil)
    #expect(known.faults.count == 2_000 && known.unsettled == nil)
    known.shift(at: block.text.utf8.count, length: 0, with: "new")
    block.text += "new"
    known = state.look(at: block, after: known, open: nil)
    #expect(known.unsettled == 12_000..<12_003 && known.faults.count == 2_000)
    #expect(state.takeWanted() == ["new"])
  }
}
