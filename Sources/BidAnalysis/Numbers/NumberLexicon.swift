/// The English words that matter beside numbers, by what they can mean.
///
/// Limitations: British English of bids; a word that is not here is taken for part of a measure's name.
enum NumberLexicon {
  /// What is known of one word.
  struct Entry: Hashable, Sendable {
    var tags: WordTags = []
    /// Of a number word; of a fraction its denominator; of a factor the factor.
    var value = 0.0
    var unit: NumberUnit?
  }

  /// What is known of `word`.
  static func entry(_ word: PackedWord) -> Entry? { table[word] }

  /// The unit of time or money written as `name`.
  static func unit(named name: String) -> NumberUnit? { table[PackedWord(name[...])]?.unit }

  private static let table: [PackedWord: Entry] = {
    var table: [PackedWord: Entry] = [:]
    for (tags, words) in lists {
      for word in words.split(separator: " ") {
        table[PackedWord(word), default: Entry()].tags.formUnion(tags)
      }
    }
    for (tags, words) in values {
      for pair in words.split(separator: " ") {
        let halves = pair.split(separator: "=")
        guard halves.count == 2, let value = Double(halves[1]) else { continue }
        table[PackedWord(halves[0]), default: Entry()].tags.formUnion(tags)
        table[PackedWord(halves[0]), default: Entry()].value = value
      }
    }
    for (unit, words) in units {
      for word in words.split(separator: " ") {
        table[PackedWord(word), default: Entry()].tags.insert(.unit)
        table[PackedWord(word), default: Entry()].unit = unit
      }
    }
    return table
  }()

  private static let values: [(WordTags, String)] = [
    (
      .cardinal,
      "zero=0 nil=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11"
    ),
    (
      .cardinal,
      "twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19"
    ),
    (
      [.cardinal, .tens],
      "twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90"
    ),
    (.multiplier, "hundred=100 thousand=1000 million=1000000 billion=1000000000 dozen=12 bn=1000000000"),
    (.fraction, "third=3 thirds=3 quarter=4 quarters=4 fifth=5 fifths=5 sixth=6 eighth=8 tenth=10 tenths=10"),
    ([.fraction, .half], "half=2 halves=2"),
    (.multiple, "twice=2 thrice=3"),
    (.fold, "twofold=2 threefold=3 fourfold=4 fivefold=5 sixfold=6 sevenfold=7 eightfold=8 tenfold=10"),
    ([.factorVerb, .fall], "halved=0.5 halving=0.5 halve=0.5 halves=0.5"),
    (
      [.factorVerb, .rise], "doubled=2 doubling=2 double=2 tripled=3 tripling=3 triple=3 trebled=3 trebling=3"
    ),
    ([.factorVerb, .rise], "treble=3 quadrupled=4 quadrupling=4 quadruple=4"),
  ]

  private static let units: [(NumberUnit, String)] = [
    (NumberUnit(.time, "seconds", scale: 1.0 / 3600), "second seconds secs"),
    (NumberUnit(.time, "min", scale: 1.0 / 60), "min mins minute minutes"),
    (NumberUnit(.time, "h"), "h hr hrs hour hours"),
    (NumberUnit(.time, "days", scale: 24), "day days night nights"),
    (NumberUnit(.time, "weeks", scale: 168), "week weeks wk wks fortnight fortnights"),
    (NumberUnit(.time, "months", scale: 730.5), "month months mth mths"),
    (NumberUnit(.time, "years", scale: 8766), "year years yr yrs"),
    (NumberUnit(.money, "£"), "pound pounds"),
    (NumberUnit(.money, "p", scale: 0.01), "pence"),
    (NumberUnit(.other, "miles"), "mile miles"),
    (NumberUnit(.other, "kg"), "kg kilos"),
    (NumberUnit(.other, "mmol"), "mmol"),
    (NumberUnit(.other, "tonnes"), "tonne tonnes tco2e"),
  ]

  private static let lists: [(WordTags, String)] = movementLists + contextLists + smallWordLists
}
