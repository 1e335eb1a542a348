import BidTestSupport
import Screen
import Testing

@Suite("A surface is clipped and keeps wide glyphs whole") struct SurfaceTests {
  private func surface(_ columns: Int, _ text: String = "") -> Surface {
    var surface = Surface(size: Size(rows: 1, columns: columns))
    surface.write(text, at: Point(row: 0, column: 0), style: .plain)
    return surface
  }

  @Test("text is cut at the limit, the edge and the left side")
  func clipping() {
    var picture = surface(8)
    #expect(picture.write("abcdef", at: Point(row: 0, column: 2), limit: 3, style: .plain) == 3)
    #expect(picture.line(0) == "  abc   ")
    #expect(picture.write("xyz", at: Point(row: 0, column: 6), style: .plain) == 2)
    #expect(picture.line(0) == "  abc xy")
    #expect(picture.write("123", at: Point(row: 0, column: -2), style: .plain) == 3)
    #expect(picture.line(0) == "3 abc xy")
    #expect(picture.write("no", at: Point(row: 1, column: 0), style: .plain) == 0)
    #expect(picture.write("no", at: Point(row: 0, column: 0), limit: 0, style: .plain) == 0)
    #expect(picture.write("no", at: Point(row: 0, column: 8), style: .plain) == 0)
  }

  @Test("a wide glyph across an edge becomes padding")
  func straddling() {
    var picture = surface(6, "......")
    #expect(picture.write("a日", at: Point(row: 0, column: 0), limit: 2, style: .plain) == 2)
    #expect(picture.line(0) == "a ....")
    picture.write("日", at: Point(row: 0, column: 5), style: .plain)
    #expect(picture.line(0) == "a ... ")
    picture.write("日b", at: Point(row: 0, column: -1), style: .plain)
    #expect(picture.line(0) == " b... ")
  }

  @Test("writing through half of a wide glyph leaves a space of the other half")
  func halves() {
    var picture = surface(6, "日本語")
    picture.write("x", at: Point(row: 0, column: 1), style: .plain)
    #expect(picture.line(0) == " x本語")
    picture.write("y", at: Point(row: 0, column: 2), style: .plain)
    #expect(picture.line(0) == " xy 語")
    picture.clear(Rect(row: 0, column: 5, rows: 1, columns: 1), style: .plain)
    #expect(picture.line(0) == " xy   ")
    expectWhole(picture)
  }

  @Test("a cell tells its text, style and columns")
  func reading() {
    var picture = surface(6)
    let style = Style(foreground: .cyan, background: .brightBlack, attributes: [.bold, .underline])
    picture.write("日e\u{301}", at: Point(row: 0, column: 0), style: style)
    #expect(picture[0, 0] == ("日", style, 2))
    #expect(picture[0, 1] == ("", style, 0))
    #expect(picture[0, 2] == ("e\u{301}", style, 1))
    #expect(picture[7, 7] == (" ", .plain, 1))
  }

  @Test("every style survives its packing")
  func packing() {
    for color in Color.allCases {
      for bits in UInt8(0)..<32 {
        let style = Style(foreground: color, background: .blue, attributes: .init(rawValue: bits))
        #expect(Style(packed: style.packed) == style)
      }
    }
    #expect(MemoryLayout<Cell>.stride == 8)
  }

  @Test("frames are drawn at any size")
  func boxes() {
    var picture = Surface(size: Size(rows: 3, columns: 14))
    picture.box(picture.bounds, title: "Questions", style: .plain, titleStyle: .plain)
    #expect(picture.line(0) == "┌ Questions ─┐")
    #expect(picture.line(1) == "│            │")
    #expect(picture.line(2) == "└────────────┘")
    for rows in 0...3 {
      for columns in 0...5 {
        var small = Surface(size: Size(rows: rows, columns: columns))
        small.box(small.bounds, title: "Title", style: .plain, titleStyle: .plain)
        #expect(small.line(0).count == (rows == 0 ? 0 : columns))
      }
    }
  }

  @Test("damage names the rows that were written, and all after a resize")
  func damage() {
    var picture = Surface(size: Size(rows: 70, columns: 4))
    #expect(picture.damage.rows.count == 70)
    picture.markPresented(1)
    picture.write("x", at: Point(row: 66, column: 0), style: .plain)
    #expect(picture.damage.rows == [66])
    picture.resize(to: Size(rows: 2, columns: 2))
    #expect(picture.damage.rows == [0, 1])
  }

  @Test("random writes stay inside their columns and leave glyphs whole", arguments: 0..<20)
  func randomWrites(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var picture = Surface(size: Size(rows: 3, columns: 17))
    for _ in 0..<200 {
      RandomPainting.step(&picture, using: &random)
      expectWhole(picture)
    }
  }

  @Test("ten thousand different clusters do not lose the ones on the surface")
  func clusterTable() {
    var picture = surface(4, "e\u{301}")
    for number in UInt32(0)..<10_000 {
      guard let scalar = Unicode.Scalar(0x4E00 + number) else { continue }
      picture.write(String(scalar) + "\u{301}", at: Point(row: 0, column: 1), style: .plain)
    }
    #expect(picture.line(0) == "e\u{301}\u{750F}\u{301} ")
  }

  private func expectWhole(_ picture: Surface) {
    for row in 0..<picture.size.rows {
      let line = picture.line(row)
      let columns = (0..<picture.size.columns).reduce(0) { $0 + picture[row, $1].columns }
      #expect(columns == picture.size.columns)
      #expect(picture.cells[row * picture.size.columns].isContinuation == false)
      #expect(TextWidth.columns(line) == picture.size.columns)
    }
  }
}

/// One random change of a surface.
enum RandomPainting {
  private static let texts = ["abc", "日本語", "e\u{301}x", "👨‍👩‍👧!", "🇬🇧", "  ", "\t\u{1B}", "क्षि", "long text here"]

  static func step(_ picture: inout Surface, using random: inout SeededGenerator) {
    let row = Int.random(in: -1...picture.size.rows, using: &random)
    let column = Int.random(in: -4...picture.size.columns, using: &random)
    let style = Style(foreground: Color.allCases.randomElement(using: &random) ?? .standard)
    let rect = Rect(
      row: row, column: column, rows: Int.random(in: 0...2, using: &random),
      columns: Int.random(in: 0...9, using: &random))
    switch Int.random(in: 0..<5, using: &random) {
    case 0: picture.clear(rect, style: style)
    case 1: picture.box(rect, title: "日t", style: style, titleStyle: .plain)
    default:
      let text = texts.randomElement(using: &random) ?? ""
      let limit = Int.random(in: 0...20, using: &random)
      let used = picture.write(text, at: Point(row: row, column: column), limit: limit, style: style)
      #expect(used <= limit)
    }
  }
}
