import BidModel

/// What an answer still lacks: the last column of the Thursday view, and the outline's order by gap.
package struct AnswerGaps: Hashable, Sendable {
  /// Days past the day it was due, for an answer that is not signed.
  var daysOverdue = 0
  var hasNoWriter = false
  /// Words or characters over the limit, in ``unit``.
  var over = 0
  var unit = CountUnit.words
  /// Whether no counted part holds a word.
  var isUnwritten = false
  /// Titles of the counted parts that hold nothing.
  var emptyParts: [String] = []
  /// Placeholders as they stand between the braces.
  var emptyKPIs: [String] = []
  var unknownKPIs: [String] = []
  var staleKPIs: [String] = []
  /// Target themes that lack *operational* or *evidenced*, in the order of the theme set.
  var themes: [ThemeGap] = []

  /// A target theme and which of the two marks it lacks.
  struct ThemeGap: Hashable, Sendable {
    var key: String
    var missing: [Mark]
  }

  /// Whether nothing is missing.
  package var isEmpty: Bool { self == AnswerGaps(unit: unit) }

  /// How bad it is: what stops a submission weighs most, what costs marks next.
  ///
  /// A rule of thumb that only orders lists and is never shown as a figure.
  var rank: Int {
    let placeholders = 3 * (unknownKPIs.count + emptyKPIs.count) + staleKPIs.count
    let marks = themes.reduce(0) { $0 + 2 * $1.missing.count }
    return (daysOverdue > 0 ? 10 : 0) + (over > 0 ? 8 : 0) + (hasNoWriter ? 5 : 0)
      + 4 * emptyParts.count + placeholders + marks
  }

  /// What is missing, a few words each, what stops a submission first.
  package var words: [String] {
    var words: [String] = []
    if daysOverdue > 0 { words.append("overdue \(daysOverdue) \(daysOverdue == 1 ? "day" : "days")") }
    if over > 0 { words.append("\(unit.phrase(over)) over") }
    if hasNoWriter { words.append("no writer") }
    if isUnwritten {
      words.append("nothing written")
    } else if !emptyParts.isEmpty {
      words.append("empty: \(emptyParts.joined(separator: ", "))")
    }
    for (kpis, what) in [(unknownKPIs, "unknown"), (emptyKPIs, "to fill"), (staleKPIs, "stale")]
    where !kpis.isEmpty {
      words.append("KPI \(what): \(kpis.joined(separator: ", "))")
    }
    words += themes.map { gap in
      "\(gap.key): not \(gap.missing.map(\.name).joined(separator: " or "))"
    }
    return words
  }
}

extension BidSession {
  /// What the answer at `index` lacks today.
  ///
  /// - Complexity: O(*b*) in its blocks, plus counting what changed.
  package mutating func gaps(ofAnswerAt index: Int) -> AnswerGaps {
    let answer = answers[index]
    var gaps = AnswerGaps()
    if let due = answer.question.due.flatMap({ Day($0) }), let today = Day(values.today),
      answer.question.state != .signed
    {
      gaps.daysOverdue = max(0, today.number - due.number)
    }
    gaps.hasNoWriter = answer.question.writer == nil
    if let limit = answer.question.limit {
      gaps.unit = limit.unit
      gaps.over = max(0, count(ofAnswerAt: index).total[limit.unit] - limit.amount)
    }
    let template = template(of: answer.answer)
    gaps.emptyParts = answer.answer.parts.filter {
      $0.isEmpty && template.part($0.key).map { !$0.isHidden && !$0.isOptional } ?? false
    }.compactMap(\.title)
    gaps.isUnwritten = answer.answer.parts.allSatisfy {
      template.part($0.key)?.isHidden == true || $0.isEmpty
    }
    gaps.emptyParts += answer.answer.missingParts(of: template).filter { !$0.isHidden }.map(\.title)
    noteKPIs(of: answer, in: &gaps)
    let coverage = readings.coverage(of: answer.id)
    for theme in targets(of: answer).sorted() {
      let missing = [Mark.operational, .evidenced].filter { coverage.sentences($0, of: theme) == 0 }
      guard !missing.isEmpty else { continue }
      gaps.themes.append(.init(key: themes.themes[theme].key, missing: missing))
    }
    return gaps
  }

  private func noteKPIs(of answer: OpenAnswer, in gaps: inout AnswerGaps) {
    var seen: Set<Placeholder> = []
    let template = template(of: answer.answer)
    for part in answer.answer.parts where template.part(part.key)?.isHidden != true {
      for block in part.blocks {
        for match in quotes.matches(of: block.id, in: answer.id) {
          guard let placeholder = match.placeholder else {
            gaps.unknownKPIs.append(match.inside)
            continue
          }
          guard seen.insert(placeholder).inserted else { continue }
          switch values.status(of: placeholder) {
          case .filled: break
          case .stale: gaps.staleKPIs.append(placeholder.description)
          case .empty: gaps.emptyKPIs.append(placeholder.description)
          case .unknown: gaps.unknownKPIs.append(placeholder.description)
          }
        }
      }
    }
  }
}
