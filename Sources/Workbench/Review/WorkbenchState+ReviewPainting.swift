import BidModel
import Screen

/// Painting the review's screens over the whole window.
extension WorkbenchState {
  /// Paints a screen of the review.
  mutating func paint(_ box: ReviewBox, on surface: inout Surface) {
    surface.clear(Rect(row: 0, column: 0, rows: size.rows, columns: size.columns), style: theme.text)
    guard box.screen == .walk else { return paintReviewList(box, on: &surface) }
    paintWalk(on: &surface)
  }

  private mutating func paintReviewList(_ box: ReviewBox, on surface: inout Surface) {
    let screen = reviewScreen(box, width: reviewWidth)
    bar(screen.title, at: 0, style: theme.status, on: &surface)
    paintHint(screen.hint, on: &surface)
    let rows = max(0, size.rows - 2)
    let head = screen.head.prefix(max(0, rows - 4))
    let foot = screen.foot.prefix(max(0, (rows - head.count) / 2))
    let height = max(0, rows - head.count - (foot.isEmpty ? 0 : foot.count + 1))
    let row = box.screen == .fixes ? Self.row(of: box, in: fixGroups) : box.selected
    var list = ListState(selected: row, top: box.top)
    if screen.targets.indices.contains(list.selected), screen.targets[list.selected] == nil {
      list.selected = screen.targets.firstIndex { $0 != nil } ?? 0
    }
    list.keepInView(count: screen.rows.count, height: height)
    if case .review(var shown) = overlays.last, shown.screen == box.screen {
      (shown.top, shown.selected) = (list.top, list.selected)
      overlays[overlays.count - 1] = .review(shown)
    }
    for (offset, row) in head.enumerated() { reviewRow(row, at: 1 + offset, on: &surface) }
    for offset in 0..<height {
      let index = list.top + offset
      guard screen.rows.indices.contains(index) else { break }
      reviewRow(
        screen.rows[index], at: 1 + head.count + offset,
        isSelected: index == list.selected && screen.targets[index] != nil, on: &surface)
    }
    guard !foot.isEmpty else { return }
    let line = 1 + head.count + height
    reviewRow(
      PaneRow([(String(repeating: "─", count: reviewWidth), theme.border)]), at: line, on: &surface)
    for (offset, row) in foot.enumerated() { reviewRow(row, at: line + 1 + offset, on: &surface) }
  }

  private func reviewRow(_ row: PaneRow, at line: Int, isSelected: Bool = false, on surface: inout Surface) {
    guard line < size.rows else { return }
    paintRow(
      row, isSelected: isSelected, at: Point(row: line, column: min(1, size.columns - 1)), width: reviewWidth,
      on: &surface)
  }

  private func bar(_ text: String, at row: Int, style: Style, on surface: inout Surface) {
    guard row >= 0, row < size.rows else { return }
    surface.write(
      TextWidth.pad(TextWidth.clip(" " + text, columns: size.columns), columns: size.columns),
      at: Point(row: row, column: 0), limit: size.columns, style: style)
  }

  /// The row of keys, or what there is to say.
  private func paintHint(_ hint: String, on surface: inout Surface) {
    guard size.rows > 2 else { return }
    guard let message else { return bar(hint, at: size.rows - 1, style: theme.dim, on: &surface) }
    let style: Style =
      switch message.kind {
      case .note: theme.text
      case .warning: theme.warning
      case .error: theme.error
      }
    bar(message.text, at: size.rows - 1, style: style, on: &surface)
  }

  // MARK: The walk

  private mutating func paintWalk(on surface: inout Surface) {
    guard let walk = reviewing.walk, let round = walkedRound, let open = walkedAnswer else { return }
    bar(walkTitle(walk, round, open), at: 0, style: theme.status, on: &surface)
    let score = round.isScored ? "S score" : "S read"
    let sign = round.isSigned ? " · G sign" : ""
    paintHint(
      size.columns < 100
        ? "↑↓ ←→ · 1-9 found · C note F fix + praise · \(score)\(sign) · U next · ? keys · Esc"
        : "↑↓ sentence · ←→ question · [ ] part · 1-9 found here · C note · F fix · + praise · \(score)\(sign) · U unscored · L fixes · ? keys · Esc",
      on: &surface)
    let rows = max(0, size.rows - 2)
    guard !view.isLinear else {
      // One below the other: a screen reader reads whole rows.
      let lower = rows < 8 ? 0 : rows * 2 / 5
      paintWalkText(Rect(row: 1, column: 0, rows: rows - lower, columns: size.columns), on: &surface)
      guard lower > 0 else { return }
      let area = Rect(row: 1 + rows - lower, column: 0, rows: lower, columns: size.columns)
      return paintWalkSide(area, round, open, on: &surface)
    }
    let side = size.columns >= 60 ? max(26, size.columns * 38 / 100) : 0
    let width = size.columns - side - (side > 0 ? 1 : 0)
    paintWalkText(Rect(row: 1, column: 0, rows: rows, columns: width), on: &surface)
    guard side > 0 else { return }
    for row in 1..<(1 + rows) {
      surface.write("│", at: Point(row: row, column: width), limit: 1, style: theme.border)
    }
    paintWalkSide(
      Rect(row: 1, column: width + 1, rows: rows, columns: side), round, open, on: &surface)
  }

  private func walkTitle(_ walk: ReviewWalk, _ round: ReviewRound, _ open: OpenAnswer) -> String {
    let sheet = walkedSheet
    let done = session.answers.count {
      session.review?.mine(round.id, $0.reviewKey).submitted.isEmpty == false
    }
    let seconds = (sheet?.seconds ?? 0) + Int(walk.spent(at: eventTime).components.seconds)
    let state =
      sheet?.submitted.isEmpty == false
      ? (sheet?.scores.isEmpty == false
        ? "scored \(sheet?.scores.map(\.score.short).joined(separator: ", ") ?? "")" : "read")
      : "not handed in"
    return
      "\(round.title) · \(open.name) · \(state) · \(seconds / 60) min · \(done) of \(session.answers.count) done"
  }

  private mutating func paintWalkText(_ area: Rect, on surface: inout Surface) {
    guard let text = walkText, let walk = reviewing.walk, let open = walkedAnswer, area.columns > 4 else {
      return
    }
    let rows = walkRows(text, walk, open, width: area.columns - 3)
    let current =
      rows.rows.firstIndex { $0.stop == walk.stop } ?? rows.rows.lastIndex { ($0.stop ?? .max) <= walk.stop }
      ?? 0
    // The heading above the first sentence of a part stays in view with it.
    let top = max(0, min(current - area.rows / 3, rows.rows.count - area.rows))
    let marks = walkMarks
    var signed: Set<Int> = []
    var told: Set<WalkMark> = []
    for offset in 0..<area.rows {
      let index = top + offset
      guard rows.rows.indices.contains(index) else { break }
      let row = rows.rows[index]
      var signs = ""
      if let stop = row.stop, text.stops.indices.contains(stop) {
        let next = rows.rows[(index + 1)...].lazy.compactMap(\.stop).first ?? stop
        for own in stop..<max(stop + 1, next)
        where signed.insert(own).inserted && text.stops.indices.contains(own) {
          // A mark over several sentences stands beside the first.
          for mark in marks where mark.covers(text.stops[own]) && told.insert(mark).inserted {
            if !signs.contains(mark.sign) { signs += mark.sign }
          }
        }
      }
      surface.write(
        TextWidth.pad(TextWidth.clip(signs, columns: 2), columns: 3),
        at: Point(row: area.row + offset, column: area.column), limit: 3, style: theme.key)
      paintRow(
        PaneRow(row.pieces), isSelected: false, at: Point(row: area.row + offset, column: area.column + 3),
        width: area.columns - 3, on: &surface)
    }
  }

  /// The rendered text in rows, the sentence in hand and the selection told from the rest.
  private func walkRows(_ text: WalkText, _ walk: ReviewWalk, _ open: OpenAnswer, width: Int) -> WalkRows {
    var rows = WalkRows(width: width)
    if text.stops.isEmpty { rows.add("Nothing is written here yet.", theme.dim) }
    for (number, shown) in text.parts.enumerated() {
      let part = open.answer.parts[shown.part]
      if let title = part.title { rows.add(title, theme.partHeading) }
      let end = number + 1 < text.parts.count ? text.parts[number + 1].stop : text.stops.count
      var stop = shown.stop
      while stop < end {
        let block = open.answer[text.stops[stop].place]
        let last = text.stops[stop..<end].lastIndex { $0.block == block.id } ?? stop
        let rendered = RenderedText(block.text, values: session.values).text
        let shown = (stop...last).flatMap { index in
          stretches(
            of: index, upTo: index < last ? text.stops[index + 1] : nil, of: text, walk, block, rendered)
        }
        if block.kind == .table {
          rows.add(lines: shown)
        } else {
          let lead = lead(of: block)
          rows.add(shown, lead: lead, indent: TextWidth.columns(lead))
        }
        rows.add("", theme.text)
        stop = last + 1
      }
    }
    return rows
  }

  /// A sentence up to the next of its block, what is selected of it apart.
  private func stretches(
    of index: Int, upTo next: WalkStop?, of text: WalkText, _ walk: ReviewWalk, _ block: Block,
    _ rendered: String
  ) -> [(text: String, style: Style, stop: Int)] {
    let selected = min(walk.anchor ?? walk.stop, walk.stop)...max(walk.anchor ?? walk.stop, walk.stop)
    let (start, end) = (text.stops[index].rendered.lowerBound, text.stops[index].rendered.upperBound)
    let plain = isHeading(block) ? theme.title : theme.text
    let isSelected = walk.pick == nil && selected.contains(index)
    var pieces: [(range: Range<Int>, style: Style)] = [(start..<end, isSelected ? theme.selected : plain)]
    if let pick = walk.pick, pick.block == block.id {
      let cut = pick.range.clamped(to: start..<end)
      pieces = [(start..<cut.lowerBound, plain), (cut, theme.selected), (cut.upperBound..<end, plain)]
    }
    if let next { pieces.append((end..<max(end, next.rendered.lowerBound), plain)) }
    return pieces.filter { !$0.range.isEmpty }.map { piece in
      let words = rendered.prefix(utf8: piece.range.upperBound).suffix(utf8From: piece.range.lowerBound)
      return (text: words, style: piece.style, stop: index)
    }
  }

  private func isHeading(_ block: Block) -> Bool {
    if case .heading = block.kind { true } else { false }
  }

  private func lead(of block: Block) -> String {
    switch block.kind {
    case .bullet(let marker): String(repeating: "  ", count: marker.level) + "• "
    case .numbered(let marker): String(repeating: "  ", count: marker.level) + marker.symbol + " "
    default: ""
    }
  }

  private mutating func paintWalkSide(
    _ area: Rect, _ round: ReviewRound, _ open: OpenAnswer, on surface: inout Surface
  ) {
    let rows = walkSide(round, open, width: area.columns - 1)
    let pages = max(1, (rows.count + max(1, area.rows - 1) - 1) / max(1, area.rows - 1))
    let page = (reviewing.walk?.sidePage ?? 0) % pages
    let start = page * max(1, area.rows - 1)
    let room = pages > 1 ? area.rows - 1 : area.rows
    for offset in 0..<max(0, room) where rows.indices.contains(start + offset) {
      paintRow(
        rows[start + offset], isSelected: false, at: Point(row: area.row + offset, column: area.column + 1),
        width: area.columns - 1, on: &surface)
    }
    guard pages > 1, area.rows > 1 else { return }
    surface.write(
      TextWidth.clip("Tab: page \(page + 1) of \(pages)", columns: area.columns - 1),
      at: Point(row: area.endRow - 1, column: area.column + 1), limit: area.columns - 1, style: theme.dim)
  }

  /// Question, sub-asks and scale; and, where the round lets it be seen, what the program and others say.
  private func walkSide(_ round: ReviewRound, _ open: OpenAnswer, width: Int) -> [PaneRow] {
    var rows: [PaneRow] = []
    func heading(_ text: String) {
      if !rows.isEmpty { rows.append(PaneRow([("", theme.text)])) }
      rows.append(PaneRow([(text, theme.partHeading)]))
    }
    func add(_ text: String, _ style: Style, first: String = "", indent: Int = 0) {
      rows += PaneRow.wrapped(text, width: width, indent: indent, first: first, style: style)
    }
    let question = open.question
    var facts = [
      question.weight.map { "\($0.short)%" } ?? "", question.limit.map { $0.unit.phrase($0.amount) } ?? "",
    ]
    if let pages = question.pageLimit { facts.append("\(pages) \(pages == 1 ? "page" : "pages")") }
    if let minimum = question.minimumScore { facts.append("at least \(minimum)") }
    if question.isPassFail { facts.append("pass or fail") }
    heading((["Question"] + facts.filter { !$0.isEmpty }).joined(separator: " · "))
    for line in question.text.split(separator: "\n") { add(String(line), theme.text) }
    if !question.subAsks.isEmpty {
      heading("Where did you find it?")
      let found = walkedSheet?.found ?? []
      for (index, ask) in question.subAsks.enumerated() {
        let entry = found.first { $0.ask == index + 1 }
        let place = entry?.anchor?.place(in: open.answer)
        let part = place?.part.flatMap {
          open.answer.parts.indices.contains($0) ? open.answer.parts[$0].title : nil
        }
        let isMissed = entry != nil && entry?.anchor == nil
        let sign = isMissed ? "✗" : entry == nil ? "○" : "✓"
        add(
          ask + (part.map { " – \($0)" } ?? (isMissed ? " – not found" : "")),
          isMissed ? theme.warning : entry == nil ? theme.text : theme.good,
          first: "\(index + 1) \(sign) ", indent: 4)
      }
    }
    if let scale = session.review?.scale(of: question), !scale.points.isEmpty {
      heading(scale.title)
      for point in scale.points.reversed() {
        add("\(point.word). \(point.descriptor)", theme.text, first: "\(point.score.short) ", indent: 2)
      }
    }
    if seesState { rows += walkState(open, width: width) }
    return rows
  }

  private func walkState(_ open: OpenAnswer, width: Int) -> [PaneRow] {
    var rows: [PaneRow] = []
    func heading(_ text: String) {
      rows.append(PaneRow([("", theme.text)]))
      rows.append(PaneRow([(text, theme.partHeading)]))
    }
    guard let review = session.review else { return [] }
    let sheets = review.book.visibleSheets(on: open.reviewKey, as: review.me)
    let comments = sheets.flatMap { sheet in sheet.comments.map { (sheet, $0) } }
    if !comments.isEmpty {
      heading("Comments")
      for (sheet, comment) in comments {
        let place = comment.anchor.place(in: open.answer).state
        let facts = [
          comment.kind.rawValue,
          comment.kind == .praise && !comment.isWithdrawn
            ? "" : review.book.item(for: comment, of: sheet).status.rawValue,
          place == .anchored ? "" : place.rawValue,
        ].filter { !$0.isEmpty }.joined(separator: ", ")
        rows += PaneRow.wrapped(
          "\(sheet.person), \(facts): \(comment.text)", width: width, indent: 2,
          first: "\(comment.kind.sign) ",
          style: theme.text)
        if place == .drifted, !comment.anchor.quote.isEmpty {
          rows += PaneRow.wrapped(
            "It was about: “\(comment.anchor.wholeQuote.replacing("\n", with: " "))”", width: width,
            indent: 4,
            first: "    ", style: theme.dim)
        }
      }
    }
    let coverage = session.readings.coverage(of: open.id)
    heading("Coverage (never a score)")
    for index in session.targets(of: open).sorted() {
      let marks = coverage.marks(of: index).marks.map(\.name).joined(separator: ", ")
      rows += PaneRow.wrapped(
        "\(session.themes.themes[index].title): \(marks.isEmpty ? "nothing yet" : marks)", width: width,
        indent: 2,
        style: marks.isEmpty ? theme.warning : theme.text)
    }
    let findings = session.siftedFindings(of: open).shown
    heading("Findings: \(findings.count)")
    for finding in findings.prefix(12) {
      rows += PaneRow.wrapped(finding.message, width: width, indent: 2, first: "▲ ", style: theme.text)
    }
    var seen: Set<String> = []
    let kpis = open.answer.parts.flatMap(\.blocks).flatMap { Placeholder.matches(in: $0.text) }
      .compactMap(\.placeholder).filter { seen.insert($0.description).inserted }
    heading("KPIs: \(kpis.count)")
    for placeholder in kpis {
      let standing = KPIStanding(of: placeholder, in: session.values)
      rows += PaneRow.wrapped(
        "\(placeholder) \(standing.sign) \(standing.words)", width: width, indent: 2,
        style: standing.isComplete ? theme.text : theme.warning)
    }
    return rows
  }
}
