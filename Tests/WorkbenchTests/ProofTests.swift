import BidModel
import BidTestSupport
import Screen
import Testing

@testable import Workbench

/// What goes out to the portal, and what comes back from it.
@Suite struct ProofTests {
  private func sample(_ rows: Int = 24, _ columns: Int = 80) throws -> WorkbenchHarness {
    try WorkbenchHarness(.sample(answer: "2.1-integration.md"), size: Size(rows: rows, columns: columns))
  }

  @Test("the box that takes a paste looks as it did", arguments: [(24, 80), (36, 120)])
  func box(_ rows: Int, _ columns: Int) throws {
    let bench = try sample(rows, columns)
    bench.keys("Alt-Shift-V")
    try Golden.expect(bench.screen, is: "proof-\(columns)x\(rows)")
  }

  @Test("what was copied out is identical when it is pasted back")
  func identical() throws {
    let bench = try sample()
    bench.keys("Alt-C")
    let copied = try #require(bench.terminal.clipboard.last)
    bench.keys("Alt-Shift-V")
    bench.paste(copied.replacing("\n", with: "\r\n"))
    #expect(bench.screen.contains("✓ Identical: 725 words"))
    let before = bench.printed
    bench.keys("Esc")
    #expect(bench.state.overlays.isEmpty && bench.printed == before)
  }

  @Test("what the portal changed is shown; nothing of it reaches the answer")
  func changed() throws {
    let bench = try sample()
    let before = bench.printed
    bench.keys("Alt-C", "Alt-Shift-V")
    let copied = try #require(bench.terminal.clipboard.last)
    bench.paste(
      copied.replacing("nobody", with: "anybody").replacing("\n", with: " ").replacing("•", with: "*"))
    try Golden.expect(bench.screen, is: "proof-changed")
    bench.type("x")
    bench.keys("Down", "Up", "Enter")
    #expect(bench.printed == before)
  }

  @Test("a text that the terminal's clipboard does not take is written into a file that is named")
  func fallback() throws {
    let bench = try sample()
    bench.terminal.mostClipboard = 10
    bench.keys("Alt-C")
    #expect(bench.message.contains("/bids/bids/harbourside-d2a/exports/2.1-integration.txt"))
    let file = bench.scene.text(at: "/bids/bids/harbourside-d2a/exports/2.1-integration.txt")
    #expect(file == bench.state.clipboard && !file.isEmpty)
  }

  @Test("a selection that the terminal's clipboard does not take is kept here and written into a file")
  func longSelection() throws {
    let bench = try sample()
    bench.terminal.mostClipboard = 10
    bench.keys("Ctrl-A", "Ctrl-C")
    #expect(bench.message.contains("/bids/bids/harbourside-d2a/exports/copied.txt"))
    let file = bench.scene.text(at: "/bids/bids/harbourside-d2a/exports/copied.txt")
    #expect(file == bench.state.clipboard && file.utf8.count > 10)
  }

  @Test("the bid is written as one page")
  func html() throws {
    let bench = try sample()
    bench.keys("F2")
    bench.type("html")
    bench.keys("Enter")
    #expect(bench.message.contains("bid.html"))
    #expect(bench.scene.text(at: "/bids/bids/harbourside-d2a/exports/bid.html").hasPrefix("<!DOCTYPE html>"))
  }

  @Test("one word is said to be one word, wherever it is counted")
  func oneWord() throws {
    let bench = try WorkbenchHarness(
      .answers(["1.md": "## Context\n\nOne\n"]), size: Size(rows: 12, columns: 80))
    #expect(bench.screen.contains("1 word ") && !bench.screen.contains("1 words"))
    bench.keys("Alt-C")
    #expect(bench.message.hasPrefix("Copied 1 word, 3 characters"))
  }
}
