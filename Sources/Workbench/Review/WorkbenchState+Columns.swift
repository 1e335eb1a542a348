import BidModel
import Screen

/// Things set beside each other: words of then and of now, and what several reviewers gave.
extension WorkbenchState {
  /// Columns of rows beside each other, each as wide as the others.
  static func columns(_ columns: [[PaneRow]], width: Int, theme: ColorTheme) -> [PaneRow] {
    let own = columnWidth(of: columns.count, in: width)
    return (0..<(columns.map(\.count).max() ?? 0)).map { line in
      var pieces: [(String, Style)] = []
      for (index, column) in columns.enumerated() {
        if index > 0 { pieces.append((" │ ", theme.border)) }
        let row = column.indices.contains(line) ? column[line].pieces.map { ($0.text, $0.style) } : []
        pieces += row
        let used = row.reduce(0) { $0 + TextWidth.columns($1.0) }
        if index + 1 < columns.count {
          pieces.append((String(repeating: " ", count: max(0, own - used)), theme.text))
        }
      }
      return PaneRow(pieces)
    }
  }

  /// How wide each of `count` columns is.
  static func columnWidth(of count: Int, in width: Int) -> Int {
    max(8, (width - 3 * (count - 1)) / max(1, count))
  }

  /// Old and new words beside each other, those that only one side has marked there; in the linear mode one
  /// after the other.
  func sideBySide(_ runs: [AnswerComparison.Run], width: Int) -> [PaneRow] {
    if view.isLinear { return marked(runs, width: width, lead: "", indent: 0) }
    let half = Self.columnWidth(of: 2, in: width)
    return Self.columns(
      [
        marked(runs.filter { $0.kind != .added }, width: half, lead: "", indent: 0),
        marked(runs.filter { $0.kind != .removed }, width: half, lead: "", indent: 0),
      ], width: width, theme: theme)
  }

  /// Words wrapped, what went in `[-…-]` and what came in `{+…+}`.
  func marked(_ runs: [AnswerComparison.Run], width: Int, lead: String, indent: Int) -> [PaneRow] {
    var rows = WalkRows(width: width)
    var stretches: [(text: String, style: Style, stop: Int)] = []
    for run in runs {
      let text = run.text.replacing("\n", with: " ")
      let words = text.trimmingSpaces()
      guard !words.isEmpty else {
        stretches.append((text, theme.text, 0))
        continue
      }
      let (before, after) = (text.hasPrefix(" "), text.hasSuffix(" "))
      let isBesideRemoved = run.kind == .added && stretches.last?.text.hasSuffix("-]") == true
      if before || isBesideRemoved { stretches.append((" ", theme.text, 0)) }
      switch run.kind {
      case .same: stretches.append((words, theme.text, 0))
      case .removed: stretches.append(("[-\(words)-]", theme.error, 0))
      case .added: stretches.append(("{+\(words)+}", theme.good, 0))
      }
      if after { stretches.append((" ", theme.text, 0)) }
    }
    guard !stretches.isEmpty else { return [] }
    rows.add(stretches, lead: lead, indent: indent)
    return rows.rows.map { PaneRow($0.pieces) }
  }

  /// The paragraph as the reviewer read it beside what stands there now.
  func thenAndNow(of item: FixItem, width: Int) -> [PaneRow] {
    guard let (open, place) = place(of: item) else { return [] }
    let then = textRead(of: item, in: open)
    let (now, state) = textNow(of: item, at: place, in: open, then: then)
    let before =
      view.isLinear ? "Before and " : TextCell.pad("Before", Self.columnWidth(of: 2, in: width) + 3)
    var rows = [
      PaneRow([("", theme.text)]),
      PaneRow([
        (before, theme.partHeading),
        ("After · \(state)", place.state == .drifted ? theme.warning : theme.partHeading),
      ]),
    ]
    if now.isEmpty {
      rows += PaneRow.wrapped("“\(then.replacing("\n", with: " "))”", width: width, style: theme.dim)
    } else if then == now {
      rows += sideBySide([.init(kind: .same, text: then)], width: width)
    } else {
      rows += sideBySide(AnswerComparison.runs(from: then, to: now), width: width)
    }
    return rows
  }

  /// The paragraphs that a comment was made on, as they were then; its own words where no version is at hand.
  private func textRead(of item: FixItem, in open: OpenAnswer) -> String {
    let anchor = item.comment.anchor
    let version = session.review?.book.sheet(item.round, item.person, item.question).version ?? ""
    guard let old = reviewing.read[.init(answer: open.id, file: version)] else { return anchor.wholeQuote }
    let places = anchor.place(in: old)
    let blocks = places.pieces.compactMap { old.place(of: $0.block).map { old[$0].text } }
    return places.state == .anchored && !blocks.isEmpty ? blocks.joined(separator: "\n") : anchor.wholeQuote
  }

  /// The paragraphs that stand there now, and how sure that is.
  private func textNow(of item: FixItem, at place: AnchorPlace, in open: OpenAnswer, then: String) -> (
    String, String
  ) {
    let blocks = place.pieces.compactMap { open.answer.place(of: $0.block).map { open.answer[$0].text } }
    switch place.state {
    case .anchored: return (blocks.joined(separator: "\n"), "the words are where they were (anchored)")
    case .moved: return (blocks.joined(separator: "\n"), "the words stand elsewhere (moved)")
    case .drifted: break
    }
    if item.comment.anchor.following.isEmpty, let near = place.block.flatMap({ open.answer.place(of: $0) }) {
      return (open.answer[near].text, "its words are gone (drifted)")
    }
    let texts = open.answer.parts.filter { place.part == nil || $0.anchorName == item.comment.anchor.part }
      .flatMap(\.blocks).filter { !$0.isEmpty }.map(\.text)
    guard let like = AnswerComparison.nearest(to: then, among: texts) else {
      return ("", "nothing like it is there (drifted)")
    }
    return (texts[like], "the nearest paragraph (drifted)")
  }
}
