/// Things that belong together in an answer, such as *review, act, verify, learn*: a check says which is missing.
///
/// Each is known by phrases, as in ``PhraseRule``, or by a signal or link that the reading found, written
/// `<verification>`; `<result>` is an outcome with a measure that was achieved.
package struct StepList: Hashable, Sendable {
  /// The steps, of which none may be missing.
  package var steps: [Step]
  /// The theme a question must ask for; a text without any target themes must hold half of the steps instead.
  package var theme: String?
  /// Words below which an answer is not judged.
  package var leastWords = 0
  /// How many steps must be there before the others are missed.
  package var leastPresent = 0
  /// How many must be missing before anything is said.
  package var leastMissing = 1
  /// Whether only an answer that has the first step is judged.
  package var startsWithFirst = false
  /// Phrases of which an answer must hold one before anything is asked of it; none asks it of every answer.
  package var occasions: [String] = []
  /// Phrases of which one must stand in the same sentence as a step's; none for steps that stand alone.
  package var companions: [String] = []
  /// Phrases of which one must stand in a paragraph that speaks of the step. Where there are any, a step is
  /// missing when it is said and nothing backs it, and what is not said is not asked for.
  package var backing: [String] = []

  /// One of the things.
  package struct Step: Hashable, Sendable {
    /// What messages call it: *verify*.
    package var title: String
    /// What to write: begins in lower case, without a full stop.
    package var needs: String
    /// Phrases that show the step, as patterns.
    package var phrases: [String]

    package init(title: String, needs: String, phrases: [String]) {
      self.title = title
      self.needs = needs
      self.phrases = phrases
    }
  }

  /// A list of steps.
  package init(_ steps: [Step]) { self.steps = steps }

  /// What a phrase in angle brackets asks of the reading.
  package enum Sign: Hashable, Sendable {
    /// A signal of the reading shows it.
    case signal(Signal)
    /// A link of the chain shows it.
    case link(ChainLink)
    /// An outcome with a measure that was achieved.
    case result

    /// The sign that `phrase` names, if it names one.
    package init?(_ phrase: String) {
      guard phrase.first == "<", phrase.last == ">" else { return nil }
      let name = String(phrase.dropFirst().dropLast())
      if name == "result" {
        self = .result
      } else if let signal = Signal(rawValue: name) {
        self = .signal(signal)
      } else if let link = ChainLink(rawValue: name) {
        self = .link(link)
      } else {
        return nil
      }
    }

    /// Whether `sentence` holds it.
    package func stands(in sentence: SentenceReading) -> Bool {
      switch self {
      case .signal(let signal): sentence.signals.contains { $0.signal == signal }
      case .link(let link): sentence.chain.contains { $0.link == link }
      case .result: sentence.isAchieved && sentence.chain.contains { $0.link == .outcome }
      }
    }
  }
}
