/// What was done in one bid, newest last, and what was undone and can be done again.
///
/// There is one log for all files of a bid, because a transaction may span several. Undo takes back
/// the newest transaction that touched the file in hand, whole. It refuses when a later transaction
/// touched another file of the same one: taking back part of it would leave the files disagreeing,
/// and undoing out of order could put text in the wrong place.
package struct UndoLog: Sendable {
  /// Transactions that stand, oldest first.
  package private(set) var done: [Transaction] = []
  /// Transactions that were undone, the next to redo last.
  package private(set) var undone: [Transaction] = []
  /// Whether the next typing starts a transaction of its own.
  private var isSealed = true

  /// A log in which nothing was done.
  package init() {}

  /// Why an undo or a redo cannot be done.
  package enum Refusal: Error, Hashable, CustomStringConvertible {
    /// There is nothing to take back, or to do again; the word says which.
    case nothing(String)
    /// A later change touches the same place.
    case overlapped(title: String, by: String)

    /// One sentence for the person.
    package var description: String {
      switch self {
      case .nothing(let what): "There is nothing to \(what) here."
      case .overlapped(let title, let later):
        "‘\(title)’ also changed another file, where ‘\(later)’ came after it: undo that first."
      }
    }
  }

  /// Records `transaction`, which has been applied.
  ///
  /// - Parameter joins: Whether it may become part of the transaction before it, as typing does within
  ///   a word. A pause or a command between them prevents that: see ``seal()``.
  package mutating func record(_ transaction: Transaction, joins: Bool = false) {
    if !undone.isEmpty {
      let targets = transaction.targets
      undone.removeAll { !$0.targets.isDisjoint(with: targets) }
    }
    // Deleting that goes on in one place is one step whatever the pauses.
    if joins, !isSealed || transaction.isDeletion, let last = done.last,
      let merged = last.joined(with: transaction)
    {
      done[done.count - 1] = merged
    } else {
      done.append(transaction)
    }
    isSealed = !joins
  }

  /// Forgets every transaction that touched `target`, whose file was taken anew from the disk.
  package mutating func forget(_ target: Transaction.Target) {
    done.removeAll { $0.targets.contains(target) }
    undone.removeAll { $0.targets.contains(target) }
    isSealed = true
  }

  /// Puts transactions of earlier sessions before those of this one.
  package mutating func prepend(done: [Transaction], undone: [Transaction]) {
    self.done.insert(contentsOf: done, at: 0)
    self.undone.insert(contentsOf: undone, at: 0)
  }

  /// Makes one transaction of those recorded since there were `count`.
  package mutating func unite(from count: Int, as title: String) {
    guard done.count > count, let first = done[count...].first, let last = done.last else { return }
    let changes = done[count...].flatMap(\.changes)
    done.removeSubrange(count...)
    done.append(
      Transaction(title: title, changes: changes, before: first.before, after: last.after, time: last.time))
    isSealed = true
  }

  /// Ends the transaction that typing extends.
  package mutating func seal() { isSealed = true }

  /// Takes the newest transaction that touched `target` off the log and returns its inverse, which the
  /// caller applies.
  ///
  /// - Throws: ``Refusal`` when there is none, or when a later one overlaps it.
  /// - Complexity: O(*n*) in the number of transactions since.
  package mutating func undo(in target: Transaction.Target) throws(Refusal) -> Transaction {
    guard let index = done.lastIndex(where: { $0.targets.contains(target) }) else {
      throw .nothing("undo")
    }
    let transaction = done[index]
    if let later = done[(index + 1)...].first(where: { !$0.targets.isDisjoint(with: transaction.targets) }) {
      throw .overlapped(title: transaction.title, by: later.title)
    }
    done.remove(at: index)
    undone.append(transaction)
    isSealed = true
    return transaction.inverted
  }

  /// Takes the transaction in `target` that was undone last and returns it, to be applied again.
  ///
  /// - Throws: ``Refusal/nothing(_:)`` when there is none.
  package mutating func redo(in target: Transaction.Target) throws(Refusal) -> Transaction {
    guard let index = undone.lastIndex(where: { $0.targets.contains(target) }) else {
      throw .nothing("redo")
    }
    let transaction = undone.remove(at: index)
    done.append(transaction)
    isSealed = true
    return transaction
  }
}

extension Transaction {
  /// Whether it does nothing but delete within one block.
  fileprivate var isDeletion: Bool {
    guard changes.count == 1, case .answer(_, .text(_, _, let length, let text, _), _) = changes[0] else {
      return false
    }
    return length > 0 && text.isEmpty
  }

  /// This transaction and the `next` as one, when both type or both delete in the same place.
  ///
  /// Typing joins as long as a word is not followed by the start of another, so that undo goes back by
  /// words; deleting joins while it goes on in one direction.
  func joined(with next: Transaction) -> Transaction? {
    guard changes.count == 1, next.changes.count == 1, title == next.title,
      case .answer(let id, let first, let firstInverse) = changes[0],
      case .answer(id, let second, let secondInverse) = next.changes[0],
      let merged = Edit.merging(first, second),
      let mergedInverse = Edit.merging(inverses: firstInverse, secondInverse)
    else { return nil }
    return Transaction(
      title: title, changes: [.answer(id, merged, inverse: mergedInverse)], before: before,
      after: next.after, time: next.time)
  }
}

extension Edit {
  /// The edit that does what `first` and then `second` do, when both insert at one point going on, or
  /// both delete going backwards or forwards.
  static func merging(_ first: Edit, _ second: Edit) -> Edit? {
    guard case .text(let block, let at, let length, let text, _) = first,
      case .text(block, let nextAt, let nextLength, let nextText, let source) = second
    else { return nil }
    switch (length, nextLength) {
    case (0, 0):
      let continues = nextAt == at + text.utf8.count
      guard continues, !startsWord(nextText, after: text) else { return nil }
      return .text(block, offset: at, length: 0, with: text + nextText, source: source)
    case (1..., 1...):
      guard text.isEmpty, nextText.isEmpty, nextAt == at || nextAt + nextLength == at else { return nil }
      return .text(
        block, offset: min(at, nextAt), length: length + nextLength, with: "", source: source)
    default: return nil
    }
  }

  /// The inverse of two merged edits, from their inverses in the order the edits were made.
  static func merging(inverses first: Edit, _ second: Edit) -> Edit? {
    guard case .text(let block, let at, let length, let text, let source) = first,
      case .text(block, let nextAt, let nextLength, let nextText, _) = second
    else { return nil }
    let restored = nextAt < at ? nextText + text : text + nextText
    return .text(
      block, offset: min(at, nextAt), length: length + nextLength, with: restored, source: source)
  }

  /// Whether `next` begins a word after the white space that ends `text`.
  private static func startsWord(_ next: String, after text: String) -> Bool {
    guard let last = text.utf8.last, let first = next.utf8.first else { return false }
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x0A || byte == 0x09 }
    return isSpace(last) && !isSpace(first)
  }
}
