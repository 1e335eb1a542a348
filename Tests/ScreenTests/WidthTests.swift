import BidTestSupport
import Screen
import Testing

@Suite("Width is one rule by grapheme cluster") struct WidthTests {
  static let table: [(String, Int, String)] = [
    ("", 0, "nothing"), ("plain", 5, "ASCII"), ("naïve £’–…", 10, "Latin and punctuation"),
    ("e\u{301}", 1, "a combining mark"), ("e\u{301}\u{302}\u{323}", 1, "three marks"),
    ("\u{301}", 1, "a mark alone"), ("\u{200B}", 1, "a zero-width space"),
    ("\u{200D}", 1, "a joiner alone"), ("\u{FEFF}", 1, "a byte-order mark"), ("\u{AD}", 1, "a soft hyphen"),
    ("日本語", 6, "CJK"), ("ＡＢ", 4, "full-width letters"), ("ｱ", 1, "half-width kana"),
    ("각", 2, "Hangul"), ("\u{1100}\u{1161}\u{11A8}", 2, "Hangul by jamo"),
    ("😀", 2, "an emoji"), ("\u{1FAE8}", 2, "a new emoji"), ("👨‍👩‍👧‍👦", 2, "a family"),
    ("👍🏽", 2, "a skin tone"), ("☝🏽", 2, "a skin tone on a narrow base"), ("🇬🇧", 2, "a flag"),
    ("🇬🇧🇫🇷", 4, "two flags"), ("1️⃣", 2, "a keycap"), ("❤️", 2, "emoji presentation"),
    ("❤", 1, "text presentation"), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2, "a tag flag"), ("שלום", 4, "right to left"),
    ("क्षि", 3, "an Indic syllable"), ("\t", 1, "a tab"), ("\u{1B}[31m", 5, "an escape sequence"),
    ("\u{0}\u{7}\u{7F}", 3, "C0 and DEL"), ("\u{9B}\u{85}", 2, "C1"), ("\u{2028}\u{2029}", 2, "separators"),
    ("\u{202E}\u{2066}", 2, "bidi controls"), ("\r\n", 1, "CR LF"), ("\r\r\n", 2, "CR and CR LF"),
  ]

  @Test("the columns of every kind of text", arguments: table)
  func columns(_ text: String, _ columns: Int, _ kind: String) {
    #expect(TextWidth.columns(text) == columns, "\(kind)")
    var surface = Surface(size: Size(rows: 1, columns: 40))
    #expect(surface.write(text, at: Point(row: 0, column: 0), style: .plain) == columns, "\(kind)")
  }

  @Test("the walk finds the clusters that the standard library finds", arguments: 0..<30)
  func boundaries(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pool = Self.table.map(\.0) + ["a", "b", " ", "\u{301}", "🇬", "\u{200D}", "\r", "\n", "漢", "é", "’"]
    let text = (0..<60).map { _ in pool.randomElement(using: &random) ?? "" }.joined()
    #expect(GlyphWalk(text).map(\.bytes) == text.map { String($0).utf8.count })
    #expect(GlyphWalk(text).allSatisfy { $0.columns >= 1 })
  }

  @Test("no scalar is drawn that moves the cursor or hides itself")
  func visible() {
    let risky =
      "\u{0}\u{1B}\u{7F}\u{85}\u{9B}\u{AD}\u{200B}\u{200D}\u{200E}\u{2028}\u{202E}\u{2066}\u{FEFF}\t\r\n"
    var surface = Surface(size: Size(rows: 1, columns: 30))
    surface.write(risky, at: Point(row: 0, column: 0), style: .plain)
    #expect(surface.line(0).hasPrefix("␀␛␡��¬␣⌧⇄␤⇄⇄␣␉␤"))
    for scalar in surface.line(0).unicodeScalars {
      #expect(![.control, .format, .lineSeparator].contains(scalar.properties.generalCategory))
    }
  }

  @Test("a mark alone is drawn on a dotted circle")
  func loneMark() {
    var surface = Surface(size: Size(rows: 1, columns: 4))
    surface.write("\u{301}a", at: Point(row: 0, column: 0), style: .plain)
    #expect(surface.line(0) == "\u{25CC}\u{301}a  ")
  }

  @Test("a megabyte of anything is walked whole", arguments: ["a", "🇬", "\u{301}", "漢", "e\u{301}", "👨‍👩‍👧"])
  func long(_ unit: String) {
    let text = String(repeating: unit, count: 1_000_000 / unit.utf8.count)
    #expect(GlyphWalk(text).reduce(0) { $0 + $1.bytes } == text.utf8.count)
  }

  @Test("clipping and padding keep whole glyphs and exact columns")
  func clipping() {
    #expect(TextWidth.clip("Partnership Controls", columns: 12) == "Partnership…")
    #expect(TextWidth.clip("short", columns: 5) == "short")
    #expect(TextWidth.clip("日本語", columns: 4) == "日…")
    #expect(TextWidth.clip("abc", columns: 0) == "")
    #expect(TextWidth.prefix("日本語", columns: 3) == "日")
    #expect(TextWidth.pad("日本", columns: 7) == "日本   ")
    #expect(TextWidth.pad("ab", columns: 5, alignment: .trailing) == "   ab")
    #expect(TextWidth.columns(TextWidth.pad("日本語", columns: 4)) == 4)
  }

  @Test("what a curses cell cannot hold is drawn in as many columns")
  func drawnClusters() {
    // A C library that knows no emoji after Unicode 14 and gives marks no column.
    func width(_ scalar: Unicode.Scalar) -> Int {
      scalar == "\u{1FAE8}" ? -1 : ScalarWidth.columns(scalar)
    }
    let cases: [(String, [String])] = [
      ("🇬🇧", ["G", "B"]), ("👨‍👩‍👧", ["👨"]), ("\u{1FAE8}", ["�", " "]), ("1️⃣", ["1", " "]), ("❤️", ["❤", " "]),
      ("e\u{301}", ["e\u{301}"]), ("क्षि", ["क\u{94D}", "ष", "\u{93F}"]),
      ("e\u{301}\u{302}\u{303}\u{304}\u{305}", ["e\u{301}\u{302}\u{303}\u{304}"]),
    ]
    for (cluster, pieces) in cases {
      let drawn = DrawnCluster.pieces(of: cluster, columns: TextWidth.columns(cluster), width: width)
      let expected = pieces.map { Array($0.unicodeScalars) }
      #expect(drawn == expected, "\(cluster)")
    }
  }
}
