/// Somebody's word that an answer may be submitted as it stood: its words, and the figures they quoted.
package struct SignOff: Hashable, Sendable {
  /// ``Answer/signedFingerprint`` of what was signed.
  package var fingerprint: String
  /// The file in `history/` that holds it; empty when none could be written.
  package var version: String
  package var at: String
  /// What each placeholder of the text stood for.
  package var figures: [SignedFigure]

  package init(fingerprint: String, version: String = "", at: String, figures: [SignedFigure] = []) {
    self.fingerprint = fingerprint
    self.version = version
    self.at = at
    self.figures = figures
  }

  /// A signature of `answer` as it stands, with the figures that `values` give it.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package init(of answer: Answer, values: KPIValues, at: String) {
    self.init(
      fingerprint: answer.signedFingerprint, at: at, figures: answer.quotedFigures(values))
  }

  /// What is no longer as it was signed; `nil` while all of it is.
  ///
  /// A figure that the signature does not hold, as in files written before figures were kept, was not signed.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package func change(to answer: Answer, values: KPIValues) -> SignedChange? {
    let old = Dictionary(figures.map { ($0.name, $0.value) }) { first, _ in first }
    let isOtherText = answer.signedFingerprint != fingerprint
    let changed = answer.quotedFigures(values).filter { figure in
      // In a text that changed, a figure without an old value is one of its new words.
      old[figure.name].map { $0 != figure.value } ?? !isOtherText
    }
    guard isOtherText || !changed.isEmpty else { return nil }
    return SignedChange(
      isOtherText: isOtherText,
      figures: changed.map { .init(name: $0.name, old: old[$0.name], new: $0.value) })
  }
}

/// A figure that a signed text quotes.
package struct SignedFigure: Hashable, Sendable {
  /// What stands between the braces: `flow.referral_to_start@northside`.
  package var name: String
  /// What it is submitted as.
  package var value: String

  package init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}

/// How an answer differs from what was signed.
package struct SignedChange: Hashable, Sendable {
  /// Whether its words are others.
  package var isOtherText: Bool
  /// Figures that are quoted still, and stand for something else.
  package var figures: [Figure]

  /// A figure of then and of now.
  package struct Figure: Hashable, Sendable {
    package var name: String
    /// `nil` when the signature does not hold it.
    package var old: String?
    package var new: String
  }

  /// Whether the signature holds no figure of those that are quoted, as one from before figures were kept.
  package var isUnnoted: Bool { !figures.isEmpty && figures.allSatisfy { $0.old == nil } }

  /// The figures with what they were and are: `flow.referral_to_start was 24 h, is 18 h`.
  package var figureWords: String {
    guard !isUnnoted else { return "its figures were not noted" }
    return figures.map { "\($0.name) \($0.old.map { "was \($0), is" } ?? "was not noted, is") \($0.new)" }
      .joined(separator: "; ")
  }
}

extension Answer {
  /// The words that a sign-off is of: titles and texts of the parts, the plan left out, whose words nobody
  /// submits; placeholders as they are written.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package var signedFingerprint: String {
    var print = Fingerprint()
    for part in parts where part.key != "plan" {
      print.add(part.title ?? "")
      for block in part.blocks where !block.isEmpty {
        switch block.kind {
        case .prose: print.add("p")
        case .bullet(let marker): print.add("b\(marker.level)")
        case .numbered(let marker): print.add("n\(marker.level)")
        case .heading(let level): print.add("h\(level)")
        case .table: print.add("t")
        case .verbatim: print.add("v")
        }
        print.add(block.text)
      }
    }
    return print.description
  }

  /// Each placeholder that is submitted, once, in the order of the text, with what it stands for.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package func quotedFigures(_ values: KPIValues) -> [SignedFigure] {
    var seen: Set<String> = []
    return parts.filter { $0.key != "plan" }.flatMap(\.blocks).filter { $0.kind != .verbatim }
      .flatMap { Placeholder.matches(in: $0.text) }
      .compactMap { match in
        let name = match.inside.trimmingSpaces()
        guard !name.isEmpty, seen.insert(name).inserted else { return nil }
        return SignedFigure(name: name, value: RenderedText("{{\(name)}}", values: values).text)
      }
  }
}
