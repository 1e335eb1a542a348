import BidModel
import BidStorage
import BidTestSupport
import Screen
import Testing

@testable import Workbench

/// Typing in forms, the form for a new question, and boxes that keep keys to themselves.
@Suite struct FormTests {
  @Test("typing takes the place of what an entered field holds; after an arrow it goes in at the cursor")
  func field() {
    var field = FormField(label: "Value", text: "36", hint: "18")
    field.enter()
    field.type("1")
    field.type("8")
    #expect(field.text == "18")
    field.enter()
    field.move(by: -1)
    field.type("x")
    #expect(field.text == "x18" && field.cursor == 1)
    field.move(by: .max / 2)
    field.erase(forward: false)
    field.move(by: -.max / 2)
    field.erase(forward: true)
    #expect(field.text == "1" && field.cursor == 0)
  }

  @Test(
    "a long field says where it is cut, and keeps its cursor in view",
    arguments: [
      (0, "‹f ghij", true), (-20, "abc de›", true), (0, "abc de›", false), (-4, "‹e f g›", true),
    ])
  func window(_ step: Int, _ shown: String, _ isInHand: Bool) {
    var field = FormField(label: "", text: "abc de f ghij", hint: "")
    field.move(by: step)
    let window = FieldWindow(field, isInHand: isInHand, columns: 8)
    #expect(window.text.count <= 8 && window.cursor < 8, "\(window.text)")
    if step != -4 { #expect(window.text == shown) }
  }

  @Test("hints are examples, and a value that is there is selected")
  func hints() throws {
    let bench = try WorkbenchHarness(
      .answers(
        ["1.md": "## Evidence\n\n{{flow.los_reduced}} shorter.\n"],
        register: InlineAnswer.register("flow.los_reduced,,days,,2.5,,,,,,,,")))
    bench.keys("Ctrl-Home", "F9")
    #expect(bench.screen.contains("e.g. 36"))
    bench.type("3")
    bench.keys("Enter")
    #expect(bench.scene.text(at: "/bids/kpis.csv").contains("days,,3,"))
  }

  @Test("a new question is made from the form, shown in its place, and can be written at once")
  func newQuestion() throws {
    let bench = try WorkbenchHarness(.sample(), size: Size(rows: 36, columns: 140))
    bench.keys("F2")
    bench.type("New question")
    bench.keys("Enter")
    bench.type("2.1")
    bench.keys("Tab")
    bench.type("Mobilisation")
    bench.keys("Enter")
    #expect(bench.screen.contains("The bid has a question 2.1 already.") && bench.message.isEmpty)
    bench.type("2.3")
    bench.keys("Tab", "Tab", "Tab")
    bench.type("Staff in post; Handover")
    bench.keys("Tab")
    bench.type("500 words")
    bench.keys("Tab")
    bench.type("5%")
    bench.keys("Enter")
    let file = bench.scene.text(at: "/bids/bids/harbourside-d2a/answers/2.3-mobilisation.md")
    #expect(file.contains("limit: 500 words") && file.contains("weight: 5") && file.contains("  Handover"))
    #expect(bench.state.session.answers.map(\.question.number).firstIndex(of: "2.3") == 3)
    #expect(bench.screen.contains("2.3 Mobilisation"))
    bench.type("A plan.")
    #expect(bench.state.session.answers[3].question.state == .drafting)
    bench.keys("Ctrl-S")
    #expect(bench.message.hasPrefix("Saved"))
  }

  private let asked =
    "Describe:\n\n  a) how you hand over;  \n  b) who decides – \u{201C}always\u{201D}: # and *all*.\r\n\n"

  @Test("a new question takes the buyer's words of several lines, and the themes it asks for")
  func buyersWords() throws {
    let bench = try WorkbenchHarness(.sample(), size: Size(rows: 36, columns: 140))
    bench.keys("F2")
    bench.type("New question")
    bench.keys("Enter")
    bench.type("9.9")
    bench.keys("Tab")
    bench.type("Handover")
    bench.keys("Tab")
    bench.paste(asked)
    bench.keys("Tab", "Tab", "Tab", "Tab")
    bench.type("Integration, dig")
    bench.keys("Right", "Enter")
    let open = try #require(bench.state.session.answers.last)
    #expect(
      open.question.text
        == "Describe:\n\na) how you hand over;\nb) who decides – \u{201C}always\u{201D}: # and *all*.")
    #expect(open.question.targetThemes == ["integration", "digital"])
    #expect(open.question.number == "9.9")
    bench.keys("Alt-6")
    #expect(bench.screen.contains("a) how you hand over;"))
  }

  @Test("the question in hand is edited in place: only its keys change, and one undo brings every byte back")
  func editedQuestion() throws {
    let text =
      "---\nquestion: '1'   # the buyer's\n# kept\ntitle: Old\ntext: |\n  One line.\nlimit: 750 words\nweight: 15\nown: x\n---\n\n## Context\n\none two three four five six\n"
    let bench = try WorkbenchHarness(.answers(["1.md": text]))
    bench.keys("Alt-Shift-Q", "Tab")
    bench.paste(asked)
    bench.keys("Tab", "Tab")
    bench.type("5 words")
    bench.keys("Enter")
    let printed = String(decoding: bench.printed, as: UTF8.self)
    #expect(
      printed
        == text.replacing(
          "  One line.\n",
          with:
            "  Describe:\n\n  a) how you hand over;\n  b) who decides – \u{201C}always\u{201D}: # and *all*.\n"
        )
        .replacing("750 words", with: "5 words"))
    let again = try AnswerFile.scan(
      bench.printed, id: bench.answer.id, template: bench.state.session.template)
    #expect(again.answer.fileContent == bench.answer.fileContent)
    #expect(bench.screen.contains("6/5 words"))
    bench.keys("Ctrl-Z")
    #expect(String(decoding: bench.printed, as: UTF8.self) == text)
    bench.keys("Alt-Shift-Q", "Enter")
    #expect(bench.message == "Nothing was changed.")
  }

  @Test(
    "what a question cannot be is told in the box, beside its field, and nothing is written",
    arguments: [
      (0, "", "Give the question a short title."), (3, "many", "‘many’ is not a limit"),
      (4, "150", "The weight is a number of per cent"),
      (5, "integration, nonsense", "‘nonsense’ is no theme"),
      (6, "zero-to-six", "There is no scale ‘zero-to-six’. There are pass-fail"),
    ])
  func refusedQuestion(_ field: Int, _ typed: String, _ words: String) throws {
    let bench = try WorkbenchHarness(.sample(answer: "2.1-integration.md"))
    let before = bench.printed
    bench.keys("Alt-Shift-Q")
    for _ in 0..<field { bench.keys("Tab") }
    bench.keys("Ctrl-U")
    bench.type(typed)
    bench.keys("Shift-Tab", "Shift-Tab", "Enter")
    let rows = bench.screen.split(separator: "\n").filter { $0.contains(words) }
    #expect(rows.count == 1, "\(bench.screen)")
    guard case .question(let form) = bench.state.overlays.last else {
      Issue.record("The form was closed.")
      return
    }
    #expect(form.selected == field)
    #expect(bench.printed == before && bench.message.isEmpty)
  }

  @Test("in a field of several lines Up and Down go from row to row, and from its ends to other fields")
  func lines() throws {
    let bench = try InlineAnswer.bench("Words.")
    let selected = { () -> (Int, Int) in
      guard case .question(let form) = bench.state.overlays.last else { return (-1, -1) }
      return (form.selected, form.fields[form.selected].cursor)
    }
    bench.keys("Alt-Shift-Q", "Tab")
    bench.paste("one\ntwo\nthree")
    #expect(selected() == (1, 13))
    bench.keys("Up", "Home", "Up")
    #expect(selected() == (0, 0))
    bench.keys("Down", "End", "Up")
    #expect(selected() == (1, 7))
    bench.keys("Down", "Down")
    #expect(selected().0 == 2)
  }

  @Test(
    "a field's rows break between words, a word that is too long within, and the cursor is in one of them")
  func rows() {
    var field = FormField(label: "", text: "ab cd ef\n\nabcdefgh", hint: "")
    let lines = FieldLines(field, columns: 5)
    #expect(
      lines.rows == ["ab ", "cd ef", "", "abcde", "fgh"] || lines.rows == ["ab cd", "ef", "", "abcde", "fgh"])
    #expect(lines.cursor == (4, 3))
    for place in 0...field.text.count {
      field.go(to: place)
      let lines = FieldLines(field, columns: 5)
      #expect(lines.rows.indices.contains(lines.cursor.row) && lines.cursor.column <= 5)
    }
  }

  @Test("a per cent sign that the unit has already is not kept twice")
  func perCent() throws {
    let bench = try WorkbenchHarness(
      .answers(
        ["1.md": "## Evidence\n\n{{flow.los_reduced}} shorter.\n"],
        register: InlineAnswer.register("flow.los_reduced,,%,,2.5,,,,,,,,")))
    bench.keys("Ctrl-Home", "F9")
    bench.type("91 %")
    bench.keys("Enter")
    #expect(bench.state.session.values.register.facts.first?.value == "91")
  }

  @Test("reloading notices answers that have come and gone, and the file in hand when it has changed")
  func reload() throws {
    let bench = try WorkbenchHarness(
      .answers([
        "1.md": "---\nquestion: 1\n---\n## Context\n\nOne.\n",
        "2.md": "---\nquestion: 2\n---\n## Context\n\nTwo.\n",
      ]))
    bench.scene.put("---\nquestion: 3\n---\n## Context\n\nThree.\n", at: bench.scene.answerPath("3.md"))
    bench.scene.put("---\nquestion: 1\n---\n## Context\n\nAnew.\n", at: bench.scene.answerPath("1.md"))
    try bench.scene.files.unlink(bench.scene.answerPath("2.md"))
    bench.keys("F2")
    bench.type("Reload from disk")
    bench.keys("Enter")
    #expect(bench.state.session.answers.map(\.question.number) == ["1", "3"])
    #expect(bench.message.contains("New: 3") && bench.message.contains("Gone: 2"), "\(bench.message)")
    #expect(bench.texts.contains("Anew."))
  }

  @Test("people complete from the team")
  func people() throws {
    let bench = try WorkbenchHarness(.sample(answer: "2.1-integration.md"))
    bench.keys("Alt-Shift-A", "Tab")
    bench.type("mo")
    #expect(bench.screen.contains("Right completes morag"))
    bench.keys("Right", "Enter")
    #expect(bench.state.session.answers.first { $0.name.hasPrefix("2.1") }?.question.writer == "morag")
  }

  @Test("letters do nothing in a list, and say so; in the questions they filter")
  func letters() throws {
    let bench = try InlineAnswer.bench("Words.")
    bench.keys("Alt-5")
    bench.type("x")
    #expect(bench.message == "Letters do nothing here; Esc goes back to the text.")
    #expect(bench.texts.contains("Words."))
  }

  @Test("under an open box no other key acts, and n says no")
  func boxes() throws {
    let bench = try InlineAnswer.bench("Words.")
    bench.keys("Esc", "Alt-C")
    #expect(bench.message.contains("Esc closes it") && bench.terminal.clipboard.isEmpty)
    bench.keys("Esc")
    bench.type("x")
    bench.keys("Ctrl-Q")
    #expect(bench.screen.contains("Go on writing (n)"))
    bench.type("n")
    #expect(bench.state.overlays.isEmpty && !bench.state.isFinished)
  }

  @Test("the time left to the deadline moves by itself, and a bench with a clock is idle all the same")
  func clock() throws {
    let bench = try WorkbenchHarness(.sample())
    bench.loop.showsClock = true
    bench.keys("Alt-2")
    #expect(bench.loop.isIdle && bench.loop.clockDue != nil)
    let painted = bench.terminal.presentCount
    bench.pause(.seconds(61))
    bench.loop.step()
    bench.settle()
    #expect(bench.terminal.presentCount > painted)
  }

  @Test("the last line of the last item of a pane is reached", arguments: ["Alt-6", "Alt-7"])
  func scrolling(_ pane: String) throws {
    let bench = try WorkbenchHarness(.sample(answer: "2.1-integration.md"))
    bench.keys(pane)
    bench.keys("PageDown", times: 8)
    let last = pane == "Alt-6" ? PaneID.guidance : .plan
    var state = bench.state
    let rows = state.rows(of: last, width: state.paneWidth)
    let height = state.screenLayout.inside(last)?.rows ?? 0
    #expect(state.lists[last]?.top == max(0, rows.count - height))
    bench.keys("PageUp", times: 8)
    #expect(bench.state.lists[last]?.top == 0)
  }

  @Test("a chip stays whole on a row where it fits")
  func chips() throws {
    let bench = try InlineAnswer.bench(
      "Some words before it and then {{safety.incidents}} and after.", rows: 24, columns: 44)
    #expect(bench.screen.contains("[◌ safety.incidents]"), "\(bench.screen)")
  }
}
