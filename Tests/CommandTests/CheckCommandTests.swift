import BidTestSupport
import Foundation
import Testing

extension EndToEnd {
  @Suite("fivefold check and commitments")
  struct CheckCommandTests {
    @Test("warnings alone exit 0, an error 1, a mistake in the command or a path that is not there 2")
    func exitCodes() throws {
      let sandbox = try Sandbox()
      try sandbox.copySample()
      #expect(try sandbox.run("check", "sample").code == 0)
      try sandbox.write("## Context\n\nThe lead is TBC.\n", to: "note.md")
      let result = try sandbox.run("check", "note.md")
      #expect(result.code == 1)
      #expect(
        result.output.hasPrefix("note.md:3:13: error leftover-note: A note is left in the text: \"TBC\"."))
      for arguments in [
        ["check", "nowhere.md"], ["check", "--format", "xml"], ["check", "--stdin", "note.md"],
        ["check", "--markdown"],
      ] {
        let result = try sandbox.run(arguments: arguments)
        #expect(result.code == 2 && result.output.isEmpty && !result.errors.isEmpty, "\(arguments)")
      }
    }

    @Test("text on standard input is checked, and a note lets a finding stand that --ignored lists")
    func standardInput() throws {
      let sandbox = try Sandbox()
      try sandbox.write("See Q3.\n\n<!-- fivefold: ignore leftover-note a form's name -->\n\nTBC\n", to: "in")
      let program = "'\(ProgramUnderTest.path)'"
      let result = try sandbox.shell("\(program) check --stdin < in")
      #expect(result.code == 0)
      #expect(result.output.contains("stdin:1:1: warning cross-reference"))
      #expect(result.output.hasSuffix("1 warning; 1 ignored.\n"))
      let ignored = try sandbox.shell("\(program) check --stdin --ignored < in")
      #expect(
        ignored.output.contains("stdin:5:1: ignored leftover-note")
          && ignored.output.contains("a form's name"))
    }

    @Test("JSON and SARIF are one document each, the same every time")
    func formats() throws {
      let sandbox = try Sandbox()
      try sandbox.copySample()
      for format in ["json", "sarif"] {
        let first = try sandbox.run("check", "sample", "--format", format)
        #expect(first.code == 0 && first.errors.isEmpty)
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(first.output.utf8)) }
        #expect(try sandbox.run("check", "sample", "--format", format).output == first.output)
        #expect(first.output.contains("sample/bids/harbourside-d2a/answers/3.2-equity.md"))
      }
    }

    @Test("one answer is told of alone, a path given twice once")
    func onlyOne() throws {
      let sandbox = try Sandbox()
      try sandbox.copySample()
      let answer = "sample/bids/harbourside-d2a/answers/3.2-equity.md"
      let lines = try sandbox.run("check", answer, answer).output.split(separator: "\n")
      #expect(lines.count > 1 && lines.dropLast().allSatisfy { $0.hasPrefix(answer) })
      #expect(Set(lines).count == lines.count)
    }

    @Test("commitments say who, when and where")
    func commitments() throws {
      let sandbox = try Sandbox()
      try sandbox.write("## Our Role\n\nOur nurse will ring each person every week.\n", to: "a.md")
      let result = try sandbox.run("commitments", "a.md")
      #expect(result.code == 0)
      #expect(result.output.hasPrefix("a.md:3:1: promise · Our nurse · every week · "))
    }
  }
}
