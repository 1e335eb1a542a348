import BidModel

/// A thing the question asks for whose words are nowhere in the answer, or hardly.
///
/// The words that carry the sub-ask are looked for in any form, those that stand in every answer only when
/// it has no others; acronyms stand for their words, and what a sentence does stands for the word that asks for it
/// (``AskSigns``): a route upward for *escalation*. When nothing is there it is unanswered, when fewer than
/// half of the words are it is thin. A sub-ask of one word, or of words that no sign is known for, may be answered
/// in other words: that is told as advice.
///
/// Limitations: an answer in other words than the question's is known by its signs alone, so this is never an
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
    CheckExample(
      "If we cannot agree by noon, the sister tells the Director, who reports to the Place Board every month.",
      question: question("Governance and escalation")),
    CheckExample(
      "A nurse visits within two hours of the call.", question: question("What is done, and how quickly")),
    CheckExample(
      "The MDT meets at the hub every Tuesday.", question: question("Multidisciplinary working")),
  ]
  let bad: [CheckExample] = [
    CheckExample("Each referral is seen by a nurse within 2 hours.", question: question("Escalation")),
    CheckExample(
      "Each referral is seen by a nurse within 2 hours.",
      question: question("Escalation and settling disagreements about referral")),
    CheckExample(
      "Each service sends people home with information before noon.",
      question: question("Consent before sharing information")),
  ]

  private static func question(_ ask: String) -> Question {
    var question = Question()
    question.subAsks = [ask]
    return question
  }

  func keys(of question: Question) -> [String] { question.subAsks }

  func facts(in block: CheckedBlock) -> [CheckFact] {
    guard !block.question.subAsks.isEmpty, block.words.count >= 5 else { return [] }
    let unfolded = block.words.flatMap { block.context.acronyms.words(of: $0.text) ?? [] }
    let words = block.words.map(\.lower) + unfolded
    return block.question.subAsks.flatMap { ask -> [CheckFact] in
      // One fact says that there is text at all; the others which words of the sub-ask it has. They have no
      // place, so that typing beside those words judges nothing again.
      var facts = [CheckFact(key: ask, value: "", range: 0..<0, quote: "")]
      for term in Self.terms(of: ask, block.context.acronyms)
      where words.contains(where: { ContentWord.isForm($0, of: term) }) || Self.isShown(term, in: block) {
        facts.append(CheckFact(key: ask, value: term, range: 0..<0, quote: ""))
      }
      return facts
    }
  }

  /// Whether a sentence does what the word `term` asks for.
  private static func isShown(_ term: String, in block: CheckedBlock) -> Bool {
    let signs = AskSigns.signs(of: term)
    return !signs.isEmpty
      && block.reading.sentences.contains { sentence in
        signs.contains { $0.stands(in: sentence, themes: block.context.themes) }
      }
  }

  /// The words that a sub-ask is known by.
  private static func terms(of ask: String, _ acronyms: AcronymWords) -> [String] {
    var unfolded = ask
    for word in Set(ask.split { !($0.isLetter || $0.isNumber) }) {
      if let words = acronyms.words(of: word) {
        unfolded = unfolded.replacing(word, with: words.joined(separator: " "))
      }
    }
    return AskWords.rarer(ContentWord.words(of: unfolded))
  }

  func findings(for key: String, uses: [FactUse], in answer: CheckedAnswer?) -> [Finding] {
    guard let answer else { return [] }
    let terms = Self.terms(of: key, answer.context.acronyms)
    guard !uses.isEmpty, !terms.isEmpty, answer.question.subAsks.contains(key) else { return [] }
    let found = Set(uses.map(\.fact.value))
    let missing = terms.filter { !found.contains($0) }
    let place = Finding.Place(answer: answer.id)
    let rare = terms.filter(AskWords.isRare)
    if missing.count == terms.count || !rare.isEmpty && rare.allSatisfy(missing.contains) {
      // One word alone, or words that only themselves stand for, are too little to be sure.
      let isSure = terms.count > 1 && terms.contains { !AskSigns.signs(of: $0).isEmpty }
      guard isSure else {
        return [
          finding(
            "No words of \"\(key)\" stand here.",
            fix: "If it is answered, say it in the buyer's words; if not, answer it.", severity: .advice,
            at: place)
        ]
      }
      return [finding("Nothing here answers \"\(key)\".", severity: .warning, at: place)]
    }
    guard missing.count * 2 > terms.count else { return [] }
    return [
      finding(
        "\"\(key)\" is answered thinly: nothing is said of \(missing.joined(separator: ", ")).",
        severity: .advice, at: place)
    ]
  }
}
