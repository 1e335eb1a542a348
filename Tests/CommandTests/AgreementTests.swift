import BidTestSupport
import Testing

extension EndToEnd {
  @Suite("The memory terminal shows what the real one shows")
  struct AgreementTests {
    @Test("the sample workspace, row by row", arguments: [(80, 24), (120, 36), (200, 50), (20, 5)])
    func sample(_ columns: Int, _ rows: Int) throws {
      let sandbox = try Sandbox()
      try sandbox.copySample()
      try compare("sample", in: sandbox, columns: columns, rows: rows)
    }

    @Test("letters of every kind, row by row")
    func letters() throws {
      let sandbox = try Sandbox.withLooseFile(
        """
        ## Context

        Combining: e\u{301} a\u{308}\u{304} q\u{307}\u{323}\u{304}\u{302} end.

        CJK: 日本語の文 한국어 中文 end.

        Emoji: 😀 👨‍👩‍👧‍👦 👩🏽‍⚕️ ❤️ 🇬🇧🇫🇷 👍🏿 🫨 end.

        Right to left: שלום עולם مرحبا end.

        Indic: क्षत्रिय नमस्ते end.

        Tab:\there and\tthere.

        Controls: bell\u{7} escape\u{1B}[31mred delete\u{7F} next\u{85} end.

        Invisible: zero\u{200B}width joiner\u{200D}x soft\u{AD}hyphen bidi\u{202E}rev end.

        """)
      try compare("loose.md", in: sandbox, columns: 120, rows: 36)
    }

    private func compare(_ path: String, in sandbox: Sandbox, columns: Int, rows: Int) throws {
      let expected = try MemoryScreen(
        of: sandbox.path(path), in: sandbox, size: .init(rows: rows, columns: columns)
      ).rows
      let terminal = try TmuxTerminal(sandbox, columns: columns, rows: rows)
      try terminal.open(path)
      // What differs at the end says more than that it never came.
      _ = try? terminal.wait(for: "the same rows", seconds: 8) { $0.rows == expected }
      let shown = try terminal.screen().rows
      #expect(shown.count == expected.count)
      for (row, pair) in zip(shown, expected).enumerated() {
        #expect(
          Array(pair.0.unicodeScalars) == Array(pair.1.unicodeScalars), "row \(row)\n\(pair.0)\n\(pair.1)")
      }
    }
  }
}
