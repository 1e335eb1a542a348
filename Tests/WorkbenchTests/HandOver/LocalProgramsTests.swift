import Glibc
import Testing

@testable import Workbench

/// Programs of this machine, really started.
@Suite(.serialized) struct LocalProgramsTests {
  private func filter(_ input: String, _ arguments: String..., limit: Int = 1_000_000, seconds: Int = 10)
    -> FilterResult
  {
    var programs = LocalPrograms()
    programs.outputLimit = limit
    programs.seconds = seconds
    return programs.filter(
      Array(input.utf8), through: arguments, environment: ["PATH": "/usr/bin:/bin", "WORD": "x y"])
  }

  @Test("a filter's output is what it printed of its input")
  func output() {
    let result = filter("one\ntwo\n", "tr", "a-z", "A-Z")
    #expect(result == FilterResult(end: .exited(0), output: Array("ONE\nTWO\n".utf8)))
    #expect(filter("", "cat").output.isEmpty)
  }

  @Test("more than a pipe holds goes through")
  func large() {
    let text = String(repeating: "0123456789abcde\n", count: 30_000)
    #expect(filter(text, "cat").output.count == text.utf8.count)
  }

  @Test("no shell reads the arguments, and the environment is the one given")
  func noShell() {
    #expect(
      String(decoding: filter("", "printf", "%s", "$WORD; echo no").output, as: UTF8.self) == "$WORD; echo no"
    )
    #expect(String(decoding: filter("", "printenv", "WORD").output, as: UTF8.self) == "x y\n")
  }

  @Test("failures are told apart")
  func failures() {
    #expect(filter("", "no-such-program-here").end == .notStarted("there is no such program"))
    let failed = filter("", "ls", "/no/such/folder")
    #expect(failed.end != .exited(0) && failed.firstError.contains("/no/such/folder"))
    #expect(filter("", "sh", "-c", "kill -9 $$").end == .signalled(9))
    #expect(filter("", "yes", limit: 10_000).end == .printedTooMuch(bytes: 10_000))
    #expect(filter("", "sh", "-c", "sleep 60 & wait", seconds: 0).end == .tookTooLong(seconds: 0))
    var asked = 0
    let givenUp = LocalPrograms().filter(
      [], through: ["sleep", "60"], environment: ["PATH": "/usr/bin:/bin"]
    ) {
      asked += 1
      return asked > 2
    }
    #expect(givenUp.end == .givenUp)
  }

  @Test("a program on the terminal gives its exit code")
  func onTerminal() {
    let programs = LocalPrograms()
    let environment = ["PATH": "/usr/bin:/bin"]
    #expect(programs.runInTerminal(["true"], environment: environment) == .exited(0))
    #expect(programs.runInTerminal(["sh", "-c", "exit 5"], environment: environment) == .exited(5))
    #expect(
      programs.runInTerminal(["no-such-program-here"], environment: environment)
        == .notStarted("there is no such program"))
  }
}
