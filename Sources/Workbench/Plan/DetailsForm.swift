import BidModel

/// State, people and due date of an answer, as they are being edited.
package struct DetailsForm: FieldForm, Hashable, Sendable {
  package var answer: AnswerID
  package var title: String
  package var fields: [FormField]
  package var selected = 0
  /// Who may be named: the ids of the bid's team.
  let team: [String]

  /// The form for an answer, with what its front matter says.
  init(_ answer: OpenAnswer, team: [String]) {
    self.team = team
    self.answer = answer.id
    title = answer.name
    let matter = answer.answer.frontMatter
    fields = Self.layout.map { name, key, label, hint in
      let value = name == .state ? answer.question.state.rawValue : matter?[key] ?? ""
      return FormField(
        name, label: label, text: value, hint: hint,
        choices: name == .state ? AnswerState.allCases.map(\.rawValue) : [])
    }
  }

  /// What keeps the form from being accepted, in one sentence.
  var fault: String? {
    let state = words(.state)
    if AnswerState(rawValue: state) == nil {
      let names = AnswerState.allCases.map(\.rawValue).joined(separator: ", ")
      return "The state is one of: \(names)."
    }
    let due = words(.due)
    return due.isEmpty || Day(due) != nil ? nil : "Due must be a day such as 2026-11-27, not ‘\(due)’."
  }

  /// Shows another choice, takes the name that is offered, or moves the cursor.
  mutating func choose(by step: Int) {
    if !field.choices.isEmpty { return field.choose(by: step) }
    if step > 0, let name = offered { return field.complete(with: name) }
    field.move(by: step)
  }

  /// Whether the field in hand takes people.
  var takesPeople: Bool { [.writer, .expert, .reviewers].contains(field.name) }

  /// The one of the team whose name begins as the last name before the cursor does; `nil` when none does,
  /// several do, or the name is whole.
  var offered: String? { takesPeople ? field.offered(from: team) : nil }

  /// The front matter with what was changed; every other byte of it is kept.
  ///
  /// - Returns: `nil` when nothing was changed.
  func frontMatter(from old: FrontMatter?) -> FrontMatter? {
    var matter = old ?? FrontMatter()
    for (name, key, _, _) in Self.layout {
      guard let field = fields.first(where: { $0.name == name }) else { continue }
      let value = Self.visible(field.text)
      let known = matter[key]
      let isSame =
        key == "state" && known == nil ? value == AnswerState.notStarted.rawValue : value == known ?? ""
      if !isSame { matter[key] = value }
    }
    return matter == old || (old == nil && matter.entries.isEmpty) ? nil : matter
  }

  /// The text without what cannot be seen, and without space at its ends: a name or a day has neither.
  private static func visible(_ text: String) -> String {
    var scalars = text.unicodeScalars.filter {
      let category = $0.properties.generalCategory
      return category != .format && category != .control
    }[...]
    while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars))
  }

  /// Name, key of the front matter, label and hint of each field.
  private static let layout: [(FieldName, String, String, String)] = [
    (.state, "state", "State", "drafting"), (.writer, "writer", "Writer", "priya"),
    (.expert, "expert", "Subject expert", "tom"), (.reviewers, "reviewers", "Reviewers", "ann, joe"),
    (.due, "due", "Due", "2026-11-27"),
  ]
}

extension WorkbenchState {
  /// Opens the form for the answer in hand.
  mutating func editDetails() {
    show(answerInHand())
    guard canEdit() else { return }
    overlays.append(.details(DetailsForm(session.answers[currentIndex], team: session.team.map(\.id))))
  }

  /// Writes what the form says into the front matter, as one step.
  mutating func acceptDetails(_ form: DetailsForm) {
    if let fault = form.fault { return say(fault, as: .warning) }
    overlays.removeLast()
    guard let open = session[form.answer], form.answer == editor.answer, canEdit() else { return }
    guard let matter = form.frontMatter(from: open.answer.frontMatter) else {
      return say("Nothing was changed.", as: .note)
    }
    session.sealUndo()
    perform("Change state and people", [.frontMatter(matter)], from: editor.caret)
    session.sealUndo()
  }
}
