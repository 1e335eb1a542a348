import BidModel
import BidStorage
import BidTestSupport
import Screen
import Testing

@testable import Workbench

/// How the screen is laid out to a person's liking, and what the mouse does.
@Suite struct ViewTests {
  private func settings(_ yaml: String) throws -> Settings {
    let value = try #require(try StrictYAML.parse(Array(yaml.utf8), path: "settings.yaml"))
    return try Settings(yaml: value, path: "settings.yaml")
  }

  @Test(
    "a fault of the settings file is refused with its line",
    arguments: [
      ("theme: purple\n", "settings.yaml:1: "), ("measure: 500\n", "from 30 to 200"),
      ("mouse: maybe\n", "yes or no"),
      ("theme: dark\nmeasur: 70\n", "Did you mean 'measure'"), ("keys: [a]\n", "not a list"),
      ("colours:\n  chip:\n    - {}\n", "'chip' holds"),
    ])
  func refused(_ yaml: String, _ words: String) throws {
    let error = #expect(throws: StorageError.self) { try settings(yaml) }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "nothing thrown")")
  }

  @Test(
    "a name that the screen does not know is told with file and line, and the rest is taken on",
    arguments: [
      ("colours:\n  chips: green\n", "settings.yaml:3: it colours 'chips'"),
      ("colours:\n  chip: greenish\n", ":3: it gives 'chip' a look"),
      ("keys:\n  edit.embolden: Ctrl-B\n", ":3: it gives keys to 'edit.embolden'"),
      ("keys:\n  edit.bold: Hyper-B\n", "'Hyper-B' is no key"),
    ])
  func told(_ yaml: String, _ words: String) throws {
    var state = try WorkbenchHarness(.sample()).state
    let faults = state.apply(try settings("measure: 60\n" + yaml), hasColours: true)
    #expect(faults.count == 1)
    #expect(faults.first?.contains(words) == true, "\(faults)")
    #expect(state.view.measure == 60)
  }

  @Test("a key given to one command is taken from the other that had it")
  func rebinding() throws {
    var state = try WorkbenchHarness(.sample()).state
    #expect(state.apply(try settings("keys:\n  edit.bold: [Ctrl-Y, Alt-B]\n"), hasColours: false).isEmpty)
    #expect(state.commands.clashes == [])
    let key = try #require(Key(name: "Ctrl-Y"))
    #expect(state.commands.command(for: key, in: .text)?.id == "edit.bold")
    #expect(state.commands["edit.redo"]?.keys == [])
  }

  @Test("the next theme is painted at once with one's own colours over it, and kept")
  func nextTheme() throws {
    let settings = try settings("colours:\n  chip: bold\n")
    let bench = try WorkbenchHarness(.sample()) { _ = $0.apply(settings, hasColours: true) }
    for name in ["light", "dark", "high-contrast", "monochrome", "terminal"] {
      bench.keys("Ctrl-P")
      bench.type("next colour")
      bench.keys("Enter")
      #expect(bench.message == "The colours are now ‘\(name)’.")
      #expect(bench.state.theme.text == ColorTheme.named(name).text)
      #expect(bench.state.theme.chip == Style(words: "bold"))
    }
  }

  @Test("without colours there is no theme to choose")
  func noTheme() throws {
    let settings = try settings("theme: dark\n")
    let bench = try WorkbenchHarness(.sample()) { _ = $0.apply(settings, hasColours: false) }
    bench.keys("Ctrl-P")
    bench.type("next colour")
    bench.keys("Enter")
    #expect(bench.message.contains("NO_COLOR"))
    #expect(bench.state.theme.text == ColorTheme.monochrome.text)
  }

  @Test(
    "every named theme draws every role, and high contrast has no shade",
    arguments: ["light", "dark", "high-contrast"])
  func themes(_ name: String) {
    let theme = ColorTheme.named(name)
    for (role, path) in ColorTheme.roles {
      let style = theme[keyPath: path]
      #expect(style.foreground != style.background, "\(role)")
      #expect(style.background != .standard, "\(role)")
      if name == "high-contrast" { #expect(!style.attributes.contains(.dim), "\(role)") }
    }
  }

  @Test("the measure keeps the rows of the text short, and centred")
  func measure() throws {
    let bench = try InlineAnswer.bench(String(repeating: "word ", count: 60), rows: 30, columns: 120)
    for _ in 0..<8 { bench.keys("Alt-9") }
    let area = bench.state.editor.area
    #expect(area.columns <= 60 && area.columns >= 30)
    let rows = bench.screen.split(separator: "\n").filter { $0.contains("word word") }
    #expect(
      rows.allSatisfy { $0.split(separator: "│").contains { $0.contains("word") && $0.hasPrefix(" ") } })
    bench.keys("Alt-0")
    #expect(bench.state.editor.area.columns == area.columns + 4)
  }

  @Test("the quiet view shows the text alone, in its middle, and gives the panes back")
  func quiet() throws {
    let bench = try WorkbenchHarness(.sample(answer: "2.1-integration.md"))
    let before = bench.screen
    bench.keys("Alt-Z")
    try Golden.expect(bench.screen, is: "quiet-120x36")
    #expect(!bench.screen.contains("│"))
    bench.keys("Alt-Z", "Left")
    #expect(Golden.difference(from: before, to: bench.screen) == [])
  }

  @Test("a bid is opened where it was left, and not where its text has since gone")
  func place() throws {
    let scene = WorkbenchScene.answers([
      "1.md": "## Context\n\nOne.\n", "2.md": "## Context\n\nTwo.\n\nThree and four.\n",
    ])
    let first = try WorkbenchHarness(scene)
    first.keys("Alt-PageDown", "Ctrl-End", "Ctrl-Left", "Ctrl-Q")
    #expect(first.state.isFinished)
    let second = try WorkbenchHarness(scene)
    second.loop.returnToPlace()
    #expect(second.caretLine == "Three and |four.")
    scene.put("## Context\n\nTwo.\n", at: "/bids/bids/test/answers/2.md")
    let third = try WorkbenchHarness(scene)
    third.loop.returnToPlace()
    #expect(third.state.message == nil)
    #expect(third.state.session[third.state.editor.answer]?.id.path == "/bids/bids/test/answers/2.md")
  }

  @Test("typewriter scrolling keeps the cursor's row in the middle once there is text above")
  func typewriter() throws {
    let bench = try WorkbenchHarness(.sample(answer: "2.1-integration.md"))
    bench.keys("Alt-W", "Ctrl-End")
    let area = bench.state.editor.area
    #expect(bench.cursor?.row == area.row + area.rows / 2)
    bench.type("and so it goes on, word after word, until the line has to be broken into two rows of text ")
    #expect(bench.cursor?.row == area.row + area.rows / 2)
  }

  @Test("the linear mode draws no lines, shows one pane, and says what changes")
  func linear() throws {
    let bench = try WorkbenchHarness(.sample(answer: "2.1-integration.md"))
    var state = bench.state
    state.view.isLinear = true
    let linear = try WorkbenchHarness(.sample(answer: "2.1-integration.md")) { $0.view.isLinear = true }
    try Golden.expect(linear.screen, is: "linear-120x36")
    #expect(!linear.screen.contains { "┌│└─■□█░".contains($0) })
    linear.keys("Alt-1")
    #expect(linear.message.hasPrefix("Questions."))
    linear.keys("Down")
    #expect(linear.message.contains("Integration") || !linear.message.isEmpty)
    #expect(linear.cursor != nil, "a screen reader follows the cursor")
    linear.keys("Alt-2", "Alt-Down")
    #expect(!linear.message.isEmpty)
  }

  @Test(
    "in the linear mode no box draws a line, and each says what is in hand, without runs of spaces",
    arguments: [
      ["F2"], ["F1"], ["Alt-Shift-A"], ["Alt-Shift-Q"], ["F12"], ["Alt-Shift-X"], ["Ctrl-K"], ["Ctrl-G"],
      ["Alt-Y"],
      ["Alt-#"], ["Alt-Shift-V"], ["Ctrl-F"], ["Ctrl-R"], ["F8"], ["F8", "Enter"], ["x", "Ctrl-Q"],
      ["Alt-Shift-O"],
      ["Alt-Shift-O", "Enter"], ["F9"], ["Alt-3"], ["Alt-4"], ["Alt-5"], ["Alt-6"], ["Alt-7"], ["Alt-1"],
      ["Alt-3", "Enter"], ["Alt-T"], ["Alt-Shift-X", "Down"], ["F12", "Down"], ["F2", "Down"],
    ])
  func linearBoxes(_ keys: [String]) throws {
    let bench = try WorkbenchHarness(
      .sample(answer: "2.1-integration.md"), size: Size(rows: 36, columns: 120)
    ) {
      $0.view.isLinear = true
    }
    for key in keys { if key.count == 1 { bench.type(key) } else { bench.keys(key) } }
    let drawn = bench.screen.unicodeScalars.filter {
      (0x2500...0x259F).contains($0.value) || "■□".unicodeScalars.contains($0)
    }
    #expect(drawn.isEmpty, "\(bench.screen)")
    #expect(!bench.message.contains("  "), "\(bench.message)")
    if keys != ["Alt-T"], keys.last != "Enter" { #expect(!bench.message.isEmpty, "\(bench.screen)") }
  }

  @Test("in the linear mode a box covers the whole window, its selected row is said, and so is leaving it")
  func linearPalette() throws {
    let bench = try WorkbenchHarness(.sample(answer: "2.1-integration.md"), size: Size(rows: 24, columns: 80))
    {
      $0.view.isLinear = true
    }
    bench.keys("F2")
    bench.type("save")
    #expect(bench.screen.hasPrefix("Commands") && bench.screen.contains("Save: Saves"))
    #expect(!bench.screen.contains("Partnership"))
    bench.keys("Down")
    #expect(bench.message.hasPrefix("Save all: "))
    bench.keys("Esc")
    #expect(bench.message.hasPrefix("Text. "), "\(bench.message)")
    bench.keys("Alt-Shift-A")
    #expect(bench.message.contains("State: "))
    bench.keys("Tab")
    #expect(bench.message.hasPrefix("Writer: "))
  }

  @Test(
    "what is said has no drawing and no gaps",
    arguments: [
      ("Prevention          ■■□□ cl  op", "Prevention, cl, op"), (" a b ", "a b"), ("one.   two", "one. two"),
      ("━━━╌╌╌ 4 of 90", "4 of 90"),
    ])
  func spoken(_ row: String, _ words: String) {
    #expect(WorkbenchState.spoken(row) == words)
  }

  @Test("a message that is longer than its row is shown whole in the linear mode")
  func longMessage() throws {
    let bench = try WorkbenchHarness(.sample(answer: "2.1-integration.md"), size: Size(rows: 24, columns: 60))
    {
      $0.view.isLinear = true
    }
    bench.keys("Alt-5", "Down")
    let last = try #require(bench.message.split(separator: " ").last)
    #expect(bench.message.count > 60 && bench.screen.contains(last))
  }

  @Test("a double click selects a word or a KPI, a triple one the paragraph, a drag what it passes")
  func clicks() throws {
    let bench = try InlineAnswer.bench("One word at {{flow.los_reduced}} days.", columns: 80)
    let area = bench.state.editor.area
    let row = try #require(bench.state.editor.painted.firstIndex { $0.line?.block != nil })
    func press(_ column: Int, _ action: String = "M", _ button: Int = 0) {
      bench.send(Array("\u{1B}[<\(button);\(area.column + column + 1);\(area.row + row + 1)\(action)".utf8))
    }
    press(5)
    press(5, "m")
    press(5)
    bench.settle()
    #expect(bench.state.selectedText == "word")
    press(5, "m")
    press(5)
    bench.settle()
    #expect(bench.state.selectedText?.hasPrefix("One word") == true)
    bench.pause(.seconds(1))
    press(0)
    press(3, "M", 32)
    bench.settle()
    #expect(bench.state.selectedText == "One")
    bench.pause(.seconds(1))
    press(14)
    press(14, "m")
    press(14)
    bench.settle()
    #expect(bench.state.selectedText == "{{flow.los_reduced}}")
  }

  @Test("dragging the edge between panes makes one wider and the other narrower")
  func edges() throws {
    let bench = try WorkbenchHarness(.sample())
    let before = try #require(bench.state.screenLayout.panes[.editor])
    func mouse(_ column: Int, _ button: Int, _ end: String) {
      bench.send(Array("\u{1B}[<\(button);\(column + 1);10\(end)".utf8))
    }
    mouse(before.column, 0, "M")
    mouse(before.column + 6, 32, "M")
    mouse(before.column + 6, 0, "m")
    bench.settle()
    let after = try #require(bench.state.screenLayout.panes[.editor])
    #expect(after.column == before.column + 7 || after.column == before.column + 6)
    #expect(after.endColumn == before.endColumn)
  }

  @Test(
    "a paste from a word processor is cleaned up, and one undo keeps it as it was",
    arguments: [
      ("\u{201C}A\u{201D}\tb\u{A0}c", "\"A\" b c", "\u{201C}A\u{201D}\tb\u{A0}c"),
      ("it\u{2019}s 5\u{2013}6\u{AD}", "it's 5\u{2013}6", "it\u{2019}s 5\u{2013}6\u{AD}"),
    ])
  func cleaning(_ pasted: String, _ clean: String, _ raw: String) throws {
    let bench = try InlineAnswer.bench("")
    bench.paste(pasted)
    #expect(bench.texts == [clean])
    #expect(bench.screen.contains("Ctrl-Z keeps them"))
    bench.keys("Ctrl-Z")
    #expect(bench.texts == [raw])
    bench.keys("Ctrl-Z")
    #expect(bench.texts == [""])
  }
}
