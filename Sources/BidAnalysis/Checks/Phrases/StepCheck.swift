import BidModel

/// A check that is data and says what an answer does not: the step that a routine lacks, the claim that nothing
/// backs.
///
/// Each block tells which steps its sentences hold; the answer is judged by all of them together, and gets one
/// finding. Words are counted in tens, so that typing does not judge the answer at each key.
///
/// Limitations: a step is known by its words, so one told in other words is missed, and one that is denied
/// counts as said; therefore such a check gives advice.
package struct StepCheck: FactCheck {
  package let about: CheckDescription
  package let good: [CheckExample]
  package let bad: [CheckExample]
  private let message: String
  private let list: StepList
  private let table: PhraseTable
  /// For each phrase of ``table`` what it speaks for.
  private let meanings: [Meaning]
  private let signs: [(sign: StepList.Sign, meaning: Meaning)]

  /// What a phrase or sign speaks for.
  private enum Meaning: Hashable, Sendable {
    case step(Int)
    case occasion, companion, backing
  }

  /// The check that `rule` describes with the steps of `list`.
  ///
  /// - Complexity: O(*n*) in its phrases.
  package init(_ rule: PhraseRule, _ list: StepList) {
    about = rule.about
    good = rule.good.map { CheckExample($0) }
    bad = rule.bad.map { CheckExample($0) }
    message = rule.message
    self.list = list
    var all = list.steps.enumerated().flatMap { number, step in
      step.phrases.map { ($0, Meaning.step(number)) }
    }
    all += list.occasions.map { ($0, .occasion) } + list.companions.map { ($0, .companion) }
    all += list.backing.map { ($0, .backing) }
    signs = all.compactMap { phrase, meaning in StepList.Sign(phrase).map { ($0, meaning) } }
    let plain = all.filter { StepList.Sign($0.0) == nil }
    table = PhraseTable(plain.map(\.0))
    meanings = plain.map(\.1)
  }

  package func facts(in block: CheckedBlock) -> [CheckFact] {
    guard block.isProse || block.block.kind == .table, !block.words.isEmpty else { return [] }
    var values: Set<String> = ["words \((block.words.count + 5) / 10)"]
    var said: Set<Int> = []
    var isBacked = false
    let theme = list.theme.flatMap { block.context.themes.firstIndex(of: $0) }
    let about = block.reading.sentences.count { $0.themes.contains { $0.theme == theme } }
    if about > 0 { values.insert("about \(about)") }
    for (words, sentence) in zip(block.sentenceWords, block.spokenSentences) {
      var held = Set(table.phrases(in: block.words[words]).map { meanings[$0] })
      for (sign, meaning) in signs where sign.stands(in: sentence) { held.insert(meaning) }
      if held.contains(.occasion) { values.insert("occasion") }
      if held.contains(.backing) { isBacked = true }
      let steps = list.steps.indices.filter { held.contains(.step($0)) }
      said.formUnion(steps)
      if list.companions.isEmpty || held.contains(.companion) { values.formUnion(steps.map { "step \($0)" }) }
    }
    if isBacked { values.formUnion(said.map { "backed \($0)" }) }
    // They have no place, so that typing beside the words judges nothing again.
    return values.sorted().map { CheckFact(key: "", value: $0, range: 0..<0, quote: "") }
  }

  package func findings(for key: String, uses: [FactUse], in answer: CheckedAnswer?) -> [Finding] {
    guard let answer else { return [] }
    let values = Set(uses.map(\.fact.value))
    let said = list.steps.indices.filter { values.contains("step \($0)") }
    guard isAsked(answer.question, about: sum(of: "about", in: uses)),
      list.occasions.isEmpty || values.contains("occasion"),
      said.count >= list.leastPresent, !list.startsWithFirst || said.first == 0,
      10 * sum(of: "words", in: uses) >= list.leastWords
    else { return [] }
    let missing =
      list.backing.isEmpty
      ? list.steps.indices.filter { !said.contains($0) } : said.filter { !values.contains("backed \($0)") }
    guard let first = missing.first, missing.count >= list.leastMissing else { return [] }
    let titles = missing.map { list.steps[$0].title }
    let words =
      titles.dropLast().joined(separator: ", ") + (titles.count > 1 ? " and " : "") + titles[titles.count - 1]
    return [
      finding(
        message.replacing("{missing}", with: words),
        fix: about.fix.replacing("{needs}", with: list.steps[first].needs),
        at: Finding.Place(answer: answer.id))
    ]
  }

  /// Sentences about the theme from which a text without a question is taken to be asked for it.
  private static let enoughAboutTheme = 3

  /// Whether the question is one that the check speaks to; a text without a question shows it by itself.
  private func isAsked(_ question: Question, about sentences: Int) -> Bool {
    guard let theme = list.theme else { return true }
    guard question.targetThemes.isEmpty else { return question.targetThemes.contains(theme) }
    return sentences >= Self.enoughAboutTheme
  }

  /// It counts what is there, wherever it stands.
  package var mindsOrder: Bool { false }

  /// The numbers of all facts that begin with `name`.
  private func sum(of name: String, in uses: [FactUse]) -> Int {
    uses.reduce(0) { sum, use in
      let value = use.fact.value
      guard value.utf8.starts(with: name.utf8) else { return sum }
      let rest = value.utf8.dropFirst(name.utf8.count)
      guard rest.first == UInt8(ascii: " ") else { return sum }
      let digits = rest.dropFirst().prefix { $0 != UInt8(ascii: " ") }
      return sum + (Int(Substring(digits)) ?? 0)
    }
  }
}

extension PhraseRule {
  /// The check that the rule describes.
  package var check: any Check { steps.map { StepCheck(self, $0) } ?? PhraseCheck(self) }
}
