import BidModel
import BidStorage
import BidTestSupport
import Testing

/// Comments find their words again, or say that they did not.
@Suite struct TextAnchorTests {
  private static func answer(_ parts: [[String]]) -> Answer {
    var number = 0
    return Answer(
      id: AnswerID("a.md"),
      parts: parts.enumerated().map { index, texts in
        Part(
          id: PartID(index + 1), key: "part-\(index)", title: "Part \(index)",
          blocks: texts.map { text in
            number += 1
            return Block(id: BlockID(number), kind: .prose, text: text)
          })
      })
  }

  private func place(_ part: Int, _ block: Int) -> BlockPlace { BlockPlace(part: part, block: block) }

  /// What is done to `One. Two. Three.` before the comment on the middle one is looked for.
  @Test(
    "a comment on a paragraph follows it, and says when it is not where it was",
    arguments: [
      (["One.", "Two.", "Three."], AnchorPlace.State.anchored, 1),
      (["New above.", "One.", "Two.", "Three."], .anchored, 2),
      (["One, edited.", "Two.", "Three."], .moved, 1),
      (["Two.", "One.", "Three."], .moved, 0),
      (["One.", "Two, edited.", "Three."], .drifted, 1),
      (["One.", "Three."], .drifted, nil),
      // A copy elsewhere takes nothing from the original, and gets nothing when the original is mended.
      (["One.", "Two.", "Three.", "Two."], .anchored, 1),
      (["One.", "Two, mended.", "Three.", "Two."], .moved, 3),
      (["Two.", "Three.", "Two."], .drifted, nil),
      (["One.", "Two.", "Three.", "One.", "Two.", "Three."], .drifted, nil),
    ] as [([String], AnchorPlace.State, Int?)])
  func paragraphs(_ texts: [String], _ state: AnchorPlace.State, _ index: Int?) {
    let anchor = TextAnchor(place(0, 1), in: Self.answer([["One.", "Two.", "Three."]]))
    let answer = Self.answer([texts])
    let found = anchor.place(in: answer)
    #expect(found.state == (texts[0] == "One, edited." ? .anchored : state))
    #expect(found.block == index.map { answer.parts[0].blocks[$0].id })
  }

  @Test("a comment on words stays with them while their paragraph is edited around them")
  func words() {
    let text = "We visit weekly. We report monthly. We visit weekly."
    let old = Self.answer([["Above.", text, "Below."]])
    let anchor = TextAnchor(place(0, 1), 36..<52, in: old)
    #expect(anchor.quote == "We visit weekly.")
    let edited = Self.answer([["Above.", "Now: " + text, "Below."]])
    let found = anchor.place(in: edited)
    #expect(found.state == .anchored)
    #expect(found.range == 41..<57)
    let gone = Self.answer([["Above.", "We visit daily. We report monthly.", "Below."]])
    #expect(anchor.place(in: gone).state == .drifted)
    #expect(anchor.place(in: gone).range == nil)
  }

  @Test(
    "words that stand in their own block are there, though another sentence was edited and a copy is unchanged",
    arguments: [
      // The copy in another part, in the same part, and with a neighbour of the original edited.
      ([["Above.", "We visit weekly. The nurse goes home.", "Below."], ["Copy", "End."]], .anchored),
      ([["Above.", "We visit weekly. The nurse goes home.", "Below.", "Copy"], ["End."]], .anchored),
      ([["Above.", "We visit weekly. The nurse goes home.", "Below, edited."], ["Copy"]], .anchored),
      // The words went from their block: the copy has them, and that is said.
      ([["Above.", "We visit daily. The nurse works at home.", "Below."], ["Copy", "End."]], .moved),
    ] as [([[String]], AnchorPlace.State)])
  func ownBlock(_ texts: [[String]], _ state: AnchorPlace.State) throws {
    let text = "We visit weekly. The nurse works at home."
    let anchor = TextAnchor(place(0, 1), 0..<16, in: Self.answer([["Above.", text, "Below."], ["End."]]))
    let answer = Self.answer(texts.map { $0.map { $0 == "Copy" ? text : $0 } })
    let found = anchor.place(in: answer)
    #expect(found.state == state)
    #expect(found.range == 0..<16)
    let at = try #require(found.block.flatMap { answer.place(of: $0) })
    #expect(at == (state == .anchored ? place(0, 1) : place(1, 0)))
  }

  /// A comment from inside `Two two.` to inside `Four four.`, and what is done before it is looked for.
  @Test(
    "a comment over several paragraphs is found when each is, in order; else it says that it is not",
    arguments: [
      (["One.", "Two two.", "Three.", "Four four.", "Five."], AnchorPlace.State.anchored, [1, 2, 3]),
      (["One.", "Now: Two two.", "Three.", "Four four. And on.", "Five."], .moved, [1, 2, 3]),
      (["New.", "One.", "Two two.", "Three.", "Four four.", "Five."], .anchored, [2, 3, 4]),
      (["Two two.", "Three.", "Four four.", "One.", "Five."], .moved, [0, 1, 2]),
      (["One.", "Two two.", "Three.", "New.", "Four four.", "Five."], .moved, [1, 2, 4]),
      (["One.", "Two two.", "Three, edited.", "Four four.", "Five."], .drifted, []),
      (["One.", "Two two.", "Four four.", "Five."], .drifted, []),
      (["One.", "Four four.", "Three.", "Two two.", "Five."], .drifted, []),
      // A copy far below does not stand in for the paragraph that was changed in its place.
      (["One.", "Two two.", "Three, edited.", "Four four.", "Five.", "Three."], .drifted, []),
      (["One.", "Two two.", "Three.", "Four four.", "Five.", "Three."], .anchored, [1, 2, 3]),
    ] as [([String], AnchorPlace.State, [Int])])
  func spans(_ texts: [String], _ state: AnchorPlace.State, _ blocks: [Int]) throws {
    let old = Self.answer([["One.", "Two two.", "Three.", "Four four.", "Five."]])
    let anchor = TextAnchor(
      pieces: [(place(0, 1), 4..<8), (place(0, 2), 0..<6), (place(0, 3), 0..<4)], in: old)
    #expect(anchor.wholeQuote == "two.\nThree.\nFour")
    let answer = Self.answer([texts])
    let found = anchor.place(in: answer)
    #expect(
      found.state == state || (state == .moved && found.state == .anchored && texts[1].hasPrefix("Now")))
    #expect(found.pieces.map(\.block) == blocks.map { answer.parts[0].blocks[$0].id })
  }

  @Test("after random edits a comment over several paragraphs is on its own words, in order, or says so")
  func randomSpans() throws {
    var counts: [AnchorPlace.State: Int] = [:]
    for seed in 1...400 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      var answer = Self.answer([
        ["Shared words here.", "Our nurse visits each person daily.", "Shared words here.", "End of one."],
        ["A second part.", "Our nurse visits each person daily.", "We audit monthly and report."],
      ])
      let from = Int.random(in: 0...4, using: &random)
      let all = [(0, 0), (0, 1), (0, 2), (0, 3), (1, 0), (1, 1), (1, 2)].map { place($0.0, $0.1) }
      let places = all[from...min(6, from + Int.random(in: 1...2, using: &random))]
      let pieces = places.map { place -> (place: BlockPlace, range: Range<Int>) in
        let count = answer[place].text.utf8.count
        return (place, (place == places.first ? 3 : 0)..<(place == places.last ? count - 2 : count))
      }
      let anchor = TextAnchor(pieces: pieces, in: answer)
      let originals = pieces.map { answer[$0.place] }
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        try answer.apply(Self.edit(of: answer, with: &random))
      }
      let found = anchor.place(in: answer)
      counts[found.state, default: 0] += 1
      guard found.state != .drifted else {
        #expect(found.pieces.isEmpty, "seed \(seed)")
        continue
      }
      let at = try found.pieces.map { try #require(answer.place(of: $0.block), "seed \(seed)") }
      #expect(at == at.sorted() && Set(at.map { "\($0)" }).count == pieces.count, "seed \(seed)")
      for (index, own) in ([anchor] + anchor.following).enumerated() {
        let piece = found.pieces[index]
        let one = AnchorPlace(found.state, block: piece.block, range: piece.range, part: at[index].part)
        try check(one, of: own, on: originals[index], in: answer, "seed \(seed)")
      }
    }
    for state in [AnchorPlace.State.anchored, .moved, .drifted] {
      #expect(counts[state, default: 0] > 10, "the edits bring about every state: \(counts)")
    }
  }

  @Test("a comment on a part or an answer needs no words")
  func wholes() {
    let answer = Self.answer([["One."], ["Two."]])
    #expect(TextAnchor.answer.place(in: answer).state == .anchored)
    let part = TextAnchor(answer.parts[1])
    #expect(part.place(in: answer).part == 1)
    #expect(part.place(in: Self.answer([["One."]])).state == .drifted)
  }

  @Test("after random edits, copies among them, an anchored comment is on its own words and no other block's")
  func randomEdits() throws {
    var counts: [AnchorPlace.State: Int] = [:]
    for seed in 1...400 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      var answer = Self.answer([
        ["Shared words here.", "Our nurse visits each person daily.", "Shared words here.", "End of one."],
        ["A second part.", "Our nurse visits each person daily.", "We audit monthly and report."],
      ])
      let part = Int.random(in: 0...1, using: &random)
      let block = Int.random(in: 0..<answer.parts[part].blocks.count, using: &random)
      let original = answer.parts[part].blocks[block]
      let range = random.happens(oneIn: 2) ? nil : 4..<original.text.utf8.count - 2
      let anchor = TextAnchor(place(part, block), range, in: answer)
      for _ in 0..<Int.random(in: 0...8, using: &random) {
        try answer.apply(Self.edit(of: answer, with: &random))
      }
      let found = anchor.place(in: answer)
      counts[found.state, default: 0] += 1
      try check(found, of: anchor, on: original, in: answer, "seed \(seed)")
    }
    for state in [AnchorPlace.State.anchored, .moved, .drifted] {
      #expect(counts[state, default: 0] > 20, "the edits bring about every state")
    }
  }

  @Test("after random edits and copies, a comment whose words stand once in their own block is on them")
  func randomCopies() throws {
    var held = 0
    for seed in 1...600 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      var answer = Self.answer([
        [
          "Opening words.", "We audit monthly. Our nurse visits each person daily. We report.",
          "Closing words.",
        ],
        ["A second part.", "Words between.", "The end of it."],
      ])
      let original = answer.parts[0].blocks[1]
      let anchor = TextAnchor(place(0, 1), 18..<53, in: answer)
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        let edit =
          switch Int.random(in: 0..<3, using: &random) {
          case 0: Self.copy(original, into: answer, with: &random)
          case 1 where answer.place(of: original.id) != nil:
            random.textEdit(of: answer[answer.place(of: original.id) ?? place(0, 0)])
          default: Self.edit(of: answer, with: &random)
          }
        try answer.apply(edit)
      }
      let found = anchor.place(in: answer)
      try check(found, of: anchor, on: original, in: answer, "seed \(seed)")
      guard let own = answer.place(of: original.id),
        answer[own].text.split(separator: anchor.quote).count == 2
      else { continue }
      let now = TextAnchor(own, in: answer)
      let sites = answer.parts[0].blocks.indices.map { TextAnchor(place(0, $0), in: answer) }
        .filter { $0.above == anchor.above && $0.below == anchor.below }
      guard now.part == anchor.part, now.above == anchor.above, now.below == anchor.below, sites.count == 1
      else { continue }
      held += 1
      #expect(found.block == original.id && found.state == .anchored, "seed \(seed)")
    }
    #expect(held > 50, "the edits bring it about: \(held)")
  }

  /// Puts a copy of `block`, as it was at first, somewhere.
  private static func copy(_ block: Block, into answer: Answer, with random: inout SeededGenerator) -> Edit {
    let part = random.pick(answer.parts)
    let copy = Block(id: BlockID(answer.nextBlockNumber), kind: .prose, text: block.text)
    return .blocks(
      part.id, at: Int.random(in: 0...part.blocks.count, using: &random), count: 0, with: [copy])
  }

  private func check(
    _ found: AnchorPlace, of anchor: TextAnchor, on original: Block, in answer: Answer, _ seed: Comment
  ) throws {
    guard found.state != .drifted else {
      #expect(found.range == nil, seed)
      return
    }
    let id = try #require(found.block, seed)
    let at = try #require(answer.place(of: id), seed)
    let range = try #require(found.range, seed)
    let text = Array(answer[at].text.utf8)
    #expect(Array(text[range]) == Array(anchor.quote.utf8), seed)
    guard found.state == .anchored, id != original.id else { return }
    // Nobody could tell this block from the original: it stands in its part between the same words, and the
    // original does not.
    let now = TextAnchor(at, range, in: answer)
    #expect(now.part == anchor.part && (now.above == anchor.above || now.below == anchor.below), seed)
    if let old = answer.place(of: original.id) {
      let there = TextAnchor(old, in: answer)
      let isAsItWas =
        there.part == anchor.part && there.block == anchor.block && there.above == anchor.above
        && there.below == anchor.below
      #expect(!isAsItWas, seed)
    }
  }

  /// Types, copies a paragraph, moves one, removes one or adds one.
  private static func edit(of answer: Answer, with random: inout SeededGenerator) -> Edit {
    let part = Int.random(in: 0..<answer.parts.count, using: &random)
    let blocks = answer.parts[part].blocks
    let index = Int.random(in: 0..<blocks.count, using: &random)
    let from = random.pick(answer.parts.flatMap(\.blocks))
    let copy = Block(id: BlockID(answer.nextBlockNumber), kind: .prose, text: from.text)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return random.textEdit(of: blocks[index])
    case 1, 2: return .blocks(answer.parts[part].id, at: index, count: 0, with: [copy])
    case 3 where blocks.count > 1: return .blocks(answer.parts[part].id, at: index, count: 1, with: [])
    case 4 where blocks.count > 1:
      let first = Int.random(in: 0..<blocks.count - 1, using: &random)
      return .blocks(answer.parts[part].id, at: first, count: 2, with: [blocks[first + 1], blocks[first]])
    default:
      var new = copy
      new.text = "New words \(answer.nextBlockNumber)."
      return .blocks(answer.parts[part].id, at: index, count: 0, with: [new])
    }
  }
}
