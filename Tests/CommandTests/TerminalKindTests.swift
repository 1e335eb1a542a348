import BidTestSupport
import Testing

extension EndToEnd {
  @Suite("Kinds and sizes of terminals")
  struct TerminalKindTests {
    @Test(
      "the program starts, takes text and ends on every kind of terminal",
      arguments: ["screen", "xterm", "tmux-256color", "linux"])
    func kinds(_ kind: String) throws {
      try typeAndLeave(try Sandbox.withLooseFile(), kind: kind)
    }

    @Test("without LANG the text is still drawn as UTF-8")
    func withoutLanguage() throws {
      try typeAndLeave(
        try Sandbox.withLooseFile("## Context\n\nFirst — “words” é.\n"), changing: ["LANG": ""])
    }

    private func typeAndLeave(
      _ sandbox: Sandbox, kind: String = "tmux-256color", changing changes: [String: String] = [:]
    ) throws {
      let text = try sandbox.text(of: "loose.md").split(separator: "\n").last ?? ""
      let terminal = try TmuxTerminal(sandbox, kind: kind, changing: changes)
      try terminal.open("loose.md")
      try terminal.wait(forText: String(text))
      try terminal.type("Té. ")
      try terminal.wait(forText: "Té. " + text)
      try terminal.save()
      try terminal.quit()
      #expect(try sandbox.text(of: "loose.md") == "## Context\n\nTé. \(text)\n")
    }

    @Test(
      "the text is on screen at every size",
      arguments: [(80, 24), (120, 36), (200, 50), (20, 5), (3, 2), (1, 1)])
    func sizes(_ columns: Int, _ rows: Int) throws {
      let sandbox = try Sandbox.withLooseFile("## Context\n\nAb\n")
      let terminal = try TmuxTerminal(sandbox)
      try terminal.open("loose.md")
      try terminal.resize(columns: columns, rows: rows)
      try terminal.wait(for: "\(columns)×\(rows)") { screen in
        screen.rows.count == rows && (columns < 4 || screen.shows("Ab"))
      }
      try terminal.resize(columns: 120, rows: 36)
      try terminal.wait(for: "the large screen") {
        $0.shows("Ab") && $0.rows.count == 36 && $0.shows("Coverage")
      }
      try terminal.quit()
    }

    @Test("a storm of resizes ends in the last size's screen, with the text unharmed")
    func storm() throws {
      let sandbox = try Sandbox.withLooseFile()
      let terminal = try TmuxTerminal(sandbox)
      try terminal.open("loose.md")
      let calm = try terminal.wait(for: "the panes") { $0.shows("First words.") && $0.shows("target!") }
      for step in 0..<60 { try terminal.resize(columns: 2 + step * 37 % 180, rows: 1 + step * 23 % 60) }
      try terminal.resize(columns: 120, rows: 36)
      try terminal.wait(for: "the first screen again") { $0.text == calm.text }
      try terminal.quit()
    }

    @Test("NO_COLOR leaves no colour on the screen, and without it there is some")
    func noColor() throws {
      for (value, wanted) in [("1", false), ("", true)] {
        let terminal = try TmuxTerminal(try Sandbox.withLooseFile(), changing: ["NO_COLOR": value])
        try terminal.open("loose.md")
        try terminal.wait(forText: "target!")
        let sequences = try terminal.styledScreen().matches(of: /\u{1B}\[([0-9;:]*)m/).flatMap { match in
          match.1.split(separator: ";").compactMap { Int($0.prefix { $0 != ":" }) }
        }
        #expect(!sequences.isEmpty, "bold and reverse are used all the same")
        let colours = sequences.filter {
          (30...49).contains($0) && $0 != 39 && $0 != 49 || (90...107).contains($0)
        }
        #expect(colours.isEmpty != wanted, "NO_COLOR=\(value): \(colours)")
        try terminal.quit()
      }
    }

    @Test("a bracketed paste of 50 KB is one step to undo")
    func paste() throws {
      let sandbox = try Sandbox.withLooseFile("## Context\n\nEnd.\n")
      let terminal = try TmuxTerminal(sandbox)
      try terminal.open("loose.md")
      try terminal.wait(forText: "End.")
      let text = (1...1000).map { "Sentence \($0) of the paste speaks of partners and care." }.joined(
        separator: " ")
      #expect(text.utf8.count > 50_000)
      try terminal.paste(text)
      try terminal.wait(forText: "Sentence 1000")
      try terminal.save()
      #expect(try sandbox.text(of: "loose.md") == "## Context\n\n\(text)End.\n")
      try terminal.press("C-z")
      try terminal.wait(for: "the undo") { $0.shows("End.") && !$0.shows("Sentence") }
      try terminal.save()
      #expect(try sandbox.text(of: "loose.md") == "## Context\n\nEnd.\n")
      try terminal.quit()
    }

    @Test("suspend gives the shell back, and fg the program with its text")
    func suspend() throws {
      let terminal = try TmuxTerminal(try Sandbox.withLooseFile())
      try terminal.open("loose.md")
      try terminal.type("Kept. ")
      try terminal.wait(forText: "Kept. First")
      try terminal.press("F2")
      try terminal.wait(forText: "Commands")
      try terminal.type("suspend")
      try terminal.wait(forText: "> suspend")
      try terminal.press("Enter")
      try terminal.wait(for: "the shell") { !$0.isAlternate && $0.rows.contains("ready>") }
      try terminal.type("fg")
      try terminal.press("Enter")
      try terminal.wait(for: "the program") { $0.isAlternate && $0.shows("Kept. First words.") }
      try terminal.type("On. ")
      try terminal.wait(forText: "Kept. On. First words.")
    }
  }
}
