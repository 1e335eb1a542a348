import BidModel
import BidTestSupport
import Screen
import Testing

@testable import Workbench

/// The walk, the fix list and what comes of them, key by key.
@Suite struct ReviewWalkTests {
  /// The sample bid with `asked` at the keyboard, in the red walk at question 2.1.
  private func walk(
    _ scene: WorkbenchScene = .sample(), as asked: String, size: Size = Size(rows: 36, columns: 120)
  )
    throws -> WorkbenchHarness
  {
    let bench = try WorkbenchHarness(scene, size: size, asked: asked)
    bench.keys("F8", "Down", "Enter")
    while bench.state.walkedAnswer?.reviewKey != "2.1" { bench.keys("Right") }
    return bench
  }

  /// Comments on the paragraph in hand and scores the question.
  private func review(_ bench: WorkbenchHarness, comment: String, suggestion: String = "", score: String) {
    bench.type("]")
    bench.keys("Down")
    bench.type("f" + comment)
    bench.keys("Tab", "Tab", "Tab", "Tab")
    bench.type(suggestion)
    bench.keys("Enter")
    bench.type("s" + score)
    bench.keys("Tab")
    bench.type("Because.")
    bench.keys("Enter")
  }

  @Test("the screens look as they did at three sizes", arguments: [(24, 80), (36, 120), (50, 200)])
  func screens(_ rows: Int, _ columns: Int) throws {
    let size = Size(rows: rows, columns: columns)
    let scene = WorkbenchScene.sample()
    let first = try WorkbenchHarness(scene, size: size, asked: "ann")
    first.keys("F8")
    try Golden.expect(first.screen, is: "review-home-\(columns)x\(rows)")
    let ann = try walk(scene, as: "ann", size: size)
    try Golden.expect(ann.screen, is: "review-red-\(columns)x\(rows)")
    review(ann, comment: "Say whose hub it is.", suggestion: "It joins the hub.", score: "4")
    try Golden.expect(ann.screen, is: "review-scored-\(columns)x\(rows)")
    let joe = try walk(scene, as: "joe", size: size)
    review(joe, comment: "Please say whose hub it is.", score: "2")
    joe.type("a")
    try Golden.expect(joe.screen, is: "review-scores-\(columns)x\(rows)")
    joe.keys("Enter")
    joe.type("3")
    joe.keys("Tab")
    joe.type("Between the two.")
    try Golden.expect(joe.screen, is: "review-agree-\(columns)x\(rows)")
    joe.keys("Esc", "Down", "Enter", "Esc")
    joe.keys("F8", "F8")
    joe.keys("Esc", "F8")
    let writer = try WorkbenchHarness(scene, size: size, asked: "priya")
    writer.loop.state.openReview(.fixes)
    writer.loop.performEffects()
    writer.resize(rows, columns + 1)
    writer.resize(rows, columns)
    try Golden.expect(writer.screen, is: "review-fixes-\(columns)x\(rows)")
    writer.keys("Esc")
    writer.loop.state.openReview(.gate)
    writer.loop.performEffects()
    writer.resize(rows, columns + 1)
    writer.resize(rows, columns)
    try Golden.expect(writer.screen, is: "review-gate-\(columns)x\(rows)")
  }

  @Test("in the red walk nothing of coverage or findings is shown before the score, and all of it after")
  func blind() throws {
    let bench = try walk(as: "ann")
    for _ in 0..<6 {
      #expect(!bench.screen.contains("Coverage"))
      bench.keys("Tab")
    }
    bench.type("n")
    #expect(bench.message.contains("once you have scored"))
    review(bench, comment: "More.", score: "3")
    let pages = (0..<6).map { _ in
      bench.keys("Tab")
      return bench.screen
    }
    #expect(pages.contains { $0.contains("Coverage (never a score)") })
  }

  @Test("others' scores are hidden until one's own is handed in")
  func hidden() throws {
    let scene = WorkbenchScene.sample()
    review(try walk(scene, as: "ann"), comment: "Say more.", score: "4")
    let joe = try walk(scene, as: "joe")
    joe.type("a")
    #expect(joe.screen.contains("hidden until you have scored"))
    #expect(!joe.screen.contains("ann 4"))
    joe.keys("Esc", "Up", "Up", "Up", "Up", "Up", "Up")
    let again = try walk(scene, as: "joe")
    review(again, comment: "Say more.", score: "2")
    again.type("a")
    #expect(again.screen.contains("ann 4  joe 2"))
  }

  @Test("a score needs a reason, and a comment needs words")
  func needed() throws {
    let bench = try walk(as: "ann")
    bench.type("s4")
    bench.keys("Enter")
    #expect(bench.screen.contains("Give the reason"))
    bench.keys("Esc")
    bench.type("c")
    bench.keys("Enter")
    #expect(bench.screen.contains("Write the comment"))
    #expect(bench.state.session.review?.book.sheet("red", "ann", "2.1").submitted == "")
  }

  @Test("letters that come in one read with the key that opens a form are typed into it")
  func typedAhead() throws {
    let bench = try walk(as: "ann")
    bench.send(Array("fName the hub".utf8))
    bench.settle()
    bench.keys("Enter")
    #expect(bench.state.walkedSheet?.comments.map(\.text) == ["Name the hub"])
  }

  @Test("a walk is resumed at the question and sentence where it was left")
  func resumed() throws {
    let scene = WorkbenchScene.sample()
    let first = try walk(scene, as: "ann")
    first.keys("Down", "Down", "Down", "Down", "Esc")
    let again = try WorkbenchHarness(scene, asked: "ann")
    again.keys("F8", "Down", "Enter")
    #expect(again.state.walkedAnswer?.reviewKey == "2.1")
    #expect(again.state.reviewing.walk?.stop == 4)
  }

  @Test("a sub-ask is marked where it was found, and the mark is taken back by the same key")
  func found() throws {
    let bench = try walk(as: "ann")
    bench.type("2")
    #expect(bench.state.walkedSheet?.found.map(\.ask) == [2])
    bench.type("2")
    #expect(bench.state.walkedSheet?.found.isEmpty == true)
    bench.type("9")
    #expect(bench.message.contains("5 sub-asks"))
  }

  @Test("the writer takes suggested words with one key; the group is done, and undo brings the words back")
  func suggestion() throws {
    let scene = WorkbenchScene.sample()
    review(
      try walk(scene, as: "ann"), comment: "Say whose hub it is.", suggestion: "It joins the hub.", score: "4"
    )
    review(try walk(scene, as: "joe"), comment: "Please say whose hub it is.", score: "2")
    let writer = try WorkbenchHarness(scene, asked: "priya")
    let before = writer.state.session.answers[1].answer
    writer.loop.state.openReview(.fixes)
    writer.keys("Up")
    #expect(writer.state.fixGroups.map(\.people) == [["ann", "joe"]])
    writer.type("a")
    let after = writer.state.session.answers[1].answer
    #expect(after.parts.flatMap(\.blocks).contains { $0.text.hasSuffix("It joins the hub.") })
    #expect(
      writer.state.session.review?.book.fixes(seenBy: "priya").allSatisfy { $0.status == .done } == true)
    writer.keys("F8", "Ctrl-Z")
    #expect(writer.state.session.answers[1].answer.fileContent == before.fileContent)
  }

  @Test("a signed answer asks before it is edited, and a change takes the signature's force")
  func signing() throws {
    let scene = WorkbenchScene.sample(answer: "2.1-integration.md")
    let bench = try WorkbenchHarness(scene, asked: "ann")
    bench.keys("Ctrl-End", "Alt-Shift-G")
    #expect(bench.message.contains("is signed by Ann Marker"))
    bench.type("x")
    #expect(bench.screen.contains("was signed by Ann Marker"))
    let text = bench.texts
    bench.keys("Down", "Enter")
    bench.type("x")
    #expect(bench.texts != text)
    bench.keys("Ctrl-S")
    bench.loop.state.openReview(.gate)
    bench.keys("Up")
    #expect(bench.screen.contains("changed since ann signed"))
    let target = bench.state.reviewing.gate.firstIndex { $0.message.contains("changed since ann signed") }
    for _ in 0..<(target ?? 0) { bench.keys("Down") }
    #expect(bench.state.selectedGateItem?.answer == bench.state.editor.answer)
    bench.keys("Enter")
    #expect(bench.screen.contains("→ now"), "Enter shows what changed since the signature")
    #expect(bench.message.contains("What changed since Ann Marker signed"))
    bench.keys("Alt-Shift-G")
    #expect(bench.message.contains("is signed by Ann Marker"))
    #expect(bench.state.reviewing.gate.allSatisfy { $0.kind != .unsigned || $0.answer != bench.answer.id })
    let signOff = bench.state.session.review?.book.signOff(of: "2.1")
    #expect(signOff?.signOff.fingerprint == bench.answer.signedFingerprint)
  }

  @Test(
    "signing again shows the change first, and is one key after that; a void signature asks before editing")
  func signingAgain() throws {
    let scene = WorkbenchScene.sample(answer: "2.1-integration.md")
    let first = try WorkbenchHarness(scene, asked: "ann")
    first.keys("Alt-Shift-G", "Ctrl-End")
    first.type("x")
    first.keys("Down", "Enter")
    first.type("x")
    first.keys("Ctrl-S", "Ctrl-Q")
    let bench = try WorkbenchHarness(scene, asked: "ann")
    bench.type("y")
    #expect(bench.screen.contains("and has changed since"))
    bench.keys("Down", "Enter")
    #expect(bench.screen.contains("→ now"), "the change is shown: \(bench.screen)")
    bench.keys("Esc", "Alt-Shift-G")
    #expect(bench.screen.contains("→ now") && bench.message.contains("What changed since"))
    #expect(
      bench.state.session.review?.book.signOff(of: "2.1")?.signOff.fingerprint
        != bench.answer.signedFingerprint)
    bench.type("g")
    #expect(
      bench.state.session.review?.book.signOff(of: "2.1")?.signOff.fingerprint
        == bench.answer.signedFingerprint)
    #expect(bench.state.overlays.isEmpty, "back in the text")
    bench.keys("Alt-Shift-G")
    #expect(bench.message.contains("signed by you"))
  }

  @Test("a replacement all over the bid leaves a signed answer alone and says so")
  func replacingSigned() throws {
    let scene = WorkbenchScene.sample(answer: "2.1-integration.md")
    let bench = try WorkbenchHarness(scene, asked: "ann")
    bench.keys("Alt-Shift-G")
    let text = bench.texts
    bench.keys("Ctrl-R")
    bench.type("nurse")
    bench.keys("Tab")
    bench.type("NURSE")
    bench.keys("Enter", "Enter")
    #expect(bench.message.contains("2.1 Integration is signed"), "\(bench.message) \(bench.screen)")
    #expect(bench.texts == text)
  }

  @Test("the time read moves on by itself each minute, and stops when nobody seems to read")
  func timer() throws {
    let bench = try walk(as: "ann")
    let row = { bench.screen.split(separator: "\n").first ?? "" }
    #expect(row().contains(" 0 min"))
    for minute in 1...4 {
      bench.loop.step()
      bench.settle()
      #expect(row().contains(" \(minute) min"), "\(row())")
    }
    bench.loop.step()
    bench.settle()
    #expect(row().contains(" 5 min"))
    #expect(bench.loop.walkDue == nil, "nothing is due once nobody reads")
    bench.pause(.seconds(3_000))
    bench.keys("Down")
    #expect(row().contains(" 5 min"))
    #expect(bench.loop.walkDue != nil)
    bench.keys("Esc", "Esc")
    bench.loop.runTimers()
    #expect(bench.loop.walkDue == nil, "outside the walk no timer runs")
    #expect((bench.state.session.review?.book.sheet("red", "ann", "2.1").seconds ?? 0) >= 300)
  }

  @Test("any two versions are compared, side by side with the words marked, part by part")
  func twoVersions() throws {
    let scene = WorkbenchScene.sample(answer: "3.2-equity.md")
    let bench = try WorkbenchHarness(scene, size: Size(rows: 36, columns: 120), asked: "priya")
    for (word, time) in [("Oldest ", "10"), ("Middle ", "11")] {
      bench.keys("Ctrl-Home")
      bench.type(word)
      let bytes = bench.printed
      scene.put(
        String(decoding: bytes, as: UTF8.self),
        at: "/bids/bids/harbourside-d2a/history/3.2-equity/20261120-\(time)0000--priya--named--\(time).md")
    }
    bench.loop.state.openReview(.versions)
    bench.keys("PageUp")
    bench.type("c")
    #expect(bench.screen.contains("◂ from here"), "\(bench.screen)")
    bench.keys("Down", "Enter")
    #expect(bench.screen.contains("2026-11-20 10:00, priya → 2026-11-20 11:00, priya"), "\(bench.screen)")
    bench.keys("Tab")
    #expect(bench.screen.contains("│ {+Middle+}") || bench.screen.contains("{+Middle"), "\(bench.screen)")
    bench.keys("Esc", "Esc", "Esc")
  }

  @Test("a version kept at a save is compared with the text of now, and one paragraph or all is taken back")
  func versions() throws {
    let scene = WorkbenchScene.sample(answer: "3.2-equity.md")
    let bench = try WorkbenchHarness(scene, asked: "priya")
    let file = scene.text(at: scene.path)
    bench.keys("Alt-Shift-G", "Enter")
    bench.type("New words. ")
    bench.keys("Down", "Enter")
    bench.type("New words. ")
    bench.loop.state.openReview(.versions)
    bench.keys("Up", "Enter")
    #expect(bench.screen.contains("{+New words"), "\(bench.screen)")
    bench.type("r")
    bench.keys("F8", "Ctrl-S")
    #expect(scene.text(at: scene.path) == file)
  }

  @Test("what changed since one's last review is one key, and says the words")
  func changes() throws {
    let scene = WorkbenchScene.sample()
    review(try walk(scene, as: "ann"), comment: "Say more.", score: "3")
    let path = "/bids/bids/harbourside-d2a/answers/2.1-integration.md"
    scene.put(scene.text(at: path).replacing("open 24 hours a day", with: "open day and night"), at: path)
    let again = try walk(scene, as: "ann")
    again.type("w")
    #expect(again.screen.contains("[-24 hours a-]") || again.screen.contains("{+"), "\(again.screen)")
    #expect(again.screen.contains("You have not reviewed it yet."))
  }

  @Test("a paragraph that moved to another part is shown as moved since the review, and on the one page")
  func movedSince() throws {
    let scene = WorkbenchScene.sample()
    review(try walk(scene, as: "ann"), comment: "Say more.", score: "3")
    let path = "/bids/bids/harbourside-d2a/answers/2.1-integration.md"
    var blocks = scene.text(at: path).split(separator: "\n\n").map(String.init)
    let moved = try #require(blocks.firstIndex { $0.hasPrefix("Every referral reaches") })
    let words = blocks.remove(at: moved)
    let evidence = try #require(blocks.firstIndex { $0.hasPrefix("## Evidence") })
    blocks.insert(words, at: evidence + 1)
    scene.put(blocks.joined(separator: "\n\n"), at: path)
    let again = try walk(scene, as: "ann")
    again.type("w")
    #expect(again.screen.contains("↕ moved down, Evidence: “Every referral reaches"), "\(again.screen)")
    #expect(again.screen.contains("↕ moved here from above, Our Role"))
    again.type("o")
    #expect(again.screen.contains("Our Role 1 moved away, Evidence 1 moved here."), "\(again.screen)")
  }

  @Test("every key of the review is painted in windows down to one cell")
  func small() throws {
    let bench = try walk(as: "ann")
    for keys in [[], ["f"], ["l"], ["w"], ["a"]] {
      for key in keys { bench.type(key) }
      for (rows, columns) in [(1, 1), (2, 3), (5, 9), (8, 20), (12, 59), (24, 61)] {
        bench.resize(rows, columns)
        #expect(bench.terminal.screen.size == Size(rows: rows, columns: columns))
      }
      bench.keys("Esc")
    }
  }
}
