import BidLanguage
import BidModel
import Screen

/// The figures of the text in hand, as they were when they were asked for.
package struct StatisticsBox: Hashable, Sendable {
  /// What each column is of, and its figures.
  package var columns: [Column]
  /// What was written today, and what is left until the deadline.
  package var progress: [String]
  package var list = ListState()

  /// The figures of one stretch of text.
  package struct Column: Hashable, Sendable {
    package var title: String
    package var statistics: TextStatistics
  }
}

extension WorkbenchState {
  /// Opens the figures of selection, part, answer and bid.
  mutating func openStatistics() {
    var columns: [StatisticsBox.Column] = []
    if let selected = selectionStatistics() {
      columns.append(.init(title: "selection", statistics: selected))
    }
    let index = currentIndex
    if let part = currentAnswer.place(of: editor.caret.block)?.part {
      columns.append(
        .init(title: "part", statistics: session.statistics(ofPart: part, inAnswerAt: index)))
    }
    columns.append(.init(title: "answer", statistics: session.statistics(ofAnswerAt: index)))
    let bid = session.answers.indices.reduce(TextStatistics()) { $0 + session.statistics(ofAnswerAt: $1) }
    columns.append(.init(title: "bid", statistics: bid))
    var box = StatisticsBox(columns: columns, progress: progress())
    box.list.selected = Self.figureCount
    overlays.append(.sheet(.statistics(box)))
  }

  /// The figures of the selected text, as it would be submitted on its own.
  private func selectionStatistics() -> TextStatistics? {
    guard let selection = editor.selection else { return nil }
    let (start, end) = inOrder(selection)
    let answer = currentAnswer
    guard let first = answer.place(of: start.block), let last = answer.place(of: end.block) else {
      return nil
    }
    var statistics = TextStatistics()
    var tally = SubmissionTally(rule: session.rule)
    var place: BlockPlace? = first
    while let here = place, here <= last {
      var block = answer[here]
      if here == last { block.text = block.text.prefix(utf8: end.offset) }
      let offset = here == first ? start.offset : 0
      block.text = block.text.suffix(utf8From: offset)
      let rendered = RenderedText(block.text, values: session.values)
      if let piece = SubmissionPiece(block, rendered: rendered, rule: session.rule) {
        tally.add(piece.count(rule: session.rule), isItem: piece.isItem)
      }
      statistics.add(block, from: offset, of: editor.answer, values: session.values)
      place = answer.place(nextTo: here, forward: true)
    }
    statistics.count = tally.count
    return statistics
  }

  /// What was written today, what the limits leave room for, and how many days there are for it.
  private mutating func progress() -> [String] {
    let written = session.wordsWrittenToday()
    var room = 0
    var others = 0
    for index in session.answers.indices {
      guard let limit = session.answers[index].question.limit else { continue }
      guard limit.unit == .words else {
        others += 1
        continue
      }
      room += max(0, limit.amount - session.count(ofAnswerAt: index).total.words)
    }
    let sign = written < 0 ? "−" : ""
    var lines = [
      "Written today in this bid: \(sign)\(Self.grouped(abs(written))) \(abs(written) == 1 ? "word" : "words")."
    ]
    let beside = others == 0 ? "" : "; \(others) limited in characters not counted"
    guard let closes = session.heading.closes, let left = daysLeft(to: closes) else {
      return lines + [
        "Room up to the limits: \(Self.grouped(room)) words\(beside). The bid names no deadline."
      ]
    }
    guard left >= 0 else { return lines + ["The deadline has passed."] }
    let pace = Self.grouped((room + max(1, left) - 1) / max(1, left))
    let days = left == 0 ? "Less than a day" : left == 1 ? "1 day" : "\(left) days"
    lines.append(
      "\(days) to the deadline, room for \(Self.grouped(room)) words up to the limits\(beside): \(pace) a day."
    )
    return lines
  }

  /// Whole days up to the deadline, as the header counts them; of the calendar where there is no clock; negative
  /// when it has passed.
  private func daysLeft(to closes: Deadline) -> Int? {
    if let now = session.secondsNow(), let instant = closes.instant {
      return instant < now ? -1 : (instant - now) / 86_400
    }
    guard let today = Day(session.values.today), let end = closes.day else { return nil }
    return end.number - today.number
  }

  /// How many rows of figures stand above the longest sentences.
  private static let figureCount = 8

  /// The rows of the box: figures in columns, the longest sentences to go to, and the progress.
  func rows(of box: StatisticsBox, width: Int) -> [PaneRow] {
    let name = max(8, min(26, width - 11 * box.columns.count))
    let cell = max(4, min(14, (width - name) / max(1, box.columns.count)))
    let line = { (title: String, style: Style, value: (TextStatistics) -> String) in
      PaneRow(
        [(TextWidth.pad(title, columns: name), style)]
          + box.columns.map { column in
            (TextWidth.pad(value(column.statistics), columns: cell, alignment: .trailing), style)
          })
    }
    var rows = [
      PaneRow(
        [(TextWidth.pad("", columns: name), theme.dim)]
          + box.columns.map { (TextWidth.pad($0.title, columns: cell, alignment: .trailing), theme.title) })
    ]
    rows.append(line("Words", theme.text) { Self.grouped($0.count.words) })
    rows.append(line("Characters", theme.text) { Self.grouped($0.count.characters) })
    rows.append(line("Sentences", theme.text) { Self.grouped($0.readability.sentences) })
    rows.append(line("Reading time", theme.text) { Self.duration($0.readingSeconds) })
    rows.append(
      line("Reading ease (Flesch)", theme.dim) { Self.decimal($0.isLongEnough ? $0.readability.ease : nil) })
    rows.append(
      line("School years (Kincaid)", theme.dim) { Self.decimal($0.isLongEnough ? $0.readability.grade : nil) }
    )
    rows.append(PaneRow([("", theme.text)]))
    for column in box.columns {
      guard let longest = column.statistics.longest else { continue }
      let words =
        "\(longest.words) \(longest.words == 1 ? "word" : "words"): “\(longest.text.replacing("\n", with: " "))”"
      rows.append(
        PaneRow(
          [
            (TextWidth.pad("Longest in \(column.title)", columns: name), theme.text),
            (TextWidth.clip(words, columns: max(1, width - name)), theme.text),
          ], action: .reveal(longest.answer, longest.block, longest.range)))
    }
    rows.append(PaneRow([("", theme.text)]))
    return rows + box.progress.flatMap { PaneRow.wrapped($0, width: width, style: theme.text) }
  }

  /// Goes to the sentence of the selected row.
  mutating func open(_ box: StatisticsBox) {
    let rows = rows(of: box, width: sheetWidth)
    guard rows.indices.contains(box.list.selected), let action = rows[box.list.selected].action else {
      return closeOverlay()
    }
    closeOverlay()
    perform(action)
  }

  /// A number with a comma before every three digits.
  static func grouped(_ number: Int) -> String {
    let digits = String(number)
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += "," }
      result.append(digit)
    }
    return result
  }

  private static func decimal(_ number: Double?) -> String {
    guard let number else { return "–" }
    let tenths = Int((abs(number) * 10).rounded())
    return "\(number < 0 && tenths > 0 ? "−" : "")\(tenths / 10).\(tenths % 10)"
  }

  private static func duration(_ seconds: Int) -> String {
    seconds < 60 ? "\(seconds) s" : "\((seconds + 30) / 60) min"
  }
}

extension TextStatistics {
  /// Whether a measure of readability says anything: of a few words it says −132.
  fileprivate var isLongEnough: Bool { readability.words >= 30 }
}
