import BidModel
import Foundation
import Screen

/// What the commands outside the terminal print.
extension OpenedBid {
  /// Each answer's count by the bid's rule, part by part, and whether all fit their limits.
  package mutating func countReport() -> (text: String, fits: Bool) {
    var lines = ["Counted by: \(session.rule.title)"]
    var fits = true
    for index in named {
      let answer = session.answers[index]
      let count = session.count(ofAnswerAt: index)
      lines.append(TextWidth.pad(answer.name, columns: 34) + " " + session.countText(count, of: answer))
      for (part, own) in zip(answer.answer.parts, count.parts) where part.title != nil && own.words > 0 {
        lines.append(
          "  " + TextWidth.pad(part.title ?? "", columns: 32) + " " + own.phrase)
      }
      if let limit = answer.question.limit, count.total[limit.unit] > limit.amount { fits = false }
    }
    return (lines.joined(separator: "\n"), fits)
  }

  /// Every KPI that is quoted, how it stands, and where; and whether all are filled and in date.
  package func kpiReport() -> (text: String, isComplete: Bool) {
    var uses: [Placeholder: [String]] = [:]
    for answer in named.map({ session.answers[$0] }) {
      for part in answer.answer.parts {
        for block in part.blocks {
          for match in Placeholder.matches(in: block.text) {
            guard let placeholder = match.placeholder else { continue }
            uses[placeholder, default: []].append("\(answer.name), \(part.title ?? "")")
          }
        }
      }
    }
    let rows = uses.sorted { $0.key.description < $1.key.description }.map { placeholder, places in
      (standing: KPIStanding(of: placeholder, in: session.values), placeholder: placeholder, places: places)
    }
    let lines = rows.map { row in
      let unique = row.places.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      return TextWidth.pad("{{\(row.placeholder)}}", columns: 44) + " "
        + TextWidth.pad("\(row.standing.sign) \(row.standing.words)", columns: 30) + " "
        + unique.joined(separator: "; ")
    }
    let isComplete = rows.allSatisfy(\.standing.isComplete)
    return (lines.isEmpty ? "No KPI is quoted." : lines.joined(separator: "\n"), isComplete)
  }

  /// Each answer's themes with their marks and the sentences that earn them.
  package func coverageReport() -> String {
    var lines: [String] = []
    for answer in named.map({ session.answers[$0] }) {
      lines.append(answer.name)
      let coverage = session.readings.coverage(of: answer.id)
      let targets = session.targets(of: answer)
      for (index, theme) in session.themes.themes.enumerated() {
        let marks = coverage.marks(of: index)
        let note = targets.contains(index) ? (marks.isEmpty ? "target, nothing yet" : "target") : ""
        let names = marks.marks.map { "\($0.name) \(coverage.sentences($0, of: index))" }.joined(
          separator: ", ")
        lines.append(
          ("  " + TextWidth.pad(theme.title, columns: 34) + " " + TextWidth.pad(names, columns: 60) + " "
            + note)
            .withoutSpacesAtEnd)
      }
      lines.append("  " + TextWidth.pad("Activity, output, outcome", columns: 34) + " " + coverage.chainWords)
    }
    return lines.joined(separator: "\n")
  }

  /// The same as JSON: a schema name, then an object an answer.
  package func coverageJSON() -> String {
    let report = CoverageDocument(
      schema: "fivefold.coverage/1",
      answers: named.map { CoverageDocument.Answer(session.answers[$0], in: session) })
    return (try? JSONText.of(report)) ?? "{}"
  }
}

/// The JSON that `fivefold coverage` prints.
struct CoverageDocument: Encodable {
  var schema: String
  var answers: [Answer]

  struct Answer: Encodable {
    var path: String
    var question: String
    var title: String
    var themes: [Theme]
    var chain: Chain
  }

  /// How many sentences show each link, and the links that none shows.
  struct Chain: Encodable {
    var activity: Int
    var output: Int
    var outcome: Int
    var missing: [String]
  }

  struct Theme: Encodable {
    var key: String
    var isTarget: Bool
    var marks: [String]
    var sentences: [Sentence]
  }

  struct Sentence: Encodable {
    var text: String
    var part: String?
    var marks: [String]
    var signals: [String]
  }
}

extension CoverageDocument.Answer {
  init(_ answer: OpenAnswer, in session: BidSession) {
    let coverage = session.readings.coverage(of: answer.id)
    let targets = session.targets(of: answer)
    self.init(
      path: answer.id.path, question: answer.question.number, title: answer.question.title,
      themes: session.themes.themes.enumerated().map { index, theme in
        CoverageDocument.Theme(
          key: theme.key, isTarget: targets.contains(index),
          marks: coverage.marks(of: index).marks.map(\.name),
          sentences: Self.sentences(of: index, in: answer, session: session))
      },
      chain: CoverageDocument.Chain(
        activity: coverage.sentences(.activity), output: coverage.sentences(.output),
        outcome: coverage.sentences(.outcome), missing: coverage.missingLinks.map(\.rawValue)))
  }

  private static func sentences(
    of theme: Int, in answer: OpenAnswer, session: BidSession
  ) -> [CoverageDocument.Sentence] {
    answer.answer.parts.flatMap { part in
      part.blocks.flatMap { block -> [CoverageDocument.Sentence] in
        (session.readings.reading(of: block.id, in: answer.id)?.sentences ?? []).compactMap { sentence in
          guard let hit = sentence.themes.first(where: { $0.theme == theme }) else { return nil }
          let text = block.text.prefix(utf8: sentence.range.upperBound).suffix(
            utf8From: sentence.range.lowerBound)
          return CoverageDocument.Sentence(
            text: text, part: part.title, marks: hit.marks.marks.map(\.name),
            signals: (sentence.signals + sentence.carried).map(\.signal.rawValue))
        }
      }
    }
  }
}

extension BidSession {
  /// A count with its limit, such as `412/750 words`.
  func countText(_ count: AnswerCount, of answer: OpenAnswer) -> String {
    guard let limit = answer.question.limit else {
      return rule.defaultUnit.phrase(count.total[rule.defaultUnit])
    }
    let over = count.total[limit.unit] - limit.amount
    return "\(count.total[limit.unit])/\(limit.unit.phrase(limit.amount))"
      + (over > 0 ? " (\(over) over)" : "")
  }
}

extension Coverage {
  /// How many sentences show each link of the chain: *activity 12, output 3; no outcome*.
  var chainWords: String {
    let there = ChainLink.allCases.filter { sentences($0) > 0 }.map { "\($0.rawValue) \(sentences($0))" }
    let missing = missingLinks.map { "no \($0.rawValue)" }
    if there.isEmpty { return "nothing yet" }
    return there.joined(separator: ", ") + (missing.isEmpty ? "" : "; " + missing.joined(separator: ", "))
  }
}

extension String {
  /// The text without the spaces at its end.
  var withoutSpacesAtEnd: String {
    var text = Substring(self)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
