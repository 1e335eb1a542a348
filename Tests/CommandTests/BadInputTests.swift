import BidTestSupport
import Foundation
import Glibc
import Testing

extension EndToEnd {
  @Suite("Files that cannot be opened")
  struct BadInputTests {
    /// A file that is refused: how it is made, and what the sentence says.
    struct Bad: CustomTestStringConvertible {
      var name: String
      /// The shell that makes it in the place to work.
      var made: String
      var words: String
      var testDescription: String { name }
    }

    private static let bad = [
      Bad(
        name: "bytes.md", made: "printf '## Context\\n\\nab\\377c\\n' > bytes.md",
        words: "line 3 is not UTF-8"),
      Bad(
        name: "open.md", made: "printf -- '---\\nlimit: 5 words\\n\\n## Context\\n' > open.md",
        words: "never closed"),
      Bad(name: "pipe.md", made: "mkfifo pipe.md", words: "a named pipe"),
      Bad(name: "huge.md", made: "truncate -s 200M huge.md", words: "holds 200 MiB"),
      Bad(name: "missing/deep.md", made: "true", words: "missing"),
      Bad(name: "gone.md", made: "ln -s nowhere gone.md", words: "link"),
    ]

    @Test("a report on it says why in one sentence with the path, exits 2, and leaves it", arguments: bad)
    func report(_ bad: Bad) throws {
      let sandbox = try Sandbox()
      try sandbox.shell(bad.made)
      let before = try sandbox.shell("ls -lan --time-style=full-iso; cksum bytes.md open.md").output
      let result = try sandbox.run("count", bad.name)
      expectRefusal(result, path: bad.name, words: bad.words)
      #expect(try sandbox.shell("ls -lan --time-style=full-iso; cksum bytes.md open.md").output == before)
    }

    @Test("opening it in a terminal says the same and leaves the screen alone", arguments: bad)
    func open(_ bad: Bad) throws {
      let sandbox = try Sandbox()
      try sandbox.shell(bad.made)
      let terminal = try TmuxTerminal(sandbox, columns: 250)
      try terminal.start([bad.name])
      let screen = try terminal.wait(for: "the shell") { $0.rows.contains { $0.hasPrefix("ended ") } }
      #expect(screen.rows.contains("ended 2"), "\(screen.text)")
      #expect(!screen.isAlternate)
      #expect(screen.shows(bad.words), "\(screen.text)")
    }

    @Test("a folder that is no workspace is refused with the way out")
    func folder() throws {
      let sandbox = try Sandbox()
      try sandbox.write("x", to: "notes/a.txt")
      expectRefusal(try sandbox.run("status", "notes"), path: "notes", words: "fivefold.yaml")
    }

    @Test(
      "broken YAML is refused with its line",
      arguments: [("fivefold.yaml", "w/fivefold.yaml"), ("bid.yaml", "w/bids/d2a/bid.yaml")])
    func brokenYAML(_ name: String, _ path: String) throws {
      let sandbox = try Sandbox.withQuestion()
      let text = "title: \"open\nbuyer: [\n"
      try sandbox.write(text, to: path)
      let result = try sandbox.run("status", "w/bids/d2a")
      expectRefusal(result, path: name, words: name + ":")
      #expect(try sandbox.text(of: path) == text)
    }

    @Test("a template that is not there is named with where it was looked for")
    func unknownTemplate() throws {
      let sandbox = try Sandbox.withQuestion()
      let bid = try sandbox.text(of: "w/bids/d2a/bid.yaml")
      try sandbox.write(bid + "template: six-part\n", to: "w/bids/d2a/bid.yaml")
      expectRefusal(try sandbox.run("status", "w"), path: "six-part", words: "Looked in")
    }

    @Test("control characters in a file's name are shown, never sent")
    func controlCharacters() throws {
      let sandbox = try Sandbox()
      let name = "a\u{1B}[31mred\u{7}\nb.md"
      for arguments in [["count", name], ["status", name], [name]] {
        let result = try sandbox.run(arguments: arguments)
        #expect(result.code == 2)
        expectNoControls(result)
      }
      try sandbox.write([0x61, 0xFF], to: name)
      let result = try sandbox.run("count", name)
      expectRefusal(result, path: "red", words: "not UTF-8")
    }

    @Test(
      "a file that may not be written opens read-only, and a read-only folder is said when saving",
      .enabled(if: getuid() == 0, "as another user it would need a second one"))
    func readOnly() throws {
      let sandbox = try Sandbox.withLooseFile()
      try sandbox.shell(
        "chmod 0444 loose.md; chmod 0755 '\(sandbox.folder)'; chown -R nobody ../state ../home")
      let terminal = try TmuxTerminal(sandbox, columns: 160)
      try terminal.type("su nobody -s /bin/sh")
      try terminal.press("Enter")
      try terminal.wait(for: "the other user's shell") {
        $0.rows.contains("$") || $0.rows.filter { $0 == "ready>" }.count > 0
      }
      try terminal.type("HOME='\(sandbox.folder)/home' '\(ProgramUnderTest.path)' loose.md; echo ended $?")
      try terminal.press("Enter")
      try terminal.wait(for: "a read-only text or why not") { screen in
        screen.isAlternate
          ? screen.shows("read-only") : screen.shows("ended 126") || screen.shows("ended 127")
      }
      guard try terminal.screen().isAlternate else { return }
      try terminal.type("No. ")
      try terminal.wait(for: "the refusal") { $0.shows("may not be written") && !$0.shows("No. First") }
      #expect(try sandbox.text(of: "loose.md") == "## Context\n\nFirst words.\n")
    }

    /// Exit code 2, nothing on standard output, one line on standard error with the path, and no escape.
    private func expectRefusal(
      _ result: CommandResult, path: String, words: String, at place: SourceLocation = #_sourceLocation
    ) {
      #expect(result.code == 2, "\(result.errors)", sourceLocation: place)
      #expect(result.output.isEmpty, sourceLocation: place)
      #expect(result.errorLines.count == 1, "\(result.errors)", sourceLocation: place)
      #expect(result.errors.contains(path), "\(result.errors)", sourceLocation: place)
      #expect(result.errors.contains(words), "\(result.errors)", sourceLocation: place)
      expectNoControls(result, at: place)
    }

    private func expectNoControls(_ result: CommandResult, at place: SourceLocation = #_sourceLocation) {
      let controls = (result.output + result.errors).utf8.filter { ($0 < 0x20 && $0 != 0x0A) || $0 == 0x7F }
      #expect(controls.isEmpty, "\(result.errors.debugDescription)", sourceLocation: place)
    }
  }
}
