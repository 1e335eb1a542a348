/// A statement about a measure, with the figures that make it.
package struct NumberClaim: Hashable, Sendable {
  package var metric = Metric()
  /// Where the measure stood before.
  package var from: Figure?
  /// Where it stands now: after a change, or simply.
  package var to: Figure?
  /// By how much it changed, each time this is said.
  package var changes: [Change] = []
  /// The part of a whole, and the whole: 42 of 50.
  package var part: Figure?
  package var whole: Figure?
  /// Parts that exclude each other and make up the whole: "comprising 30 adults and 20 children".
  package var parts: [Figure] = []
  /// What it is set against: "compared with 15.3%", "against a target of 1,200".
  package var comparator: Figure?
  /// The verb of result that a count stands by: "completed", "received".
  package var verb = ""
  /// The direction of the word that governs the figures.
  package var direction: Direction?
  /// UTF-8 bytes of that word.
  package var directionSpan: Range<Int>?
  /// Whether the word that governs the figures says that it got better or worse.
  package var verdict: Verdict?
  /// UTF-8 bytes of that word.
  package var verdictSpan: Range<Int>?
  package var status = Status.achieved
  /// The date words of the claim in order, in lower case; empty when no time is given.
  package var period: [String] = []
  /// Places and organisations the sentence names, in order of the alphabet.
  package var scope: [String] = []
  /// "did not fall", "not": what is said is denied.
  package var isDenied = false
  /// It tells of an earlier state: "previously", "at baseline".
  package var isEarlier = false
  /// UTF-8 bytes of the sentence.
  package var sentence: Range<Int> = 0..<0

  /// The words that say what is measured.
  package struct Metric: Hashable, Sendable {
    /// UTF-8 bytes of the text read; empty when none was found.
    package var span: Range<Int> = 0..<0
    /// Stems of the words that carry meaning, in order of the alphabet, each once.
    package var stems: [String] = []
    /// The way that is better, where the head of the words is a measure that everybody judges alike.
    package var betters: Direction?
  }

  /// How far a measure moved.
  package struct Change: Hashable, Sendable {
    package var figure: Figure
    package var direction: Direction?
    package var directionSpan: Range<Int>?
  }

  /// Which way a measure moved.
  package enum Direction: String, Hashable, Sendable {
    case rise, fall
  }

  /// What is said of a movement without its way: "improved", "deteriorated".
  package enum Verdict: String, Hashable, Sendable {
    case better, worse
  }

  /// Whether it has happened.
  package enum Status: String, Hashable, Sendable {
    case achieved, target
  }

  /// The unit of the claim: of where it stands, else of where it stood, else of the change.
  package var unit: NumberUnit {
    if to != nil || from != nil { return to?.unit ?? from?.unit ?? .count }
    return changes.first?.figure.unit ?? .count
  }

  /// Every figure of the claim.
  package var figures: [Figure] {
    [from, to, part, whole, comparator].compactMap(\.self) + changes.map(\.figure) + parts
  }
}

/// What was read of the numbers of a text.
package struct NumberReading: Hashable, Sendable {
  package var mentions: [NumberMention] = []
  package var claims: [NumberClaim] = []

  package init() {}

  /// How far the numbers were followed.
  package var tally: Tally {
    Tally(
      seen: mentions.count, understood: mentions.count { $0.kind != .unclear },
      checked: mentions.count { $0.isChecked })
  }

  /// Counts of numbers: seen, understood, set against another.
  package struct Tally: Hashable, Sendable {
    package var seen = 0
    package var understood = 0
    package var checked = 0

    package init(seen: Int = 0, understood: Int = 0, checked: Int = 0) {
      self.seen = seen
      self.understood = understood
      self.checked = checked
    }

    /// Both taken together.
    package static func + (left: Tally, right: Tally) -> Tally {
      Tally(
        seen: left.seen + right.seen, understood: left.understood + right.understood,
        checked: left.checked + right.checked)
    }
  }
}
