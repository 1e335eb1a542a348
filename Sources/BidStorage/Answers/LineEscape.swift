/// How a line of words that looks like structure is kept apart from structure: by one backslash.
///
/// Take away the backslashes a line begins with; what is left is its core. When the core looks like
/// structure (a marker, a heading, a fence, a rule, a table's row, a comment, an underline, a conflict
/// marker, or nothing at all), printing puts one backslash in front of the line and scanning takes one
/// away. Every other line stands as it is. Both ways ask the same question of the same core, so the two
/// are inverse to each other for every text, backslashes included: `- x` is written `\- x`, and a typed
/// `\- x` is written `\\- x`.
///
/// Limits: more is escaped than this program's scanner needs (a line of `=` is only a heading to other
/// readers), and a backslash before indented words is shown by other readers.
enum LineEscape: Hashable {
  /// A line of a paragraph, or of a list item after its first.
  case prose
  /// The words after a list item's marker, which may not begin with white space either.
  case item
  /// The words of a heading, which only may not begin with white space.
  case heading

  /// Whether `line` is written with one backslash more than it has.
  func isNeeded(for line: LineBytes) -> Bool {
    let core = line.slice(line.run(of: UInt8(ascii: "\\"), from: 0, atMost: line.count)..<line.count)
    switch self {
    case .prose: return Self.looksStructural(core)
    case .item: return Self.beginsBlank(core) || Self.looksStructural(core)
    case .heading: return Self.beginsBlank(core)
    }
  }

  /// Whether the backslash that `line` begins with is an escape.
  func isPresent(in line: LineBytes) -> Bool {
    line.first == UInt8(ascii: "\\") && isNeeded(for: line)
  }

  private static func beginsBlank(_ core: LineBytes) -> Bool {
    core.first == 0x20 || core.first == 0x09
  }

  /// Whether a reader might take `core` for structure: more than ``LineShape`` does, never less.
  private static func looksStructural(_ core: LineBytes) -> Bool {
    let shape = LineShape(of: core)
    guard shape == .text else { return true }
    let start = core.blankPrefix(from: 0)
    switch core[start] {
    case UInt8(ascii: "#"):
      let level = core.run(of: UInt8(ascii: "#"), from: start, atMost: 7)
      return level <= 6 && core.isBlankOrEnd(at: start + level)
    case UInt8(ascii: "="):
      let end = start + core.run(of: UInt8(ascii: "="), from: start, atMost: core.count)
      return core.blankPrefix(from: end) == core.count || core.has("=======", at: start)
    case UInt8(ascii: "<"): return core.has("<<<<<<<", at: start)
    case UInt8(ascii: ">"): return core.has(">>>>>>>", at: start)
    case UInt8(ascii: "`"): return core.has("```", at: start)
    default: return false
    }
  }
}
