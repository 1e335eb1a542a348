import BidModel
import BidStorage
import Screen

/// A box that asks for one line, and what the line is for.
package struct Prompt: FieldForm, Hashable, Sendable {
  package var title: String
  /// What there is to know before answering, a paragraph each.
  package var lines: [String]
  package var fields = [FormField(.line, label: "", text: "", hint: "", isProse: true)]
  package var selected = 0
  /// What Enter does, for the last line.
  package var hint: String
  package var purpose: Purpose

  /// What is typed.
  package var text: String { fields[0].text }

  init(title: String, lines: [String], hint: String, purpose: Purpose) {
    self.title = title
    self.lines = lines
    self.hint = hint
    self.purpose = purpose
  }

  /// Whether leaving it loses words: only a reason is more than a name or two.
  var holdsWords: Bool {
    if case .ignore = purpose { !text.isEmpty } else { false }
  }

  /// What the line is for.
  package enum Purpose: Hashable, Sendable {
    /// Why a finding may stand.
    case ignore(IgnoreEntry)
    /// The heading that the answer gives a part of its template.
    case heading(AnswerID, PartID)
    /// Words to go to in the template that is being edited.
    case findInTemplate
    /// The id of a new template that begins as a copy.
    case newTemplate(TemplateName)
  }
}

extension WorkbenchState {
  /// Does what the prompt's line is for, or says why it cannot be.
  mutating func accept(_ prompt: Prompt) {
    let line = prompt.text.trimmingSpaces()
    switch prompt.purpose {
    case .heading(let id, let part):
      overlays.removeLast()
      setHeading(line, of: part, in: id)
    case .findInTemplate:
      overlays.removeLast()
      findInStudio(prompt.text)
    case .newTemplate(let name):
      guard TemplateLocator.isName(line) else {
        return say("An id is of small letters, digits and hyphens, such as our-lens.", as: .warning)
      }
      overlays.removeLast()
      effects.append(.studio(.copy(name, as: line)))
    case .ignore(var entry):
      guard !line.isEmpty else {
        return say("Write why the finding may stand: whoever reads it next has only that.", as: .warning)
      }
      overlays.removeLast()
      entry.reason = line
      effects.append(.keepIgnore(entry))
    }
  }

  /// Paints a prompt.
  ///
  /// - Returns: Where the cursor stands.
  func paint(_ prompt: Prompt, on surface: inout Surface) -> Point? {
    let width = min(72, max(16, size.columns - 8))
    let rows = prompt.lines.flatMap { PaneRow.wrapped($0, width: width, style: theme.dim) }
    let inside = box(prompt.title, rows: rows.count + 2, columns: width, on: &surface)
    for (offset, row) in rows.prefix(max(0, inside.rows - 2)).enumerated() {
      paintRow(
        row, isSelected: false, at: Point(row: inside.row + offset, column: inside.column),
        width: inside.columns,
        on: &surface)
    }
    let line = max(inside.row, inside.endRow - 2)
    let window = FieldWindow(prompt.field, isInHand: true, columns: max(1, inside.columns - 2))
    let shown = "> " + window.text
    surface.write(
      TextWidth.pad(shown, columns: inside.columns), at: Point(row: line, column: inside.column),
      limit: inside.columns, style: theme.title)
    if !window.pieces.selected.isEmpty {
      let start = 2 + TextWidth.columns(window.pieces.before)
      surface.write(
        window.pieces.selected, at: Point(row: line, column: inside.column + start),
        limit: max(0, inside.columns - start), style: theme.selected)
    }
    if inside.rows > 1 {
      // Why a line is not taken stands where it is typed: the message line may lie under the box.
      surface.write(
        TextWidth.pad(message?.text ?? prompt.hint, columns: inside.columns),
        at: Point(row: inside.endRow - 1, column: inside.column), limit: inside.columns,
        style: message == nil ? theme.dim : theme.warning)
    }
    return Point(row: line, column: min(inside.endColumn - 1, inside.column + 2 + window.cursor))
  }
}
