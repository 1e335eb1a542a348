import BidTestSupport
import Foundation
import Testing

extension EndToEnd {
  /// A new lens made in the studio of a real terminal, and used by a bid.
  @Suite("The studio's story")
  struct StudioStoryTests {
    @Test("a lens is begun from another, a key is completed, the file is saved and a bid reads by it")
    func lens() throws {
      let sandbox = try Sandbox()
      try sandbox.copySample()
      let terminal = try TmuxTerminal(sandbox)
      try terminal.open("sample")
      try terminal.wait(for: "the bid") { $0.shows("2.1") }
      try terminal.press("M-O")
      try terminal.wait(for: "the list") { $0.shows("┌ Templates ·") }
      try terminal.type("three-domains")
      try terminal.wait(for: "one template") { $0.shows("┌ Templates · 1 ") }
      try terminal.press("C-n")
      try terminal.wait(for: "the question") { $0.shows("┌ New template") }
      try terminal.type("lanterns")
      try terminal.press("Enter")
      try terminal.wait(for: "the studio") { $0.shows("Templates · themes/lanterns") }
      try terminal.press("C-a")
      for line in [
        "kind: themes", "id: lanterns", "title: Lanterns", "version: 1", "source: ours",
        "facts_as_of: 2026-01-01", "themes:", "- key: lanterns", "title: Lanterns", "meaning: m",
      ] {
        try terminal.type(line)
        try terminal.press("Enter")
      }
      try terminal.type("st")
      try terminal.wait(for: "the completion") { $0.shows("┌ Complete") && $0.shows("strong") }
      try terminal.press("Tab")
      try terminal.press("Enter")
      try terminal.type("- board")
      try terminal.wait(for: "a lens without faults") { $0.shows("Nothing is wrong") && $0.shows("- board") }
      try terminal.press("M-s")
      try terminal.wait(for: "the save") { $0.shows("Saved lanterns.yaml") }
      try terminal.press("Escape")
      try terminal.wait(for: "the list again") { $0.shows("┌ Templates ·") }
      try terminal.press("Escape")
      try terminal.wait(for: "the bid again") { !$0.shows("┌ Templates ·") }
      try terminal.quit()
      #expect(try sandbox.run("template", "check", "themes/lanterns", "--in", "sample").code == 0)
      let coverage = try sandbox.run("coverage", "sample", "--lens", "lanterns").output
      #expect(coverage.contains("Lanterns"), "\(coverage)")
    }
  }
}
