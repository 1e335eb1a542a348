import BidModel
import BidStorage
import Foundation

/// What was done in one answer, as it is kept after the answer was saved.
///
/// With the transactions goes the answer itself as it stood in hand, since edits name blocks by numbers that a file
/// does not hold. It is taken only where it prints exactly the file's bytes.
struct StoredHistory: Codable, Sendable {
  var answer: Answer
  /// Oldest first.
  var done: [Entry]
  /// The next to redo last.
  var undone: [Entry]

  /// A transaction, without what it did in other files.
  struct Entry: Codable, Sendable {
    var title: String
    var time: String
    var steps: [Step]
    var before: Caret?
    var after: Caret?
  }

  /// An edit and what takes it back.
  struct Step: Codable, Sendable {
    var edit: Edit
    var inverse: Edit
  }

  /// How many transactions are kept.
  static let entryLimit = 400
  /// How many bytes of text they may come to together; the newest are kept.
  static let textLimit = 400_000
  /// The longest answer whose history is kept, in bytes of text.
  static let answerLimit = 1_000_000

  /// What `log` holds of `answer`; `nil` when the answer is too long for it.
  ///
  /// - Complexity: O(*n*) in the transactions that are kept.
  init?(_ answer: Answer, log: UndoLog) {
    let size = answer.parts.reduce(0) { $0 + $1.blocks.reduce(0) { $0 + $1.text.utf8.count } }
    guard size <= Self.answerLimit else { return nil }
    self.answer = answer
    var room = Self.textLimit
    undone = Self.latest(log.undone, of: answer.id, room: &room)
    done = Self.latest(log.done, of: answer.id, room: &room)
  }

  /// The transactions as the log holds them, of the answer named `id`.
  func transactions(_ entries: [Entry], of id: AnswerID) -> [Transaction] {
    let caret = { (caret: Caret?) in caret.map { Caret(answer: id, block: $0.block, offset: $0.offset) } }
    return entries.map { entry in
      Transaction(
        title: entry.title, changes: entry.steps.map { .answer(id, $0.edit, inverse: $0.inverse) },
        before: caret(entry.before), after: caret(entry.after), time: entry.time)
    }
  }

  /// Reads what ``payload`` wrote.
  ///
  /// - Throws: An error of the decoder for anything else.
  init(payload: [UInt8]) throws { self = try JSONDecoder().decode(Self.self, from: Data(payload)) }

  /// The history as bytes.
  ///
  /// - Throws: Nothing that a history can bring about.
  func payload() throws -> [UInt8] { Array(try JSONEncoder().encode(self)) }

  /// The newest of `transactions` for which there is room, in their order.
  private static func latest(_ transactions: [Transaction], of id: AnswerID, room: inout Int) -> [Entry] {
    var kept: [Entry] = []
    for transaction in transactions.reversed() where transaction.targets.contains(.answer(id)) {
      let entry = Entry(transaction, of: id)
      room -= entry.steps.reduce(100) { $0 + $1.edit.textSize + $1.inverse.textSize }
      guard room >= 0, kept.count < entryLimit else { break }
      kept.append(entry)
    }
    return kept.reversed()
  }
}

extension StoredHistory.Entry {
  fileprivate init(_ transaction: Transaction, of id: AnswerID) {
    title = transaction.title
    time = transaction.time
    steps = transaction.changes.compactMap { change in
      guard case .answer(id, let edit, let inverse) = change else { return nil }
      return StoredHistory.Step(edit: edit, inverse: inverse)
    }
    before = transaction.before?.answer == id ? transaction.before : nil
    after = transaction.after?.answer == id ? transaction.after : nil
  }
}

extension Edit {
  /// Bytes of text that the edit brings.
  var textSize: Int {
    let size = { (block: Block) in block.text.utf8.count + (block.source?.utf8.count ?? 0) + 60 }
    switch self {
    case .text(_, _, _, let words, let source): return words.utf8.count + (source?.utf8.count ?? 0)
    case .blocks(_, _, _, let blocks): return blocks.reduce(0) { $0 + size($1) }
    case .parts(_, _, let parts): return parts.reduce(0) { $0 + $1.blocks.reduce(60) { $0 + size($1) } }
    case .frontMatter(let value): return (value?.entries.count ?? 0) * 80
    }
  }
}
