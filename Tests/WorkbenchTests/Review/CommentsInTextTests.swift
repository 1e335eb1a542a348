import BidModel
import BidTestSupport
import Screen
import Testing

@testable import Workbench

/// Reviewers' comments as the writer meets them in the text.
@Suite struct CommentsInTextTests {
  private static let answer = "2.1-integration.md"

  /// The sample bid after Ann has commented on two and a half paragraphs and on one sentence, and handed in.
  private func commented(
    _ scene: WorkbenchScene, submits: Bool = true, suggestion: String = "One pathway."
  ) throws {
    let ann = try WorkbenchHarness(scene, asked: "ann")
    ann.keys("F8", "Down", "Enter")
    while ann.state.walkedAnswer?.reviewKey != "2.1" { ann.keys("Right") }
    ann.type("]")
    ann.keys("Shift-Down", "Shift-Down", "Shift-Down")
    ann.type("fSay whose pathway it is.")
    ann.keys("Tab", "Tab", "Tab", "Tab")
    ann.type(suggestion)
    ann.keys("Enter")
    #expect(ann.message == "Kept: required fix on the selection over 2 paragraphs.")
    ann.type("]")
    ann.type("cName the minutes.")
    ann.keys("Enter")
    ann.type("+A good routine.")
    ann.keys("Enter")
    guard submits else { return ann.keys("Esc") }
    ann.type("s4")
    ann.keys("Tab")
    ann.type("Because.")
    ann.keys("Enter", "Esc")
  }

  private func writer(_ scene: WorkbenchScene, size: Size = Size(rows: 36, columns: 120)) throws
    -> WorkbenchHarness
  {
    try WorkbenchHarness(scene, size: size, asked: "priya")
  }

  @Test("the text with a comment at the cursor looks as it did", arguments: [(24, 80), (36, 120), (50, 200)])
  func screens(_ rows: Int, _ columns: Int) throws {
    let scene = WorkbenchScene.sample(answer: Self.answer)
    try commented(scene)
    let bench = try writer(scene, size: Size(rows: rows, columns: columns))
    bench.keys("Alt-}")
    try Golden.expect(bench.screen, is: "comment-in-text-\(columns)x\(rows)")
  }

  @Test("the comment keys go from one to the next in the order of the text, and back")
  func walking() throws {
    let scene = WorkbenchScene.sample(answer: Self.answer)
    try commented(scene)
    let bench = try writer(scene)
    bench.keys("Ctrl-Home", "Alt-}")
    #expect(bench.caretBlock.text.hasPrefix("Our service carries people"))
    #expect(bench.screen.contains("Ann Marker, major required fix: Say whose pathway it is."))
    bench.keys("Alt-}")
    #expect(bench.screen.contains("Name the minutes."), "\(bench.screen)")
    bench.keys("Alt-{")
    #expect(bench.caretBlock.text.hasPrefix("Our service carries people"))
    bench.keys("Ctrl-Home")
    #expect(!bench.screen.contains("── Comment"), "it goes when the cursor leaves")
  }

  @Test("nothing of a score that is not handed in, or of another's to a reviewer who has not scored, is seen")
  func hidden() throws {
    let scene = WorkbenchScene.sample(answer: Self.answer)
    try commented(scene, submits: false)
    let bench = try writer(scene)
    bench.keys("Alt-}")
    #expect(bench.message == "There is no open comment that you may see.")
    #expect(bench.state.comments.list.isEmpty)
    let handedIn = WorkbenchScene.sample(answer: Self.answer)
    try commented(handedIn)
    let joe = try WorkbenchHarness(handedIn, asked: "joe")
    joe.keys("Alt-}")
    #expect(joe.message == "There is no open comment that you may see.")
    let ann = try WorkbenchHarness(handedIn, asked: "ann")
    ann.keys("Alt-}")
    #expect(ann.screen.contains("Say whose pathway it is."))
  }

  @Test("one key takes the better words for the whole selection; undo brings words and comment back")
  func accepting() throws {
    let scene = WorkbenchScene.sample(answer: Self.answer)
    try commented(scene)
    let bench = try writer(scene)
    let before = bench.printed
    let count = bench.blocks.count
    bench.keys("Ctrl-Home", "Alt-}", "Alt-Shift-Y")
    #expect(bench.caretBlock.text == "One pathway.")
    #expect(bench.blocks.count == count || bench.blocks.count == count - 1)
    let status = {
      bench.state.session.review?.book.fixes(seenBy: "priya").first { $0.comment.kind == .fix }?.status
    }
    #expect(status() == .done)
    #expect(!bench.state.comments.list.contains { $0.group.first.comment.kind == .fix })
    bench.keys("Ctrl-Z")
    #expect(bench.printed == before)
    #expect(status() == .open, "what undo took out is open again")
    bench.keys("Ctrl-Y")
    #expect(status() == .done)
  }

  @Test("a comment whose words are edited is marked ? and shows its old words; it is never dropped")
  func drifting() throws {
    let scene = WorkbenchScene.sample(answer: Self.answer)
    try commented(scene)
    let bench = try writer(scene)
    bench.keys("Ctrl-Home", "Alt-}", "Right", "Right", "Right")
    bench.type("XX")
    #expect(bench.state.comments.list.count == 3)
    #expect(bench.state.comments.list.contains { $0.sign == "?" })
    #expect(bench.screen.contains("It was about: “Our service carries people"), "\(bench.screen)")
    bench.keys("Alt-Shift-Y")
    #expect(bench.message.contains("not here any more"))
    bench.keys("Ctrl-Z")
    #expect(!bench.state.comments.list.contains { $0.sign == "?" })
  }

  @Test("a moved paragraph takes its comment along")
  func moving() throws {
    let scene = WorkbenchScene.sample(answer: Self.answer)
    try commented(scene)
    let bench = try writer(scene)
    bench.keys("Ctrl-Home", "Alt-}", "Alt-}")
    let block = bench.caretBlock.id
    bench.keys("Alt-Shift-Down")
    #expect(bench.caretBlock.id == block)
    #expect(bench.screen.contains("Name the minutes."), "\(bench.screen)")
  }

  @Test("done, and the fix list at the comment, are one key each; praise asks for nothing")
  func done() throws {
    let scene = WorkbenchScene.sample(answer: Self.answer)
    try commented(scene)
    let bench = try writer(scene)
    bench.keys("Ctrl-Home", "Alt-}", "Alt-}", "Alt-Shift-C")
    #expect(bench.state.selectedFix?.first.comment.text == "Name the minutes.")
    #expect(bench.screen.contains("Before"))
    bench.keys("F8", "Alt-Shift-D")
    #expect(bench.message == "ann’s “Name the minutes.” is done.")
    #expect(bench.screen.contains("praise: A good routine."), "\(bench.screen)")
    bench.keys("Alt-Shift-D")
    #expect(bench.message.hasPrefix("No open comment stands here"))
  }

  @Test("typing in a commented paragraph stays the painting of one block")
  func typing() throws {
    let scene = WorkbenchScene.sample(answer: Self.answer)
    try commented(scene)
    let bench = try writer(scene)
    bench.keys("Ctrl-Home", "Alt-}", "Alt-}", "End")
    let lines = bench.screen
    bench.type("a")
    bench.keys("Backspace")
    #expect(
      bench.screen.split(separator: "\n").dropFirst().dropLast().count == lines.split(separator: "\n").count
        - 2)
    #expect(bench.screen.contains("Name the minutes."))
  }

  @Test("in windows down to one cell, and without borders, nothing is painted outside")
  func small() throws {
    let scene = WorkbenchScene.sample(answer: Self.answer)
    try commented(scene)
    let bench = try writer(scene)
    bench.keys("Alt-}")
    for (rows, columns) in [(1, 1), (2, 3), (5, 9), (8, 20), (12, 59), (24, 61), (36, 120)] {
      bench.resize(rows, columns)
      #expect(bench.terminal.screen.size == Size(rows: rows, columns: columns))
    }
    bench.keys("F11")
    #expect(bench.screen.contains("Say whose pathway it is."), "\(bench.screen)")
  }
}
