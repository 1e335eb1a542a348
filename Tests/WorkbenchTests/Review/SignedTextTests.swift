import BidModel
import BidTestSupport
import Screen
import Testing

@testable import Workbench

/// What a signature and a review stand on stays, and they hold for nothing else.
@Suite struct SignedTextTests {
  private static let folder = "/bids/bids/harbourside-d2a"
  private static let history = "\(folder)/history/2.1-integration/"
  private let scene = WorkbenchScene.sample(answer: "2.1-integration.md")

  /// Types at the end of the answer, past the question about its signature, and saves.
  private func edit(_ bench: WorkbenchHarness, _ words: String) {
    bench.keys("Ctrl-End")
    bench.type("x")
    if bench.screen.contains("Edit it") {
      bench.keys("Down")
      if bench.screen.contains("Show what changed") { bench.keys("Down") }
      bench.keys("Enter")
    }
    bench.type(words)
    bench.keys("Ctrl-S")
  }

  /// The sample's 2.1, saved by its writer and then signed by Ann as it was saved.
  private func signed() throws -> WorkbenchHarness {
    let writer = try WorkbenchHarness(scene, asked: "priya")
    edit(writer, "saved")
    writer.keys("Ctrl-Q")
    let ann = try WorkbenchHarness(scene, asked: "ann")
    ann.keys("Alt-Shift-G")
    #expect(ann.message.contains("is signed by Ann Marker"))
    return ann
  }

  private func signOff(_ bench: WorkbenchHarness) throws -> SignOff {
    try #require(bench.state.session.review?.book.signOff(of: "2.1")?.signOff)
  }

  @Test("what was signed right after a save outlives the next saves, and signing again shows the change")
  func kept() throws {
    let ann = try signed()
    let version = try signOff(ann).version
    #expect(version.contains("--ann--sign"))
    ann.keys("Ctrl-Q")
    let writer = try WorkbenchHarness(scene, asked: "priya")
    edit(writer, " one")
    edit(writer, " two")
    #expect(scene.files.bytes(at: Self.history + version) != nil)
    writer.keys("Ctrl-Q")
    let again = try WorkbenchHarness(scene, asked: "ann")
    again.keys("Alt-Shift-G")
    #expect(again.screen.contains("→ now") && again.message.contains("What changed since"))
    again.keys("Alt-Shift-G")
    #expect(again.message == "2.1 Integration is signed by Ann Marker.")
  }

  @Test("where what was signed is gone from the history, that is said, and the answer can be signed again")
  func gone() throws {
    let ann = try signed()
    let version = try signOff(ann).version
    edit(ann, "more")
    try scene.files.unlink(Self.history + version)
    ann.keys("Alt-Shift-G")
    #expect(
      ann.message
        == "2.1 Integration: what Ann Marker signed is gone from the history. Alt-Shift-G signs it as it is now."
    )
    #expect(try signOff(ann).version == version)
    ann.keys("Alt-Shift-G")
    #expect(ann.message.hasSuffix("is gone from the history: nothing was compared."), "\(ann.message)")
    let signed = try signOff(ann)
    #expect(scene.files.bytes(at: Self.history + signed.version) == ann.printed)
    #expect(ann.state.signedChange(of: ann.state.session.answers[ann.state.currentIndex]) == nil)
  }

  @Test("a figure that changes takes the signature's force: gate, question and signing again name it")
  func figure() throws {
    let ann = try signed()
    ann.keys("Ctrl-Q")
    let register = scene.text(at: "/bids/kpis.csv")
    let changed = register.replacing(
      "flow.referral_to_start,harbourside,h,36,18", with: "flow.referral_to_start,harbourside,h,36,17")
    #expect(changed != register)
    scene.put(changed, at: "/bids/kpis.csv")
    let bench = try WorkbenchHarness(scene, asked: "ann")
    bench.loop.state.openReview(.gate)
    bench.keys("Up")
    let words = "flow.referral_to_start was 18 h, is 17 h"
    let item = try #require(bench.state.reviewing.gate.firstIndex { $0.message.contains(words) })
    #expect(bench.state.reviewing.gate[item].message.hasPrefix("A figure changed since ann signed it on "))
    for _ in 0..<item { bench.keys("Down") }
    bench.keys("Enter")
    #expect(bench.state.overlays.isEmpty && bench.message.contains(words))
    #expect(bench.caretLine.contains("|{{flow.referral_to_start}}"), "\(bench.caretLine)")
    bench.type("x")
    #expect(bench.screen.contains(words))
    bench.keys("Esc", "Alt-Shift-G")
    #expect(bench.message == "2.1 Integration is signed by Ann Marker.")
    bench.keys("Alt-Shift-G")
    #expect(bench.message.contains("signed by you"))
  }

  @Test(
    "unlocking a signed answer and going back to a version stand in the audit, the latter once it is saved")
  func audited() throws {
    let audit = { scene.text(at: "\(Self.folder)/audit/ann.jsonl") }
    let ann = try signed()
    edit(ann, "more")
    #expect(audit().contains("\"what\":\"unlock\"") && audit().contains("signed by ann"))
    let goBack = {
      ann.loop.state.openReview(.versions)
      ann.keys("PageDown", "Enter")
      #expect(ann.screen.contains("→ now"), "\(ann.screen)")
      ann.type("r")
      ann.keys("F8")
    }
    goBack()
    ann.keys("Ctrl-Z")
    ann.keys("Ctrl-S")
    #expect(!audit().contains("restore"), "what undo took back was never done")
    goBack()
    #expect(!audit().contains("restore"), "nothing is done before the text is saved")
    ann.keys("Ctrl-S")
    #expect(audit().split(separator: "\n").count { $0.contains("\"what\":\"restore\"") } == 1)
  }
}
