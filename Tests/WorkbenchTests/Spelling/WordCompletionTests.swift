import BidModel
import BidTestSupport
import Screen
import Testing

@testable import Workbench

/// Completing words, acronyms and posts, and filtering the list of KPIs.
@Suite struct WordCompletionTests {
  private func bench(_ text: String, words: String = "") throws -> WorkbenchHarness {
    let scene = WorkbenchScene.answers(["1.md": "## Context\n\n\(text)\n\n## Our Role\n"])
    scene.put(words, at: "/bids/words.txt")
    let bench = try WorkbenchHarness(scene, size: Size(rows: 30, columns: 90), spelling: true)
    bench.keys("Ctrl-End")
    return bench
  }

  private func offered(_ bench: WorkbenchHarness) -> [String] {
    guard case .completion(let completion) = bench.state.overlays.last else { return [] }
    return completion.items.map(\.name)
  }

  @Test(
    "three letters are completed from words.txt, names, posts, acronyms and the answer",
    arguments: [
      ("quu", "Quuxside", "Quuxside"),
      ("our Dep", "Deputy Safeguarding Lead", "our Deputy Safeguarding Lead"),
      ("Deputy Safe", "Deputy Safeguarding Lead", "Deputy Safeguarding Lead"),
      ("a multid", "multidisciplinary team (MDT)", "a multidisciplinary team (MDT)"),
      ("Multid", "Multidisciplinary team (MDT)", "Multidisciplinary team (MDT)"),
      ("the MDT", "multidisciplinary team (MDT)", "the multidisciplinary team (MDT)"),
      ("mobilis", "mobilisation", "mobilisation"), ("Tes", "Test buyer", "Test buyer"),
    ])
  func completing(_ typed: String, _ first: String, _ text: String) throws {
    let bench = try bench("Our Deputy Safeguarding Lead plans mobilisation.", words: "Quuxside\n")
    bench.type(typed)
    bench.keys("Ctrl-Space")
    #expect(offered(bench).contains(first))
    while case .completion(let completion) = bench.state.overlays.last,
      completion.items[completion.selected].name != first
    {
      bench.keys("Down")
    }
    bench.keys("Enter")
    #expect(bench.caretBlock.text == text)
    bench.keys("Ctrl-Z")
    #expect(bench.caretBlock.text == typed)
  }

  @Test("an acronym that the answer has brought in is not expanded again")
  func introduced() throws {
    let bench = try bench("Our multidisciplinary team (MDT) meets.")
    bench.type("the MDT")
    bench.keys("Alt-*")
    #expect(offered(bench) == [])
    bench.keys("Backspace", "Backspace", "Backspace")
    bench.type("multid")
    bench.keys("Alt-*")
    #expect(offered(bench).first == "multidisciplinary team")
  }

  @Test("an acronym of the bid's own goes before the shipped one")
  func own() throws {
    let bench = try bench("The Quayside Delivery Board (QDB) meets.")
    bench.type("quay")
    bench.keys("Ctrl-Space")
    #expect(offered(bench).first == "Quayside Delivery Board")
  }

  @Test("typing on narrows the list, deleting widens it, and another key goes on with the text")
  func narrowing() throws {
    let bench = try bench("Words.", words: "interlink\ninterlock\n")
    bench.type("inter")
    bench.keys("Ctrl-Space")
    #expect(offered(bench).prefix(2) == ["interlink", "interlock"])
    try Golden.expect(bench.screen, is: "word-completion")
    bench.type("lo")
    #expect(offered(bench) == ["interlock"])
    bench.keys("Backspace")
    #expect(offered(bench).count == 2)
    bench.keys("Left")
    #expect(bench.state.overlays.isEmpty && bench.caretBlock.text == "interl")
  }

  @Test("two letters, or no word, offer nothing and say what would")
  func tooShort() throws {
    let bench = try bench("Words.", words: "interlink\n")
    for text in ["", "in", " zzz"] {
      bench.type(text)
      bench.keys("Ctrl-Space")
      #expect(bench.state.overlays.isEmpty && bench.message.contains("three letters"))
    }
  }

  @Test("letters typed into the list of Ctrl-K filter it and stay out of the text")
  func filteringKPIs() throws {
    let bench = try InlineAnswer.bench("")
    bench.keys("Ctrl-K")
    let all = offered(bench).count
    bench.type("medic")
    #expect(offered(bench).count < all && offered(bench).allSatisfy { $0.contains("medic") })
    #expect(bench.texts == [""])
    try Golden.expect(bench.screen, is: "kpi-filter")
    bench.type("zzz")
    #expect(offered(bench) == [] && !bench.state.overlays.isEmpty)
    bench.keys("Backspace", "Backspace", "Backspace", "Enter")
    #expect(bench.texts.first?.hasPrefix("{{") == true && bench.texts.first?.contains("medic") == true)
  }

  @Test("synonyms replace the word in its capitals; without a thesaurus one line says so")
  func synonyms() throws {
    let bench = try bench("Words.")
    bench.type("Care")
    bench.loop.state.take(
      .meanings(
        "Care", [.init(kind: "noun", synonyms: ["attention", "aid (generic term)", "neglect (antonym)"])]))
    #expect(offered(bench) == ["Attention", "Aid"])
    bench.keys("Down", "Enter")
    #expect(bench.caretBlock.text == "Aid")
    bench.loop.state.take(.meanings("Aid", nil))
    #expect(bench.message.hasPrefix("No thesaurus"))
  }
}
