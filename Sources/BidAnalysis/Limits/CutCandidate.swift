import BidLanguage
import BidModel

/// A sentence that could go to bring an answer within its limit, and what it earns where it stands.
package struct CutCandidate: Hashable, Sendable {
  package var block: BlockID
  /// UTF-8 bytes of ``Block/text``.
  package var range: Range<Int>
  /// Title of the part it stands in.
  package var part: String
  /// The words as they are submitted.
  package var text: String
  /// What the words count as.
  package var count: TextCount
  /// A few words each, the weightiest first.
  package var reasons: [String]
  /// A rule of thumb that only orders candidates; lower goes first.
  var worth: Double
}

/// Orders the sentences of an answer by what they earn, the least first.
///
/// A sentence is worth the marks it earns for the themes that the question asks for, the figures and
/// signals it carries, and what it lends to the next sentence; more when it alone holds a mark. A slogan
/// and a repetition are worth less than nothing, and of two that earn alike the longer goes first. One
/// without which a sub-ask is no longer answered, or which says the plan's key message, goes last.
///
/// Limitations: it knows marks, not argument. A sentence that earns no mark may be the one that makes the
/// rest be understood; so it proposes, and a person cuts.
package struct CutList {
  private let coverage: Coverage
  private let targets: Set<Int>
  private let themes: ThemeSet
  private let values: KPIValues
  private let rule: CountRule
  private let asks: AskWords
  private let message: AskWords

  /// - Parameters:
  ///   - coverage: The answer's own.
  ///   - targets: Indices of the themes that the question asks for.
  ///   - asks: The question's sub-asks.
  ///   - keyMessage: What the plan says the answer must bring across; empty for none.
  package init(
    coverage: Coverage, targets: Set<Int>, themes: ThemeSet, values: KPIValues, rule: CountRule,
    asks: AskWords = AskWords([]), keyMessage: String = ""
  ) {
    self.asks = asks
    message = AskWords(keyMessage.isEmpty ? [] : [keyMessage])
    self.coverage = coverage
    self.targets = targets
    self.themes = themes
    self.values = values
    self.rule = rule
  }

  /// The sentences of `answer` that are counted, the one that earns least first.
  ///
  /// - Complexity: O(*s*²) in the number of sentences, some dozens.
  package func candidates(
    in answer: Answer, template: AnswerTemplate, reading: (BlockID) -> BlockReading?
  ) -> [CutCandidate] {
    var found: [CutCandidate] = []
    var seen: [Set<String>] = []
    var stems: [Set<String>] = []
    for part in answer.parts where template.part(part.key)?.isSubmitted != false {
      for block in part.blocks where block.kind != .table && block.kind != .verbatim {
        let sentences = reading(block.id)?.sentences ?? []
        for (index, sentence) in sentences.enumerated() {
          guard let words = block.text.sliceIfWhole(utf8: sentence.range) else { continue }
          let next = index + 1 < sentences.count ? sentences[index + 1] : nil
          let forms = Self.forms(in: words)
          let isRepeat = forms.count >= 5 && seen.contains { Self.isAlike($0, forms) }
          seen.append(forms)
          stems.append(asks.found(in: words))
          let leans = next.map {
            !$0.carried.isEmpty || Self.refersBack(block.text.sliceIfWhole(utf8: $0.range) ?? "")
          }
          found.append(
            candidate(
              sentence, words: words, block: block.id, part: part.title ?? "", isRepeat: isRepeat,
              lends: leans ?? false))
        }
      }
    }
    keep(&found, stems: stems)
    return found.enumerated().sorted { ($0.element.worth, $0.offset) < ($1.element.worth, $1.offset) }
      .map(\.element)
  }

  /// Puts those last without which a sub-ask would no longer be answered, or the key message be said.
  private func keep(_ found: inout [CutCandidate], stems: [Set<String>]) {
    for index in found.indices {
      var others: Set<String> = []
      for (other, own) in stems.enumerated() where other != index { others.formUnion(own) }
      let all = others.union(stems[index])
      var reasons = asks.asks.indices.filter {
        asks.match(of: $0, with: all).isAnswered && !asks.match(of: $0, with: others).isAnswered
      }.map { "answers sub-ask \($0 + 1)" }
      if !message.asks.isEmpty, message.match(of: 0, with: message.found(in: found[index].text)).isAnswered {
        reasons.append("says the key message")
      }
      guard !reasons.isEmpty else { continue }
      found[index].reasons = reasons + found[index].reasons
      found[index].worth += 100
    }
  }

  /// Whether a sentence begins with a word that means something of the one before.
  private static func refersBack(_ sentence: String) -> Bool {
    let first = sentence.drop { !$0.isLetter }.prefix { $0.isLetter }.lowercased()
    return ["this", "that", "these", "those", "it", "its", "they", "their", "such", "both", "he", "she"]
      .contains(first)
  }

  private func candidate(
    _ sentence: SentenceReading, words: String, block: BlockID, part: String, isRepeat: Bool, lends: Bool
  ) -> CutCandidate {
    let rendered = RenderedText(words, values: values)
    let count = TextCount(rendered.text, rule: rule)
    var reasons: [String] = []
    var worth = sentence.themes.reduce(0) { $0 + self.worth(of: $1) }
    worth += 0.5 * Double(sentence.signals.count) + (sentence.isAchieved ? 1 : 0)
    if rendered.runs.contains(where: { $0.chip != nil }) { worth += 1.5 }
    if sentence.isSlogan {
      reasons.append("slogan")
      worth -= 3
    }
    if isRepeat {
      reasons.append("says again what stands above")
      worth = worth * 0.3 - 2
    }
    let sole = soleMarks(of: sentence)
    if !sole.isEmpty {
      reasons.append("alone holds \(sole.joined(separator: ", "))")
      worth += 3 * Double(sole.count)
    }
    reasons.append(earned(by: sentence))
    if lends {
      reasons.insert("the next sentence leans on it", at: 0)
      worth += 1
    }
    if count.words > 30 { reasons.append("long") }
    // Of two that earn alike, the longer saves more.
    worth -= Double(count.words) / 40
    return CutCandidate(
      block: block, range: sentence.range, part: part, text: rendered.text, count: count, reasons: reasons,
      worth: worth)
  }

  private func worth(of hit: ThemeHit) -> Double {
    let marks: [Mark: Double] = [.claimed: 1, .operational: 3, .evidenced: 4, .assured: 3]
    let sum = hit.marks.marks.reduce(0) { $0 + (marks[$1] ?? 0) }
    return targets.contains(hit.theme) ? sum : sum / 4
  }

  private func earned(by sentence: SentenceReading) -> String {
    let marks = sentence.themes.filter { targets.contains($0.theme) }.reduce(MarkSet()) { $0.union($1.marks) }
    if marks == .claimed { return "claims only" }
    if !marks.isEmpty { return marks.marks.map(\.name).joined(separator: ", ") }
    if !sentence.themes.isEmpty { return "only themes that were not asked for" }
    return sentence.signals.isEmpty && sentence.carried.isEmpty ? "earns no mark" : "earns no mark of its own"
  }

  /// Marks of target themes that no other sentence of the answer holds.
  private func soleMarks(of sentence: SentenceReading) -> [String] {
    sentence.themes.filter { targets.contains($0.theme) }.flatMap { hit in
      hit.marks.marks.filter { coverage.sentences($0, of: hit.theme) == 1 }
        .map { "\(themes.themes[hit.theme].title) \($0.name)" }
    }
  }

  private static func forms(in text: String) -> Set<String> {
    var text = text
    return text.withUTF8 { bytes in
      let words = Tokenizer().tokens(in: bytes).map {
        Tokenizer.normalised(UnsafeBufferPointer(rebasing: bytes[$0.range]))
      }
      return Set(words.filter { $0.utf8.count > 3 })
    }
  }

  /// Whether two sentences share at least six in ten of their longer words.
  private static func isAlike(_ left: Set<String>, _ right: Set<String>) -> Bool {
    let shared = left.intersection(right).count
    return shared * 10 >= left.union(right).count * 6 && shared > 0
  }
}
