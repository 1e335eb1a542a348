import BidModel
import BidTestSupport
import Screen
import Testing

@testable import Workbench

/// The review's forms: the same keys as in every form, words that are not lost, and better words that begin
/// with those they replace.
@Suite struct ReviewFormTests {
  /// The sample bid with Ann in the red walk of question 2.1, at the first sentence of its second part.
  private func walk(_ scene: WorkbenchScene = .sample(), as asked: String = "ann") throws -> WorkbenchHarness
  {
    let bench = try WorkbenchHarness(scene, asked: asked)
    bench.keys("F8", "Down", "Enter")
    while bench.state.walkedAnswer?.reviewKey != "2.1" { bench.keys("Right") }
    bench.type("]")
    return bench
  }

  private func form(_ bench: WorkbenchHarness) -> ReviewForm? {
    guard case .reviewForm(let form) = bench.state.overlays.last else { return nil }
    return form
  }

  private func comments(_ bench: WorkbenchHarness) -> [ReviewComment] {
    bench.state.session.review?.book.sheet("red", bench.state.session.review?.me ?? "", "2.1").comments ?? []
  }

  @Test("a slip at the start of a long comment is mended where it stands, by character and by word")
  func cursor() throws {
    let bench = try walk()
    bench.type("fZay who chairs the big board.")
    bench.keys("Home", "Delete")
    bench.type("S")
    bench.keys("End", "Ctrl-Left", "Ctrl-W")
    #expect(form(bench)?.words(.comment) == "Say who chairs the board.")
    bench.keys("Ctrl-Left", "Ctrl-Delete")
    bench.type("our ")
    bench.keys("Ctrl-Shift-Right")
    bench.type("panel.")
    #expect(form(bench)?.words(.comment) == "Say who chairs our panel.")
    bench.keys("Enter")
    #expect(comments(bench).map(\.text) == ["Say who chairs our panel."])
  }

  @Test("a long field shows the rows around the cursor, and the cursor stands in its word")
  func longField() throws {
    let bench = try walk()
    bench.type("f")
    bench.type((1...90).map { "word\($0)" }.joined(separator: " "))
    #expect(bench.screen.contains("word90") && !bench.screen.contains("word1 "))
    bench.keys("Home")
    #expect(bench.screen.contains("Comment      word1 ") || bench.screen.contains("word1 word2"))
    let row = bench.screen.split(separator: "\n", omittingEmptySubsequences: false)[bench.cursor?.row ?? 0]
    #expect(row.contains("word1 word2"), "\(row)")
  }

  @Test("lines of a field break between words and give every character and cursor a place")
  func lines() {
    var field = FormField(label: "", text: "one two  three fourfivesix", hint: "")
    let letters = Array(field.text)
    for cursor in stride(from: letters.count, through: 0, by: -1) {
      let lines = ProseLines(field, width: 8)
      #expect(lines.lines.flatMap { $0 }.map(\.text).joined() == field.text)
      let before = lines.lines[..<lines.cursor.row].flatMap { $0 }.map(\.text).joined().count
      #expect(before + lines.cursor.column == cursor)
      field.move(by: -1)
    }
    #expect(
      ProseLines(field, width: 8).lines.map { $0.map(\.text).joined() } == [
        "one two  ", "three ", "fourfive", "six",
      ])
  }

  @Test("better words begin with the words that they replace; left alone they suggest nothing")
  func betterWords() throws {
    let bench = try walk()
    let quote =
      bench.state.walkSelection.map { pieces in
        let open = bench.state.walkedAnswer
        return pieces.map { open?.answer[$0.place].text.prefix(utf8: $0.range.upperBound) ?? "" }.joined()
      } ?? ""
    bench.type("cKeep.")
    bench.keys("Enter")
    #expect(comments(bench).last?.suggestion == "")
    bench.type("fSay how many.")
    bench.keys("Up")
    #expect(form(bench)?.words(.betterWords) == quote)
    #expect(bench.screen.contains("Typing replaces these words"))
    bench.keys("End", "Ctrl-W")
    bench.type("pathway.")
    bench.keys("Enter")
    let better = try #require(comments(bench).last?.suggestion)
    #expect(better != quote && better.hasSuffix("pathway.") && better.hasPrefix(quote.prefix(20)))
    bench.type("fAll of it.")
    bench.keys("Tab", "Right")
    #expect(form(bench)?.words(.about) == "paragraph")
    #expect((form(bench)?.words(.betterWords).count ?? 0) > quote.count, "they follow what it is about")
    bench.keys("Right")
    #expect(form(bench)?.words(.betterWords) == "", "a part has no words to replace")
  }

  @Test("Esc in a form with typed words asks first; an untouched one closes at once")
  func leaving() throws {
    let bench = try walk()
    bench.type("f")
    bench.keys("Esc")
    #expect(form(bench) == nil)
    bench.type("fLong words.")
    bench.keys("Esc")
    #expect(bench.screen.contains("Leave the form?"))
    bench.keys("Esc")
    #expect(form(bench)?.words(.comment) == "Long words.")
    bench.keys("Esc")
    bench.type("n")
    #expect(form(bench)?.words(.comment) == "Long words.")
    bench.keys("Esc", "Down", "Enter")
    #expect(form(bench) == nil && bench.state.overlays.count == 1)
    #expect(comments(bench).isEmpty)
  }

  @Test("the form of a fact asks too, once something was typed")
  func factForm() throws {
    let bench = try WorkbenchHarness(
      .answers(
        ["1.md": "## Evidence\n\n{{flow.los_reduced}} shorter.\n"],
        register: InlineAnswer.register("flow.los_reduced,,days,,2.5,,,,,,,,")))
    bench.keys("Ctrl-Home", "F9", "Esc")
    #expect(bench.state.overlays.isEmpty)
    bench.keys("F9")
    bench.type("3")
    bench.keys("Esc", "Down", "Enter")
    #expect(bench.state.overlays.isEmpty)
    #expect(bench.scene.text(at: "/bids/kpis.csv").contains("2.5"))
  }

  @Test("words picked inside a sentence are what the comment is on, and nothing else")
  func picked() throws {
    let bench = try walk()
    bench.keys("Shift-Right", "Ctrl-Right", "Shift-Right")
    let open = try #require(bench.state.walkedAnswer)
    let stop = try #require(bench.state.walkText?.stops[bench.state.reviewing.walk?.stop ?? 0])
    let words = open.answer[stop.place].text.suffix(utf8From: stop.source.lowerBound).split(separator: " ")
    let wanted = words[1...2].joined(separator: " ")
    bench.type("fWhose?")
    #expect(form(bench)?.words(.about) == "selection" && form(bench)?.words(.betterWords) == wanted)
    bench.keys("Enter")
    #expect(comments(bench).last?.anchor.quote == wanted)
    #expect(bench.message == "Kept: required fix on the words “\(wanted)”.")
    #expect(bench.state.reviewing.walk?.pick == nil)
    bench.keys("Shift-Left", "Esc")
    #expect(
      bench.state.reviewing.walk?.pick == nil && bench.state.context == .walk, "Esc ends the selection first")
    bench.keys("Shift-Right", "Ctrl-Shift-Left")
    bench.type("cShort.")
    bench.keys("Enter")
    #expect(comments(bench).last?.anchor.quote == String(words[0].dropLast()))
  }

  @Test("a pick grows and shrinks at the end that was moved last, and a filled placeholder is one word")
  func pick() {
    let rendered = RenderedText("One **two** three.", values: KPIValues())
    let words = WordPick.words(of: rendered)
    let text = { (range: Range<Int>) in
      rendered.text.prefix(utf8: range.upperBound).suffix(utf8From: range.lowerBound)
    }
    #expect(words.map(text) == ["One", "two", "three"])
    var pick = WordPick(words[1], in: BlockID(1))
    var seen: [String] = []
    for forward in [true, true, false, false, false, true, true] {
      if !pick.move(forward: forward, among: words) { seen.append("end") }
      seen.append(text(pick.range))
    }
    #expect(
      seen == [
        "two three", "end", "two three", "two", "One two", "end", "One two", "two", "two three",
      ])
    #expect(rendered.sourceRange(words[1]) == 6..<9)
  }

  @Test("one's own comment is corrected and, before it is handed in, deleted")
  func correcting() throws {
    let bench = try walk()
    bench.type("cNaem the minutes.")
    bench.keys("Enter")
    bench.type("o")
    bench.keys("Home", "Right", "Right", "Delete", "Right")
    bench.type("e")
    bench.keys("Enter")
    #expect(bench.message == "Corrected." && comments(bench).map(\.text) == ["Name the minutes."])
    #expect(comments(bench)[0].suggestion == "")
    bench.keys("Delete")
    #expect(bench.screen.contains("It is not handed in: it is deleted."))
    bench.keys("Down", "Enter")
    #expect(comments(bench).isEmpty && bench.message == "The comment is deleted.")
    bench.type("o")
    #expect(bench.message == "You have made no comment on this question.")
  }

  @Test("of several comments it is asked which; one on the whole answer is reached too")
  func several() throws {
    let bench = try walk()
    bench.type("cOne thing.")
    bench.keys("Enter")
    bench.type("fAnother thing.")
    bench.keys("Enter")
    bench.type("o")
    #expect(bench.screen.contains("Correct which comment?"))
    bench.keys("Down", "Down", "Enter")
    #expect(form(bench)?.words(.comment) == "Another thing.")
    bench.keys("Esc")
    bench.type("[")
    bench.type("o")
    #expect(bench.screen.contains("None of yours stands in this sentence"))
  }

  @Test("handed in, a comment stays and is marked withdrawn; one that was answered is not changed any more")
  func withdrawing() throws {
    let scene = WorkbenchScene.sample()
    let ann = try walk(scene)
    for text in ["Say whose.", "Entirely different remark about cost."] {
      ann.type("f" + text)
      ann.keys("Enter", "Down")
    }
    ann.type("s4")
    ann.keys("Tab")
    ann.type("Because.")
    ann.keys("Enter", "Esc")
    let writer = try WorkbenchHarness(scene, asked: "priya")
    writer.loop.state.openReview(.fixes)
    writer.keys("PageUp")
    writer.type("o")
    #expect(writer.message == "A comment is corrected by who made it: Ann Marker.")
    writer.type("rWhich one?")
    writer.keys("Enter")
    let answered = try #require(writer.state.selectedFix?.first.comment)
    let again = try WorkbenchHarness(scene, asked: "ann")
    again.loop.state.openReview(.fixes)
    again.keys("PageUp")
    while again.state.selectedFix?.first.comment.id != answered.id { again.keys("Down") }
    again.type("o")
    #expect(again.message.hasPrefix("Priya Quill has answered it"))
    again.keys("Delete")
    #expect(again.screen.contains("marked withdrawn"))
    again.keys("Down", "Enter")
    let fixes = again.state.session.review?.book.fixes(seenBy: "priya") ?? []
    #expect(fixes.first { $0.comment.id == answered.id }?.status == .withdrawn)
    #expect(fixes.first { $0.comment.id == answered.id }?.replies.map(\.text) == ["Which one?"])
    #expect(
      again.state.session.review?.book.openRequiredFixes.map(\.comment.id).contains(answered.id) == false)
    #expect(scene.text(at: "/bids/bids/harbourside-d2a/reviews/red/ann/2.1.yaml").contains("withdrawn: "))
    again.keys("PageDown")
    #expect(again.state.selectedFix?.first.comment.id == answered.id)
    again.type("d")
    #expect(again.message == "It was withdrawn: nothing is left to do.")
    let later = try WorkbenchHarness(scene, asked: "priya")
    later.keys("Alt-}")
    #expect(!later.screen.contains(answered.text), "it is gone from the text")
  }

  @Test("a moved paragraph is shown as moved, and Enter puts it back to its place, whole")
  func movedBack() throws {
    let scene = WorkbenchScene.sample(answer: "3.2-equity.md")
    let bench = try WorkbenchHarness(scene, asked: "priya")
    scene.put(
      String(decoding: bench.printed, as: UTF8.self),
      at: "/bids/bids/harbourside-d2a/history/3.2-equity/20261120-100000--priya--named--draft.md")
    let before = bench.texts
    bench.keys("Ctrl-Home")
    while !bench.caretBlock.text.hasPrefix("We work in partnership") { bench.keys("Ctrl-Down") }
    bench.keys("Alt-Shift-Down")
    #expect(bench.texts != before)
    bench.loop.state.openReview(.versions)
    bench.keys("PageUp", "Enter")
    #expect(
      bench.screen.contains("moved here from") && bench.screen.contains("+0 −0 words, 1 moved"),
      "\(bench.screen)")
    bench.keys("PageUp", "Enter")
    bench.keys("F8")
    #expect(bench.texts == before, "\(bench.message)")
  }

  @Test("each criterion stands whole above its fields, and each field keeps its own words")
  func criteria() throws {
    let scene = WorkbenchScene.sample()
    let path = "/bids/bids/harbourside-d2a/answers/2.1-integration.md"
    let old = "criterion: Integration, collaboration and service sustainability"
    let new = "criterion: Quality and innovation; Delivery and mobilisation"
    scene.put(scene.text(at: path).replacing(old, with: new), at: path)
    let bench = try walk(scene)
    bench.type("s")
    for title in ["Quality and innovation", "Delivery and mobilisation", "Next mark"] {
      #expect(bench.screen.contains(title), "\(bench.screen)")
    }
    bench.type("4")
    bench.keys("Tab")
    bench.type("Good.")
    bench.keys("Tab", "Tab")
    bench.type("2")
    bench.keys("Tab")
    bench.type("Thin.")
    bench.keys("Enter")
    let scores = bench.state.session.review?.book.sheet("red", "ann", "2.1").scores ?? []
    #expect(scores.map(\.reason) == ["Good.", "Thin."] && scores.map(\.score) == [4, 2])
  }
}
