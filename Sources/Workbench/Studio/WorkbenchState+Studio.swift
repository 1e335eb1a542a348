import BidModel
import BidStorage

/// Editing in the studio.
extension WorkbenchState {
  /// The template open in the studio, when nothing lies over it.
  var studio: StudioFile? {
    if case .studio(let file) = overlays.last { file } else { nil }
  }

  /// The template open in the studio, whatever lies over it.
  var openTemplate: StudioFile? {
    for case .studio(let file) in overlays.reversed() { return file }
    return nil
  }

  /// Changes the template open in the studio; what stands beside it is found out again when the text changed.
  mutating func changeStudio(_ change: (inout StudioFile) -> Void) {
    guard case .studio(var file) = overlays.last else { return }
    let before = file.text.revision
    change(&file)
    let isChanged = file.text.revision != before
    overlays[overlays.count - 1] = .studio(file)
    if isChanged { effects.append(.studio(.refreshSoon)) }
  }

  /// Changes the template in the studio, whatever lies over it, without finding out anything anew.
  mutating func touchStudio(_ change: (inout StudioFile) -> Void) {
    let index = overlays.lastIndex { if case .studio = $0 { true } else { false } }
    guard let index, case .studio(var file) = overlays[index] else { return }
    change(&file)
    overlays[index] = .studio(file)
  }

  /// Types into the text, or into the sentence that is tried.
  mutating func typeInStudio(_ text: String) {
    guard let file = studio else { return }
    if file.isTrying {
      changeStudio { $0.sentence += String(text.map { $0.isNewline ? " " : $0 }) }
      effects.append(.studio(.refreshSoon))
    } else {
      changeStudio { $0.text.type(text) }
      effects.append(.studio(.complete(isAsked: false)))
    }
  }

  /// Takes the chosen key or value in the place of what was typed of it.
  mutating func acceptInStudio(_ completion: Completion) {
    guard completion.items.indices.contains(completion.selected) else { return }
    let item = completion.items[completion.selected]
    changeStudio { $0.text.replace(last: completion.typed, with: item.text ?? item.name) }
    effects.append(.studio(.complete(isAsked: false)))
  }

  /// Keeps the selected text to paste, here and in the terminal's clipboard.
  mutating func copyInStudio(cutting: Bool) {
    guard let text = studio?.text.selectedText else {
      return say("Nothing is selected: hold Shift and move.", as: .note)
    }
    clipboard = text
    effects.append(.copyToClipboard(text))
    if cutting { changeStudio { $0.text.deleteSelection() } }
  }

  /// Puts in what was cut or copied last, as one step.
  mutating func pasteInStudio() {
    guard let file = studio else { return }
    guard !clipboard.isEmpty else { return say("Nothing was cut or copied yet.", as: .note) }
    let text = clipboard
    if file.isTrying { return typeInStudio(text) }
    changeStudio { $0.text.type(text) }
  }

  /// Deletes in the text, or at the end of the sentence.
  mutating func deleteInStudio(forward: Bool) {
    guard let file = studio else { return }
    if file.isTrying {
      changeStudio { $0.sentence = String($0.sentence.dropLast()) }
      effects.append(.studio(.refreshSoon))
    } else {
      changeStudio { forward ? $0.text.deleteForwards() : $0.text.deleteBackwards() }
      if !forward { effects.append(.studio(.complete(isAsked: false))) }
    }
  }

  /// Breaks the line; in the sentence goes back to the text.
  mutating func enterInStudio() {
    changeStudio { file in
      if file.isTrying { file.isTrying = false } else { file.text.breakLine() }
    }
  }

  /// Shows another view beside the text.
  mutating func changeStudioView(by step: Int) {
    changeStudio { file in
      let all = StudioFile.View.allCases
      let index = all.firstIndex(of: file.view) ?? 0
      file.view = all[(index + step + all.count) % all.count]
      file.viewTop = 0
      file.isTrying = false
      file.found = []
    }
    effects.append(.studio(.refresh))
  }

  /// Lets a sentence be typed and shows what it is read as.
  mutating func trySentence() {
    changeStudio { file in
      file.isTrying.toggle()
      if file.isTrying { file.view = .sentence }
    }
    effects.append(.studio(.refresh))
  }

  /// Goes to the next fault behind the cursor.
  mutating func goToStudioFault() {
    guard let file = studio else { return }
    let faults = file.faults.filter { $0.path == file.path }.compactMap { fault in
      fault.line.map { (line: $0, column: fault.column ?? 1) }
    }
    let places = (faults + file.found.compactMap { row in row.line.map { ($0, 1) } }).sorted { $0 < $1 }
    guard let next = places.first(where: { $0.line > file.text.row + 1 }) ?? places.first else {
      let isBad = file.faults.contains { !$0.isAdvice } || file.found.contains { $0.kind == .bad }
      return say(
        isBad
          ? "What this view tells of stands in no line of this file."
          : "Nothing is wrong with this template; the view ‘Its own tests’ tries its sentences.", as: .note)
    }
    changeStudio { $0.text.go(toLine: next.line, column: next.column) }
  }

  /// Asks for words to go to.
  mutating func askWhatToFindInStudio() {
    guard let file = studio else { return }
    overlays.append(
      .prompt(
        Prompt(
          title: "Find in the template",
          lines: file.sought.isEmpty ? [] : ["Enter alone looks for ‘\(file.sought)’ again."],
          hint: "Enter goes to the next line that holds it", purpose: .findInTemplate)))
  }

  /// Goes to the next line behind the cursor that holds `words`, whatever the case, from the end to the top.
  mutating func findInStudio(_ words: String) {
    guard let file = studio else { return }
    let words = words.isEmpty ? file.sought : words
    guard !words.isEmpty else { return }
    let wanted = words.lowercased()
    let count = file.text.lines.count
    let next = (1...count).map { (file.text.row + $0) % count }.first {
      file.text.lines[$0].lowercased().contains(wanted)
    }
    guard let next else { return say("No line holds ‘\(words)’.", as: .note) }
    changeStudio { file in
      file.sought = words
      file.text.go(toLine: next + 1, column: 1)
    }
  }

  /// Closes the studio, after asking when the text is not saved.
  mutating func closeStudio() {
    guard let file = studio else { return }
    if file.isTrying { return changeStudio { $0.isTrying = false } }
    guard file.isModified else { return effects.append(.studio(.close)) }
    overlays.append(
      .choice(
        Choice(
          title: "Not saved", text: ["\(file.name) was edited and not saved."],
          options: [
            Choice.Option("Go on editing", []),
            Choice.Option("Save and close", [.studio(.save), .studio(.close)]),
            Choice.Option("Close; lose these edits", [.studio(.close)]),
          ])))
  }

  /// Takes the last change of the text back, or does it again; what was applied since then comes first.
  mutating func undoInStudio(redoing: Bool) {
    if let file = studio, let applied = file.applied, applied.revision == file.text.revision,
      applied.isUndone == redoing
    {
      guard takeBack(in: .answer(applied.answer), redoing: redoing) else { return }
      touchStudio { $0.applied?.isUndone.toggle() }
      return effects.append(.studio(.refresh))
    }
    var isDone = false
    changeStudio { isDone = redoing ? $0.text.redo() : $0.text.undo() }
    if !isDone { say("There is nothing to \(redoing ? "redo" : "undo") in this template.", as: .note) }
  }

  /// Asks before the workspace's file is set aside.
  mutating func askBackToShipped() {
    guard let file = studio else { return }
    overlays.append(
      .choice(
        Choice(
          title: "Back to shipped",
          text: ["\(file.path) is renamed, and the template it hides counts again. No answer is changed."],
          options: [
            Choice.Option("Keep the workspace's own", []),
            Choice.Option("Back to the shipped one", [.studio(.setAside(file.name))]),
          ])))
  }
}
