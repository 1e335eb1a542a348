import BidModel

extension WorkbenchState {
  /// The KPIs whose name or title holds `query`, with how each stands here.
  func completionItems(for query: String) -> [Completion.Item] {
    let wanted = query.lowercased()
    let inSet = session.values.set.kpis.map { ($0.key, $0.title) }
    let scoped = session.values.register.facts.filter { !$0.reference.scope.isEmpty }
      .map { ($0.reference.description, session.values.set[$0.reference.kpi]?.title ?? "") }
    let all = inSet + scoped
    let matching = all.filter { name, title in
      wanted.isEmpty || name.lowercased().contains(wanted) || title.lowercased().contains(wanted)
    }
    // Once a KPI is nearly chosen, or a dot follows its name, the sides of its fact are offered too.
    let forms =
      all.filter { name, _ in wanted.hasPrefix(name.lowercased() + ".") }
      + (matching.count <= 2 ? matching : [])
    let sides = forms.flatMap { name, title in
      Placeholder.Form.allCases.filter { $0 != .value }.map { ("\(name).\($0.rawValue)", title) }
    }.filter { $0.0.lowercased().contains(wanted) || matching.count <= 2 && !matching.isEmpty }
    return (matching + sides).compactMap { name, title in
      guard let placeholder = Placeholder(inside: name) else { return nil }
      let note: String =
        switch session.values.status(of: placeholder) {
        case .filled(let words): words
        case .stale(let words): "\(words), stale"
        case .empty: "empty"
        case .unknown: title
        }
      return Completion.Item(name: name, note: note)
    }
  }

  /// Offers names when the cursor stands behind braces that are still open.
  mutating func offerCompletion() {
    let answer = currentAnswer
    guard let place = answer.place(of: editor.caret.block) else { return }
    let before = answer[place].text.prefix(utf8: editor.caret.offset)
    guard let open = before.range(ofLast: "{{") else { return }
    let typed = before[open.upperBound...]
    guard typed.utf8.count <= 60, !typed.contains("}"), !typed.contains("\n") else { return }
    if before[..<open.lowerBound].hasSuffix("\\") { return }
    let items = completionItems(for: String(typed).trimmingSpaces())
    guard !items.isEmpty else { return }
    overlays.append(.completion(Completion(items: items, typed: 2 + typed.utf8.count)))
  }

  /// Puts the chosen name in place of what was typed since the braces.
  mutating func acceptCompletion() {
    guard case .completion(let completion) = overlays.last else { return }
    overlays.removeLast()
    if completion.kind == .template { return acceptInStudio(completion) }
    guard canEdit(), completion.items.indices.contains(completion.selected) else { return }
    let name = completion.items[completion.selected].name
    let words = completion.kind == .kpi ? "{{\(name)}}" : name
    let caret = editor.caret
    let start = caret.offset - completion.typed
    // An undo while the list was open may have taken away what the choice would replace.
    guard start >= 0 else { return }
    editor.caret.offset = start + words.utf8.count
    session.sealUndo()
    perform(
      completion.kind == .kpi ? "Quote KPI" : "Complete",
      [.text(caret.block, offset: start, length: completion.typed, with: words, source: nil)], from: caret)
  }
}

extension WorkbenchState {
  /// Types into a list that lies over the text: into its own filter, or into the text, which offers anew.
  mutating func type(_ text: String, into completion: Completion) {
    if let filter = completion.filter { return narrow(completion, to: filter + text) }
    overlays.removeLast()
    if completion.kind == .template { return typeInStudio(text) }
    type(text)
    offerAgain(completion.kind)
  }

  /// Deletes what was typed last into a list, or the character before the cursor.
  mutating func erase(in completion: Completion, all: Bool) {
    if let filter = completion.filter { return narrow(completion, to: all ? "" : String(filter.dropLast())) }
    overlays.removeLast()
    if completion.kind == .template { return deleteInStudio(forward: false) }
    delete(forward: false, byWord: false)
    offerAgain(completion.kind)
  }

  /// Shows the KPIs that hold what was typed into the list.
  private mutating func narrow(_ completion: Completion, to filter: String) {
    var completion = completion
    completion.filter = filter
    completion.items = completionItems(for: filter.trimmingSpaces())
    completion.selected = 0
    overlays[overlays.count - 1] = .completion(completion)
  }

  private mutating func offerAgain(_ kind: Completion.Kind) {
    switch kind {
    case .kpi: offerCompletion()
    case .words: offerWords()
    case .synonyms, .template: break
    }
  }
}

extension String {
  /// Where `pattern` stands last.
  func range(ofLast pattern: String) -> Range<Index>? {
    var found: Range<Index>?
    for range in ranges(of: pattern) { found = range }
    return found
  }
}
