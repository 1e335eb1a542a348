import BidModel

/// An answer in hand: the document, what its file is known to hold, and what is yet to be written.
package struct OpenAnswer: Sendable, Identifiable {
  /// The document as edited.
  package internal(set) var answer: Answer
  /// What the front matter says of the question.
  package internal(set) var question: Question
  /// Faults of the file, found when it was read.
  package var problems: [Finding]
  /// Why the answer cannot be edited, in one sentence; `nil` when it can.
  package var readOnlyReason: String?
  /// Whether that is because somebody else has the file open, which may be over.
  package var isHeldElsewhere = false
  /// Whether a merge left two versions of the text.
  package internal(set) var hasConflict = false
  /// Grows with every edit.
  package internal(set) var revision = 0
  /// The revision that the file on disk holds.
  package var savedRevision = 0
  /// Edits that the journal has not been given yet, oldest first.
  package var unjournalled: [Edit] = []
  /// When the file was last saved here, as `12:04`.
  package var savedAt: String?

  package init(
    answer: Answer, question: Question, problems: [Finding] = [], readOnlyReason: String? = nil
  ) {
    self.answer = answer
    self.question = question
    self.problems = problems
    self.readOnlyReason = readOnlyReason
  }

  package var id: AnswerID { answer.id }

  /// Whether the file on disk lacks an edit.
  package var isModified: Bool { revision != savedRevision }

  /// The question's number alone, for a narrow place; the whole name when it has none.
  package var shortName: String { question.number.isEmpty ? name : question.number }

  /// Number and title as the outline shows them; the file's name when it has neither.
  package var name: String {
    let words = [question.number, question.title].filter { !$0.isEmpty }
    guard words.isEmpty else { return words.joined(separator: " ") }
    return String(id.path.split(separator: "/").last ?? "answer")
  }
}
