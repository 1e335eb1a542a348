/// What a word can mean beside a number. A word may be several things; the words around it decide.
struct WordTags: OptionSet, Hashable, Sendable {
  var rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  private init(bit: UInt64) { rawValue = 1 << bit }

  // MARK: Numbers and units
  static let cardinal = WordTags(bit: 0)
  static let tens = WordTags(bit: 1)
  static let multiplier = WordTags(bit: 2)
  static let fraction = WordTags(bit: 3)
  static let half = WordTags(bit: 4)
  static let multiple = WordTags(bit: 5)
  static let fold = WordTags(bit: 6)
  static let factorVerb = WordTags(bit: 7)
  static let unit = WordTags(bit: 8)
  static let percent = WordTags(bit: 9)
  static let point = WordTags(bit: 10)

  // MARK: Movement
  static let rise = WordTags(bit: 11)
  static let fall = WordTags(bit: 12)
  /// "went", "improved": moves, and does not say which way.
  static let move = WordTags(bit: 13)
  /// The movement as a noun: "a reduction in".
  static let changeNoun = WordTags(bit: 14)
  /// "fewer", "higher", "shorter".
  static let comparative = WordTags(bit: 15)

  // MARK: What a number may be part of
  static let month = WordTags(bit: 16)
  static let dateWord = WordTags(bit: 17)
  static let nameNoun = WordTags(bit: 18)
  static let referenceNoun = WordTags(bit: 19)
  static let street = WordTags(bit: 20)
  static let phone = WordTags(bit: 21)
  static let limit = WordTags(bit: 22)
  static let span = WordTags(bit: 23)
  static let cadence = WordTags(bit: 24)

  // MARK: Turns of a sentence
  static let about = WordTags(bit: 25)
  static let over = WordTags(bit: 26)
  static let under = WordTags(bit: 27)
  static let target = WordTags(bit: 28)
  static let aim = WordTags(bit: 29)
  static let result = WordTags(bit: 30)
  static let level = WordTags(bit: 31)
  static let denial = WordTags(bit: 32)
  static let earlier = WordTags(bit: 33)
  static let compares = WordTags(bit: 34)
  static let breaks = WordTags(bit: 35)
  static let divides = WordTags(bit: 36)
  static let remainder = WordTags(bit: 37)

  // MARK: Small words
  static let determiner = WordTags(bit: 38)
  static let preposition = WordTags(bit: 39)
  static let stop = WordTags(bit: 40)
  static let pronoun = WordTags(bit: 41)
  static let weekday = WordTags(bit: 42)
  static let auxiliary = WordTags(bit: 43)
  static let generic = WordTags(bit: 44)
  static let adverb = WordTags(bit: 45)
  static let habit = WordTags(bit: 46)

  // MARK: Judgement
  /// "improved": says that it got better, whichever way that is.
  static let better = WordTags(bit: 47)
  /// "deteriorated": says that it got worse.
  static let worse = WordTags(bit: 48)

  static let movement: WordTags = [.rise, .fall, .move]
  static let hedge: WordTags = [.about, .over, .under]
}
