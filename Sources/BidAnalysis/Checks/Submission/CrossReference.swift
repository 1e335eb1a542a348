import BidModel

/// A reference to another answer of the bid.
///
/// Known by a noun for an answer with a number or with "our" before it, after words that send the reader
/// there. Sections of Acts and questions of surveys are left alone.
///
/// Limitations: a reference without any such words ("the matrix we gave under Safeguarding") is not found.
struct CrossReference: BlockCheck {
  let about = CheckDescription(
    "cross-reference", title: "A reference to another answer",
    why:
      "Most buyers mark each answer by itself, often by different people: what stands elsewhere earns nothing here.",
    fix: "Say here, in a sentence, what the other answer says.", severity: .warning)
  let good: [CheckExample] = [
    "See the person before the pathway.", "People are assessed under section 42 of the Care Act.",
    "We report incidents in Q3 of 2025/26.", "Answers to question 3 of the survey improved in 2025.",
    "As described in the section 75 agreement, the council pays.", "Our response to referrals is quick.",
  ]
  let bad: [CheckExample] = [
    "As described in our answer to Question 2.1, the hub meets daily.", "Please see Q3 for our approach.",
    "Further detail is set out in section 4.2 of this response.",
    "More is given elsewhere in this submission.", "(See our safeguarding answer.)",
    "Details are given under 2.1.",
  ]

  func findings(in block: CheckedBlock) -> [Finding] {
    let words = block.words
    var found: [Finding] = []
    for sentence in block.sentenceWords {
      guard let trigger = sentence.first(where: { Self.triggers.contains(words[$0].lower) }),
        let target = target(after: trigger, in: sentence, of: block)
      else { continue }
      let range = words[trigger].range.lowerBound..<words[target].range.upperBound
      found.append(
        finding("Another answer is referred to: \"\(block.quote(range))\".", at: block.place(range)))
    }
    return found
  }

  /// The last word of what names an answer, after a word that sends the reader there.
  private func target(after trigger: Int, in sentence: Range<Int>, of block: CheckedBlock) -> Int? {
    let words = block.words
    for index in trigger..<min(sentence.upperBound, trigger + 10) {
      let word = words[index].lower
      let next = index + 1 < sentence.upperBound ? words[index + 1] : nil
      if Self.isQuestionNumber(word), !Self.isQuarter(next) { return index }
      if index > trigger, isNumberOfQuestion(at: index, after: trigger, in: block) { return index }
      if word == "elsewhere", sentence.contains(index + 3), Self.bids.contains(words[index + 3].lower) {
        return index + 3
      }
      guard Self.answers.contains(word), index > trigger else { continue }
      if let next, next.kind == .number || Self.isQuestionNumber(next.lower) {
        if isLaw(word, next, at: index + 2, in: sentence, of: block) { return nil }
        return index + 1
      }
      if word == "answer" || word == "response", next?.lower == "to", sentence.contains(index + 2),
        ["question", "q"].contains(words[index + 2].lower) || words[index + 2].kind == .number
          || Self.isQuestionNumber(words[index + 2].lower)
      {
        return sentence.contains(index + 3) && words[index + 3].kind == .number ? index + 3 : index + 2
      }
      // "See our safeguarding answer", but not "see our incident response plan".
      let isOwn = (trigger..<index).contains { ["our", "previous", "earlier"].contains(words[$0].lower) }
      if word == "answer", isOwn, next == nil || next?.joint != .close { return index }
    }
    return nil
  }

  /// Whether a numbered section is one of a law or agreement, or the question one of a survey.
  private func isLaw(
    _ noun: String, _ number: CheckedWord, at next: Int, in sentence: Range<Int>, of block: CheckedBlock
  ) -> Bool {
    if noun == "section", number.text.utf8.allSatisfy({ (48...57).contains($0) }), number.text.utf8.count > 1
    {
      return true
    }
    return (next..<min(next + 5, max(next, sentence.upperBound))).contains {
      Self.laws.contains(block.words[$0].lower)
    }
  }

  /// Whether a bare number is that of a question of the bid, straight after the words that send there.
  private func isNumberOfQuestion(at index: Int, after trigger: Int, in block: CheckedBlock) -> Bool {
    let word = block.words[index]
    guard !word.isQuoted, word.text.contains("."), block.context.questionNumbers.contains(word.text) else {
      return false
    }
    return index == trigger + 1 || ["in", "under", "at", "to"].contains(block.words[index - 1].lower)
  }

  /// `q3`, `q2.1`.
  private static func isQuestionNumber(_ word: String) -> Bool {
    word.utf8.first == UInt8(ascii: "q") && word.utf8.count > 1
      && word.utf8.dropFirst().allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ".") }
  }

  /// Whether what follows `Q3` makes it a quarter.
  private static func isQuarter(_ next: CheckedWord?) -> Bool {
    guard let next else { return false }
    return next.kind == .year || next.kind == .number || ["of", "to", "and"].contains(next.lower)
  }

  private static let triggers: Set<String> = [
    "see", "refer", "described", "outlined", "detailed", "explained", "set", "stated", "noted", "given",
    "mentioned", "covered", "referenced", "discussed",
  ]
  private static let answers: Set<String> = ["question", "answer", "response", "section"]
  private static let bids: Set<String> = ["submission", "bid", "tender", "response", "proposal"]
  private static let laws: Set<String> = [
    "act", "agreement", "enquiry", "enquiries", "survey", "questionnaire", "aftercare", "leave", "order",
    "audit", "strategy", "plan", "contract", "specification", "policy", "framework",
  ]
}
