/// Edits that are done and undone together, with where the cursor stood before and after.
package struct Transaction: Hashable, Sendable, Codable {
  /// An edit of one file among those the transaction touches.
  package struct Step: Hashable, Sendable, Codable {
    package var target: Target
    package var edit: Edit
    /// What takes the edit back.
    package var inverse: Edit

    package init(target: Target, edit: Edit, inverse: Edit) {
      self.target = target
      self.edit = edit
      self.inverse = inverse
    }
  }

  /// The file that a step changes.
  package typealias Target = AnswerID

  /// What the person did, for the history: "Type", "Paste", "Move paragraph up".
  package var title: String
  package var steps: [Step]
  package var before: Caret?
  package var after: Caret?

  package init(title: String, steps: [Step], before: Caret? = nil, after: Caret? = nil) {
    self.title = title
    self.steps = steps
    self.before = before
    self.after = after
  }

  /// The files the transaction touches.
  package var targets: Set<Target> { Set(steps.map(\.target)) }
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
