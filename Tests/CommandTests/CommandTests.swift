import BidTestSupport
import Foundation
import Testing

extension EndToEnd {
  @Suite("The commands outside the terminal")
  struct CommandTests {
    @Test(
      "the help of every command has an example",
      arguments: [
        "", "open", "new", "new workspace", "new bid", "new question", "status", "coverage", "kpis", "count",
        "export",
        "prove", "recover", "spell", "keys", "check", "commitments", "analyse", "evaluate",
        "template", "template list", "template show", "template new", "template check", "template test",
        "template diff", "template impact", "template apply",
      ])
    func help(_ command: String) throws {
      let arguments = command.split(separator: " ").map(String.init) + ["--help"]
      let result = try Sandbox().run(arguments: arguments)
      #expect(result.code == 0)
      #expect(result.output.contains("Example"))
      #expect(result.output.contains("fivefold \(command)"))
    }

    @Test("--version prints a version alone")
    func version() throws {
      let result = try Sandbox().run("--version")
      #expect(result.code == 0)
      #expect(result.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    }

    /// A command on the sample workspace, its exit code, and words of its output.
    struct Report: CustomTestStringConvertible {
      var arguments: String
      var code: Int32
      var words: [String]
      var testDescription: String { arguments }
    }

    @Test(
      "the reports speak of the sample workspace",
      arguments: [
        Report(arguments: "status sample", code: 0, words: ["Harbourside", "Integration", "/750 words"]),
        Report(arguments: "coverage sample", code: 0, words: ["Integration", "evidenced", "target"]),
        Report(arguments: "kpis sample", code: 1, words: ["{{flow.referral_to_start}}", "✓ 18", "◌ empty"]),
        Report(
          arguments: "count sample", code: 0, words: ["Counted by:", "Partnership Controls", "/750 words"]),
        Report(arguments: "keys", code: 0, words: ["Ctrl-S", "Takes back the newest change"]),
      ])
    func reports(_ report: Report) throws {
      let sandbox = try Sandbox()
      try sandbox.copySample()
      let result = try sandbox.run(arguments: report.arguments.split(separator: " ").map(String.init))
      #expect(result.code == report.code, "\(result.errors)")
      for word in report.words { #expect(result.output.contains(word), "‘\(word)’ in:\n\(result.output)") }
      #expect(
        try sandbox.shell("diff -r sample '\(ProgramUnderTest.sample)'").output == "",
        "a report writes nothing")
    }

    @Test("a count over the limit exits 1")
    func overLimit() throws {
      let sandbox = try Sandbox()
      try sandbox.mustRun("new", "workspace", "w")
      try sandbox.mustRun("new", "bid", "b", "--in", "w")
      try sandbox.mustRun("new", "question", "1", "Short", "--in", "w/bids/b", "--limit", "2 words")
      let name = "w/bids/b/answers/1-short.md"
      try sandbox.write(
        sandbox.text(of: name).replacing("## Context\n", with: "## Context\n\nOne two three.\n"), to: name)
      let result = try sandbox.run("count", "w")
      #expect(result.code == 1)
      #expect(result.output.contains("3/2 words (1 over)"))
      let export = try sandbox.run("export", "w", "--output", "out")
      #expect(export.code == 1)
      #expect(export.errors.contains("3 of 2 words"))
    }

    @Test("the export has one file a question and sums that check", arguments: ["portal", "md"])
    func export(_ format: String) throws {
      let sandbox = try Sandbox()
      try sandbox.copySample()
      let result = try sandbox.run("export", "sample", "--format", format, "--output", "out")
      #expect(result.code == 1, "some KPIs of the sample are empty")
      #expect(result.errors.contains("is still empty"))
      let questions = try sandbox.names(in: "sample/bids/harbourside-d2a/answers").count
      #expect(try sandbox.names(in: "out").count == questions + 1)
      #expect(try sandbox.shell("cd out && sha256sum --check --quiet SHA256SUMS").code == 0)
    }

    @Test(
      "what is not a command's usage exits 2 and says so",
      arguments: [
        ["nonsense", "path"], ["new", "question", "1", "T", "--limit", "soon"], ["export", "."],
        ["coverage", "--format", "xml"], ["status", "no-such-file"], ["new", "bid", "b"],
      ])
    func usage(_ arguments: [String]) throws {
      let result = try Sandbox().run(arguments: arguments)
      #expect(result.code == 2, "\(result.errors)")
      #expect(result.output.isEmpty)
      #expect(!result.errors.isEmpty)
    }

    @Test("nothing that is there is made anew")
    func noOverwriting() throws {
      let sandbox = try Sandbox.withQuestion()
      let before = try sandbox.shell("find w -type f | sort | xargs sha256sum").output
      for arguments in [
        ["new", "workspace", "w"], ["new", "bid", "d2a", "--in", "w"],
        ["new", "question", "2.1", "Integration", "--in", "w/bids/d2a"],
      ] {
        let result = try sandbox.run(arguments: arguments)
        #expect(result.code == 2)
        #expect(result.errors.contains("is already there"))
      }
      #expect(try sandbox.shell("find w -type f | sort | xargs sha256sum").output == before)
    }

    @Test("without a terminal the program says so in one line")
    func withoutTerminal() throws {
      let sandbox = try Sandbox.withLooseFile()
      let result = try sandbox.run("loose.md")
      #expect(result.code == 2)
      #expect(result.errorLines.count == 1)
      #expect(result.errors.contains("needs a terminal"))
    }

    @Test("make run without a terminal says so in one line, before it builds anything")
    func makeRun() throws {
      let result = try ChildCommand(
        program: "make", arguments: ["--no-print-directory", "run"],
        environment: try Sandbox().environment, folder: ProgramUnderTest.root
      ).run()
      #expect(result.code != 0)
      #expect(result.errorLines.count == 1, "\(result.errors)")
      #expect(result.errors.contains("needs a terminal"))
    }
  }
}
