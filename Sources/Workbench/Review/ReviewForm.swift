import BidAnalysis
import BidModel

/// The fields of something that is said in a review.
package struct ReviewForm: FieldForm, Hashable, Sendable {
  package var title: String
  /// What there is to know before answering.
  package var note: String
  package var fields: [FormField]
  package var selected = 0
  package var purpose: Purpose
  /// The first row in view of what stands above the fields, when there is more than fits.
  package var top = 0
  /// Why it cannot be kept yet.
  package var fault: String?
  /// The words that each choice of what a comment is about would replace, as the text has them.
  var replaced: [String: String] = [:]

  /// What Enter keeps.
  package enum Purpose: Hashable, Sendable {
    case comment(AnswerID)
    case correct(OwnComment)
    case score(AnswerID, criteria: [String])
    case agree(AnswerID, criteria: [String])
    case decline([FixItem])
    case reply([FixItem])
    case assign([FixItem])
    case reopen([FixItem])
    case waive(GateItem)
    case identity
    case name
    case ai(AnswerID)
    case jump
  }

  package init(title: String, note: String = "", fields: [FormField], purpose: Purpose) {
    self.title = title
    self.note = note
    self.fields = fields
    self.purpose = purpose
  }

  /// A form that asks for one line.
  package init(title: String, note: String = "", line: FormField, purpose: Purpose) {
    self.init(title: title, note: note, fields: [line], purpose: purpose)
  }

  /// What the only field says.
  var line: String { words(.line) }

  /// Whether leaving it loses words: the number of a question is soon typed again.
  var holdsWords: Bool {
    purpose != .jump && fields.contains { $0.choices.isEmpty && $0.isChanged && !$0.text.isEmpty }
  }

  /// From the last field on to the first.
  mutating func moveField(by step: Int) { enter((selected + step + fields.count) % fields.count) }

  /// Better words that nobody has changed follow what the comment is about.
  mutating func fieldsChanged() {
    fault = nil
    guard let index = fields.firstIndex(where: { $0.name == .betterWords }), index != selected,
      !fields[index].isChanged, !replaced.isEmpty
    else { return }
    fields[index].offer(replaced[words(.about)] ?? "")
  }

  /// The better words; empty where they are still the words that they would replace.
  var betterWords: String {
    guard let field = fields.first(where: { $0.name == .betterWords }), field.isChanged else { return "" }
    return field.text.trimmingSpaces()
  }
}
