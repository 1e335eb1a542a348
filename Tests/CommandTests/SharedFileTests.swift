import BidTestSupport
import Testing

extension EndToEnd {
  @Suite("A file that someone else has too")
  struct SharedFileTests {
    @Test("a second instance on the same file is read-only and says who holds it")
    func secondInstance() throws {
      let sandbox = try Sandbox.withQuestion()
      let first = try TmuxTerminal(sandbox)
      try first.open(Sandbox.answer)
      try first.type("Mine.")
      try first.wait(forText: "Mine.")
      let second = try TmuxTerminal(sandbox, columns: 200)
      try second.open(Sandbox.answer)
      let holder = "pid \(try first.pid())"
      try second.wait(for: "who holds the file") { $0.shows(holder) && $0.shows("read-only") }
      try second.type("Theirs.")
      try second.press("C-s")
      try second.wait(for: "the refusal") { $0.shows(holder) && !$0.shows("Theirs.") }
      try second.quit()
      try first.save()
      #expect(try sandbox.text(of: Sandbox.answer).contains("Mine."))
    }

    /// What may be chosen when the file has changed, and what is then in which file.
    enum Way: String, CaseIterable {
      case later = "Go on writing"
      case both = "Keep both"
      case replace = "Replace the file"
      case reload = "Take the file's text"
    }

    @Test(
      "a file changed on disk is not overwritten unasked, and each option does what it says",
      arguments: Way.allCases)
    func changedOnDisk(_ way: Way) throws {
      let sandbox = try Sandbox.withLooseFile()
      let terminal = try TmuxTerminal(sandbox)
      try terminal.open("loose.md")
      try terminal.wait(forText: "First words.")
      try terminal.type("Mine. ")
      try terminal.wait(forText: "Mine. First")
      let theirs = "## Context\n\nTheir words.\n"
      try sandbox.write(theirs, to: "loose.md")
      try terminal.press("C-s")
      try terminal.wait(forText: "Changed on disk")
      #expect(try sandbox.text(of: "loose.md") == theirs)
      try terminal.choose(way.rawValue)
      switch way {
      case .later:
        try terminal.wait(forText: "Mine. First words.")
        #expect(try sandbox.text(of: "loose.md") == theirs)
      case .both:
        try terminal.wait(forText: "loose.mine.md")
        #expect(try sandbox.text(of: "loose.md") == theirs)
        #expect(try sandbox.text(of: "loose.mine.md") == "## Context\n\nMine. First words.\n")
      case .replace:
        try terminal.wait(forText: " Saved ")
        #expect(try sandbox.text(of: "loose.md") == "## Context\n\nMine. First words.\n")
      case .reload:
        try terminal.wait(for: "their words") { $0.shows("Their words.") && !$0.shows("Mine.") }
        #expect(try sandbox.text(of: "loose.md") == theirs)
      }
    }

    @Test("of a loose file's folder only the file itself is ever written")
    func looseFile() throws {
      let sandbox = try Sandbox.withLooseFile("Intro.\r\n\r\n## Notes\r\n\r\nFirst\r\nsecond.")
      try sandbox.write("other", to: "other.md")
      let before = try sandbox.shell("ls -lan --time-style=full-iso other.md; ls -A").output
      let terminal = try TmuxTerminal(sandbox)
      try terminal.open("loose.md")
      try terminal.type("Typed. ")
      try terminal.wait(forText: "Typed. ")
      try terminal.save()
      try terminal.quit()
      #expect(try sandbox.shell("ls -lan --time-style=full-iso other.md; ls -A").output == before)
      #expect(try sandbox.text(of: "loose.md") == "Typed. Intro.\r\n\r\n## Notes\r\n\r\nFirst\r\nsecond.")
    }
  }
}
