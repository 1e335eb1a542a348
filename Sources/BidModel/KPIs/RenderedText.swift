/// A block's text as it will be submitted, with the way back from each byte to the text as written.
///
/// Placeholders are replaced by what they stand for, escapes `\{{` and `\*` by the sign, and the stars
/// of bold and italic words are left out, because a portal takes plain text. An empty or
/// unknown placeholder stands as two words in brackets, so that a count never looks better than it
/// will be.
package struct RenderedText: Hashable, Sendable {
  /// The words as submitted.
  package private(set) var text: String
  /// Stretches of the text in order; without a placeholder or escape there is a single plain one.
  package private(set) var runs: [Run]

  /// A stretch of the rendered text and the stretch of the block's text it comes from.
  package struct Run: Hashable, Sendable {
    /// UTF-8 bytes of ``Block/text``.
    package var source: Range<Int>
    /// UTF-8 bytes of ``RenderedText/text``.
    package var rendered: Range<Int>
    /// `nil` when the words stand as they are written.
    package var chip: Chip?
  }

  /// A placeholder and how it stands.
  package struct Chip: Hashable, Sendable {
    /// The placeholder; `nil` for braces that hold none.
    package var placeholder: Placeholder?
    /// Whether the register has its value.
    package var status: KPIValues.Status
  }

  /// What an empty placeholder is submitted as: two words, so that it counts as two.
  package static func emptyWords(_ inside: String) -> String { "[awaiting \(inside)]" }

  /// Renders `source` with the values of `values`.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package init(_ source: String, values: KPIValues) {
    let matches = Placeholder.matches(in: source)
    let hasSigns =
      source.utf8.withContiguousStorageIfAvailable {
        $0.contains(UInt8(ascii: "\\")) || $0.contains(UInt8(ascii: "*"))
      } ?? true
    guard !matches.isEmpty || hasSigns else {
      text = source
      let whole = 0..<source.utf8.count
      runs = [Run(source: whole, rendered: whole, chip: nil)]
      return
    }
    text = ""
    runs = []
    let dropped = hasSigns ? Self.dropped(from: source) : []
    var position = 0
    for match in matches {
      appendPlain(source, from: position, to: match.range.lowerBound, without: dropped)
      append(match, values: values)
      position = match.range.upperBound
    }
    appendPlain(source, from: position, to: source.utf8.count, without: dropped)
    if runs.isEmpty { runs = [Run(source: 0..<source.utf8.count, rendered: 0..<0, chip: nil)] }
  }

  /// The bytes of the block's text that the rendered bytes `range` come from: exact in plain
  /// stretches, the whole placeholder inside one.
  ///
  /// - Complexity: O(*r*) in the number of runs.
  package func sourceRange(_ range: Range<Int>) -> Range<Int> {
    let start = sourceOffset(range.lowerBound, isEnd: false)
    return start..<max(start, sourceOffset(range.upperBound, isEnd: true))
  }

  private func sourceOffset(_ offset: Int, isEnd: Bool) -> Int {
    for run in runs {
      let holds =
        isEnd
        ? run.rendered.lowerBound < offset && offset <= run.rendered.upperBound
        : run.rendered.contains(offset)
      guard holds else { continue }
      guard run.chip == nil else { return isEnd ? run.source.upperBound : run.source.lowerBound }
      return run.source.lowerBound + offset - run.rendered.lowerBound
    }
    guard let last = runs.last, offset >= last.rendered.upperBound else {
      return runs.first?.source.lowerBound ?? 0
    }
    return last.source.upperBound
  }

  private mutating func append(_ match: PlaceholderMatch, values: KPIValues) {
    let status = match.placeholder.map { values.status(of: $0) } ?? .unknown
    let words =
      switch status {
      case .filled(let words), .stale(let words): words
      case .empty, .unknown: Self.emptyWords(match.inside.trimmingSpaces())
      }
    let start = text.utf8.count
    text += words
    runs.append(
      Run(
        source: match.range, rendered: start..<text.utf8.count,
        chip: Chip(placeholder: match.placeholder, status: status)))
  }

  /// UTF-8 bytes of `source` that are signs to the program and not words: the backslash of an escape,
  /// the stars of bold and italic. In order.
  private static func dropped(from source: String) -> [Range<Int>] {
    var ranges = Emphasis.spans(in: source).flatMap { [$0.open, $0.close] }
    let bytes = Array(source.utf8)
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\\") {
      let rest = bytes[(index + 1)...]
      if rest.first == UInt8(ascii: "*") || rest.starts(with: "{{".utf8) { ranges.append(index..<index + 1) }
    }
    return ranges.sorted { $0.lowerBound < $1.lowerBound }
  }

  private mutating func appendPlain(
    _ source: String, from start: Int, to end: Int, without dropped: [Range<Int>]
  ) {
    var from = start
    for range in dropped where range.lowerBound >= start && range.upperBound <= end {
      appendRun(source, from: from, to: range.lowerBound)
      from = range.upperBound
    }
    appendRun(source, from: from, to: end)
  }

  private mutating func appendRun(_ source: String, from: Int, to: Int) {
    guard from < to else { return }
    let bytes = source.utf8
    let first = bytes.index(bytes.startIndex, offsetBy: from)
    let last = bytes.index(bytes.startIndex, offsetBy: to)
    let start = text.utf8.count
    text += source[first..<last]
    runs.append(Run(source: from..<to, rendered: start..<text.utf8.count, chip: nil))
  }
}
