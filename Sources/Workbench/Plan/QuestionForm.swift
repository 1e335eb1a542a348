import BidModel
import BidStorage

/// A new question of the bid, as it is being typed.
package struct QuestionForm: FieldForm, Hashable, Sendable {
  package var fields: [FormField] = [
    FormField(label: "Number", text: "", hint: "2.3"),
    FormField(label: "Title", text: "", hint: "Mobilisation"),
    FormField(label: "Limit", text: "", hint: "750 words"),
    FormField(label: "Weight", text: "", hint: "15"),
    FormField(label: "Sub-asks", text: "", hint: "Referral; Escalation; Results"),
  ]
  package var selected = 0
  /// Numbers that the bid has already.
  let taken: Set<String>

  init(taken: Set<String>) { self.taken = taken }

  private func text(_ index: Int) -> String { fields[index].text.trimmingSpaces() }

  /// What keeps the form from being accepted, in one sentence.
  var fault: String? {
    if text(0).isEmpty { return "Give the question the buyer's number, such as 2.3." }
    if taken.contains(text(0)) { return "The bid has a question \(text(0)) already." }
    if text(1).isEmpty { return "Give the question a short title." }
    if !text(2).isEmpty, Question.Limit(text: text(2)) == nil {
      return "‘\(text(2))’ is not a limit: write 750 words or 5000 characters."
    }
    if !text(3).isEmpty, weight == nil { return "The weight is a number of per cent, such as 15." }
    return nil
  }

  private var weight: String? {
    let number = text(3).hasSuffix("%") ? String(text(3).dropLast()).trimmingSpaces() : text(3)
    return Quantity.isNumber(number, unit: "") ? number : nil
  }

  /// The question that the fields spell.
  var question: WorkspaceScaffold.NewQuestion {
    var question = WorkspaceScaffold.NewQuestion(number: text(0), title: text(1))
    question.limit = text(2).nonEmpty
    question.weight = weight
    question.subAsks = text(4).split(separator: ";").map { $0.trimmingSpaces() }.filter { !$0.isEmpty }
    return question
  }
}

extension WorkbenchState {
  /// Opens the form for a new question.
  mutating func newQuestion() {
    overlays.append(
      .question(QuestionForm(taken: Set(session.answers.map(\.question.number).filter { !$0.isEmpty }))))
  }

  /// Has the file of the new question made, and shown.
  mutating func acceptQuestion(_ form: QuestionForm) {
    if let fault = form.fault { return say(fault, as: .warning) }
    overlays.removeLast()
    effects.append(.newQuestion(form.question))
  }
}
