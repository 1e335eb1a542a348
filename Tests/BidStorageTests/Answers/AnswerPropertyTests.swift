import BidModel
import BidTestSupport
import Testing

@testable import BidStorage

@Suite("An answer's file, whatever is in it and whatever is done to it")
struct AnswerPropertyTests {
  private static func start(_ generator: inout SeededGenerator) throws -> (bytes: [UInt8], answer: Answer)? {
    let bytes =
      generator.happens(oneIn: 4) ? Array(generator.pick(AnswerCorpus.files).text.utf8) : generator.document()
    do { return (bytes, try AnswerFile.scan(bytes, id: AnswerID("a.md")).answer) } catch {
      guard case .unclosedFrontMatter = error else { throw error }
      return nil
    }
  }

  @Test("nearly every seed below gives a document that is read, so that the tests of them test something")
  func starts() throws {
    let seeds: [UInt64] = Array(0..<2000) + Array(1000..<5000) + Array(5000..<6000)
    let read = try seeds.count { seed in
      var generator = SeededGenerator(seed: seed)
      return try Self.start(&generator) != nil
    }
    #expect(read >= 6800, "\(read) of \(seeds.count)")
  }

  @Test("a random document saves byte-identical", arguments: 0..<UInt64(2000))
  func untouched(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    guard case (let bytes, let answer)? = try Self.start(&generator) else { return }
    #expect(AnswerFile.print(answer) == bytes)
  }

  @Test("scanning what was printed gives the answer back, after any edits", arguments: 0..<UInt64(4000))
  func printed(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: 1000 + seed)
    guard case (_, var answer)? = try Self.start(&generator) else { return }
    for _ in 0..<12 {
      try answer.apply(generator.edit(of: answer))
      let bytes = AnswerFile.print(answer)
      let scanned = try AnswerFile.scan(bytes, id: answer.id).answer
      guard scanned.fileContent == answer.fileContent else {
        Issue.record(
          "seed \(seed): \(String(decoding: bytes, as: UTF8.self).debugDescription)\n\(answer.fileContent)\n\(scanned.fileContent)"
        )
        return
      }
      #expect(AnswerFile.print(scanned) == bytes)
    }
  }

  @Test("each edit is taken back to the byte, and all of them to the file", arguments: 0..<UInt64(1000))
  func undone(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: 5000 + seed)
    guard case (let bytes, var answer)? = try Self.start(&generator) else { return }
    var inverses: [(edit: Edit, bytes: [UInt8])] = []
    for _ in 0..<20 {
      let before = AnswerFile.print(answer)
      let edit = generator.edit(of: answer)
      var copy = answer
      try copy.apply(copy.apply(edit))
      #expect(AnswerFile.print(copy) == before)
      inverses.append((try answer.apply(edit), before))
    }
    for step in inverses.reversed() {
      try answer.apply(step.edit)
      #expect(AnswerFile.print(answer) == step.bytes)
    }
    #expect(AnswerFile.print(answer) == bytes)
  }
}
