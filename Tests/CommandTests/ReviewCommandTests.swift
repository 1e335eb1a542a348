import BidTestSupport
import Foundation
import Testing

extension EndToEnd {
  @Suite("Reviews on the command line")
  struct ReviewCommandTests {
    @Test("a round is started, agreed, reported, gated, frozen and verified")
    func commands() throws {
      let sandbox = try Sandbox()
      try sandbox.copySample()
      let bid = "sample/bids/harbourside-d2a"
      try sandbox.mustRun("review", "start", bid, "--round", "red", "--as", "ann")
      #expect(try sandbox.run("review", "start", bid, "--round", "blue").code == 2)
      try sandbox.mustRun(
        "review", "moderate", bid, "--question", "2.1", "--score", "4", "--rationale", "Agreed.", "--as",
        "morag")
      #expect(
        try sandbox.run(
          "review", "moderate", bid, "--question", "2.1", "--score", "9", "--rationale", "Too high."
        ).code == 2)
      for format in ["text", "md", "html", "json", "csv"] {
        let report = try sandbox.run("review", "report", bid, "--format", format)
        #expect(report.code == 0 && report.output.contains("Agreed."), "\(format): \(report.output)")
      }
      try sandbox.mustRun("audit", bid, "--question", "2.1", "--ai", "shortening", "--as", "priya")
      let use = try sandbox.run("audit", bid, "--ai-use").output
      #expect(use.contains("2.1 Integration: shortening (Priya Quill, "), "\(use)")
      #expect(use.contains("1.1 Safeguarding and safety: nothing noted"), "\(use)")
      let gate = try sandbox.run("gate", bid, "--keys")
      #expect(gate.code == 1)
      #expect(gate.output.contains("/bid.yaml:30: deliverable:"))
      #expect(try sandbox.run("freeze", bid).code == 1)
      try sandbox.mustRun("freeze", bid, "--draft", "--as", "morag")
      try sandbox.mustRun("freeze", bid, "--draft", "--as", "morag")
      let pack = try #require(try sandbox.names(in: bid + "/packs").first)
      #expect(try sandbox.names(in: bid + "/packs") == [pack], "one state is one pack")
      try sandbox.mustRun("verify", "\(bid)/packs/\(pack)")
      let file = "\(bid)/packs/\(pack)/workspace/kpis.csv"
      var bytes = try sandbox.bytes(of: file)
      bytes[7] ^= 1
      try sandbox.write(bytes, to: file)
      let verified = try sandbox.run("verify", "\(bid)/packs/\(pack)")
      #expect(verified.code == 1 && verified.output.contains("workspace/kpis.csv was changed."))
    }

    @Test("versions are named, compared and gone back to, to the byte")
    func history() throws {
      let sandbox = try Sandbox()
      try sandbox.copySample()
      let bid = "sample/bids/harbourside-d2a"
      let file = bid + "/answers/3.2-equity.md"
      let before = try sandbox.bytes(of: file)
      try sandbox.mustRun("history", "name", bid, "--name", "Pink draft", "--as", "morag")
      let text = try sandbox.text(of: file).replacing("## Evidence\n", with: "## Evidence\n\nA new line.\n")
      try sandbox.write(text, to: file)
      let diff = try sandbox.run("history", "diff", bid, "--from", "Pink draft")
      #expect(diff.output.contains("+ A new line."), "\(diff.output)\(diff.errors)")
      let page = try sandbox.run("history", "changes", bid, "--since", "Pink draft")
      #expect(page.output.contains("Evidence +3 −0."), "\(page.output)\(page.errors)")
      #expect(page.output.split(separator: "\n").count < 40, "one page")
      #expect(
        try sandbox.run("history", "changes", bid, "--since", "Pink draft", "--format", "md").output
          .contains("**3.2 Equity"))
      #expect(try sandbox.run("history", "changes", bid, "--since", "nothing").code == 2)
      try sandbox.mustRun("history", "restore", bid, "--question", "3.2", "--version", "pink-draft")
      #expect(try sandbox.bytes(of: file) == before)
      #expect(try sandbox.run("history", "list", bid, "--question", "3.2").output.contains("restore"))
    }

    @Test("a reviewed version that is gone is told, and the other answers are compared all the same")
    func gone() throws {
      let sandbox = try Sandbox()
      try sandbox.copySample()
      let bid = "sample/bids/harbourside-d2a"
      try sandbox.mustRun("review", "start", bid, "--round", "red", "--as", "ann")
      let answer = bid + "/answers/3.2-equity.md"
      let text = try sandbox.text(of: answer).replacing("## Evidence\n", with: "## Evidence\n\nA new line.\n")
      try sandbox.write(text, to: answer)
      let folder = "\(bid)/history/2.1-integration"
      let name = try #require(try sandbox.names(in: folder).first)
      _ = try sandbox.shell("rm \(folder)/\(name)")
      let diff = try sandbox.run("history", "diff", bid, "--since-review", "--as", "ann")
      #expect(diff.code == 2 && diff.output.contains("+ A new line."), "\(diff.output)\(diff.errors)")
      #expect(diff.errors.contains("2.1 Integration: what you reviewed, \(name), is gone"), "\(diff.errors)")
      let page = try sandbox.run("history", "changes", bid, "--since-review", "--as", "ann")
      #expect(page.code == 2 && page.output.contains("what was reviewed is gone from the history."))
      #expect(page.output.contains("Evidence +3 −0."), "\(page.output)")
    }

    @Test("two reviewers' branches merge without conflict")
    func merging() throws {
      let sandbox = try Sandbox()
      try sandbox.copySample()
      let git = { (line: String) in
        let result = try sandbox.shell(
          "cd sample && git -c user.name=t -c user.email=t@t -c init.defaultBranch=main \(line)")
        try #require(result.code == 0, "\(line): \(result.output)\(result.errors)")
      }
      let bid = "sample/bids/harbourside-d2a"
      try git("init -q")
      try git("add -A")
      try git("commit -qm start")
      for person in ["ann", "joe"] {
        try git("checkout -q -b \(person) main")
        try sandbox.mustRun("review", "start", bid, "--round", "red", "--as", person)
        try sandbox.mustRun(
          "review", "moderate", bid, "--question", "2.1", "--score", "3", "--rationale", "By \(person).",
          "--as",
          person)
        try git("add -A")
        try git("commit -qm \(person)")
      }
      try git("merge -q --no-edit ann")
      let status = try sandbox.run("review", "status", bid, "--as", "joe").output
      #expect(status.contains("Ann Marker") && status.contains("Joe Inkwell"), "\(status)")
    }
  }
}
