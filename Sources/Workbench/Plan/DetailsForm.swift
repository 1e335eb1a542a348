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
    fields = Self.layout.map { key, label, hint in
      let value = key == "state" ? answer.question.state.rawValue : matter?[key] ?? ""
      return FormField(label: label, text: value, hint: hint)
    }
    fields[0].isChoice = true
  }

  /// What keeps the form from being accepted, in one sentence.
  var fault: String? {
    let state = fields[0].text.trimmingSpaces()
    if AnswerState(rawValue: state) == nil {
      let names = AnswerState.allCases.map(\.rawValue).joined(separator: ", ")
      return "The state is one of: \(names)."
    }
    let due = fields[4].text.trimmingSpaces()
    return due.isEmpty || Day(due) != nil ? nil : "Due must be a day such as 2026-11-27, not ‘\(due)’."
  }

  /// Shows the next or the previous choice, in a field that has choices.
  mutating func choose(by step: Int) {
    guard selected == 0 else {
      if step > 0, let name = offered { return fields[selected].complete(with: name) }
      return fields[selected].move(by: step)
    }
    let all = AnswerState.allCases.map(\.rawValue)
    let index = all.firstIndex(of: fields[0].text) ?? (step > 0 ? -1 : 0)
    fields[0].set(all[(index + step + all.count) % all.count])
  }

  /// Types into the selected field; a letter in the state's picks the next state that begins with it.
  mutating func type(_ text: String) {
    guard selected == 0 else {
      return fields[selected].type(text)
    }
    for character in text.lowercased() {
      let all = AnswerState.allCases.map(\.rawValue)
      let start = (all.firstIndex(of: fields[0].text) ?? -1) + 1
      let order = all[start...] + all[..<start]
      if let next = order.first(where: { $0.first == character }) { fields[0].set(next) }
    }
  }

  /// Whether the field in hand takes people.
  var takesPeople: Bool { (1...3).contains(selected) }

  /// The one of the team whose name begins as the last name before the cursor does; `nil` when none does,
  /// several do, or the name is whole.
  var offered: String? { takesPeople ? fields[selected].offered(from: team) : nil }

  /// The front matter with what was changed; every other byte of it is kept.
  ///
  /// - Returns: `nil` when nothing was changed.
  func frontMatter(from old: FrontMatter?) -> FrontMatter? {
    var matter = old ?? FrontMatter()
    for ((key, _, _), field) in zip(Self.layout, fields) {
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

  /// Key of the front matter, label and hint of each field.
  private static let layout = [
    ("state", "State", "drafting"), ("writer", "Writer", "priya"), ("expert", "Subject expert", "tom"),
    ("reviewers", "Reviewers", "ann, joe"), ("due", "Due", "2026-11-27"),
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
    // The box says what is wrong.
    if form.fault != nil { return }
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
