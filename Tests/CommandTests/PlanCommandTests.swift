import BidTestSupport
import Foundation
import Testing

extension EndToEnd {
  @Suite("Status, proof and HTML")
  struct PlanCommandTests {
    private static let answer = "sample/bids/harbourside-d2a/answers/2.2-prevention.md"

    @Test("status puts the worst first, and says the same as JSON")
    func status() throws {
      let sandbox = try Sandbox()
      try sandbox.copySample()
      let lines = try sandbox.run("status", "sample").output.split(separator: "\n")
      let first = lines.firstIndex { $0.hasPrefix("4.1 ") } ?? -1
      let last = lines.firstIndex { $0.hasPrefix("2.2 ") } ?? -1
      #expect(first >= 0 && last > first, "what is not written yet stands before what is signed")
      #expect(lines.contains { $0.hasPrefix("4.1 ") && $0.contains("nothing written") })
      let json = try sandbox.run("status", "sample", "--format", "json")
      let document = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
      #expect(document?["schema"] as? String == "fivefold.status/1")
      #expect((document?["questions"] as? [Any])?.count == 7)
    }

    @Test("what was exported proves itself; a changed word, and a cut, do not")
    func prove() throws {
      let sandbox = try Sandbox()
      try sandbox.copySample()
      try sandbox.run("export", "sample", "--output", "out")
      let text = try sandbox.text(of: "out/2.2-prevention.txt")
      try sandbox.write(text.replacing("\n", with: "\r\n") + "\r\n", to: "same.txt")
      try sandbox.write(String(text.prefix(300)), to: "cut.txt")
      try sandbox.write(text.replacing("Harbourside", with: "Harborside"), to: "changed.txt")
      let same = try sandbox.run("prove", Self.answer, "same.txt")
      #expect(same.code == 0 && same.output.hasPrefix("Identical"))
      let cut = try sandbox.run("prove", Self.answer, "cut.txt")
      #expect(cut.code == 1 && cut.output.contains("Cut off after"))
      let changed = try sandbox.run("prove", Self.answer, "changed.txt")
      #expect(changed.code == 1 && changed.output.contains("is shown as"))
      let piped = try sandbox.shell(
        "'\(ProgramUnderTest.path)' prove '\(Self.answer)' --stdin < same.txt")
      #expect(piped.code == 0, "\(piped.errors)")
    }

    @Test("a path to one answer limits each report and the export to it")
    func one() throws {
      let sandbox = try Sandbox()
      try sandbox.copySample()
      for command in ["status", "count", "coverage", "kpis"] {
        let output = try sandbox.run(command, Self.answer).output
        #expect(!output.contains("2.1 Integration"), "\(command): \(output)")
        #expect(output.contains("2.2 Prevention"), "\(command): \(output)")
      }
      try sandbox.run("export", Self.answer, "--output", "out")
      #expect(try sandbox.names(in: "out").sorted() == ["2.2-prevention.txt", "SHA256SUMS"])
    }

    @Test("a proof without a text to compare, or of a whole bid, is a usage or input error")
    func misuse() throws {
      let sandbox = try Sandbox()
      try sandbox.copySample()
      #expect(try sandbox.run("prove", Self.answer).code == 2)
      #expect(try sandbox.run("prove", Self.answer, "missing.txt").code == 2)
      try sandbox.write("x", to: "x.txt")
      #expect(try sandbox.run("prove", "sample", "x.txt").code == 2)
    }

    @Test("the HTML export is one file of the bid, or of the answer that is named")
    func html() throws {
      let sandbox = try Sandbox()
      try sandbox.copySample()
      try sandbox.run("export", "sample", "--format", "html", "--output", "out")
      #expect(try sandbox.names(in: "out").sorted() == ["SHA256SUMS", "harbourside-d2a.html"])
      let page = try sandbox.text(of: "out/harbourside-d2a.html")
      #expect(page.contains("<article id=\"q7\">") && !page.contains("Key message"))
      let one = try sandbox.run("export", Self.answer, "--format", "html", "--output", "one")
      #expect(one.code == 0, "\(one.errors)")
      #expect(try sandbox.names(in: "one").contains("2.2-prevention.html"))
    }
  }
}
