import BidModel

/// A thing the question asks for whose words are nowhere in the answer, or hardly.
///
/// The words that carry the sub-ask are looked for in any form; when none is there it is unanswered, when
/// fewer than half are it is thin.
///
/// Limitations: an answer in other words than the question's is not known for one, so this is never an
/// error; and words alone do not make an answer.
struct SubAskUnanswered: FactCheck {
  let about = CheckDescription(
    "sub-ask-unanswered", title: "A sub-ask that is not answered, or thinly",
    why: "What is asked for and not found scores nothing, however good the rest is.",
    fix: "Answer it in the question's own words.", severity: .warning, scope: .answer)
  let good: [CheckExample] = [
    CheckExample(
      "Each referral is triaged by a nurse within 2 hours.", question: question("Referral and triage")),
    CheckExample("They escalate at once to the on-call lead.", question: question("Escalation")),
    CheckExample("Short.", question: question("Escalation")),
  ]
  let bad: [CheckExample] = [
    CheckExample("Each referral is seen by a nurse within 2 hours.", question: question("Escalation")),
    CheckExample(
      "Each referral is seen by a nurse within 2 hours.",
      question: question("Escalation and settling disagreements about referral")),
  ]

  private static func question(_ ask: String) -> Question {
    var question = Question()
    question.subAsks = [ask]
    return question
  }

  func keys(of question: Question) -> [String] { question.subAsks }

  func facts(in block: CheckedBlock) -> [CheckFact] {
    guard !block.question.subAsks.isEmpty, block.words.count >= 5 else { return [] }
    let whole = 0..<block.bytes.count
    return block.question.subAsks.flatMap { ask -> [CheckFact] in
      // One fact says that there is text at all; the others which words of the sub-ask it has.
      var facts = [CheckFact(key: ask, value: "", range: 0..<0, quote: "")]
      for term in ContentWord.words(of: ask)
      where block.words.contains(where: { ContentWord.isForm($0.lower, of: term) }) {
        facts.append(CheckFact(key: ask, value: term, range: whole, quote: ""))
      }
      return facts
    }
  }

  func findings(for key: String, uses: [FactUse], in answer: CheckedAnswer?) -> [Finding] {
    let terms = ContentWord.words(of: key)
    guard let answer, !uses.isEmpty, !terms.isEmpty, answer.question.subAsks.contains(key) else { return [] }
    let found = Set(uses.map(\.fact.value))
    let missing = terms.filter { !found.contains($0) }
    let place = Finding.Place(answer: answer.id)
    if missing.count == terms.count {
      // One word alone is too little to be sure.
      let severity: Severity = terms.count == 1 ? .advice : .warning
      return [finding("Nothing here answers \"\(key)\".", severity: severity, at: place)]
    }
    guard missing.count * 2 > terms.count else { return [] }
    return [
      finding(
        "\"\(key)\" is answered thinly: nothing is said of \(missing.joined(separator: ", ")).",
        severity: .advice, at: place)
    ]
  }
}
