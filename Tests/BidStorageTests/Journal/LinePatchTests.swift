import BidStorage
import BidTestSupport
import Testing

/// Changes of text files as the journal keeps them.
@Suite("Line patches") struct LinePatchTests {
  @Test("a patch brings the old text to the new one, whatever the two are", arguments: 0..<300)
  func roundTrip(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let pieces = ["a", "é", "\n", "\r\n", "x: y\n", "👩‍⚕️", "  - ", "\n\n"]
    let text = { (count: Int) in (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }
    let old = text(Int.random(in: 0..<12, using: &random))
    var letters = Array(old)
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      let place = Int.random(in: 0...letters.count, using: &random)
      letters.insert(contentsOf: text(2), at: place)
      if !letters.isEmpty { letters.remove(at: Int.random(in: 0..<letters.count, using: &random)) }
    }
    let (before, after) = (Array(old.utf8), Array(String(letters).utf8))
    guard let patch = LinePatch(from: before, to: after) else {
      #expect(before == after)
      return
    }
    #expect(patch.applied(to: before) == after)
  }

  @Test("only the lines that differ are kept, and a patch of another text is refused")
  func small() throws {
    let patch = try #require(
      LinePatch(from: Array("one\ntwo\nthree\n".utf8), to: Array("one\ntoo\nthree\n".utf8)))
    #expect(patch.offset == 4 && patch.removed == 4 && patch.inserted == "too\n")
    #expect(patch.applied(to: Array("one".utf8)) == nil)
  }
}
