import BidTestSupport
import Foundation
import Testing

extension EndToEnd {
  @Suite("Reviews on the command line")
  struct ReviewCommandTests {
    /// A sheet of a person who has handed in their score of 2.1.
    private func handIn(_ person: String, score: Int, in bid: String, _ sandbox: Sandbox) throws {
      try sandbox.write(
        """
        round: red
        person: \(person)
        question: "2.1"
        started: "2026-11-20T10:00:00Z"
        submitted: "2026-11-20T11:00:00Z"
        scores:
          - score: \(score)
            reason: "Reason of \(person)."

        """, to: "\(bid)/reviews/red/\(person)/2.1.yaml")
    }

    @Test("a round is started, agreed, reported, gated, frozen and verified")
    func commands() throws {
      let sandbox = try Sandbox()
      try sandbox.copySample()
      let bid = "sample/bids/harbourside-d2a"
      try sandbox.mustRun("review", "start", bid, "--round", "red", "--as", "ann")
      #expect(try sandbox.run("review", "start", bid, "--round", "blue").code == 2)
      func agree(_ person: String, _ score: String) throws -> (code: Int32?, errors: String) {
        let result = try sandbox.run(
          "review", "moderate", bid, "--question", "2.1", "--score", score, "--rationale", "Agreed.", "--as",
          person)
        return (result.code, result.errors)
      }
      #expect(try agree("morag", "4").errors.contains("Nobody has handed in a score of 2.1"))
      try handIn("ann", score: 4, in: bid, sandbox)
      #expect(try agree("joe", "4").errors.contains("You have not handed in your own score of 2.1"))
      #expect(try agree("morag", "4").code == 0)
      for format in ["text", "md", "html", "json", "csv"] {
        let report = try sandbox.run("review", "report", bid, "--format", format, "--as", "joe").output
        #expect(!report.contains("Agreed.") && !report.contains("Reason of ann"), "\(format): \(report)")
      }
      let takeBack = ["review", "moderate", bid, "--question", "2.1", "--take-back", "--as"]
      #expect(try sandbox.run(arguments: takeBack + ["ann"]).errors.contains("Morag Deadline set down"))
      #expect(try sandbox.run(arguments: takeBack + ["morag"]).code == 0)
      #expect(try !sandbox.run("review", "report", bid).output.contains("Agreed."))
      #expect(try agree("morag", "4").code == 0)
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
      let inside = try sandbox.run("gate", in: sandbox.path(bid)).output
      let paths = inside.split(separator: "\n").compactMap { $0.split(separator: ":").first }.dropLast()
      #expect(!paths.isEmpty && paths.allSatisfy { !$0.hasPrefix("/") && !$0.hasPrefix("./") }, "\(inside)")
      #expect(paths.contains("bid.yaml") && paths.contains { $0.hasPrefix("answers/") }, "\(inside)")
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

    @Test("a waiver fits what it was given for and nothing else: it does not slide, and is listed as stale")
    func waivers() throws {
      let sandbox = try Sandbox()
      try sandbox.copySample()
      let bid = "sample/bids/harbourside-d2a"
      let file = bid + "/answers/3.2-equity.md"
      let text = try sandbox.text(of: file)
      let first = "We ring the hub by noon. TODO who rings.\n"
      let second = "The board sees the list each month. TODO which board.\n"
      try sandbox.write(text + "\n" + first + "\n" + second, to: file)
      let keys = try sandbox.run("gate", bid, "--keys").output.split(separator: "\n")
        .map { $0.trimmingCharacters(in: .whitespaces) }.filter { $0.hasPrefix("leftover-note: 3.2: ") }
      try #require(keys.count == 2 && Set(keys).count == 2, "\(keys)")
      let refused = try sandbox.run(
        "gate", bid, "--as", "priya", "--waive", keys[0], "--reason", "Agreed first")
      #expect(refused.code == 2 && refused.errors.contains("Only the bid manager lets a point pass: that is"))
      let waived = try sandbox.run(
        "gate", bid, "--as", "morag", "--waive", keys[0], "--reason", "Agreed first")
      #expect(waived.output.contains("waived (morag, "), "\(waived.output)\(waived.errors)")
      try sandbox.write(text + "\n" + second, to: file)
      let after = try sandbox.run("gate", bid, "--keys").output
      #expect(!after.contains("waived (morag"), "\(after)")
      #expect(after.contains("\n    \(keys[1])\n"), "the other is still its own point: \(after)")
      #expect(
        after.contains("waivers.yaml:3: stale waiver: ‘\(keys[0])’ (Agreed first) fits no point any more"))
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
        try handIn(person, score: 3, in: bid, sandbox)
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
