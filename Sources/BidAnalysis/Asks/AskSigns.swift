import BidModel

/// What answers a word of a sub-ask without that word: a route upward answers *escalation*, somebody who acts
/// in a rhythm answers *governance*, a time standard answers *how quickly*.
///
/// Limitations: the words are those that buyers ask with most; a sign tells that something of the kind is said, not
/// that it is what was asked.
enum AskSigns {
  /// What a sentence says of itself.
  enum Sign: Hashable, Sendable {
    case signal(Signal)
    /// Somebody who answers in a rhythm, or for actions that are followed.
    case oversight
    /// The theme of that key.
    case theme(String)

    /// Whether `sentence` shows it, where `themes` are the keys of the themes it was read for.
    func stands(in sentence: SentenceReading, themes: [String]) -> Bool {
      let has = { (signal: Signal) in sentence.signals.contains { $0.signal == signal } }
      switch self {
      case .signal(let signal): return has(signal)
      case .oversight: return has(.role) && (has(.cadence) || has(.tracking) || has(.verification))
      case .theme(let key):
        guard let index = themes.firstIndex(of: key) else { return false }
        return sentence.themes.contains { $0.theme == index }
      }
    }
  }

  /// The signs of which any answers `term`, a word in small letters; none for a word that is not known.
  ///
  /// - Complexity: O(*n*) in the words that are known.
  static func signs(of term: String) -> [Sign] {
    answers.filter { words, _ in words.contains { ContentWord.isForm(term, of: $0) } }.flatMap(\.signs)
  }

  private static let answers: [(words: [String], signs: [Sign])] = [
    (["escalation", "disagreement", "dispute", "breach", "conflict"], [.signal(.escalation)]),
    (["governance", "oversight", "accountability", "leadership"], [.oversight]),
    (["quickly", "speed", "timescale", "timeliness", "timely", "frequency", "often"], [.signal(.cadence)]),
    (["tracking", "recorded", "follow-up"], [.signal(.tracking)]),
    (["audit", "verification", "assurance", "checked", "validation"], [.signal(.verification)]),
    (["measure", "measurable", "outcome", "results", "impact", "performance"], [.signal(.measure)]),
    (["responsible", "responsibilities", "roles"], [.signal(.role)]),
    (["partnership", "partners", "integration", "collaboration"], [.theme("integration")]),
    (["prevention", "preventive"], [.theme("prevention")]),
    (["equity", "equality", "inequalities", "inclusion"], [.theme("equity")]),
    (["digital", "interoperability"], [.theme("digital")]),
    (["efficiency", "productivity"], [.theme("value")]),
  ]
}
