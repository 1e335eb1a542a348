import BidModel

/// A block's text as the editor shows it, with the way between its bytes and the block's.
///
/// Placeholders are shown as chips holding their value, except the one the cursor is in, which is
/// shown as it is written. A tab is shown as an arrow and spaces.
struct DisplayText: Sendable {
  /// What is shown.
  private(set) var text: String
  /// The stretches that are not shown as they are written, in order; empty for plain text.
  private(set) var chips: [Chip] = []
  /// Bold and italic stretches, in UTF-8 bytes of ``text``.
  private(set) var emphasis: [Emphasis] = []

  /// Whether a row's look depends on nothing but its own words.
  var isPlain: Bool { chips.isEmpty && emphasis.isEmpty }

  /// Whether it is a table whose columns are lined up.
  var isInColumns: Bool { chips.contains { $0.role == .bar } }

  /// A stretch shown as something else.
  struct Chip: Sendable {
    /// UTF-8 bytes of the block's text.
    var source: Range<Int>
    /// UTF-8 bytes of ``DisplayText/text``.
    var shown: Range<Int>
    var role: Role
  }

  /// What a chip tells, for its style.
  enum Role: Sendable {
    case filled, stale, empty, unknown, open, tab
    /// What stands between two cells of a table.
    case bar
  }

  /// - Parameter cursor: The cursor's offset in the block, if it is here.
  /// - Complexity: O(*n*) in the length of the text.
  init(_ source: String, values: KPIValues, cursor: Int?) {
    let matches = source.contains(byte: UInt8(ascii: "{")) ? Placeholder.matches(in: source) : []
    guard !matches.isEmpty || source.contains(byte: 0x09) else {
      text = source
      emphasis = Emphasis.spans(in: source)
      return
    }
    text = ""
    var position = 0
    for match in matches {
      appendPlain(source, from: position, to: match.range.lowerBound)
      let isOpen = cursor.map { $0 > match.range.lowerBound && $0 < match.range.upperBound } ?? false
      let (words, role) = isOpen ? ("{{\(match.inside)}}", .open) : Self.chip(match, values: values)
      append(words, for: match.range, role: role)
      position = match.range.upperBound
    }
    appendPlain(source, from: position, to: source.utf8.count)
    takeEmphasis(of: source)
  }

  /// Finds what is bold or italic in `source`, which is shown in full.
  mutating func takeEmphasis(of source: String) {
    emphasis = Emphasis.spans(in: source)
    for index in emphasis.indices {
      emphasis[index].open = shownRange(emphasis[index].open)
      emphasis[index].close = shownRange(emphasis[index].close)
    }
  }

  /// The offset in the shown text of the block's byte at `offset`; the start of the chip it is in.
  func shownOffset(_ offset: Int) -> Int {
    var shift = 0
    for chip in chips {
      if offset < chip.source.lowerBound { break }
      if offset < chip.source.upperBound {
        let into = offset - chip.source.lowerBound
        switch chip.role {
        case .open: return chip.shown.lowerBound + into
        // A space typed behind the words of a cell is one of those before the bar.
        case .bar: return min(chip.shown.lowerBound + into, chip.shown.upperBound)
        default: return chip.shown.lowerBound
        }
      }
      shift = chip.shown.upperBound - chip.source.upperBound
    }
    return offset + shift
  }

  /// The offset in the block of the shown byte at `offset`: of a chip, the nearer end.
  func sourceOffset(_ offset: Int) -> Int {
    var shift = 0
    for chip in chips {
      if offset < chip.shown.lowerBound { break }
      if offset < chip.shown.upperBound {
        let into = offset - chip.shown.lowerBound
        if chip.role == .open { return chip.source.lowerBound + into }
        // The room behind the words of a cell is that cell's, up to the bar.
        if chip.role == .bar {
          return into + 2 < chip.shown.count ? chip.source.lowerBound : chip.source.upperBound
        }
        return into * 2 < chip.shown.count ? chip.source.lowerBound : chip.source.upperBound
      }
      shift = chip.source.upperBound - chip.shown.upperBound
    }
    return offset + shift
  }

  /// What stands for a placeholder: brackets and a sign say how it stands without any colour.
  private static func chip(_ match: PlaceholderMatch, values: KPIValues) -> (String, Role) {
    guard let placeholder = match.placeholder else { return ("[?\(match.inside)]", .unknown) }
    switch values.status(of: placeholder) {
    case .filled(let words): return ("[\(words)]", .filled)
    case .stale(let words): return ("[\(words)!]", .stale)
    case .empty: return ("[◌ \(placeholder)]", .empty)
    case .unknown: return ("[?\(placeholder)]", .unknown)
    }
  }

  /// Adds words that are shown as they are written.
  mutating func append(_ words: some StringProtocol) { text += words }

  /// Adds a chip whose words are there already.
  mutating func append(_ chip: Chip) { chips.append(chip) }

  /// Adds a chip that shows `words`.
  mutating func append(_ words: String, for source: Range<Int>, role: Role) {
    let start = text.utf8.count
    text += words
    chips.append(Chip(source: source, shown: start..<text.utf8.count, role: role))
  }

  private mutating func appendPlain(_ source: String, from start: Int, to end: Int) {
    let bytes = source.utf8
    let stretch = source[
      bytes.index(bytes.startIndex, offsetBy: start)..<bytes.index(bytes.startIndex, offsetBy: end)]
    guard stretch.utf8.contains(0x09) else {
      text += stretch
      return
    }
    var offset = start
    for piece in stretch.split(separator: "\t", omittingEmptySubsequences: false) {
      if offset > start { append("→   ", for: (offset - 1)..<offset, role: .tab) }
      text += piece
      offset += piece.utf8.count + 1
    }
  }
}
