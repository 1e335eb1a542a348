import BidModel
import Screen

/// The box that offers sentences to adapt: first the sections, then the lines of one. Typing looks through
/// the lines of all.
package struct PhraseBox: Hashable, Sendable {
  package var query = ""
  package var list = ListState()
  package var sections: [PhraseBook.Section]
  /// The section whose lines are shown; `nil` for the list of sections.
  package var section: Int?

  package init(_ books: [PhraseBook]) { sections = books.flatMap(\.sections) }

  /// What can be chosen just now.
  enum Item: Hashable {
    case section(Int)
    case line(String, section: Int)
  }

  /// The rows in order: the lines that hold every typed word, else one section's lines, else the sections.
  ///
  /// - Complexity: O(*n*) in the length of the lines.
  var items: [Item] {
    let words = query.lowercased().split(separator: " ")
    let wanted = section.map { [$0] } ?? Array(sections.indices)
    if words.isEmpty, section == nil { return wanted.map(Item.section) }
    return wanted.flatMap { index in
      sections[index].lines.filter { line in
        let text = (line + " " + sections[index].title).lowercased()
        return words.allSatisfy(text.contains)
      }.map { Item.line($0, section: index) }
    }
  }
}

extension WorkbenchState {
  /// Opens the box with the phrases of `books`.
  mutating func offer(_ books: [PhraseBook]) {
    guard !books.allSatisfy(\.sections.isEmpty) else {
      return say("There are no phrases: add a file to templates/phrases.", as: .note)
    }
    overlays.append(.sheet(.phrases(PhraseBox(books))))
  }

  /// The rows of the box.
  func rows(of box: PhraseBox, width: Int) -> [PaneRow] {
    box.items.map { item in
      switch item {
      case .section(let index):
        let section = box.sections[index]
        let title = TextWidth.pad(section.title, columns: min(34, max(8, width / 3)))
        return PaneRow([
          (title + " ", theme.text),
          (TextWidth.clip(section.use, columns: max(1, width - TextWidth.columns(title) - 1)), theme.dim),
        ])
      case .line(let line, _): return PaneRow([(TextWidth.clip(line, columns: width), theme.text)])
      }
    }
  }

  /// Opens the selected section, or inserts the selected line.
  mutating func open(_ box: PhraseBox) {
    guard box.items.indices.contains(box.list.selected) else {
      return say("No phrase has these words.", as: .note)
    }
    switch box.items[box.list.selected] {
    case .section(let index):
      var box = box
      box.section = index
      box.list = ListState()
      overlays[overlays.count - 1] = .sheet(.phrases(box))
    case .line(let line, _):
      overlays.removeLast()
      insertPhrase(line)
    }
  }

  /// Puts a sentence in at the cursor and selects its first gap, so that typing fills it.
  mutating func insertPhrase(_ line: String) {
    guard canEdit() else { return }
    focus = .editor
    session.sealUndo()
    let start = editor.selection?.0 ?? editor.caret
    let isAtWord = character(before: start).map { !$0.isWhitespace } ?? false
    let text = (isAtWord ? " " : "") + line
    type(text)
    session.sealUndo()
    guard let gap = text.range(ofFirst: PhraseBook.gap) else { return }
    editor.anchor = TextPosition(block: start.block, offset: start.offset + gap.lowerBound)
    editor.caret = TextPosition(block: start.block, offset: start.offset + gap.upperBound)
    let gaps = text.components(of: PhraseBook.gap)
    say("\(gaps) \(gaps == 1 ? "gap" : "gaps") to fill: typing replaces the one that is selected.", as: .note)
  }

  /// Selects the next gap behind the cursor, from there round the answer.
  mutating func goToNextGap() {
    let blocks = currentAnswer.parts.flatMap(\.blocks)
    guard let own = blocks.firstIndex(where: { $0.id == editor.caret.block }) else { return }
    for step in 0...blocks.count {
      let block = blocks[(own + step) % blocks.count]
      let from = step == 0 ? editor.caret.offset : 0
      let rest = block.text.suffix(utf8From: min(from, block.text.utf8.count))
      guard let gap = rest.range(ofFirst: PhraseBook.gap) else { continue }
      editor.anchor = TextPosition(block: block.id, offset: from + gap.lowerBound)
      editor.caret = TextPosition(block: block.id, offset: from + gap.upperBound)
      focus = .editor
      return
    }
    say("No gap is left in this answer.", as: .note)
  }

  private func character(before position: TextPosition) -> Character? {
    guard let place = currentAnswer.place(of: position.block) else { return nil }
    return currentAnswer[place].text.prefix(utf8: position.offset).last
  }
}

extension String {
  /// The UTF-8 bytes of the first occurrence of `part`.
  fileprivate func range(ofFirst part: String) -> Range<Int>? {
    let (own, wanted) = (Array(utf8), Array(part.utf8))
    guard own.count >= wanted.count else { return nil }
    let start = (0...(own.count - wanted.count)).first { own[$0..<($0 + wanted.count)].elementsEqual(wanted) }
    return start.map { $0..<($0 + wanted.count) }
  }

  /// How often `part` occurs.
  fileprivate func components(of part: String) -> Int {
    var count = 0
    var rest = self
    while let found = rest.range(ofFirst: part) {
      count += 1
      rest = rest.suffix(utf8From: found.upperBound)
    }
    return count
  }
}
