import BidTestSupport
import Foundation
import Testing

extension EndToEnd {
  @Suite("Spelling, on the command line and in the terminal")
  struct SpellingTests {
    @Test("the sample workspace has no misspelt word, and says nothing")
    func clean() throws {
      let sandbox = try Sandbox()
      try sandbox.copySample()
      let result = try sandbox.run("spell", "sample")
      #expect(
        result.code == 0 && result.output == "" && result.errors == "", "\(result.output)\(result.errors)")
    }

    @Test("each misspelt word is listed with the place where the file has it, and exits 1")
    func listed() throws {
      let sandbox = try Sandbox()
      try sandbox.write("## Context\n\nWe recieve é a wrod.\n- \\*a wrod in\n  a line, wrod\n", to: "a.md")
      let result = try sandbox.run("spell", "a.md", "--suggestions", "1")
      #expect(result.code == 1)
      #expect(
        result.output == """
          a.md:3:4: recieve → receive
          a.md:3:16: wrod → word
          a.md:4:7: wrod → word
          a.md:5:11: wrod → word

          """)
      #expect(try sandbox.run("spell", "a.md", "--suggestions", "0").output.hasPrefix("a.md:3:4: recieve\n"))
    }

    @Test("an answer alone is listed when it is named, and words.txt is known")
    func oneAnswer() throws {
      let sandbox = try Sandbox.withQuestion()
      let name = "w/bids/d2a/answers/" + (try sandbox.names(in: "w/bids/d2a/answers")[0])
      try sandbox.write(
        sandbox.text(of: name).replacing("## Context\n", with: "## Context\n\nA flimflop wrod.\n"), to: name)
      #expect(try sandbox.run("spell", name).output.contains("flimflop"))
      try sandbox.write("flimflop\n", to: "w/words.txt")
      let result = try sandbox.run("spell", name)
      #expect(!result.output.contains("flimflop") && result.output.contains(": wrod → word"))
    }

    @Test("a word typed wrong is underlined in the terminal, and F7 and Enter mend it in the file")
    func terminal() throws {
      let sandbox = try Sandbox()
      try sandbox.write("## Context\n\nStart.\n", to: "a.md")
      let terminal = try TmuxTerminal(sandbox)
      try terminal.open("a.md")
      try terminal.press("C-Home", "End")
      try terminal.type(" We recieve it. ")
      try terminal.wait(forFact: "an underlined word") {
        let styled = try terminal.styledScreen()
        return styled.contains(/\[([0-9]+;)*4(;[0-9]+)*m(\u{1B}\[[0-9;]*m)*recieve/)
      }
      try terminal.press("F7")
      try terminal.wait(for: "suggestions") { $0.shows("Spelling: ‘recieve’") && $0.shows("▸ receive") }
      try terminal.press("Enter")
      try terminal.wait(for: "the end of the box") {
        $0.shows("No misspelt words") && $0.shows("We receive it.")
      }
      try terminal.press("C-s")
      try terminal.wait(forText: "Saved")
      #expect(try sandbox.text(of: "a.md") == "## Context\n\nStart. We receive it. \n")
      try terminal.press("C-q")
    }
  }
}
