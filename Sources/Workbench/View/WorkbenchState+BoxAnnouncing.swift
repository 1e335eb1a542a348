import BidModel
import Screen

/// A box that lies over the panes, in words.
struct SpokenBox: Hashable, Sendable {
  var title: String
  /// The row or the field in hand.
  var row: String
  /// What has to change before the row is said again: letters that are typed are not.
  var key: String

  init(_ title: String, _ row: String = "", key: String? = nil) {
    self.title = WorkbenchState.spoken(title)
    self.row = row
    self.key = key ?? row
  }
}

extension WorkbenchState {
  /// The box on top as it is said; `nil` when none is open.
  mutating func spokenBox() -> SpokenBox? {
    switch overlays.last {
    case nil: nil
    case .palette(let palette): spoken(palette)
    case .help(let top):
      SpokenBox(
        "Help", Self.spoken(HelpText.lines(of: commands, width: size.columns).dropFirst(top).first ?? ""))
    case .form, .details, .question: formPage.map { spoken($0) }
    case .choice(let choice):
      SpokenBox(
        ([choice.title + "."] + choice.text).joined(separator: " ").replacing("\n", with: " "),
        choice.options.indices.contains(choice.selected) ? choice.options[choice.selected].title : "")
    case .prompt(let prompt):
      SpokenBox(([prompt.title] + prompt.lines + [prompt.hint]).joined(separator: " "))
    case .completion(let list): spoken(list)
    case .spelling(let box):
      SpokenBox(
        "Spelling: ‘\(box.word)’", box.suggestions == nil ? "" : box.correction ?? "No suggestions.",
        key: box.typed.isEmpty ? nil : "typed")
    case .find(let box): SpokenBox("\(box.name) in \(find.scope.title)", spokenHit)
    case .page(let page): spoken(content(of: page, width: pageWidth), selected: page.selected)
    case .sheet(let sheet): spoken(content(of: sheet))
    case .proof(let box):
      SpokenBox("Paste-back proof", (box.report ?? ["Paste what the portal shows."]).joined(separator: " "))
    case .studio(let file): SpokenBox("Templates · \(file.name)")
    case .review(let box): spoken(box)
    case .reviewForm(let form): spoken(form)
    }
  }

  /// The item at `selected` as it reads: its row, and those below it that go on with it.
  static func spoken(_ rows: [PaneRow], selected: Int) -> String {
    guard rows.indices.contains(selected) else { return "" }
    let rest = rows[(selected + 1)...].prefix { $0.action == nil && $0.plain.hasPrefix(" ") }
    return ([rows[selected]] + rest.prefix(5)).map { spoken($0.plain) }.filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  private func spoken(_ palette: Palette) -> SpokenBox {
    let found = paletteCommands(palette.query)
    guard found.indices.contains(palette.selected) else {
      return SpokenBox("Commands", paletteMiss(palette.query).joined(separator: " "))
    }
    let command = found[palette.selected]
    let key = command.keys.first.map { " \($0.name)" } ?? ""
    return SpokenBox("Commands", "\(command.title): \(command.unavailable(self) ?? command.help)\(key)")
  }

  private func spoken(_ form: FormPage) -> SpokenBox {
    let field = form.fields[form.selected]
    let text =
      !field.text.isEmpty
      ? field.text.replacing("\n", with: " ")
      : field.hint.isEmpty ? "empty" : "empty, for example \(field.hint)"
    let fault = form.fault.map { " \($0)" } ?? ""
    return SpokenBox(
      "\(form.title). \(form.note)", "\(field.label): \(text)\(fault)",
      key: "\(form.selected) \(field.choices.isEmpty ? "" : field.text)\(fault)")
  }

  private func spoken(_ list: Completion) -> SpokenBox {
    guard list.items.indices.contains(list.selected) else {
      return SpokenBox(list.title, "No KPI holds these letters.")
    }
    let item = list.items[list.selected]
    return SpokenBox(list.title, item.note.isEmpty ? item.name : "\(item.name), \(item.note)")
  }

  /// How many there are, and the words around the one that is shown.
  private var spokenHit: String {
    guard let current = find.current, find.hits.indices.contains(current) else { return find.countText }
    let hit = find.hits[current]
    guard let answer = session[hit.answer]?.answer, let place = answer.place(of: hit.block) else {
      return find.countText
    }
    let (text, range) = (answer[place].text, hit.match.range)
    guard range.upperBound <= text.utf8.count else { return find.countText }
    let found = text.prefix(utf8: range.upperBound).suffix(utf8From: range.lowerBound)
    return find.countText + ": " + text.prefix(utf8: range.lowerBound).suffix(whole: 40) + found
      + text.suffix(utf8From: range.upperBound).prefix(whole: 40)
  }

  private func spoken(_ content: PageContent, selected: Int) -> SpokenBox {
    SpokenBox(content.title, Self.spoken(content.rows, selected: selected))
  }

  private func spoken(_ content: SheetContent) -> SpokenBox {
    SpokenBox(content.title, Self.spoken(content.rows, selected: content.selected))
  }

  private mutating func spoken(_ box: ReviewBox) -> SpokenBox {
    guard box.screen == .walk else {
      let screen = reviewScreen(box, width: reviewWidth)
      return SpokenBox(screen.title, Self.spoken(screen.rows, selected: box.selected))
    }
    guard let text = walkText, let walk = reviewing.walk, let open = walkedAnswer else {
      return SpokenBox(box.screen.title)
    }
    let title = "\(box.screen.title), \(open.name)"
    guard text.stops.indices.contains(walk.stop) else {
      return SpokenBox(title, "Nothing is written here yet.")
    }
    let stop = text.stops[walk.stop]
    let words = RenderedText(open.answer[stop.place].text, values: session.values).text
      .prefix(utf8: stop.rendered.upperBound).suffix(utf8From: stop.rendered.lowerBound)
    return SpokenBox(title, words.replacing("\n", with: " "), key: "\(walk.stop)")
  }

  private func spoken(_ form: ReviewForm) -> SpokenBox {
    let field = form.fields[form.selected]
    let fault = form.fault.map { " \($0)" } ?? ""
    return SpokenBox(
      "\(form.title). \(form.note)",
      "\(field.label): \(field.text.isEmpty ? field.hint : field.text)\(fault)",
      key: "\(form.selected) \(field.choices.isEmpty ? "" : field.text)\(fault)")
  }
}
