import BidTestSupport
import Foundation
import Testing

extension EndToEnd {
  @Suite("Reading sentences from a file")
  struct AnalyseTests {
    private static let line =
      #"{"id":"X1-1","part":"Our Role","paragraph":"X1","text":"The matron visits every day."}"#

    @Test("analyse writes one object a line, the same in every run")
    func analyse() throws {
      let sandbox = try Sandbox()
      try sandbox.write(Self.line + "\n\n" + Self.line + "\n", to: "in.jsonl")
      let command = "'\(ProgramUnderTest.path)' analyse --jsonl < in.jsonl"
      let result = try sandbox.shell(command)
      #expect(result.code == 0, "\(result.errors)")
      let lines = result.output.split(separator: "\n")
      #expect(lines.count == 2 && lines[0] == lines[1])
      for part in [#""signals":["role","cadence"]"#, #""pitfall":null"#, #""words":"matron""#] {
        #expect(lines[0].contains(part), "\(part) in \(lines[0])")
      }
      #expect(try sandbox.shell(command).output == result.output)
    }

    @Test(
      "a line that cannot be read is refused with its number",
      arguments: [#"{"id":"X1-2"}"#, "not JSON", #"{"id":3,"text":"x"}"#, "[]"])
    func refuses(line: String) throws {
      let sandbox = try Sandbox()
      try sandbox.write(Self.line + "\n" + line + "\n", to: "in.jsonl")
      let result = try sandbox.shell("'\(ProgramUnderTest.path)' analyse --jsonl < in.jsonl")
      #expect(result.code == 2 && result.output.isEmpty)
      #expect(result.errors.contains(":2:"), "\(result.errors)")
    }

    @Test("census refuses such a line with its number, and train takes no option that has no say")
    func census() throws {
      let sandbox = try Sandbox()
      try sandbox.write(Self.line + "\nnot JSON\n", to: "in.jsonl")
      let result = try sandbox.run("census", "in.jsonl")
      #expect(result.code == 2 && result.output.isEmpty)
      #expect(result.errors.contains("in.jsonl:2: this is not an object of JSON."), "\(result.errors)")
      for command in ["census", "train"] {
        #expect(try sandbox.run(command, "in.jsonl", "--patterns-only").errors.contains("--patterns-only"))
      }
    }

    @Test("evaluate scores labels, lists what differs, and refuses a label it does not know")
    func evaluate() throws {
      let sandbox = try Sandbox()
      let labels = #","themes":[],"signals":["role"],"chain":["activity"],"pitfall":null}"#
      try sandbox.write(Self.line.dropLast() + labels + "\n", to: "gold.jsonl")
      let result = try sandbox.run("evaluate", "gold.jsonl")
      #expect(result.code == 0, "\(result.errors)")
      #expect(result.output.contains("False alarms: 1") && result.output.contains("cadence  X1-1"))
      #expect(!(try sandbox.run("evaluate", "gold.jsonl", "--quiet").output.contains("False alarms")))
      let json = try sandbox.run("evaluate", "gold.jsonl", "--format", "json").output
      #expect(try JSONSerialization.jsonObject(with: Data(json.utf8)) is [String: Any])
      try sandbox.write(Self.line.dropLast() + #","themes":["integrity"]}"#, to: "bad.jsonl")
      let refused = try sandbox.run("evaluate", "bad.jsonl")
      #expect(refused.code == 2 && refused.errors.contains("integrity"))
      #expect(try sandbox.run("evaluate", "missing.jsonl").code == 2)
    }
  }
}
