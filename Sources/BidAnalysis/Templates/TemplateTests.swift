import BidModel

/// The sentences that a template file holds itself against, tried.
package struct TemplateTests: Hashable, Sendable {
  /// One sentence.
  package struct Result: Hashable, Sendable {
    package var sentence: String
    /// What the file says of it: `holds equity`.
    package var expected: String
    /// What was read: `prevention, value`, or nothing.
    package var found: String
    package var isPassed: Bool
  }

  package var results: [Result] = []

  /// The sentences of a theme set: each theme's `holds` and `lacks`.
  ///
  /// - Complexity: O(*n*) in the length of the sentences, with the compiling of the patterns.
  package init(_ themes: ThemeSet, signals: SignalLexicon) {
    let reader = BlockReader(themes: themes, signals: signals)
    for (index, theme) in themes.themes.enumerated() {
      for (sentences, isHeld) in [(theme.holds, true), (theme.lacks, false)] {
        for sentence in sentences {
          let hits = reader.readWhole(sentence).sentences.flatMap(\.themes)
          let found = Set(hits.map(\.theme))
          results.append(
            Result(
              sentence: sentence, expected: "\(isHeld ? "holds" : "lacks") \(theme.key)",
              found: found.sorted().map { themes.themes[$0].key }.joined(separator: ", "),
              isPassed: found.contains(index) == isHeld))
        }
      }
    }
  }

  /// The sentences of a signal file: each holds exactly the signals it says.
  ///
  /// - Complexity: O(*n*) in the length of the sentences, with the compiling of the patterns.
  package init(_ signals: SignalLexicon, themes: ThemeSet) {
    let reader = BlockReader(themes: themes, signals: signals)
    let names = { (set: Set<Signal>) in set.map(\.rawValue).sorted().joined(separator: ", ") }
    results = signals.tests.map { test in
      let found = Set(reader.readWhole(test.sentence).sentences.flatMap(\.signals).map(\.signal))
      return Result(
        sentence: test.sentence,
        expected: "holds \(test.signals.isEmpty ? "no signal" : names(test.signals))",
        found: names(found), isPassed: found == test.signals)
    }
  }

  /// The texts of a check: `bad` ones set it off, `good` ones do not. Each is an answer of its own.
  ///
  /// - Parameter reader: What reads them, for a check whose steps ask for signals.
  /// - Complexity: O(*n*) in the length of the texts.
  package init(_ rule: PhraseRule, reader: BlockReader) {
    let checks = Checks([rule.check], context: CheckContext(themes: reader.themes))
    for (sentences, isBad) in [(rule.bad, true), (rule.good, false)] {
      for sentence in sentences {
        let found = checks.findings(in: sentence, reader: reader)
        results.append(
          Result(
            sentence: sentence, expected: isBad ? "bad: sets it off" : "good: does not set it off",
            found: found.isEmpty ? "" : "set off", isPassed: found.isEmpty != isBad))
      }
    }
  }

  /// How many passed.
  package var passed: Int { results.count(where: \.isPassed) }
  package var failures: [Result] { results.filter { !$0.isPassed } }
}

extension BlockReader {
  /// Reads a paragraph that quotes no KPI.
  fileprivate func readWhole(_ text: String) -> BlockReading {
    read(RenderedText(text, values: KPIValues()), kind: .prose)
  }
}

extension Checks {
  /// What the checks say of a text that is an answer of its own, its paragraphs parted by empty lines.
  fileprivate func findings(in text: String, reader: BlockReader) -> [Finding] {
    let id = AnswerID("test")
    let blocks = text.split(separator: "\n\n").enumerated().map { number, text in
      Block(id: BlockID(number + 1), kind: .prose, text: String(text))
    }
    let answer = Answer(id: id, parts: [Part(id: PartID(1), title: nil, blocks: blocks)])
    var index = FactIndex()
    var found: [Finding] = []
    for block in blocks {
      let rendered = RenderedText(block.text, values: KPIValues())
      let result = read(
        CheckedBlock(
          block, rendered: rendered, reading: reader.read(rendered, kind: .prose),
          place: Finding.Place(answer: id), values: KPIValues(), context: context))
      found += result.findings
      index.set(result.facts, for: block.id, in: id)
    }
    index.refresh(self, answers: [FactIndex.Judged(answer, question: Question(), name: "the test")])
    return found + index.findings(of: id)
  }
}

extension TemplateTests.Result {
  /// The failure as one sentence.
  package var sentenceOfFailure: String {
    "\(expected), but \(found.isEmpty ? "nothing was found" : "found \(found)"): “\(sentence)”"
  }
}
