import BidLanguage
import BidModel
import Screen

/// A place that a reviewer stops at: one sentence of a block, or a row of a table.
struct WalkStop: Hashable, Sendable {
  var place: BlockPlace
  var block: BlockID
  /// UTF-8 bytes of the block's text as written.
  var source: Range<Int>
  /// UTF-8 bytes of the rendered text.
  var rendered: Range<Int>
}

/// An answer as a reviewer walks it: what will be submitted, part by part, sentence by sentence.
struct WalkText: Sendable {
  /// In the order of the text; empty when nothing is written.
  private(set) var stops: [WalkStop] = []
  /// The parts that are shown, by their index, with the first stop in each.
  private(set) var parts: [(part: Int, stop: Int)] = []

  /// - Parameter showsHidden: Whether the plan is walked too.
  /// - Complexity: O(*n*) in the length of the text.
  init(_ answer: Answer, template: AnswerTemplate, values: KPIValues, showsHidden: Bool) {
    for (index, part) in answer.parts.enumerated() {
      guard showsHidden || template.part(part.key)?.isHidden != true else { continue }
      parts.append((part: index, stop: stops.count))
      for (number, block) in part.blocks.enumerated() where !block.isEmpty && block.kind != .verbatim {
        let rendered = RenderedText(block.text, values: values)
        var sentences = SentenceSplitter().sentences(in: rendered.text)
        if block.kind == .table || sentences.isEmpty { sentences = [0..<rendered.text.utf8.count] }
        for range in sentences {
          stops.append(
            WalkStop(
              place: BlockPlace(part: index, block: number), block: block.id,
              source: rendered.sourceRange(range), rendered: range))
        }
      }
    }
  }

  /// The part that a stop stands in, as an index into ``parts``.
  func part(ofStop stop: Int) -> Int { parts.lastIndex { $0.stop <= stop } ?? 0 }
}

/// Rows of styled words, wrapped: what the walk's text is painted from.
struct WalkRows {
  /// Each row with the stop that its first words belong to; `nil` for a heading or an empty row.
  private(set) var rows: [(pieces: [(String, Style)], stop: Int?)] = []
  private let width: Int

  init(width: Int) { self.width = max(8, width) }

  /// Adds a row as it is.
  mutating func add(_ text: String, _ style: Style, stop: Int? = nil) {
    rows.append((pieces: [(TextWidth.clip(text, columns: width), style)], stop: stop))
  }

  /// Adds stretches line by line as they are, such as a table's.
  mutating func add(lines stretches: [(text: String, style: Style, stop: Int)]) {
    var line: [(String, Style)] = []
    for stretch in stretches {
      let pieces: [Substring] = stretch.text.split(omittingEmptySubsequences: false) { $0.isNewline }
      for (index, piece) in pieces.enumerated() {
        if index > 0 {
          rows.append((pieces: line, stop: stretch.stop))
          line = []
        }
        line.append((String(piece), stretch.style))
      }
    }
    if let stop = stretches.last?.stop { rows.append((pieces: line, stop: stop)) }
  }

  /// Adds a paragraph of stretches, each of one style, broken between words; rows after the first are
  /// indented. A word may go from one stretch into the next.
  mutating func add(_ stretches: [(text: String, style: Style, stop: Int)], lead: String, indent: Int) {
    var line: [(String, Style)] = [(lead, stretches.first?.style ?? .plain)]
    var used = TextWidth.columns(lead)
    var first = stretches.first?.stop
    var isFresh = true
    for word in Self.words(of: stretches) {
      let columns = word.pieces.reduce(0) { $0 + TextWidth.columns($1.0) }
      if !isFresh, used + 1 + columns > width {
        rows.append((pieces: line, stop: first))
        line = [(String(repeating: " ", count: indent), .plain)]
        used = indent
        first = word.stop
        isFresh = true
      }
      if !isFresh {
        let style = line.last?.1 ?? .plain
        line.append((" ", style == word.pieces[0].1 ? style : .plain))
      }
      line += word.pieces
      used += columns + (isFresh ? 0 : 1)
      isFresh = false
    }
    rows.append((pieces: line, stop: first))
  }

  /// The words of stretches, each in pieces of one style, with the stop that it begins in.
  private static func words(of stretches: [(text: String, style: Style, stop: Int)])
    -> [(pieces: [(String, Style)], stop: Int)]
  {
    var words: [(pieces: [(String, Style)], stop: Int)] = []
    var goesOn = false
    for stretch in stretches {
      let pieces = stretch.text.split(omittingEmptySubsequences: false) { $0 == " " || $0.isNewline }
      for (index, piece) in pieces.enumerated() {
        if index > 0 { goesOn = false }
        guard !piece.isEmpty else { continue }
        if goesOn {
          words[words.count - 1].pieces.append((String(piece), stretch.style))
        } else {
          words.append((pieces: [(String(piece), stretch.style)], stop: stretch.stop))
        }
        goesOn = true
      }
    }
    return words
  }
}
