import BidModel
import BidStorage
import BidTestSupport
import Screen
import Testing

@testable import Workbench

/// The fix list: whose comment a key is about, who verifies, and what becomes of it when the text goes back.
@Suite struct FixListTests {
  private static let bid = "/bids/bids/harbourside-d2a"
  private static let file = "\(bid)/reviews/red/priya/2.1.yaml"

  /// The sample bid with three comments of Ann's on 2.1, handed in; the first suggests other words.
  private func commented() throws -> WorkbenchScene {
    let scene = WorkbenchScene.sample(answer: "2.1-integration.md")
    let bench = try WorkbenchHarness(scene, asked: "joe")
    let answer = bench.answer
    let places = answer.parts.indices.filter { answer.parts[$0].key != "plan" }.flatMap { part in
      answer.parts[part].blocks.indices.filter { answer.parts[part].blocks[$0].kind == .prose }
        .map { BlockPlace(part: part, block: $0) }
    }.filter { !answer[$0].isEmpty }
    var ann = ReviewSheet(round: "red", person: "ann", question: "2.1")
    ann.started = "2026-11-20T10:00:00Z"
    ann.submitted = "2026-11-20T11:00:00Z"
    ann.scores = [QuestionScore(score: 4, reason: "Because.")]
    for (index, text) in ["Say whose pathway it is.", "Name the hours.", "Say who checks."].enumerated() {
      ann.comments.append(
        ReviewComment(
          id: "ann-\(index + 1)", kind: .fix, text: text, suggestion: index == 0 ? "One pathway." : "",
          anchor: TextAnchor(places[index], in: answer), at: ann.submitted))
    }
    scene.put(ann)
    return scene
  }

  private func fixes(_ scene: WorkbenchScene, as person: String, journal: String? = nil) throws
    -> WorkbenchHarness
  {
    let bench = try WorkbenchHarness(scene, journal: journal, asked: person)
    bench.loop.state.openReview(.fixes)
    bench.keys("Up")
    return bench
  }

  private func status(_ bench: WorkbenchHarness, _ id: String) -> FixItem.Status? {
    bench.state.session.review?.book.fixes(seenBy: bench.state.session.review?.me ?? "")
      .first { $0.comment.id == id }?.status
  }

  @Test("after a key the cursor stays on its comment, wherever the list puts it; messages name the comment")
  func selection() throws {
    let bench = try fixes(try commented(), as: "priya")
    bench.type("d")
    #expect(bench.message == "ann’s “Say whose pathway it is.” is done.")
    #expect(bench.state.selectedFix?.first.comment.id == "ann-1")
    #expect(bench.state.fixGroups.last?.first.comment.id == "ann-1", "it went to the end")
    bench.type("x")
    bench.type("No.")
    bench.keys("Enter")
    #expect(status(bench, "ann-1") == .declined)
    #expect(bench.state.selectedFix?.first.comment.id == "ann-1")
    bench.keys("Up")
    bench.type("d")
    #expect(bench.message == "ann’s “Say who checks.” is done.")
    #expect(status(bench, "ann-2") == .open)
  }

  @Test("with a filter the row that follows takes the place of the one that leaves")
  func filtered() throws {
    let bench = try fixes(try commented(), as: "priya")
    bench.keys("Tab")
    #expect(bench.screen.contains("Fix list · open · 3"))
    bench.type("d")
    #expect(bench.state.selectedFix?.first.comment.id == "ann-2")
    bench.type("d")
    #expect(status(bench, "ann-1") == .done && status(bench, "ann-2") == .done)
    #expect(status(bench, "ann-3") == .open)
  }

  @Test(
    "who dealt with a comment, or writes the answer, does not verify it; who made it does, and takes it back")
  func verifying() throws {
    let scene = try commented()
    let bench = try fixes(scene, as: "priya")
    bench.type("v")
    #expect(bench.message.hasPrefix("Nobody has said yet that ann’s “Say whose"))
    bench.type("d")
    bench.type("v")
    #expect(bench.message == "You dealt with it yourself: Ann Marker or another reviewer verifies it.")
    #expect(status(bench, "ann-1") == .done)
    let tom = try fixes(scene, as: "tom")
    tom.type("d")
    let writer = try fixes(scene, as: "priya")
    writer.keys("PageDown")
    writer.keys("Up")
    let id = try #require(writer.state.selectedFix?.first.comment.id)
    #expect(status(writer, id) == .done)
    writer.type("v")
    #expect(writer.message.hasSuffix("verifies it."), "\(writer.message)")
    let ann = try fixes(scene, as: "ann")
    ann.keys("PageDown")
    let mine = try #require(ann.state.selectedFix?.first.comment.id)
    ann.type("v")
    #expect(ann.message.hasPrefix("Verified: ann’s “"))
    #expect(status(ann, mine) == .verified)
    ann.type("v")
    #expect(ann.message.hasPrefix("No longer verified: ann’s “"))
    #expect(status(ann, mine) == .done)
    ann.type("v")
    let morag = try fixes(scene, as: "morag")
    morag.keys("PageDown")
    morag.type("v")
    #expect(morag.message.hasPrefix("Ann Marker verified ann’s “"))
    #expect(morag.message.hasSuffix(": B opens it again."))
  }

  @Test("naming who is to see to a comment leaves it where it stands")
  func assigning() throws {
    let scene = try commented()
    let bench = try fixes(scene, as: "priya")
    bench.type("d")
    bench.type("i")
    bench.type("t")
    bench.keys("Enter")
    #expect(status(bench, "ann-1") == .done)
    let ann = try fixes(scene, as: "ann")
    ann.keys("PageDown")
    ann.type("v")
    ann.type("i")
    ann.type("n")
    ann.keys("Enter")
    #expect(status(ann, "ann-1") == .verified)
    #expect(ann.screen.contains("→ "), "\(ann.screen)")
    #expect(try fixes(scene, as: "joe").state.session.review?.book.openRequiredFixes.count == 2)
  }

  @Test("Enter puts the cursor before the words and selects none, so that a letter replaces nothing")
  func placing() throws {
    let bench = try fixes(try commented(), as: "priya")
    let text = bench.texts
    bench.keys("Enter")
    #expect(bench.state.editor.anchor == nil)
    #expect(bench.state.editor.caret.offset == 0)
    bench.type("x")
    #expect(bench.texts.joined().count == text.joined().count + 1)
  }

  @Test("the list of the review counts the rows that the fix list shows")
  func counts() throws {
    let scene = try commented()
    var joe = ReviewSheet(round: "red", person: "joe", question: "2.1")
    joe.submitted = "2026-11-20T11:00:00Z"
    joe.scores = [QuestionScore(score: 4, reason: "Because.")]
    let book = try fixes(scene, as: "ann").state.session.review?.book
    joe.comments = try #require(book).sheet("red", "ann", "2.1").comments
    for index in joe.comments.indices { joe.comments[index].id = "joe-\(index + 1)" }
    scene.put(joe)
    let bench = try fixes(scene, as: "priya")
    #expect(bench.state.fixGroups.count == 3)
    bench.keys("Esc")
    #expect(bench.screen.contains("Fix list · 3 open, 0 to verify"), "\(bench.screen)")
  }

  // MARK: What a text that goes back takes along

  @Test("a comment whose words were taken is done on disk once the text is saved, and not before")
  func saved() throws {
    let scene = try commented()
    let bench = try fixes(scene, as: "priya")
    bench.type("a")
    #expect(status(bench, "ann-1") == .done)
    #expect(scene.text(at: Self.file).isEmpty)
    bench.loop.state.openReview(.fixes)
    bench.keys("PageDown")
    #expect(status(bench, "ann-1") == .done, "reading the files anew keeps it")
    bench.keys("F8", "Ctrl-S")
    #expect(scene.text(at: Self.file).contains("state: done"), "\(bench.message)")
    #expect(bench.message.hasPrefix("Saved"))
  }

  @Test("leaving without saving leaves the comment open")
  func discarded() throws {
    let scene = try commented()
    let bench = try fixes(scene, as: "priya")
    bench.type("a")
    bench.keys("F8", "Ctrl-Q", "Down", "Down", "Enter")
    #expect(bench.state.isFinished)
    let again = try fixes(scene, as: "priya")
    #expect(status(again, "ann-1") == .open)
    #expect(again.state.session.review?.book.openRequiredFixes.count == 3)
  }

  @Test("undo opens the comment again in a later run too, and redo closes it")
  func undoneLater() throws {
    let folder = StateFolder()
    defer { folder.remove() }
    let scene = try commented()
    let bench = try fixes(scene, as: "priya", journal: folder.path)
    bench.type("a")
    bench.keys("F8", "Ctrl-S", "Ctrl-Q")
    bench.loop.desk.history?.flush()
    #expect(bench.state.isFinished)
    let again = try WorkbenchHarness(scene, journal: folder.path, asked: "priya")
    #expect(status(again, "ann-1") == .done)
    again.keys("Ctrl-Z")
    #expect(again.message.hasPrefix("Undone: Accept better words (red ann-1)"))
    #expect(status(again, "ann-1") == .open)
    again.keys("Ctrl-S")
    #expect(scene.text(at: Self.file).contains("state: open"))
    #expect(again.state.session.review?.book.openRequiredFixes.count == 3)
    again.keys("Ctrl-Y", "Ctrl-S")
    #expect(scene.text(at: Self.file).contains("state: done"))
    again.keys("Ctrl-Z")
    #expect(status(again, "ann-1") == .open)
    #expect(scene.text(at: Self.file).contains("state: done"), "the text on disk still has the words")
    again.keys("Ctrl-Y")
    #expect(status(again, "ann-1") == .done)
    #expect(again.state.reviewing.held.values.joined().isEmpty)
  }

  // MARK: Two windows of one person

  @Test("what was typed is kept when one's own file changed meanwhile, beside what changed it")
  func twoWindows() throws {
    let scene = WorkbenchScene.sample()
    let first = try WorkbenchHarness(scene, asked: "joe")
    first.keys("F8", "Down", "Enter")
    while first.state.walkedAnswer?.reviewKey != "2.1" { first.keys("Right") }
    let second = try WorkbenchHarness(scene, asked: "joe")
    second.keys("F8", "Down", "Enter")
    while second.state.walkedAnswer?.reviewKey != "2.1" { second.keys("Right") }
    second.type("cSaid at the other window.")
    second.keys("Enter")
    first.type("s2")
    first.keys("Tab")
    first.type("Typed here.")
    first.keys("Enter")
    #expect(first.message.hasPrefix("Handed in: 2.1"))
    let text = scene.text(at: "\(Self.bid)/reviews/red/joe/2.1.yaml")
    #expect(text.contains("Typed here.") && text.contains("Said at the other window."), "\(text)")
    #expect(first.state.session.review?.book.sheet("red", "joe", "2.1").comments.count == 1)
  }

  @Test("where the file cannot be read the form comes back with its words")
  func unreadable() throws {
    let scene = WorkbenchScene.sample()
    let bench = try WorkbenchHarness(scene, asked: "joe")
    bench.keys("F8", "Down", "Enter")
    while bench.state.walkedAnswer?.reviewKey != "2.1" { bench.keys("Right") }
    bench.type("1")
    let path = "\(Self.bid)/reviews/red/joe/2.1.yaml"
    scene.put("<<<<<<< mine\n" + scene.text(at: path), at: path)
    bench.type("s2")
    bench.keys("Tab")
    bench.type("Typed here.")
    bench.keys("Enter")
    #expect(bench.screen.contains("Typed here."), "\(bench.screen)")
    guard case .reviewForm(let form) = bench.state.overlays.last else {
      Issue.record("no form")
      return
    }
    #expect(form.fault?.contains("2.1.yaml") == true)
  }
}
