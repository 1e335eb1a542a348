/// One field of a form, with the cursor in it.
package struct FormField: Hashable, Sendable {
  package var label: String
  package var text: String
  /// What could stand there, shown while it is empty.
  package var hint: String
  /// Characters before the cursor.
  package private(set) var cursor: Int
  /// Whether the whole text is selected, so that typing takes its place.
  package private(set) var isSelected = false

  package init(label: String, text: String, hint: String) {
    self.label = label
    self.text = text
    self.hint = hint
    cursor = text.count
  }

  /// Selects what is there, as when the field is gone to.
  mutating func enter() {
    cursor = text.count
    isSelected = !text.isEmpty
  }

  /// Ends the selection.
  mutating func leave() { isSelected = false }

  /// Puts `words` at the cursor, or in the place of what is selected.
  mutating func type(_ words: String) {
    if isSelected { set("") }
    let place = text.index(text.startIndex, offsetBy: min(cursor, text.count))
    text.insert(contentsOf: words, at: place)
    cursor = min(text.count, cursor + words.count)
  }

  /// Puts another text there, with the cursor behind it.
  mutating func set(_ words: String) {
    text = words
    cursor = words.count
    isSelected = false
  }

  /// Deletes what is selected, or the character before the cursor or after it.
  mutating func erase(forward: Bool) {
    if isSelected { return set("") }
    let place = forward ? cursor : cursor - 1
    guard place >= 0, place < text.count else { return }
    text.remove(at: text.index(text.startIndex, offsetBy: place))
    cursor = place
  }

  /// Moves the cursor by `step` characters; what was selected stays as it is.
  mutating func move(by step: Int) {
    if isSelected {
      cursor = step < 0 ? 0 : text.count
    } else {
      cursor = max(0, min(text.count, cursor + step))
    }
    isSelected = false
  }

  /// Whether the cursor stands behind the last character.
  var isAtEnd: Bool { cursor >= text.count && !isSelected }
}

/// A form: fields, one of which takes what is typed.
protocol FieldForm {
  var fields: [FormField] { get set }
  var selected: Int { get set }
  /// Types into the field in hand.
  mutating func type(_ text: String)
  /// Shows another choice, or moves the cursor by `step`.
  mutating func choose(by step: Int)
}

extension FieldForm {
  mutating func type(_ text: String) { fields[selected].type(text) }

  mutating func choose(by step: Int) { fields[selected].move(by: step) }

  /// Goes to the field `step` further on.
  mutating func moveField(by step: Int) {
    fields[selected].leave()
    selected = max(0, min(fields.count - 1, selected + step))
    fields[selected].enter()
  }
}

extension WorkbenchState {
  /// Changes the form on top, whichever it is.
  mutating func changeForm(_ change: (inout any FieldForm) -> Void) {
    var form: any FieldForm
    switch overlays.last {
    case .form(let own): form = own
    case .details(let own): form = own
    case .question(let own): form = own
    default: return
    }
    change(&form)
    let changed: Overlay? =
      switch form {
      case let own as KPIForm: .form(own)
      case let own as DetailsForm: .details(own)
      case let own as QuestionForm: .question(own)
      default: nil
      }
    if let changed { overlays[overlays.count - 1] = changed }
  }
}
