import BidTestSupport
import Testing

extension EndToEnd {
  /// The mouse, as a terminal reports it: SGR bytes on the way in.
  @Suite("The mouse")
  struct MouseTests {
    /// Sends a report of the mouse; columns and rows from 1.
    private func mouse(_ code: Int, _ column: Int, _ row: Int, end: String = "M", _ terminal: TmuxTerminal)
      throws
    {
      try terminal.type("\u{1B}[<\(code);\(column);\(row)\(end)")
    }

    @Test("a click puts the cursor, a drag selects, the wheel scrolls")
    func mouse() throws {
      let lines = (1...60).map { "Paragraph \($0) of the text." }.joined(separator: "\n\n")
      let sandbox = try Sandbox.withLooseFile("## Context\n\n\(lines)\n")
      let terminal = try TmuxTerminal(sandbox, columns: 80, rows: 24)
      try terminal.open("loose.md")
      let screen = try terminal.wait(forText: "Paragraph 2 of the text.")
      let row = (screen.rows.firstIndex { $0.contains("Paragraph 2 of") } ?? 0) + 1
      let text = screen.rows[row - 1]
      let start = text.firstRange(of: "Paragraph").map {
        text.distance(from: text.startIndex, to: $0.lowerBound)
      }
      let column = (start ?? 0) + 1
      try mouse(0, column + 4, row, terminal)
      try mouse(0, column + 4, row, end: "m", terminal)
      try terminal.wait(for: "the cursor") { $0.cursor == (row - 1, column + 3) }
      try mouse(0, column, row, terminal)
      try mouse(32, column + 9, row, terminal)
      try mouse(0, column + 9, row, end: "m", terminal)
      try terminal.type("Section")
      try terminal.wait(forText: "Section 2 of the text.")
      for _ in 0..<4 { try mouse(65, column, row, terminal) }
      try terminal.wait(for: "the text to scroll") { !$0.shows("Paragraph 1 of") }
      try terminal.press("C-q")
      try terminal.choose("Quit without saving")
      try terminal.waitForShell(code: 0)
    }
  }
}
