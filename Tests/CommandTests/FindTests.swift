import BidTestSupport
import Testing

extension EndToEnd {
  /// Finding, going back behind a closed program, and the person's own editor, in a real terminal.
  @Suite struct FindTests {
    @Test("find and replace, and undo after closing and opening again")
    func replaceAndReopen() throws {
      let sandbox = try Sandbox.withLooseFile("## Context\n\nOne partner and one partner.\n")
      let terminal = try TmuxTerminal(sandbox)
      try terminal.open("loose.md")
      try terminal.press("C-r")
      try terminal.wait(forText: "Find and replace")
      try terminal.type("partner")
      try terminal.wait(forText: "1 of 2")
      try terminal.press("Tab")
      try terminal.type("friend")
      try terminal.press("Enter")
      try terminal.wait(forText: "Replace · 2 of 2")
      try terminal.press("Enter")
      try terminal.wait(forText: "One friend and one friend.")
      try terminal.save()
      try terminal.quit()
      #expect(try sandbox.text(of: "loose.md") == "## Context\n\nOne friend and one friend.\n")
      try terminal.open("loose.md")
      try terminal.press("C-z")
      try terminal.wait(forText: "One partner and one partner.")
      try terminal.save()
      try terminal.quit()
      #expect(try sandbox.text(of: "loose.md") == "## Context\n\nOne partner and one partner.\n")
    }

    @Test("what is found in another bid is gone to, in the same terminal, and back by its name")
    func otherBid() throws {
      let sandbox = try Sandbox()
      try sandbox.write("organisation: Test\n", to: "bids/fivefold.yaml")
      for (bid, words) in [("one", "Here is one otter."), ("two", "Elsewhere are two otters.")] {
        try sandbox.write("title: Bid \(bid)\nbuyer: B\n", to: "bids/bids/\(bid)/bid.yaml")
        try sandbox.write(
          "---\nquestion: 1\n---\n\n## Context\n\n\(words)\n", to: "bids/bids/\(bid)/answers/1.md")
      }
      let terminal = try TmuxTerminal(sandbox)
      try terminal.open("bids/bids/one")
      try terminal.wait(forText: "Here is one otter.")
      try terminal.press("C-f")
      try terminal.type("two otters")
      try terminal.press("C-t", "C-t", "Enter")
      try terminal.wait(forText: "Found in other bids")
      try terminal.press("Enter")
      try terminal.wait(for: "the other bid") { $0.shows("Elsewhere are two otters.") && $0.shows("Bid two") }
      // The words that were found are selected: typing takes their place.
      try terminal.type("three stoats")
      try terminal.wait(forText: "Elsewhere are three stoats.")
      try terminal.press("C-g")
      try terminal.type("one")
      try terminal.press("Enter")
      try terminal.wait(forText: "Save and go there")
      try terminal.press("Enter")
      try terminal.wait(for: "the first bid") { $0.shows("Here is one otter.") && $0.shows("Bid one") }
      #expect(try sandbox.text(of: "bids/bids/two/answers/1.md").contains("Elsewhere are three stoats."))
      try terminal.quit()
    }

    @Test("what is copied is in tmux' own buffer, whatever its length")
    func tmuxBuffer() throws {
      let words = String(repeating: "Each ward rings the hub by noon. ", count: 4_000)
      let sandbox = try Sandbox.withLooseFile("## Context\n\n\(words)\n")
      let terminal = try TmuxTerminal(sandbox, tellsOfTmux: true)
      try terminal.open("loose.md")
      try terminal.press("C-a", "C-c")
      try terminal.wait(forFact: "the buffer") {
        let names = try terminal.tmux(["list-buffers"])
        guard !names.isEmpty else { return false }
        return try terminal.tmux(["show-buffer"]).contains(words.dropLast())
      }
      try terminal.quit()
    }

    @Test("the person's editor has the terminal, and what it wrote comes back as one step")
    func ownEditor() throws {
      let sandbox = try Sandbox.withLooseFile()
      let script =
        "stty -a | grep -q ' icanon' && echo cooked\necho in the editor\nread line\nprintf '%s\\n' \"$line\" >>\"$1\"\n"
      try sandbox.write("#!/bin/sh\n" + script, to: "editor.sh")
      let terminal = try TmuxTerminal(
        sandbox, changing: ["EDITOR": "sh '\(sandbox.path("editor.sh"))'", "VISUAL": ""])
      try terminal.open("loose.md")
      try terminal.press("M-!")
      try terminal.wait(for: "the editor") {
        !$0.isAlternate && $0.shows("cooked") && $0.shows("in the editor")
      }
      try terminal.type("typed elsewhere")
      try terminal.press("Enter")
      try terminal.wait(for: "the program") { $0.isAlternate && $0.shows("typed elsewhere") }
      try terminal.wait(forText: "Taken back from sh")
      try terminal.press("C-z")
      try terminal.wait(for: "the undo") { !$0.shows("typed elsewhere") }
      try terminal.press("C-y")
      try terminal.wait(forText: "typed elsewhere")
      try terminal.save()
      #expect(try sandbox.text(of: "loose.md") == "## Context\n\nFirst words.\ntyped elsewhere\n")
      try terminal.quit()
    }

    @Test("an editor that is stopped gives the shell back, and fg goes on with it")
    func stoppedEditor() throws {
      let sandbox = try Sandbox.withLooseFile()
      try sandbox.write("echo in the editor\nread line\n", to: "editor.sh")
      let terminal = try TmuxTerminal(
        sandbox, changing: ["EDITOR": "sh '\(sandbox.path("editor.sh"))'", "VISUAL": ""])
      try terminal.open("loose.md")
      try terminal.press("M-!")
      try terminal.wait(forText: "in the editor")
      try terminal.press("C-z")
      try terminal.wait(for: "the shell") { !$0.isAlternate && $0.rows.last { !$0.isEmpty } == "ready>" }
      try terminal.type("fg")
      try terminal.press("Enter")
      try terminal.press("Enter")
      try terminal.wait(for: "the program") { $0.isAlternate && $0.shows("Nothing was changed in sh.") }
      // The shell has told the job's end when it was stopped, and tells no other.
      try terminal.press("C-q")
      try terminal.wait(for: "the shell") { !$0.isAlternate && $0.rows.last { !$0.isEmpty } == "ready>" }
      try terminal.type("stty -a | grep -o ' icanon'")
      try terminal.press("Enter")
      try terminal.wait(for: "a cooked terminal") { $0.rows.contains(" icanon") }
    }
  }
}
