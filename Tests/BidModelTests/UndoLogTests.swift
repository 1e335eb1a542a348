import Testing

@testable import BidModel

/// One log for all files of a bid.
@Suite("The undo log")
struct UndoLogTests {
  private let a = AnswerID("a")
  private let b = AnswerID("b")

  private func change(_ id: AnswerID, _ text: String, at offset: Int = 0) -> Transaction.Change {
    .answer(
      id, .text(BlockID(1), offset: offset, length: 0, with: text, source: nil),
      inverse: .text(BlockID(1), offset: offset, length: text.utf8.count, with: "", source: nil))
  }

  @Test("undo takes the newest that touched the file, and leaves what came after it elsewhere")
  func newestOfTheFile() throws {
    var log = UndoLog()
    log.record(Transaction(title: "1", changes: [change(a, "x")]))
    log.record(Transaction(title: "2", changes: [change(b, "y")]))
    #expect(try log.undo(in: .answer(a)).title == "1")
    #expect(log.done.map(\.title) == ["2"])
    #expect(try log.redo(in: .answer(a)).title == "1")
  }

  @Test("a transaction over two files is not undone while a later one overlaps it, and says why")
  func overlap() {
    var log = UndoLog()
    log.record(Transaction(title: "Replace all", changes: [change(a, "x"), change(b, "y")]))
    log.record(Transaction(title: "Type", changes: [change(b, "z")]))
    #expect(throws: UndoLog.Refusal.overlapped(title: "Replace all", by: "Type")) {
      try log.undo(in: .answer(a))
    }
    #expect(throws: UndoLog.Refusal.nothing("redo")) { try log.redo(in: .answer(a)) }
  }

  @Test("typing joins within a word, and a seal or a new word parts it")
  func joining() {
    var log = UndoLog()
    for (offset, letter) in "ab cd".enumerated() {
      log.record(Transaction(title: "Type", changes: [change(a, String(letter), at: offset)]), joins: true)
    }
    #expect(log.done.count == 2)
    log.seal()
    log.record(Transaction(title: "Type", changes: [change(a, "e", at: 5)]), joins: true)
    #expect(log.done.count == 3)
  }

  @Test("a new change forgets what was undone in its file")
  func newChangeDropsRedo() throws {
    var log = UndoLog()
    log.record(Transaction(title: "1", changes: [change(a, "x")]))
    _ = try log.undo(in: .answer(a))
    log.record(Transaction(title: "2", changes: [change(a, "y")]))
    #expect(throws: UndoLog.Refusal.nothing("redo")) { try log.redo(in: .answer(a)) }
  }
}
