/// Reads a pattern from left to right.
struct PatternParser {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private let mindsCase: Bool
  private(set) var groupCount = 0
  private var depth = 0

  init(_ text: String, mindsCase: Bool) {
    scalars = Array(text.unicodeScalars)
    self.mindsCase = mindsCase
  }

  /// The whole pattern.
  ///
  /// - Throws: ``SearchFault``.
  mutating func parse() throws(SearchFault) -> PatternNode {
    let node = try alternatives()
    guard position == scalars.count else {
      throw SearchFault(
        "The pattern closes a bracket ‘)’ that it never opens: write \\) for the sign itself.")
    }
    return node
  }

  private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    position += 1
    return true
  }

  private mutating func alternatives() throws(SearchFault) -> PatternNode {
    var nodes = [try sequence()]
    while take("|") { nodes.append(try sequence()) }
    return nodes.count == 1 ? nodes[0] : .alternatives(nodes)
  }

  private mutating func sequence() throws(SearchFault) -> PatternNode {
    var nodes: [PatternNode] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      nodes.append(try repeated(try atom()))
    }
    return nodes.count == 1 ? nodes[0] : nodes.isEmpty ? .empty : .sequence(nodes)
  }

  private mutating func repeated(_ atom: PatternNode) throws(SearchFault) -> PatternNode {
    guard let (least, most) = try counts() else { return atom }
    if case .check = atom { throw SearchFault("A place such as ^ or \\b cannot be repeated.") }
    let isLazy = take("?")
    if try counts() != nil { throw SearchFault("Two repeats stand side by side: put the first in brackets.") }
    return .repeated(atom, least: least, most: most, isLazy: isLazy)
  }

  private mutating func counts() throws(SearchFault) -> (Int, Int?)? {
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    if take("?") { return (0, 1) }
    guard next == "{", let (counts, end) = bracedCounts() else { return nil }
    guard counts.1.map({ $0 >= counts.0 }) ?? true, max(counts.0, counts.1 ?? 0) <= 1_000 else {
      throw SearchFault("A repeat goes from a smaller to a larger number, up to 1000.")
    }
    position = end
    return counts
  }

  /// The numbers of `{2}`, `{2,}` or `{2,4}`; braces around anything else are the signs themselves, as
  /// in a placeholder.
  private func bracedCounts() -> ((Int, Int?), end: Int)? {
    guard let close = scalars[position...].firstIndex(of: "}") else { return nil }
    let inside = String(String.UnicodeScalarView(scalars[(position + 1)..<close]))
    let pieces = inside.split(separator: ",", omittingEmptySubsequences: false)
    guard pieces.count <= 2, let least = pieces.first.flatMap({ Int($0) }), least >= 0 else { return nil }
    guard pieces.count == 2 else { return ((least, least), close + 1) }
    if pieces[1].isEmpty { return ((least, nil), close + 1) }
    guard let most = Int(pieces[1]), most >= 0 else { return nil }
    return ((least, most), close + 1)
  }

  private mutating func atom() throws(SearchFault) -> PatternNode {
    let scalar = scalars[position]
    position += 1
    switch scalar {
    case "(": return try group()
    case "[": return .one(try set())
    case ".": return .one(ScalarSet(ranges: [0x0A...0x0A], isNegated: true))
    case "^": return .check(.lineStart)
    case "$": return .check(.lineEnd)
    case "*", "+", "?":
      throw SearchFault("Nothing stands before ‘\(scalar)’ to repeat: write \\\(scalar) for the sign itself.")
    case "\\": return try escape()
    default: return .one(single(scalar))
    }
  }

  private mutating func group() throws(SearchFault) -> PatternNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= 50 else { throw SearchFault("The pattern's brackets are nested too deeply.") }
    var number: Int?
    if take("?") {
      guard take(":") else {
        throw SearchFault("Of brackets that begin with ‘(?’ only ‘(?:’ is understood.")
      }
    } else {
      groupCount += 1
      number = groupCount
    }
    let inner = try alternatives()
    guard take(")") else {
      throw SearchFault(
        "The pattern opens a bracket ‘(’ that it never closes: write \\( for the sign itself.")
    }
    return number.map { .group($0, inner) } ?? inner
  }

  private mutating func escape() throws(SearchFault) -> PatternNode {
    guard let scalar = next else {
      throw SearchFault("The pattern ends in a single backslash: write \\\\ for the sign itself.")
    }
    if scalar == "b" || scalar == "B" {
      position += 1
      return .check(scalar == "b" ? .wordEdge : .noWordEdge)
    }
    return .one(try escapedSet())
  }

  /// What an escape stands for, its backslash taken already.
  private mutating func escapedSet() throws(SearchFault) -> ScalarSet {
    guard let scalar = next else {
      throw SearchFault("The pattern ends in a single backslash: write \\\\ for the sign itself.")
    }
    position += 1
    switch scalar {
    case "n": return ScalarSet(ranges: [0x0A...0x0A])
    case "t": return ScalarSet(ranges: [0x09...0x09])
    case "d", "w", "s": return ScalarSet(kinds: [.init(letter: UInt8(ascii: scalar), isNegated: false)])
    case "D", "W", "S":
      return ScalarSet(kinds: [.init(letter: UInt8(ascii: scalar) | 0x20, isNegated: true)])
    case "0"..."9": throw SearchFault("A pattern cannot refer back to a group with \\\(scalar).")
    case "a"..."z", "A"..."Z": throw SearchFault("‘\\\(scalar)’ means nothing in a pattern.")
    default: return single(scalar)
    }
  }

  private mutating func set() throws(SearchFault) -> ScalarSet {
    var set = ScalarSet(foldsCase: !mindsCase)
    set.isNegated = take("^")
    var isFirst = true
    while let scalar = next {
      if scalar == "]", !isFirst {
        position += 1
        return set
      }
      isFirst = false
      let low = try member()
      set.kinds += low.kinds
      guard low.kinds.isEmpty, let from = low.ranges.first?.lowerBound else { continue }
      guard next == "-", position + 1 < scalars.count, scalars[position + 1] != "]" else {
        set.ranges.append(from...from)
        continue
      }
      position += 1
      guard let to = try member().ranges.first?.lowerBound, from <= to else {
        throw SearchFault("A range in square brackets goes from a smaller to a larger character.")
      }
      set.ranges.append(from...to)
    }
    throw SearchFault("The pattern opens a bracket ‘[’ that it never closes: write \\[ for the sign itself.")
  }

  private mutating func member() throws(SearchFault) -> ScalarSet {
    let scalar = scalars[position]
    position += 1
    return scalar == "\\" ? try escapedSet() : single(scalar)
  }

  private func single(_ scalar: Unicode.Scalar) -> ScalarSet {
    ScalarSet(ranges: [scalar.value...scalar.value], foldsCase: !mindsCase)
  }
}
