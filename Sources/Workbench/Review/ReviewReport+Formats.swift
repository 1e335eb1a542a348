import BidModel

extension ReviewReport {
  /// Plain text.
  package var text: String { lines(heading: { $0 }, item: { "  \($0)" }).joined(separator: "\n") + "\n" }

  /// Markdown.
  package var markdown: String {
    let lines = lines(heading: { "\n## \($0)\n" }, item: { "- \($0)" })
    return "# \(title)\n" + lines.joined(separator: "\n") + "\n"
  }

  /// One page of HTML that needs nothing else.
  package var html: String {
    let lines = lines(
      heading: { "<h2>\(Self.escaped($0))</h2>" }, item: { "<p>\(Self.escaped($0))</p>" })
    return
      "<!doctype html>\n<html lang=\"en-GB\"><meta charset=\"utf-8\"><title>\(Self.escaped(title))</title>\n"
      + "<style>body{font:16px/1.5 serif;max-width:45em;margin:2em auto;padding:0 1em}p{margin:.3em 0}</style>\n"
      + "<h1>\(Self.escaped(title))</h1>\n" + lines.joined(separator: "\n") + "\n</html>\n"
  }

  /// A row for each score, agreed score and comment, for a spreadsheet.
  package var csv: String {
    var rows = [
      [
        "kind", "round", "question", "title", "person", "criterion", "score", "reason", "lift", "status",
        "severity", "comment", "quote", "note",
      ]
    ]
    for score in scores {
      rows.append([
        "score", score.round, score.question, titles[score.question] ?? "", score.person,
        score.score.criterion, score.score.score.plain, score.score.reason, score.score.lift,
        score.at.isEmpty ? "draft" : "submitted", "", "", "", "",
      ])
    }
    for entry in agreed {
      rows.append([
        "agreed", entry.round, entry.question, titles[entry.question] ?? "", entry.person,
        entry.moderation.criterion, entry.moderation.score.plain, entry.moderation.rationale, "", "", "", "",
        "", "",
      ])
    }
    for fix in fixes {
      rows.append([
        fix.comment.kind.rawValue, fix.round, fix.question, titles[fix.question] ?? "", fix.person, "", "",
        "",
        "", fix.status.rawValue, fix.comment.severity.rawValue, fix.comment.text,
        fix.comment.anchor.wholeQuote,
        fix.note,
      ])
    }
    for entry in praise {
      rows.append([
        entry.comment.kind.rawValue, entry.round, entry.question, titles[entry.question] ?? "", entry.person,
        "",
        "", "", "", "", "", entry.comment.text, entry.comment.anchor.wholeQuote, "",
      ])
    }
    for entry in found {
      rows.append([
        "found", entry.round, entry.question, titles[entry.question] ?? "", entry.person, "", "", "", "",
        entry.place == nil ? "not found" : "found", "", entry.words, entry.place ?? "", "",
      ])
    }
    return rows.map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
  }

  /// JSON: a schema name, projection, scores and comments.
  ///
  /// - Throws: ``JSONRefusal``, for a value that JSON has no form of.
  package func json() throws(JSONRefusal) -> String { try JSONText.of(ReviewDocument(self)) }

  private func lines(heading: (String) -> String, item: (String) -> String) -> [String] {
    var lines: [String] = []
    if !projectionLines.isEmpty {
      lines.append(heading("Projected score"))
      lines += projectionLines.map(item)
    }
    for key in titles.keys.sorted(by: { $0.localizedStandardOrder($1) }) {
      let own = scoreLines(of: key) + foundLines(of: key) + commentLines(of: key)
      guard !own.isEmpty else { continue }
      lines.append(heading(titles[key] ?? key))
      lines += own.map(item)
    }
    return lines.isEmpty ? [item("Nobody has handed anything in yet.")] : lines
  }

  private func scoreLines(of key: String) -> [String] {
    scores.filter { $0.question == key }.map { entry in
      let criterion = entry.score.criterion.isEmpty ? "" : ", \(entry.score.criterion)"
      let lift = entry.score.lift.isEmpty ? "" : " To lift it: \(entry.score.lift.sentence)"
      return "\(entry.round), \(names[entry.person] ?? entry.person)\(criterion):"
        + " \(entry.score.score.short) – \(entry.score.reason.sentence)\(lift)"
    }
      + spreads.filter { $0.question == key }.map {
        "\($0.round): the scores lie \($0.spread.short) apart."
      }
      + agreed.filter { $0.question == key }.map { entry in
        let criterion = entry.moderation.criterion.isEmpty ? "" : ", \(entry.moderation.criterion)"
        return "\(entry.round), agreed\(criterion): \(entry.moderation.score.short) –"
          + " \(entry.moderation.rationale.sentence) (\(names[entry.person] ?? entry.person))"
      }
  }

  private func foundLines(of key: String) -> [String] {
    found.filter { $0.question == key }.map {
      "\($0.round), \(names[$0.person] ?? $0.person): sub-ask \($0.ask), \($0.words): \($0.place.map { "found in \($0)" } ?? "not found")"
    }
  }

  private func commentLines(of key: String) -> [String] {
    fixes.filter { $0.question == key }.map { fix in
      let note = fix.note.isEmpty ? "" : " (\(fix.note))"
      let quote =
        fix.comment.anchor.quote.isEmpty
        ? "" : " on “\(fix.comment.anchor.wholeQuote.replacing("\n", with: " ").prefix(60))”"
      return "\(fix.round), \(fix.comment.kind.rawValue), \(fix.status.rawValue)\(note):"
        + " \(names[fix.person] ?? fix.person)\(quote): \(fix.comment.text)"
    }
      + praise.filter { $0.question == key }.map {
        "\($0.round), praise: \(names[$0.person] ?? $0.person): \($0.comment.text)"
      }
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  /// A cell that no spreadsheet takes for a formula, in quotes where it has to be.
  private static func cell(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@\t".contains($0) } == true && Double(text) == nil
    let safe = isFormula ? "'" + text : text
    guard safe.contains(where: { ",\"\n\r".contains($0) || $0.isNewline }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}

extension String {
  /// The words with a full stop, where they have no end of their own.
  var sentence: String {
    guard let last = trimmingSpaces().last else { return "" }
    return trimmingSpaces() + (".!?…".contains(last) ? "" : ".")
  }

  /// Whether a person would list this number before the other: 2.9 before 2.10.
  func localizedStandardOrder(_ other: String) -> Bool {
    let numbers = { (text: String) in text.split { !$0.isNumber }.compactMap { Int($0) } }
    let (left, right) = (numbers(self), numbers(other))
    return left == right ? self < other : left.lexicographicallyPrecedes(right)
  }
}

/// The JSON of a review's report.
struct ReviewDocument: Encodable {
  var schema = "fivefold.review/1"
  var bid: String
  var round: String?
  var total: Double?
  var scoredWeight: Double?
  var questions: [Question]
  var scores: [Score]
  var spreads: [Spread]
  var comments: [Comment]
  var found: [Found]

  /// Where a reviewer found the answer to a sub-ask.
  struct Found: Encodable {
    var round: String
    var question: String
    var person: String
    var ask: Int
    var text: String
    /// The part; `nil` for not found.
    var part: String?
  }

  struct Question: Encodable {
    var question: String
    var weight: Double
    var score: Double?
    var points: Double?
    var nextMark: Double
    var fails: Bool
  }

  struct Spread: Encodable {
    var round: String
    var question: String
    /// The highest score less the lowest.
    var spread: Double
  }

  struct Score: Encodable {
    var round: String
    var question: String
    var person: String
    var criterion: String
    var score: Double
    var reason: String
    var lift: String
    var isAgreed: Bool
  }

  struct Comment: Encodable {
    var id: String
    var round: String
    var question: String
    var person: String
    var kind: String
    var severity: String
    var status: String
    var text: String
    var quote: String
    var note: String
  }

  init(_ report: ReviewReport) {
    bid = report.title
    round = report.round
    total = report.projection?.total
    scoredWeight = report.projection?.scoredWeight
    questions = (report.projection?.rows ?? []).map {
      Question(
        question: $0.question, weight: $0.weight, score: $0.score, points: $0.points, nextMark: $0.nextMark,
        fails: $0.fails)
    }
    scores =
      report.scores.map {
        Score(
          round: $0.round, question: $0.question, person: $0.person, criterion: $0.score.criterion,
          score: $0.score.score, reason: $0.score.reason, lift: $0.score.lift, isAgreed: false)
      }
      + report.agreed.map {
        Score(
          round: $0.round, question: $0.question, person: $0.person, criterion: $0.moderation.criterion,
          score: $0.moderation.score, reason: $0.moderation.rationale, lift: "", isAgreed: true)
      }
    spreads = report.spreads.map { Spread(round: $0.round, question: $0.question, spread: $0.spread) }
    found = report.found.map {
      Found(
        round: $0.round, question: $0.question, person: $0.person, ask: $0.ask, text: $0.words, part: $0.place
      )
    }
    comments = report.fixes.map {
      Comment(
        id: $0.comment.id, round: $0.round, question: $0.question, person: $0.person,
        kind: $0.comment.kind.rawValue, severity: $0.comment.severity.rawValue, status: $0.status.rawValue,
        text: $0.comment.text, quote: $0.comment.anchor.wholeQuote, note: $0.note)
    }
    comments += report.praise.map {
      Comment(
        id: $0.comment.id, round: $0.round, question: $0.question, person: $0.person,
        kind: $0.comment.kind.rawValue, severity: "", status: "", text: $0.comment.text,
        quote: $0.comment.anchor.wholeQuote, note: "")
    }
  }
}
