/// A form: fields, one of which takes what is typed.
protocol FieldForm {
  var fields: [FormField] { get set }
  var selected: Int { get set }
  /// Whether leaving it loses words that somebody typed, so that it asks first.
  var holdsWords: Bool { get }
  /// Types into the field in hand.
  mutating func type(_ text: String)
  /// Shows another choice, or moves the cursor by `step`.
  mutating func choose(by step: Int)
  /// Goes to the field `step` further on.
  mutating func moveField(by step: Int)
  /// Does what a form has to do once its fields were changed.
  mutating func fieldsChanged()
}

extension FieldForm {
  var holdsWords: Bool { fields.contains { $0.choices.isEmpty && $0.isChanged && !$0.text.isEmpty } }

  /// The field in hand.
  var field: FormField {
    get { fields[selected] }
    set { fields[selected] = newValue }
  }

  /// What a field says, without space at its ends; empty when the form has no such field.
  func words(_ name: FieldName) -> String {
    fields.first { $0.name == name }?.text.trimmingSpaces() ?? ""
  }

  mutating func type(_ text: String) { field.type(text) }

  mutating func choose(by step: Int) {
    if field.choices.isEmpty { field.move(by: step) } else { field.choose(by: step) }
  }

  mutating func moveField(by step: Int) { enter(max(0, min(fields.count - 1, selected + step))) }

  /// Goes to a field.
  mutating func enter(_ index: Int) {
    field.leave()
    selected = index
    field.enter()
  }

  mutating func fieldsChanged() {}
}

extension WorkbenchState {
  /// The form on top, whichever it is; `nil` when something else lies there.
  var formOnTop: (any FieldForm)? {
    switch overlays.last {
    case .form(let own): own
    case .details(let own): own
    case .question(let own): own
    case .reviewForm(let own): own
    case .prompt(let own): own
    default: nil
    }
  }

  /// Changes the form on top, whichever it is.
  mutating func changeForm(_ change: (inout any FieldForm) -> Void) {
    guard var form = formOnTop else { return }
    change(&form)
    form.fieldsChanged()
    let changed: Overlay? =
      switch form {
      case let own as KPIForm: .form(own)
      case let own as DetailsForm: .details(own)
      case let own as QuestionForm: .question(own)
      case let own as ReviewForm: .reviewForm(own)
      case let own as Prompt: .prompt(own)
      default: nil
      }
    if let changed { overlays[overlays.count - 1] = changed }
  }

  /// Changes the field in hand of the form on top.
  mutating func changeField(_ change: (inout FormField) -> Void) { changeForm { change(&$0.field) } }

  /// Closes the form on top; where words were typed, asks first.
  mutating func closeForm() {
    guard let form = formOnTop else { return }
    guard form.holdsWords else { return dropForm() }
    overlays.append(
      .choice(
        Choice(
          title: "Leave the form?", text: ["What you typed is kept only by Enter."],
          options: [.init("Go on writing (n)", []), .init("Drop what was typed", [.dropForm])])))
  }

  /// Closes the form on top with all that was typed.
  mutating func dropForm() {
    if formOnTop != nil { overlays.removeLast() }
  }

  /// Goes a row up or down in a field of several lines, else to the next field.
  mutating func moveLine(by step: Int) {
    guard let page = formPage else { return changeForm { $0.moveField(by: step) } }
    let field = page.fields[page.selected]
    let lines = FieldLines(field, columns: fieldColumns(of: page))
    guard field.takesLines, !field.isSelected, let offset = lines.offset(from: field.cursor, by: step) else {
      return changeForm { $0.moveField(by: step) }
    }
    changeField { $0.go(to: offset) }
  }

  /// Breaks the line of a field that takes several.
  mutating func breakFieldLine() {
    guard formOnTop?.field.takesLines == true else { return say("This field has one line.", as: .note) }
    changeForm { $0.type("\n") }
  }
}
