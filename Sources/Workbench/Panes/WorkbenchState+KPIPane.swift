import BidModel
import Screen

extension WorkbenchState {
  /// How many placeholders the answer uses, and how many are empty, as the pane's border says.
  var kpiTitle: String {
    let used = session.quotes.placeholders(in: currentAnswer)
    let empty = used.filter { session.values.status(of: $0) == .empty }.count
    return empty == 0 ? "KPIs · \(used.count) used" : "KPIs · \(used.count) used, \(empty) empty"
  }

  /// The KPIs the answer quotes and how each stands, the families its template expects, then the KPIs of
  /// the set that it does not quote. An opened one shows where in the bid it is quoted.
  func kpiRows(width: Int) -> [PaneRow] {
    let used = session.quotes.placeholders(in: currentAnswer)
    // A KPI that is quoted in several forms shows its uses once, below the last of them.
    var rows = used.indices.flatMap { index in
      let isLast = !used[(index + 1)...].contains { $0.reference.kpi == used[index].reference.kpi }
      return kpiRows(used[index], showsUses: isLast, width: width)
    }
    if used.isEmpty { rows.append(PaneRow([("No KPI is quoted here yet.", theme.dim)])) }
    let quoted = Set(used.map(\.reference.kpi))
    rows += familyRows(quoted: quoted, width: width)
    rows.append(PaneRow([("Not used here", theme.dim)]))
    for kpi in session.values.set.kpis where !quoted.contains(kpi.key) {
      rows += kpiRows(Placeholder(KPIReference(kpi.key)), showsUses: true, width: width)
    }
    return rows
  }

  /// A KPI, and behind it, when it is opened, each of its uses.
  private func kpiRows(_ placeholder: Placeholder, showsUses: Bool, width: Int) -> [PaneRow] {
    let row = kpiRow(placeholder, width: width)
    guard showsUses, lists[.kpis]?.opened.contains(placeholder.reference.kpi) == true else { return [row] }
    let uses = kpiUses(of: placeholder.reference.kpi)
    guard !uses.isEmpty else { return [row, PaneRow([("    not quoted in this bid", theme.dim)])] }
    return [row]
      + uses.flatMap { use in
        PaneRow.wrapped(
          use.words, width: width, indent: 6, first: "    ", style: theme.dim,
          action: .reveal(use.answer, use.block, use.range))
      }
  }

  private func kpiRow(_ placeholder: Placeholder, width: Int) -> PaneRow {
    let (sign, words, style) =
      switch session.values.status(of: placeholder) {
      case .filled(let words): ("✓", words, theme.good)
      case .stale(let words): ("!", "\(words) stale", theme.warning)
      case .empty: ("◌", "empty", theme.emptyChip)
      case .unknown: ("?", "unknown", theme.unknownChip)
      }
    let name = placeholder.description
    let room = max(8, width - 3 - min(TextWidth.columns(words), width / 2))
    return PaneRow(
      [
        ("\(sign) ", style),
        (TextWidth.pad(name.clippedInMiddle(columns: room), columns: room), theme.text), (" \(words)", style),
      ],
      action: .editFact(target(of: placeholder)))
  }

  /// The fact that a placeholder means here: its own row, or the one it would fall back to.
  func target(of placeholder: Placeholder) -> KPIReference {
    let reference = placeholder.reference
    if let fact = session.values.register.fact(for: reference, in: session.values.scope) {
      return fact.reference
    }
    return reference.scope.isEmpty ? KPIReference(reference.kpi, scope: session.values.scope) : reference
  }

  /// For each part of the template that expects families of KPIs, which of them the answer quotes.
  private func familyRows(quoted: Set<String>, width: Int) -> [PaneRow] {
    let present = Set(quoted.compactMap { session.values.set[$0]?.family })
    return currentTemplate.parts.filter { !$0.families.isEmpty }.flatMap { part -> [PaneRow] in
      let names = part.families.map { key in
        let title = session.values.set.families.first { $0.key == key }?.title ?? key
        return present.contains(key) ? "✓ \(title)" : "– \(title)"
      }
      let lacks = part.families.contains { !present.contains($0) }
      return PaneRow.wrapped(
        "\(part.title) expects: \(names.joined(separator: ", "))", width: width, indent: 2,
        style: lacks ? theme.warning : theme.dim)
    }
  }
}

/// One place of the bid where a KPI is quoted.
struct KPIUse: Hashable, Sendable {
  var answer: AnswerID
  var block: BlockID
  var range: Range<Int>
  /// The answer, the part and the words around it.
  var words: String
}

extension WorkbenchState {
  /// Where in the bid the KPI named `key` is quoted, in any scope and form, in the order of the text.
  func kpiUses(of key: String) -> [KPIUse] {
    session.answers.flatMap { open in
      open.answer.parts.flatMap { part in
        part.blocks.flatMap { block in
          session.quotes.matches(of: block.id, in: open.id).filter { $0.placeholder?.reference.kpi == key }
            .map {
              KPIUse(
                answer: open.id, block: block.id, range: $0.range,
                words: [open.shortName, part.title ?? ""].filter { !$0.isEmpty }.joined(separator: " ") + ": "
                  + words(around: $0, in: block))
            }
        }
      }
    }
  }

  /// A few words before and after a placeholder, and in its place what is shown for it.
  private func words(around match: PlaceholderMatch, in block: Block) -> String {
    guard match.range.upperBound <= block.text.utf8.count else { return "" }
    let before = RenderedText(block.text.prefix(utf8: match.range.lowerBound), values: session.values).text
    let after = RenderedText(block.text.suffix(utf8From: match.range.upperBound), values: session.values).text
    let shown =
      match.placeholder.map { placeholder in
        switch session.values.status(of: placeholder) {
        case .filled(let words), .stale(let words): "[\(words)]"
        case .empty, .unknown: "[\(placeholder.form == .value ? "empty" : placeholder.form.rawValue)]"
        }
      } ?? "[?]"
    let (start, end) = (before.suffix(whole: 28), after.prefix(whole: 24))
    return (start + shown + end).replacing("\n", with: " ")
  }

  /// The KPI of the selected row.
  private mutating func selectedFact() -> KPIReference? {
    let rows = rows(of: .kpis, width: paneWidth)
    let selected = min(lists[.kpis]?.selected ?? 0, rows.count - 1)
    for row in rows.prefix(selected + 1).reversed() {
      if case .editFact(let reference) = row.action { return reference }
    }
    return nil
  }

  /// Shows or hides where the selected KPI is quoted.
  mutating func toggleUses() {
    guard let reference = selectedFact() else { return }
    var list = lists[.kpis] ?? ListState()
    if list.opened.remove(reference.kpi) == nil { list.opened.insert(reference.kpi) }
    lists[.kpis] = list
  }

  /// Quotes the selected KPI at the cursor of the text, and goes there.
  mutating func insertSelectedKPI() {
    guard let reference = selectedFact(), canEdit() else { return }
    let isOwnScope = reference.scope.isEmpty || reference.scope == session.values.scope
    let words = "{{\(isOwnScope ? reference.kpi : reference.description)}}"
    focus = .editor
    let before = editor.caret
    editor.caret.offset += words.utf8.count
    session.sealUndo()
    perform(
      "Quote KPI", [.text(before.block, offset: before.offset, length: 0, with: words, source: nil)],
      from: before)
  }
}

extension String {
  /// The text in `limit` columns: what does not fit is left out in the middle, since names of one family
  /// differ at their end.
  func clippedInMiddle(columns limit: Int) -> String {
    guard TextWidth.columns(self) > limit, limit > 4 else { return TextWidth.clip(self, columns: limit) }
    let head = (limit - 1) / 2
    return prefixFitting(head) + "…" + tail(columns: limit - 1 - head)
  }

  /// The beginning, at most `limit` characters of it and cut between words.
  func prefix(whole limit: Int) -> String {
    guard count > limit else { return self }
    let head = prefix(limit)
    return (head.lastIndex(of: " ").map { head[..<$0] } ?? head) + "…"
  }

  /// The end, at most `limit` characters of it and cut between words.
  func suffix(whole limit: Int) -> String {
    guard count > limit else { return self }
    let tail = suffix(limit)
    return "…" + (tail.firstIndex(of: " ").map { tail[tail.index(after: $0)...] } ?? tail)
  }

  private func prefixFitting(_ columns: Int) -> String {
    var text = Substring(self)
    while TextWidth.columns(text) > columns { text.removeLast() }
    return String(text)
  }
}
