/// A phrase to look for in a sentence, as data: what a line of a theme or signal file says.
///
/// Words are parted by spaces and compared by stem, so `review` finds *reviewed* and *reviews*.
///
/// | written | finds |
/// |---|---|
/// | `review` | any form with that stem |
/// | `=lead` | that form alone |
/// | `nurse+` | the noun and its plural in *s*, not *nursing* |
/// | `equit*` | any word that begins so |
/// | `*ed` | any word that ends so |
/// | `ward\|clinic` | one of them |
/// | `(agreed)` | the word or nothing |
/// | `~3` | up to three words in between |
/// | `&6` | what stands on both sides, in either order, with at most six words between |
/// | `<percent>` | a token of that shape, see ``TermPattern/TokenClass`` |
/// | `<partner>` | a phrase of the word class of that name |
/// | `^` | the start of the sentence |
///
/// A hyphen is written as a space, save after `re`, `co` and their like, where it is left out, as the
/// tokenizer does. Limitations: a pattern sees one sentence, knows no grammar, and its classes may not
/// name the class they are in.
package struct TermPattern: Hashable, Sendable, CustomStringConvertible {
  /// As written in the file.
  package let description: String
  /// Whether the pattern holds only at the start of a sentence.
  package let isAtStart: Bool
  /// The steps in order; never empty, and the first is not optional.
  package let steps: [Step]
  /// For `&n`, where the second half begins and how far it may stand off.
  package let near: Near?

  /// One word of a pattern.
  package struct Step: Hashable, Sendable {
    /// Any of these fits.
    package var choices: [Choice]
    /// How many words may stand before it.
    package var gap: Int
    /// Whether it may be missing.
    package var isOptional: Bool
  }

  /// What one word of a text may be.
  package enum Choice: Hashable, Sendable {
    /// Any form of the word: `review`.
    case stem(String)
    /// This form alone: `=lead`.
    case form(String)
    /// Any word that begins so: `equit*`.
    case prefix(String)
    /// Any word that ends so.
    case suffix(String)
    /// A phrase of a word class.
    case named(String)
    /// A token of a shape: `<digits>`.
    case token(TokenClass)
  }

  /// Tokens that are known by their shape.
  package enum TokenClass: String, CaseIterable, Hashable, Sendable {
    /// Digits that are none of the others.
    case digits
    case percent, money, clock, year, ordinal
    /// A word that begins with a capital and is not the sentence's first.
    case capital
  }

  /// Two halves in either order.
  package struct Near: Hashable, Sendable {
    /// Index into ``TermPattern/steps`` of the second half.
    package var split: Int
    /// Words that may stand between the halves.
    package var gap: Int
  }

  /// Why a line is not a pattern.
  package struct Fault: Error, Hashable, CustomStringConvertible {
    /// The pattern as it was written.
    package let pattern: String
    /// What is wrong, to follow the pattern in a sentence.
    package let reason: String

    /// One sentence, safe to print.
    package var description: String { "'\(pattern)' is not a pattern: \(reason)." }
  }

  /// Reads a pattern as it is written in a file.
  ///
  /// - Throws: ``Fault`` with the reason.
  /// - Complexity: O(*n*) in the length of the text.
  package init(_ text: String) throws(Fault) {
    var reader = TermPatternReader(text: text)
    try reader.read()
    description = text
    isAtStart = reader.isAtStart
    steps = reader.steps
    near = reader.near
  }

  /// The names of the word classes the pattern needs.
  package var classNames: [String] {
    steps.flatMap(\.choices).compactMap { if case .named(let name) = $0 { name } else { nil } }
  }
}

/// Reads the words of one pattern from left to right, by bytes: there are thousands to read at each start.
private struct TermPatternReader {
  /// The pattern.
  let text: String
  /// Whether it holds at the start of a sentence alone.
  var isAtStart = false
  /// The steps read so far.
  var steps: [TermPattern.Step] = []
  /// Where `&` parts the steps and how far apart its sides may stand, once it was read.
  var near: TermPattern.Near?
  /// The most words that may stand before the next step.
  var gap = 0

  mutating func read() throws(TermPattern.Fault) {
    for word in text.utf8.split(separator: 0x20) { try read(Substring(word)) }
    guard let first = steps.first else { throw fault("it has no word") }
    guard !first.isOptional, gap == 0 else { throw fault("it begins or ends with what may be missing") }
    if let near, near.split == 0 || near.split >= steps.count || steps[near.split].isOptional {
      throw fault("'&' needs a word on both sides")
    }
  }

  private mutating func read(_ word: Substring) throws(TermPattern.Fault) {
    switch word.utf8.first {
    case UInt8(ascii: "^") where word.utf8.count == 1 && steps.isEmpty: isAtStart = true
    case UInt8(ascii: "~"):
      guard let count = Int(word.dropFirst()), (1...12).contains(count), !steps.isEmpty else {
        throw fault("'\(word)' needs a number from 1 to 12 and a word before it")
      }
      gap = count
    case UInt8(ascii: "&"):
      guard let count = Int(word.dropFirst()), (1...20).contains(count), near == nil else {
        throw fault("'\(word)' needs a number from 1 to 20 and may stand once")
      }
      near = TermPattern.Near(split: steps.count, gap: count)
    default:
      var word = word
      let isOptional = word.utf8.first == UInt8(ascii: "(") && word.utf8.last == UInt8(ascii: ")")
      if isOptional { word = Substring(word.utf8.dropFirst().dropLast()) }
      var choices: [TermPattern.Choice] = []
      for choice in word.utf8.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false) {
        choices += try self.choices(Substring(choice))
      }
      steps.append(TermPattern.Step(choices: choices, gap: gap, isOptional: isOptional))
      gap = 0
    }
  }

  private func choices(_ word: Substring) throws(TermPattern.Fault) -> [TermPattern.Choice] {
    guard word.utf8.last == UInt8(ascii: "+") else { return [try choice(word)] }
    let noun = try plain(String(Substring(word.utf8.dropLast())))
    return [.form(noun), .form(noun + "s")]
  }

  private func choice(_ word: Substring) throws(TermPattern.Fault) -> TermPattern.Choice {
    let rest = String(Substring(word.utf8.dropFirst()))
    switch word.utf8.first {
    case nil: throw fault("a choice is empty")
    case UInt8(ascii: "="): return .form(try plain(rest))
    case UInt8(ascii: "*"): return .suffix(try plain(rest))
    case UInt8(ascii: "<"):
      guard word.utf8.last == UInt8(ascii: ">"), word.utf8.count > 2 else {
        throw fault("'\(word)' lacks its '>'")
      }
      let name = String(rest.dropLast())
      return TermPattern.TokenClass(rawValue: name).map { .token($0) } ?? .named(name)
    default:
      guard word.utf8.last == UInt8(ascii: "*") else { return .stem(try plain(String(word))) }
      return .prefix(try plain(String(Substring(word.utf8.dropLast()))))
    }
  }

  /// A word that a token can be: lower case, without the signs that have a meaning here.
  private func plain(_ word: String) throws(TermPattern.Fault) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
      case UInt8(ascii: "'"), UInt8(ascii: "&"), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "."): true
      default: byte >= 0x80
      }
    }
    guard isPlain, !word.isEmpty else {
      throw fault("'\(word)' is not a word in lower case (write a hyphen as a space)")
    }
    return word
  }

  private func fault(_ reason: String) -> TermPattern.Fault {
    TermPattern.Fault(pattern: text, reason: reason)
  }
}
