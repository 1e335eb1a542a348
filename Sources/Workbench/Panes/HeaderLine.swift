import Screen

/// The row at the top: the question, the bid and its deadline on the left; the count and whether the
/// file holds what is on the screen on the right. A pure function of its words and the width.
///
/// What does not fit is left out whole or said shorter, never cut in the middle of a word that would
/// then mean nothing; only the question's name may be clipped.
struct HeaderLine {
  var question: String
  var bid: String
  /// Ways to say the deadline, the longest first.
  var due: [String]
  /// Ways to say count and state, the longest first.
  var right: [String]

  /// The row, filled to `columns`.
  func text(columns: Int) -> String {
    let right = right.first { fits($0, columns: columns) } ?? right.last { $0.count + 2 <= columns } ?? ""
    let end = right.isEmpty ? "" : " \(right) "
    let room = max(0, columns - TextWidth.columns(end))
    return TextWidth.pad(left(columns: room), columns: room) + end
  }

  /// Whether the question keeps a dozen columns beside `words`.
  private func fits(_ words: String, columns: Int) -> Bool {
    TextWidth.columns(words) + 3 + min(12, TextWidth.columns(question)) <= columns
  }

  private func left(columns: Int) -> String {
    var room = columns - TextWidth.columns(question) - 2
    // The shortest way to say the deadline comes before the bid's name, its long ways after it.
    let short = due.last { TextWidth.columns($0) + 3 <= room }
    if let short { room -= TextWidth.columns(short) + 3 }
    let bid = self.bid.isEmpty || TextWidth.columns(self.bid) + 3 > room ? "" : self.bid
    if !bid.isEmpty { room -= TextWidth.columns(bid) + 3 }
    let spare = room + (short.map { TextWidth.columns($0) } ?? 0)
    let said = short == nil ? nil : due.first { TextWidth.columns($0) <= spare }
    return " " + [bid, question, said ?? ""].filter { !$0.isEmpty }.joined(separator: "   ")
  }
}

extension WorkbenchState {
  /// What the row at the top says just now.
  mutating func headerLine() -> HeaderLine {
    let answer = session.answers[currentIndex]
    let question = [
      answer.question.number.isEmpty ? answer.name : "Q\(answer.name)",
      answer.question.weight.map { "\(Int($0))%" } ?? "",
    ].filter { !$0.isEmpty }.joined(separator: " · ")
    let state =
      answer.readOnlyReason != nil
      ? "read-only" : answer.isModified ? "edited" : answer.savedAt.map { "saved \($0)" } ?? "no changes"
    let sign = answer.readOnlyReason != nil ? "!" : answer.isModified ? "*" : ""
    let count = countText()
    let bare = count.split(separator: " ").first.map(String.init) ?? count
    return HeaderLine(
      question: question, bid: session.heading.line, due: dueWords,
      right: ["\(count)   \(state)", "\(bare)   \(state)", "\(count)\(sign)", "\(bare)\(sign)"])
  }

  private var dueWords: [String] {
    guard let closes = session.heading.closes else { return [] }
    guard let left = session.secondsNow().flatMap({ closes.left(at: $0) }) else {
      return ["due \(closes.words)"]
    }
    return ["due \(closes.words) · \(left)", "\(left) · \(closes.shortWords)", left]
  }
}
