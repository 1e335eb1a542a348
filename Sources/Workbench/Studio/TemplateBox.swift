import BidModel
import BidStorage
import Screen

/// The list of every template, by kind.
package struct TemplateBox: Hashable, Sendable {
  package var query = ""
  package var list = ListState()
  package var entries: [TemplateCatalogue.Entry]

  package init(_ entries: [TemplateCatalogue.Entry]) { self.entries = entries }

  /// The entries that hold every typed word.
  ///
  /// - Complexity: O(*n*) in the entries.
  package var matching: [TemplateCatalogue.Entry] {
    let words = query.lowercased().split(separator: " ")
    return entries.filter { entry in
      let text = "\(entry.name) \(entry.title) \(entry.origin.rawValue) \(entry.use)".lowercased()
      return words.allSatisfy(text.contains)
    }
  }
}

extension WorkbenchState {
  /// The rows of the list: name, version, where it is from, title and use.
  func rows(of box: TemplateBox, width: Int) -> [PaneRow] {
    box.matching.map { entry in
      let name = TextWidth.pad(entry.name.description, columns: min(40, max(12, width / 2 - 8)))
      let origin = TextWidth.pad(entry.origin.rawValue, columns: 10)
      let use = entry.use.isEmpty ? "" : " · \(entry.use)"
      let words = entry.fault.map { "cannot be read: \($0)" } ?? entry.title + use
      let room = max(1, width - TextWidth.columns(name) - 17)
      return PaneRow([
        (name + " ", theme.text), (TextWidth.pad("v\(entry.version)", columns: 5), theme.dim),
        (origin + " ", entry.origin == .workspace ? theme.good : theme.dim),
        (TextWidth.clip(words, columns: room), entry.fault == nil ? theme.dim : theme.error),
      ])
    }
  }

  /// Asks for the id of a new template that begins as a copy of the selected one.
  mutating func askForNewTemplate() {
    guard case .sheet(.templates(let box)) = overlays.last, box.matching.indices.contains(box.list.selected)
    else { return say("Ctrl-N makes a template from one of the list of templates.", as: .note) }
    let name = box.matching[box.list.selected].name
    overlays.append(
      .prompt(
        Prompt(
          title: "New template",
          lines: [
            "It begins as a copy of \(name), with an id of its own: small letters, digits and hyphens."
          ],
          hint: "Enter makes it in the workspace and opens it · Esc leaves it",
          purpose: .newTemplate(name))))
  }

  /// Opens the selected template.
  mutating func open(_ box: TemplateBox) {
    guard box.matching.indices.contains(box.list.selected) else {
      return say("No template has these words.", as: .note)
    }
    effects.append(.studio(.open(box.matching[box.list.selected].name)))
  }
}
