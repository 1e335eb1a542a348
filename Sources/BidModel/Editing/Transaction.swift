/// Changes that are done and undone together, with where the cursor stood before and after.
package struct Transaction: Hashable, Sendable {
  /// What the person did, for the history: "Type", "Paste", "Change KPI".
  package var title: String
  /// The changes in the order they were made.
  package var changes: [Change]
  package var before: Caret?
  package var after: Caret?
  /// When it was done, as `2026-11-21 12:04`; empty when nobody noted it.
  package var time: String

  package init(
    title: String, changes: [Change], before: Caret? = nil, after: Caret? = nil, time: String = ""
  ) {
    self.title = title
    self.changes = changes
    self.before = before
    self.after = after
    self.time = time
  }

  /// A change to one of the bid's files, with what takes it back.
  package enum Change: Hashable, Sendable {
    /// An edit of an answer and its inverse.
    case answer(AnswerID, Edit, inverse: Edit)
    /// A fact of the register before and after; `nil` where there is none.
    case fact(KPIReference, from: KPIFact?, to: KPIFact?)
    /// The content of a file of another bid before and after.
    case file(OtherFile)

    /// The file it changes.
    package var target: Target {
      switch self {
      case .answer(let id, _, _): .answer(id)
      case .fact: .register
      case .file(let file): .file(file.path)
      }
    }

    /// The change that takes this one back.
    package var inverted: Change {
      switch self {
      case .answer(let id, let edit, let inverse): .answer(id, inverse, inverse: edit)
      case .fact(let reference, let from, let to): .fact(reference, from: to, to: from)
      case .file(let file): .file(file.inverted)
      }
    }
  }

  /// A file of another bid that a replacement wrote.
  package struct OtherFile: Hashable, Sendable {
    package var path: String
    /// The whole file as it was.
    package var before: [UInt8]
    /// The whole file as it is.
    package var after: [UInt8]

    package init(path: String, before: [UInt8], after: [UInt8]) {
      (self.path, self.before, self.after) = (path, before, after)
    }

    /// The rewriting that takes this one back.
    package var inverted: OtherFile { OtherFile(path: path, before: after, after: before) }
  }

  /// A file that can be changed.
  package enum Target: Hashable, Sendable {
    case answer(AnswerID)
    case register
    /// A file of another bid, by its path.
    case file(String)
  }

  /// The files the transaction changes; one that changed other bids alone belongs to the answer it was done in.
  package var targets: Set<Target> {
    var targets = Set(changes.map(\.target))
    let isElsewhere = changes.allSatisfy { if case .file = $0 { true } else { false } }
    if isElsewhere, let here = before?.answer ?? after?.answer { targets.insert(.answer(here)) }
    return targets
  }

  /// The files of other bids that it changes.
  package var otherFiles: [OtherFile] {
    changes.compactMap { if case .file(let file) = $0 { file } else { nil } }
  }

  /// The transaction that takes this one back.
  package var inverted: Transaction {
    Transaction(
      title: title, changes: changes.reversed().map(\.inverted), before: after, after: before, time: time)
  }
}

/// Where the cursor stands: a byte offset in a block of an answer.
package struct Caret: Hashable, Sendable, Codable {
  package var answer: AnswerID
  package var block: BlockID
  /// UTF-8 bytes into ``Block/text``.
  package var offset: Int

  package init(answer: AnswerID, block: BlockID, offset: Int) {
    self.answer = answer
    self.block = block
    self.offset = offset
  }
}
