import BidModel
import BidStorage

/// A new question of the bid, as it is being typed.
package struct QuestionForm: FieldForm, Hashable, Sendable {
  package var fields: [FormField] = [
    FormField(.number, label: "Number", text: "", hint: "2.3"),
    FormField(.title, label: "Title", text: "", hint: "Mobilisation"),
    FormField(.limit, label: "Limit", text: "", hint: "750 words"),
    FormField(.weight, label: "Weight", text: "", hint: "15"),
    FormField(.subAsks, label: "Sub-asks", text: "", hint: "Referral; Escalation; Results"),
  ]
  package var selected = 0
  /// Numbers that the bid has already.
  let taken: Set<String>

  init(taken: Set<String>) { self.taken = taken }

  /// What keeps the form from being accepted, in one sentence.
  var fault: String? {
    if words(.number).isEmpty { return "Give the question the buyer's number, such as 2.3." }
    if taken.contains(words(.number)) { return "The bid has a question \(words(.number)) already." }
    if words(.title).isEmpty { return "Give the question a short title." }
    if !words(.limit).isEmpty, Question.Limit(text: words(.limit)) == nil {
      return "‘\(words(.limit))’ is not a limit: write 750 words or 5000 characters."
    }
    if !words(.weight).isEmpty, weight == nil { return "The weight is a number of per cent, such as 15." }
    return nil
  }

  private var weight: String? {
    let number =
      words(.weight).hasSuffix("%") ? String(words(.weight).dropLast()).trimmingSpaces() : words(.weight)
    return Quantity.isNumber(number, unit: "") ? number : nil
  }

  /// The question that the fields spell.
  var question: WorkspaceScaffold.NewQuestion {
    var question = WorkspaceScaffold.NewQuestion(number: words(.number), title: words(.title))
    question.limit = words(.limit).nonEmpty
    question.weight = weight
    question.subAsks = words(.subAsks).split(separator: ";").map { $0.trimmingSpaces() }.filter {
      !$0.isEmpty
    }
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
