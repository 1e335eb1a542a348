import BidModel
import Testing

/// Word diffs read as a person would mark them, and a paragraph that moved is told from one that was written.
@Suite struct AnswerComparisonTests {
  private static func marked(_ old: String, _ new: String) -> String {
    AnswerComparison.runs(from: old, to: new).map { run in
      switch run.kind {
      case .same: run.text
      case .removed: "[-\(run.text)-]"
      case .added: "{+\(run.text)+}"
      }
    }.joined()
  }

  @Test(
    "all that went stands before all that came, and short common words between long changes part nothing",
    arguments: [
      (
        "Both lie between organisations, so only a shared pathway can mend them.",
        "Both lie between the ward and us.",
        "Both lie between [-organisations, so only a shared pathway can mend them.-]{+the ward and us.+}"
      ),
      ("We visit weekly at home.", "We visit daily at home.", "We visit [-weekly-]{+daily+} at home."),
      ("open 24 hours a day", "open day and night", "open [-24 hours a day-]{+day and night+}"),
      ("A nurse calls.", "A senior nurse calls.", "A {+senior +}nurse calls."),
      ("A senior nurse calls.", "A nurse calls.", "A [-senior -]nurse calls."),
      ("One two.", "One two. Three.", "One two.{+ Three.+}"),
      ("One two. Three.", "One two.", "One two.[- Three.-]"),
      ("a  b", "a b", "a[-  -]{+ +}b"),
      (
        "The board meets monthly and reports yearly.", "The board meets weekly and reports daily.",
        "The board meets [-monthly-]{+weekly+} and reports [-yearly.-]{+daily.+}"
      ),
    ])
  func runs(_ old: String, _ new: String, _ expected: String) {
    #expect(Self.marked(old, new) == expected)
  }

  @Test("the runs give both texts back to the byte, and no two changes of a kind stand side by side")
  func exact() {
    let words = ["the", "ward", "and", "us", "a", "nurse,", "visits", "day.", "\n", " "]
    var state: UInt64 = 7
    func next(below count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1
      return Int(state >> 33) % count
    }
    func text() -> String {
      (0..<next(below: 15)).map { _ in words[next(below: words.count)] }.joined(separator: " ")
    }
    for _ in 0..<400 {
      let (old, new) = (text(), text())
      let runs = AnswerComparison.runs(from: old, to: new)
      #expect(runs.filter { $0.kind != .added }.map(\.text).joined() == old)
      #expect(runs.filter { $0.kind != .removed }.map(\.text).joined() == new)
      for (left, right) in zip(runs, runs.dropFirst()) {
        #expect(left.kind != right.kind && (left.kind != .added || right.kind == .same), "\(old) / \(new)")
      }
    }
  }

  private static func answer(_ parts: [(String, [String])]) -> Answer {
    var number = 0
    return Answer(
      id: AnswerID("a.md"),
      parts: parts.enumerated().map { index, part in
        Part(
          id: PartID(index + 1), title: part.0,
          blocks: part.1.map { text in
            number += 1
            return Block(id: BlockID(number), kind: .prose, text: text)
          })
      })
  }

  private static let long = "Our nurse visits each person daily and writes to the ward the same evening."

  @Test(
    "a paragraph that went elsewhere is moved, within its part and into another, and no word of it counts")
  func moved() {
    let old = Self.answer([("One", [Self.long, "Second.", "Third."]), ("Two", ["Other."])])
    let within = AnswerComparison(
      from: old, to: Self.answer([("One", ["Second.", "Third.", Self.long]), ("Two", ["Other."])]))
    guard case .movedAway(Self.long, let to) = within.parts[0].changes[0],
      case .movedHere(let runs, let from) = within.parts[0].changes[3]
    else {
      Issue.record("\(within.parts[0].changes)")
      return
    }
    #expect(to.number == 2 && from.number == 0 && from.isAbove && !to.isAbove)
    #expect(runs == [.init(kind: .same, text: Self.long)])
    #expect(within.parts[0].wordCounts == (0, 0) && within.parts[0].moveCounts == (1, 0, 0))
    let across = AnswerComparison(
      from: old, to: Self.answer([("One", ["Second.", "Third."]), ("Two", ["Other.", Self.long])]))
    #expect(across.parts.map(\.moveCounts.here) == [0, 1] && across.parts.map(\.moveCounts.away) == [1, 0])
    #expect(!across.isSame)
  }

  @Test("one that was moved and reworded a little shows its words; one that was written anew is not moved")
  func movedAndReworded() {
    let old = Self.answer([("One", [Self.long, "Second.", "Third."])])
    let new = Self.long.replacing("daily", with: "weekly")
    let moved = AnswerComparison(from: old, to: Self.answer([("One", ["Second.", "Third.", new])]))
    #expect(moved.parts[0].wordCounts == (1, 1) && moved.parts[0].moveCounts.within == 1)
    let other = "A board of five meets monthly and answers for what the ward and our nurse agree."
    let written = AnswerComparison(from: old, to: Self.answer([("One", ["Second.", "Third.", other])]))
    #expect(written.parts[0].moveCounts == (0, 0, 0))
  }

  @Test(
    "taking a moved paragraph back puts it where it stood, whichever end is taken",
    arguments: [true, false])
  func back(_ here: Bool) throws {
    let old = Self.answer([("One", ["First.", Self.long, "Third."]), ("Two", ["Other."])])
    for texts in [["First.", "Third.", Self.long], [Self.long, "First.", "Third."]] {
      for new in [
        Self.answer([("One", texts), ("Two", ["Other."])]),
        Self.answer([("One", ["First.", "Third."]), ("Two", [Self.long, "Other."])]),
        Self.answer([("One", ["First.", "Third."]), ("Two", ["Other.", Self.long])]),
      ] {
        let comparison = AnswerComparison(from: old, to: new)
        let all = comparison.parts.flatMap { comparison.placed($0) }
        let placed = try #require(
          all.first {
            switch $0.change {
            case .movedHere: here
            case .movedAway: !here
            default: false
            }
          })
        var answer = new
        for edit in try #require(answer.restoring(placed, from: old)) { try answer.apply(edit) }
        #expect(answer.parts.map { $0.blocks.map(\.text) } == old.parts.map { $0.blocks.map(\.text) })
      }
    }
  }
}
