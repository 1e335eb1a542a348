import BidTestSupport
import Foundation
import Glibc
import Testing

extension EndToEnd {
  @Suite("Unsaved work after a run that died")
  struct RecoveryTests {
    private static let sentence = "Every word older than a moment must come back."

    @Test(
      "kill -9 in mid-sentence loses nothing that was typed a quarter of a second before; Recover brings it back"
    )
    func recovers() throws {
      let (sandbox, terminal) = try killedInMidSentence()
      try terminal.open(Sandbox.answer)
      try terminal.choose("Recover: put it")
      try terminal.wait(for: "the recovered text") { $0.shows(Self.sentence) && $0.shows("edited") }
      #expect(!(try sandbox.text(of: Sandbox.answer)).contains(Self.sentence), "nothing is written unasked")
      try terminal.save()
      #expect(try sandbox.text(of: Sandbox.answer).contains(Self.sentence))
      try terminal.quit()
      #expect(try sandbox.run("recover").output == "There is no unsaved work.\n")
    }

    @Test("Keep both writes the work beside the file and leaves the file")
    func keepsBoth() throws {
      let (sandbox, terminal) = try killedInMidSentence()
      let before = try sandbox.bytes(of: Sandbox.answer)
      try terminal.open(Sandbox.answer)
      try terminal.choose("Keep both")
      try terminal.wait(forText: "2.1-integration.recovered.md")
      #expect(try sandbox.bytes(of: Sandbox.answer) == before)
      #expect(try sandbox.text(of: "w/bids/d2a/answers/2.1-integration.recovered.md").contains(Self.sentence))
      try terminal.quit()
      #expect(try sandbox.run("recover").output == "There is no unsaved work.\n")
    }

    @Test("Discard drops the work, and it is not offered again")
    func discards() throws {
      let (sandbox, terminal) = try killedInMidSentence()
      let before = try sandbox.bytes(of: Sandbox.answer)
      try terminal.open(Sandbox.answer)
      try terminal.choose("Discard it")
      #expect(try !terminal.screen().shows(Self.sentence))
      try terminal.quit()
      #expect(try sandbox.bytes(of: Sandbox.answer) == before)
      #expect(try sandbox.run("recover").output == "There is no unsaved work.\n")
    }

    @Test("the recover command lists the work, and writes it beside its file")
    func command() throws {
      let (sandbox, _) = try killedInMidSentence()
      let list = try sandbox.run("recover")
      #expect(list.code == 0)
      #expect(list.output.contains("2.1-integration.md: "))
      let written = try sandbox.run("recover", Sandbox.answer)
      #expect(written.code == 0, "\(written.errors)")
      #expect(try sandbox.text(of: "w/bids/d2a/answers/2.1-integration.recovered.md").contains(Self.sentence))
      #expect(try sandbox.run("recover", Sandbox.answer).code == 1, "there is nothing left")
    }

    @Test(
      "the end of the process or of its terminal keeps the work", arguments: [SIGTERM, SIGHUP, 0])
    func keptBySignal(_ number: Int32) throws {
      let sandbox = try Sandbox.withQuestion()
      var terminal = try TmuxTerminal(sandbox)
      let settings = try stty(in: terminal, sandbox, name: "before")
      try terminal.open(Sandbox.answer)
      try terminal.type(Self.sentence)
      try terminal.wait(forText: Self.sentence)
      if number == 0 {
        // The terminal vanishes under the program.
        let process = try terminal.pid()
        terminal.end()
        try terminal.wait(forFact: "the end of the process") {
          // Its parent is gone too: where nobody waits for orphans it stays in the table as a zombie.
          let state = try sandbox.shell("ps -o stat= -p \(process)").output
          return state.isEmpty || state.hasPrefix("Z")
        }
        terminal = try TmuxTerminal(sandbox)
      } else {
        try terminal.signal(number)
        try terminal.waitForShell(code: 0)
        #expect(try stty(in: terminal, sandbox, name: "after") == settings, "the terminal is as it was")
      }
      #expect(try !sandbox.text(of: Sandbox.answer).contains(Self.sentence))
      try terminal.open(Sandbox.answer)
      try terminal.choose("Recover: put it")
      try terminal.wait(forText: Self.sentence)
    }

    @Test("a crash gives the terminal back, and the work is offered")
    func crash() throws {
      let sandbox = try Sandbox.withQuestion()
      let terminal = try TmuxTerminal(sandbox)
      let settings = try stty(in: terminal, sandbox, name: "before")
      try terminal.open(Sandbox.answer)
      try terminal.type(Self.sentence)
      try waitForJournal(in: terminal, sandbox)
      try terminal.signal(SIGSEGV)
      try terminal.wait(for: "the shell after the crash") { screen in
        !screen.isAlternate && screen.rows.contains { $0.hasPrefix("ended 1") }
      }
      #expect(try stty(in: terminal, sandbox, name: "after") == settings)
      try terminal.open(Sandbox.answer)
      try terminal.choose("Recover: put it")
      try terminal.wait(forText: Self.sentence)
    }

    /// A sentence typed, its journal written, and the program killed before anything was saved.
    private func killedInMidSentence() throws -> (Sandbox, TmuxTerminal) {
      let sandbox = try Sandbox.withQuestion()
      let terminal = try TmuxTerminal(sandbox)
      try terminal.open(Sandbox.answer)
      try terminal.type(Self.sentence)
      try waitForJournal(in: terminal, sandbox)
      try terminal.type("Newer than that")
      try terminal.signal(SIGKILL)
      try terminal.wait(forText: "ended 137")
      // After kill -9 nothing can leave the alternate screen for the program; a person types `reset`, and the line feed
      // itself, because a raw terminal makes none of Enter.
      try terminal.type("clear; stty sane; tput rmcup; tput cnorm")
      try terminal.press("C-j")
      try terminal.wait(for: "the main screen") { !$0.isAlternate }
      return (sandbox, terminal)
    }

    /// Waits until the journal of another process' eyes holds the whole sentence.
    private func waitForJournal(in terminal: TmuxTerminal, _ sandbox: Sandbox) throws {
      try terminal.wait(forText: Self.sentence)
      // The sentence's last letters are in the write-ahead log as soon as they are in the journal.
      try terminal.wait(forFact: "the journal's write", seconds: 5) {
        let found = try sandbox.shell("grep -rlaF 'come back.' '\(sandbox.folder)/state'")
        return found.code == 0
      }
    }

    private func stty(in terminal: TmuxTerminal, _ sandbox: Sandbox, name: String) throws -> String {
      try terminal.type("clear; stty -g > \(name); echo noted \(name)")
      try terminal.press("Enter")
      try terminal.wait(for: "the settings") { $0.rows.contains("noted \(name)") }
      return try sandbox.text(of: name)
    }
  }
}
