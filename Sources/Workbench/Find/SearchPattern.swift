/// A pattern that was read: the instructions that ``SearchMachine`` follows.
///
/// Understood are characters, `.`, sets `[a-z]` and `[^…]`, `\d \w \s \b` and their opposites, `^` and `$`
/// for the ends of a line, groups, alternatives, and `* + ? {m,n}`, also lazy with `?` behind them.
///
/// Limitations: no looking ahead or behind and no reference back to a group, because neither can be
/// matched in time that is linear in the text.
struct SearchPattern: Hashable, Sendable {
  /// What to do next, and where to go from there.
  enum Instruction: Hashable, Sendable {
    /// Takes one character of a set.
    case one(ScalarSet)
    /// Goes on at both places; the first is preferred.
    case split(Int, Int)
    case jump(Int)
    /// Notes the place as the start or the end of a group.
    case save(Int)
    case check(Condition)
    case accept
  }

  /// What must hold between two characters.
  enum Condition: Hashable, Sendable {
    case lineStart, lineEnd, wordEdge, noWordEdge
  }

  private(set) var instructions: [Instruction] = []
  /// How many groups there are.
  private(set) var groupCount = 0

  /// The most instructions a pattern may come to once repeats are written out.
  static let sizeLimit = 2_000

  /// Reads `text`.
  ///
  /// - Throws: ``SearchFault``: what is wrong, in one sentence.
  /// - Complexity: O(*n*) in the instructions it comes to.
  init(_ text: String, mindsCase: Bool) throws(SearchFault) {
    var parser = PatternParser(text, mindsCase: mindsCase)
    let node = try parser.parse()
    groupCount = parser.groupCount
    try append(.save(0))
    try emit(node)
    try append(.save(1))
    try append(.accept)
  }

  private mutating func append(_ instruction: Instruction) throws(SearchFault) {
    guard instructions.count < Self.sizeLimit else {
      throw SearchFault("The pattern is too large: its repeats come to more than \(Self.sizeLimit) steps.")
    }
    instructions.append(instruction)
  }

  private mutating func emit(_ node: PatternNode) throws(SearchFault) {
    switch node {
    case .empty: break
    case .one(let set): try append(.one(set))
    case .check(let condition): try append(.check(condition))
    case .sequence(let nodes): for node in nodes { try emit(node) }
    case .group(let number, let inner):
      try append(.save(2 * number))
      try emit(inner)
      try append(.save(2 * number + 1))
    case .alternatives(let nodes): try emitAlternatives(nodes)
    case .repeated(let inner, let least, let most, let isLazy):
      for _ in 0..<least { try emit(inner) }
      if let most {
        try emitOptional(inner, times: most - least, isLazy: isLazy)
      } else {
        try emitLoop(inner, isLazy: isLazy)
      }
    }
  }

  private mutating func emitAlternatives(_ nodes: [PatternNode]) throws(SearchFault) {
    var exits: [Int] = []
    for (index, node) in nodes.enumerated() {
      guard index + 1 < nodes.count else {
        try emit(node)
        break
      }
      let split = instructions.count
      try append(.split(split + 1, 0))
      try emit(node)
      exits.append(instructions.count)
      try append(.jump(0))
      instructions[split] = .split(split + 1, instructions.count)
    }
    for exit in exits { instructions[exit] = .jump(instructions.count) }
  }

  private mutating func emitLoop(_ inner: PatternNode, isLazy: Bool) throws(SearchFault) {
    let split = instructions.count
    try append(.split(0, 0))
    try emit(inner)
    try append(.jump(split))
    instructions[split] = Self.split(split + 1, instructions.count, isLazy: isLazy)
  }

  private mutating func emitOptional(_ inner: PatternNode, times: Int, isLazy: Bool) throws(SearchFault) {
    var splits: [Int] = []
    for _ in 0..<max(0, times) {
      splits.append(instructions.count)
      try append(.split(0, 0))
      try emit(inner)
    }
    for split in splits { instructions[split] = Self.split(split + 1, instructions.count, isLazy: isLazy) }
  }

  private static func split(_ inside: Int, _ after: Int, isLazy: Bool) -> Instruction {
    isLazy ? .split(after, inside) : .split(inside, after)
  }
}

/// A pattern as it was read, before it becomes instructions.
indirect enum PatternNode: Hashable, Sendable {
  case empty
  case one(ScalarSet)
  case check(SearchPattern.Condition)
  case sequence([PatternNode])
  case alternatives([PatternNode])
  case group(Int, PatternNode)
  case repeated(PatternNode, least: Int, most: Int?, isLazy: Bool)
}

/// A set of characters, as a pattern names one.
struct ScalarSet: Hashable, Sendable {
  var ranges: [ClosedRange<UInt32>] = []
  var kinds: [Kind] = []
  /// Whether the set is of all characters but these.
  var isNegated = false
  /// Whether small letters stand for capitals as well.
  var foldsCase = false

  /// A class with a letter of its own: `\d`, `\w`, `\s`, and the opposites.
  struct Kind: Hashable, Sendable {
    var letter: UInt8
    var isNegated: Bool
  }

  /// Whether `scalar` is in the set.
  func contains(_ scalar: Unicode.Scalar) -> Bool { holds(scalar) != isNegated }

  private func holds(_ scalar: Unicode.Scalar) -> Bool {
    if ranges.contains(where: { $0.contains(scalar.value) }) { return true }
    if foldsCase, let other = Self.otherCase(scalar), ranges.contains(where: { $0.contains(other) }) {
      return true
    }
    return kinds.contains { Self.isOf($0.letter, scalar) != $0.isNegated }
  }

  private static func otherCase(_ scalar: Unicode.Scalar) -> UInt32? {
    if scalar.isASCII {
      let isLetter = (scalar.value | 0x20) &- 0x61 < 26
      return isLetter ? scalar.value ^ 0x20 : nil
    }
    let properties = scalar.properties
    let mapped = properties.isUppercase ? properties.lowercaseMapping : properties.uppercaseMapping
    let scalars = mapped.unicodeScalars
    guard scalars.count == 1, let first = scalars.first, first != scalar else { return nil }
    return first.value
  }

  private static func isOf(_ letter: UInt8, _ scalar: Unicode.Scalar) -> Bool {
    switch letter {
    case UInt8(ascii: "d"): scalar.properties.numericType == .decimal
    case UInt8(ascii: "s"): scalar.properties.isWhitespace
    default: TextStep.isWord(scalar)
    }
  }
}
