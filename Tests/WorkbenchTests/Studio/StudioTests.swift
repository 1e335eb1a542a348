import BidModel
import BidStorage
import BidTestSupport
import Screen
import Testing

@testable import Workbench

/// Templates edited and applied in the terminal.
@Suite struct StudioTests {
  private func sample(rows: Int = 36, columns: Int = 120) throws -> WorkbenchHarness {
    try WorkbenchHarness(
      .sample(answer: "2.1-integration.md", isSigned: false), size: Size(rows: rows, columns: columns),
      installed: true)
  }

  /// Opens the workspace's copy of a template, made by the studio.
  private func open(_ name: String, in bench: WorkbenchHarness) {
    bench.keys("Alt-Shift-O")
    bench.type(name)
    bench.keys("Enter", "Down", "Enter")
  }

  /// Goes to the next line with some words.
  private func find(_ words: String, in bench: WorkbenchHarness) {
    bench.keys("Ctrl-F", "Ctrl-U")
    bench.type(words)
    bench.keys("Enter")
  }

  private let own = "/bids/templates/answers/ics-five-part.yaml"

  /// Brings the five-part template to version 2: a part renamed, one split, one more.
  private func edit(_ bench: WorkbenchHarness) {
    open("five-part", in: bench)
    find("version: 1", in: bench)
    bench.keys("End", "Backspace")
    bench.type("2")
    find("title: Our Role", in: bench)
    bench.keys("End")
    bench.keys("Backspace", times: 8)
    bench.type("How we deliver")
    find("key: evidence", in: bench)
    bench.keys("Down", "Down", "End", "Backspace", "Backspace")
    bench.type("18")
    bench.keys("PageDown", times: 9)
    bench.keys("End")
    bench.type("  - key: learning\ntitle: Learning\nshare: 8\nwas: evidence\n")
  }

  @Test("the list shows every template with where it is from, and a word chooses among them")
  func list() throws {
    let bench = try sample(rows: 24, columns: 100)
    bench.keys("Alt-Shift-O")
    bench.type("criteria")
    try Golden.expect(bench.screen, is: "studio-list")
    bench.keys("Esc")
    #expect(bench.state.overlays.isEmpty)
  }

  @Test("a shipped template is copied after asking, and the copy is edited")
  func copies() throws {
    let bench = try sample(rows: 24, columns: 100)
    bench.keys("Alt-Shift-O")
    bench.type("five-part")
    bench.keys("Enter")
    try Golden.expect(bench.screen, is: "studio-copy")
    #expect(bench.scene.text(at: own).isEmpty)
    bench.keys("Down", "Enter")
    #expect(bench.scene.text(at: own).hasPrefix("# The default answer template"))
    #expect(bench.state.studio?.name == TemplateName(.answers, "ics-five-part"))
  }

  @Test("what is wrong is told as it is typed, with its line, and a key goes there")
  func faults() throws {
    let bench = try sample()
    open("five-part", in: bench)
    find("share: 12", in: bench)
    bench.keys("End", "Backspace")
    bench.type("3")
    #expect(bench.screen.contains("sum to 101"))
    bench.keys("Ctrl-Z")
    #expect(bench.screen.contains("sum to 89"))
    bench.keys("Ctrl-Z")
    #expect(bench.screen.contains("Nothing is wrong"))
    bench.keys("Home")
    bench.type("x")
    try Golden.expect(bench.screen, is: "studio-fault-120x36")
    bench.keys("PageUp", "PageUp", "Ctrl-N")
    #expect(bench.state.studio?.text.row == (bench.state.studio?.faults.first?.line).map { $0 - 1 })
    bench.resize(24, 80)
    try Golden.expect(bench.screen, is: "studio-fault-80x24")
  }

  @Test("a part is renamed, one split and one added; applied, undone and applied again, no word is lost")
  func endToEnd() throws {
    let bench = try sample()
    let before = bench.state.session.answers.map { AnswerFile.print($0.answer) }
    edit(bench)
    #expect(bench.state.studio?.faults.isEmpty == true, "\(bench.screen)")
    bench.keys("Ctrl-S")
    #expect(bench.scene.text(at: "/bids/templates/answers/ics-five-part@1.yaml").contains("version: 1"))
    bench.keys("Tab", "Tab", "Tab")
    try Golden.expect(bench.screen, is: "studio-impact-120x36")
    bench.keys("Ctrl-E")
    bench.keys("Down", times: 13)
    bench.keys("Right")
    try Golden.expect(bench.screen, is: "studio-placement-120x36")
    bench.keys("Up", times: 13)
    bench.keys("Enter", "Esc", "Esc")
    let texts = { (answer: Answer) in
      answer.parts.flatMap(\.blocks).filter { !$0.isEmpty }.map(\.text).sorted()
    }
    #expect(
      bench.answer.parts.map(\.title) == [
        "Plan", "Context", "How we deliver", "Partnership Controls", "Evidence", "Assurance", "Learning",
      ])
    #expect(bench.answer.parts.last?.blocks.first?.text.hasPrefix("Partners learn together") == true)
    try Golden.expect(bench.screen, is: "studio-applied-120x36")
    let applied = bench.state.session.answers.map { texts($0.answer) }
    bench.keys("Ctrl-Z")
    #expect(bench.state.session.answers.map { AnswerFile.print($0.answer) } == before)
    #expect(bench.state.session.answers.map { texts($0.answer) } == applied)
    bench.keys("Ctrl-Y")
    #expect(bench.answer.frontMatter?["template_version"] == "2")
    bench.keys("Alt-S")
    #expect(bench.scene.text(at: bench.state.editor.answer.path).contains("## Learning\n\nPartners learn"))
  }

  @Test("a version that was declined is not offered again, and the answer keeps to its own")
  func decline() throws {
    let bench = try sample()
    edit(bench)
    bench.keys("Ctrl-S", "Esc", "Esc")
    let library = try #require(bench.loop.desk.library)
    #expect(bench.state.session.upgrades(in: library).map(\.version) == ["2"])
    bench.keys("F2")
    bench.type("template upgrade")
    bench.keys("Enter", "Down", "Enter")
    #expect(bench.answer.frontMatter?["template_declined"] == "ics-five-part@2")
    #expect(bench.state.session.upgrades(in: library).isEmpty)
    #expect(bench.state.session.template(of: bench.answer).version == "1")
  }

  @Test("a theme's words are changed, a sentence is tried, and the bid is read with them")
  func theme() throws {
    let bench = try sample()
    open("ics-scoring", in: bench)
    find("- joined up", in: bench)
    bench.keys("End", "Enter")
    bench.type("- lanternkeeper")
    bench.keys("Ctrl-T")
    bench.type("Every week the lanternkeeper visits the board.")
    try Golden.expect(bench.screen, is: "studio-sentence-120x36")
    #expect(bench.screen.contains("“lanternkeeper”"))
    bench.keys("Esc", "Ctrl-E")
    #expect(
      bench.state.session.themes.themes[0].indicators.strong.contains { "\($0)".contains("lanternkeeper") })
    bench.keys("Ctrl-B", "Down", "Enter")
    #expect(!bench.state.session.themes.themes[0].indicators.strong.contains { "\($0)".contains("lantern") })
  }

  @Test("what is not saved is asked about before the template is closed")
  func unsaved() throws {
    let bench = try sample(rows: 24, columns: 100)
    open("five-part", in: bench)
    bench.type("# ")
    bench.keys("Esc")
    #expect(bench.screen.contains("was edited and not saved"))
    bench.keys("Enter")
    #expect(bench.state.studio?.isModified == true)
    bench.keys("Ctrl-Q", "Down", "Enter")
    #expect(bench.scene.text(at: own).hasPrefix("# # The default"))
    #expect(bench.state.studio == nil)
  }

  @Test("any run of edits of a text is taken back to the byte", arguments: 0..<40)
  func textUndo(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let bytes = Array("kind: answer\r\nparts:\n  - key: é\n\n    title: x".utf8)
    var text = StudioText(bytes)
    #expect(text.bytes == bytes)
    for _ in 0..<60 {
      switch Int.random(in: 0..<7, using: &random) {
      case 0: text.type("a")
      case 1: text.type("é\n  b: c\n")
      case 2: text.breakLine()
      case 3: text.deleteBackwards()
      case 4: text.deleteForwards()
      case 5: text.move(by: Bool.random(using: &random) ? 1 : -1)
      default: text.move(lines: Int.random(in: -3...3, using: &random))
      }
    }
    let last = text.bytes
    while text.undo() {}
    #expect(text.bytes == bytes)
    while text.redo() {}
    #expect(text.bytes == last)
  }
}
