import BidModel
import BidStorage
import BidTestSupport
import Screen
import Testing

@testable import Workbench

/// Handing text to another editor and to a command, with a stand-in for both.
@Suite struct HandOverTests {
  /// Does to the file what a person would, and ends as it is told.
  private struct StandIn: Programs {
    let files: MemoryFileSystem
    /// What happens while a filter runs, each time it asks whether to go on.
    var meanwhile: @Sendable (Int) -> Void = { _ in }
    /// How often it asks.
    var rounds = 0
    var end = ProgramEnd.exited(0)
    var change: @Sendable (String) -> String?
    var result = FilterResult(end: .exited(0))

    func runInTerminal(_ arguments: [String], environment: [String: String]) -> ProgramEnd {
      guard let path = arguments.last, let text = files.bytes(at: path) else { return .notStarted("no file") }
      if let new = change(String(decoding: text, as: UTF8.self)) { files.put(Array(new.utf8), at: path) }
      return end
    }

    func filter(
      _ input: [UInt8], through arguments: [String], environment: [String: String], isGivenUp: () -> Bool
    ) -> FilterResult {
      for round in 0..<rounds {
        meanwhile(round)
        if isGivenUp() { return FilterResult(end: .givenUp) }
      }
      guard result.output.isEmpty, case .exited(0) = result.end else { return result }
      let upper = String(decoding: input, as: UTF8.self).uppercased()
      return FilterResult(
        end: result.end, output: Array((arguments.dropFirst().joined() + upper + "\n").utf8))
    }
  }

  private let text =
    "---\nquestion: 1\n# kept\n---\n\n## Context\n\none\n\ntwo  \nlines\n\n* a\n* b\n\n\n## Our Role\n\nthree\n"

  private func bench(
    _ text: String, end: ProgramEnd = .exited(0), change: @escaping @Sendable (String) -> String?
  ) throws -> WorkbenchHarness {
    let scene = WorkbenchScene.answers(["1.md": text])
    let bench = try WorkbenchHarness(scene)
    bench.loop.desk.programs = StandIn(files: scene.files, end: end, change: change)
    bench.keys("Ctrl-Home")
    return bench
  }

  private func whole(_ bench: WorkbenchHarness) {
    bench.keys("F2")
    bench.type("edit the answer in your editor")
    bench.keys("Enter")
  }

  private func printed(_ bench: WorkbenchHarness) -> String { String(decoding: bench.printed, as: UTF8.self) }

  @Test("what changed in the part is one step, and every other line stays as it was to the byte")
  func part() throws {
    let bench = try bench(text) { $0.replacing("one", with: "ONE and more") }
    bench.keys("Alt-!")
    #expect(printed(bench) == text.replacing("one", with: "ONE and more"))
    #expect(bench.message == "Taken back from vi; Ctrl-Z takes it out again.")
    #expect(bench.terminal.excursions == 1)
    #expect(bench.scene.files.names(in: "/state/fivefold/handover").filter { $0.hasSuffix(".md") }.isEmpty)
    bench.keys("Ctrl-Z")
    #expect(printed(bench) == text)
  }

  @Test(
    "paragraphs are added, taken out and moved",
    arguments: [
      ("one\n", "one\n\nnew\n", ["one", "new", "two  \nlines", "a", "b"]),
      ("one\n\n", "", ["two  \nlines", "a", "b"]),
      ("* b\n", "* b\n* c\n", ["one", "two  \nlines", "a", "b", "c"]),
      ("one\n\ntwo  \nlines\n", "two  \nlines\n\none\n", ["two  \nlines", "one", "a", "b"]),
    ])
  func paragraphs(_ old: String, _ new: String, _ texts: [String]) throws {
    let bench = try bench(text) { $0.replacing(old, with: new) }
    bench.keys("Alt-!")
    #expect(bench.answer.parts[0].blocks.map(\.text) == texts)
    #expect(bench.answer.brokenInvariant() == nil)
    let again = try AnswerFile.scan(
      bench.printed, id: bench.answer.id, template: bench.state.session.template)
    #expect(again.answer.fileContent == bench.answer.fileContent)
    bench.keys("Ctrl-Z")
    #expect(printed(bench) == text)
  }

  @Test("the whole answer goes without its front matter and comes back with parts moved and added")
  func answer() throws {
    let bench = try bench(text) { handed in
      handed.contains("question")
        ? nil
        : "## Our Role\n\nthree\n\n## New\n\nfour\n\n" + handed.replacing("## Our Role\n\nthree\n", with: "")
    }
    whole(bench)
    #expect(bench.answer.parts.map(\.title) == ["Our Role", "New", "Context"])
    #expect(printed(bench).hasPrefix("---\nquestion: 1\n# kept\n---\n\n## Our Role\n"))
    #expect(bench.answer.brokenInvariant() == nil)
    bench.keys("Ctrl-Z")
    #expect(printed(bench) == text)
  }

  @Test("a file with Windows line ends keeps them")
  func lineEnds() throws {
    let windows = "## Context\r\n\r\none\r\n\r\ntwo\r\n"
    let bench = try bench(windows) {
      $0.replacing("\r\n", with: "\n").replacing("one", with: "first\n\nsecond")
    }
    bench.keys("Alt-!")
    #expect(printed(bench) == "## Context\r\n\r\nfirst\r\n\r\nsecond\r\n\r\ntwo\r\n")
  }

  @Test(
    "an editor that fails changes nothing",
    arguments: [
      (ProgramEnd.exited(1), "vi ended with code 1: nothing was taken back."),
      (
        .notStarted("there is no such program"),
        "vi could not be started: there is no such program: nothing was taken back."
      ),
      (.signalled(9), "vi was ended by signal 9: nothing was taken back."),
    ])
  func failures(_ end: ProgramEnd, _ message: String) throws {
    let bench = try bench(text, end: end) { _ in "## Context\n\ngone\n" }
    bench.keys("Alt-!")
    #expect(printed(bench) == text && bench.message == message)
  }

  @Test("what cannot be taken back is told and kept, and nothing is changed")
  func refusals() throws {
    let bench = try bench(text) { "## Another part\n\n" + $0 }
    bench.keys("Alt-!")
    #expect(printed(bench) == text)
    #expect(
      bench.message.contains("headings of parts") && bench.message.contains("/state/fivefold/handover/1.md"))
    #expect(bench.scene.files.bytes(at: "/state/fivefold/handover/1.md") != nil)
    let front = try self.bench(text) { "---\nstate: signed\n---\n" + $0 }
    whole(front)
    #expect(printed(front) == text && front.message.contains("front matter"))
  }

  @Test("nothing changed is nothing done, and no editor set is told")
  func nothing() throws {
    let bench = try bench(text) { _ in nil }
    bench.keys("Alt-!")
    #expect(bench.message == "Nothing was changed in vi." && !bench.state.session.isModified)
    bench.loop.desk.environment = ["EDITOR": "  "]
    bench.keys("Alt-!")
    #expect(bench.message.hasPrefix("Set VISUAL or EDITOR"))
  }

  private func piping(_ commands: String, _ result: FilterResult = FilterResult(end: .exited(0))) throws
    -> WorkbenchHarness
  {
    let scene = WorkbenchScene.answers(["1.md": "## Context\n\none two\n\nthree\n"])
    scene.put("organisation: Test\n" + commands, at: "/bids/fivefold.yaml")
    let bench = try WorkbenchHarness(scene)
    bench.loop.desk.programs = StandIn(files: scene.files, change: { $0 }, result: result)
    bench.keys("Ctrl-Home", "Shift-End")
    return bench
  }

  private let one = "commands:\n  - name: Shout\n    run: [shout, \"!\"]\n"

  @Test("the selection goes through the command, and one undo takes it back")
  func pipe() throws {
    let bench = try piping(one)
    bench.keys("Alt-|")
    #expect(bench.texts == ["!ONE TWO", "three"])
    #expect(bench.message == "Shout: 2 words became 2; Ctrl-Z takes it back.")
    #expect(bench.state.session.undoLog.done.map(\.title) == ["Shout"])
    bench.keys("Ctrl-Z")
    #expect(bench.texts == ["one two", "three"])
  }

  /// The terminal of a bench and what its screen said, for a stand-in that types while it runs.
  private final class Watch: @unchecked Sendable {
    let bench: WorkbenchHarness
    var screens: [String] = []
    init(_ bench: WorkbenchHarness) { self.bench = bench }
  }

  private func running(_ bench: WorkbenchHarness, _ keys: [String]) -> Watch {
    let watch = Watch(bench)
    var programs = StandIn(files: bench.scene.files, change: { $0 })
    programs.rounds = keys.count
    programs.meanwhile = { round in
      watch.screens.append(watch.bench.screen)
      watch.bench.terminal.now += .milliseconds(30)
      if !keys[round].isEmpty { watch.bench.terminal.feed(keys[round]) }
    }
    bench.loop.desk.programs = programs
    return watch
  }

  @Test("while a command runs the screen says so, Esc ends it, and its message stays")
  func givenUp() throws {
    let bench = try piping(one + "  - name: Whisper\n    run: [whisper]\n")
    let watch = running(bench, ["", "\u{1B}", "", "", ""])
    bench.keys("Alt-|", "Enter")
    #expect(
      watch.screens[0].contains("Shout is running: Esc ends it") && !watch.screens[0].contains("Whisper"))
    #expect(watch.screens.count < 5)
    #expect(bench.message == "Shout was ended with Esc: nothing was changed.")
    #expect(bench.texts == ["one two", "three"] && bench.state.overlays.isEmpty)
  }

  @Test("keys typed while a command runs are dropped, a new size of the window is not")
  func typedMeanwhile() throws {
    let bench = try piping(one)
    let watch = running(bench, ["x", "\u{1B}[A", "yz", ""])
    bench.terminal.resize(to: Size(rows: 36, columns: 120))
    bench.keys("Alt-|")
    #expect(watch.screens.count == 4)
    #expect(bench.texts == ["!ONE TWO", "three"])
  }

  @Test("of several commands one is chosen; without any the way to have one is told")
  func choice() throws {
    let bench = try piping(one + "  - name: Whisper\n    run: [whisper, \"?\"]\n")
    bench.keys("Alt-|", "Down", "Enter")
    #expect(bench.texts == ["?ONE TWO", "three"])
    let none = try piping("")
    none.keys("Alt-|")
    #expect(none.message.hasPrefix("No command is set up: docs/files.md"))
  }

  @Test(
    "a command that fails changes nothing",
    arguments: [
      (FilterResult(end: .exited(3), firstError: "bad \u{1B}[31m"), "Shout ended with code 3"),
      (FilterResult(end: .tookTooLong(seconds: 10)), "Shout took longer than 10 seconds"),
      (FilterResult(end: .exited(0), output: [0xFF]), "not UTF-8"),
      (FilterResult(end: .exited(0), output: Array("one two\n".utf8)), "Shout changed nothing."),
    ])
  func pipeFailures(_ result: FilterResult, _ words: String) throws {
    let bench = try piping(one, result)
    bench.keys("Alt-|")
    #expect(bench.texts == ["one two", "three"] && bench.message.contains(words))
    #expect(!bench.message.contains("\u{1B}"))
  }

  @Test("a command without a program is refused with its line")
  func badCommand() throws {
    let scene = WorkbenchScene.answers(["1.md": "## Context\n"])
    scene.put("commands:\n  - name: Empty\n    run: []\n", at: "/bids/fivefold.yaml")
    #expect(throws: StorageError.self) { try WorkbenchHarness(scene) }
  }

  @Test(
    "words of a command line are parted by spaces and held together by quotes",
    arguments: [
      ("vi", ["vi"]), (" code  --wait ", ["code", "--wait"]), ("'my editor' -x", ["my editor", "-x"]),
      ("a\"b c\"d ''", ["ab cd", ""]), ("x;rm $HOME|y", ["x;rm", "$HOME|y"]), ("", []),
    ])
  func words(_ line: String, _ words: [String]) {
    #expect(CommandLineWords(line).words == words)
  }
}
