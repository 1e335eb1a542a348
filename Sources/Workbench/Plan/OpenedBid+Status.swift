import BidModel
import Foundation
import Screen

/// What `fivefold status` prints.
extension OpenedBid {
  /// One line a question, the worst first: state, weight, count, people and what is missing.
  package mutating func statusReport() -> String {
    var lines: [String] = []
    if !session.heading.line.isEmpty { lines.append(session.heading.line) }
    if let closes = session.heading.closes {
      let left = session.secondsNow().flatMap { closes.left(at: $0) }
      lines.append("Deadline \(closes.words)" + (left.map { " (\($0))" } ?? ""))
    }
    let named = Set(named)
    for (index, gaps) in session.worstFirst() where named.contains(index) {
      let answer = session.answers[index]
      let weight = answer.question.weight.map { "\(Int($0))%" } ?? ""
      let count = session.countText(session.count(ofAnswerAt: index), of: answer)
      lines.append(
        (TextWidth.pad(answer.name, columns: 34) + " "
          + TextWidth.pad(answer.question.state.rawValue, columns: 11) + " "
          + TextWidth.pad(weight, columns: 4, alignment: .trailing) + "  "
          + TextWidth.pad(count, columns: 24) + " "
          + TextWidth.pad(answer.question.writer ?? "no writer", columns: 10) + " "
          + TextWidth.pad(answer.question.due ?? "", columns: 10) + "  "
          + gaps.words.joined(separator: "; "))
          .withoutSpacesAtEnd)
    }
    for problem in session.problems { lines.append("! \(problem.message) \(problem.fix)") }
    return lines.joined(separator: "\n")
  }

  /// The same as JSON: a schema name, the deadline, then an object a question, the worst first.
  ///
  /// - Throws: ``JSONRefusal``, for a value that JSON has no form of.
  package mutating func statusJSON() throws(JSONRefusal) -> String {
    let closes = session.heading.closes
    let named = Set(named)
    let questions = session.worstFirst().filter { named.contains($0.index) }.map { index, gaps in
      StatusDocument.Question(session.answers[index], session.count(ofAnswerAt: index), gaps)
    }
    let report = StatusDocument(
      schema: "fivefold.status/1", bid: session.heading.line, deadline: closes?.words,
      secondsLeft: closes?.instant.flatMap { instant in session.secondsNow().map { instant - $0 } },
      questions: questions)
    return try JSONText.of(report)
  }
}

/// The JSON that `fivefold status` prints.
struct StatusDocument: Encodable {
  var schema: String
  var bid: String
  var deadline: String?
  var secondsLeft: Int?
  var questions: [Question]

  struct Question: Encodable {
    var path: String
    var number: String
    var title: String
    var state: String
    var weight: Double?
    var words: Int
    var characters: Int
    var limit: String?
    var writer: String?
    var due: String?
    var missing: [String]

    init(_ answer: OpenAnswer, _ count: AnswerCount, _ gaps: AnswerGaps) {
      path = answer.id.path
      number = answer.question.number
      title = answer.question.title
      state = answer.question.state.rawValue
      weight = answer.question.weight
      words = count.total.words
      characters = count.total.characters
      limit = answer.question.limit.map { $0.unit.phrase($0.amount) }
      writer = answer.question.writer
      due = answer.question.due
      missing = gaps.words
    }
  }
}
