import BidAnalysis
import BidModel

extension BidSession {
  /// The questions of the bid and whether anything is written to each.
  var asked: [AskedQuestion] { answers.map(asked) }

  private func asked(_ open: OpenAnswer) -> AskedQuestion {
    let template = template(of: open.answer)
    let counted = open.answer.parts.filter { template.part($0.key)?.isHidden != true }
    return AskedQuestion(
      answer: open.id, question: open.question, isUnwritten: counted.allSatisfy(\.isEmpty))
  }

  /// What the checks that look at no text say of a question: its number, its people, an empty answer, text
  /// without a part.
  ///
  /// - Complexity: O(*n*) in the questions.
  func questionFindings(of id: AnswerID) -> [Finding] {
    guard let open = self[id] else { return [] }
    let one = asked(open)
    let found = [
      QuestionNumberTwice().finding(for: one, among: asked),
      WriterNotInTeam().finding(for: one, team: team.flatMap { [$0.id, $0.name] }),
      NothingWritten().finding(for: one),
    ]
    return checks.weighed(found.compactMap { $0 } + UnplacedText().findings(in: open.answer))
  }

  /// What they say of the bid as a whole.
  var bidFindings: [Finding] {
    guard let path = bidPath, let finding = WeightsNotHundred().finding(asked, path: path) else { return [] }
    return checks.weighed([finding])
  }
}
