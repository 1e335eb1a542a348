import BidAnalysis
import BidModel
import BidStorage
import BidTestSupport
import Foundation
import Testing

@testable import Workbench

/// What `fivefold check` prints, made from files in memory.
@Suite struct CheckReportTests {
  private func report(_ answers: [String: String], ignores: String? = nil) throws -> CheckReport {
    let scene = WorkbenchScene.answers(answers)
    if let ignores { scene.put(ignores, at: "/bids/bids/test/ignores.yaml") }
    var report = CheckReport(base: "/bids/bids/test/answers")
    report.add(try session(scene))
    return report
  }

  private func session(_ scene: WorkbenchScene) throws -> BidSession {
    let bench = try WorkbenchHarness(scene)
    var session = bench.state.session
    session.countAll()
    return session
  }

  @Test(
    "a finding's line and column are those of the file, in code points",
    arguments: [
      ("## Context\n\nSee {{x y}}.\n", "1.md:3:5"), ("## Context\r\n\r\nSee {{x y}}.\r\n", "1.md:3:5"),
      ("## Context\n\n  12. Été {{x y}}.\n", "1.md:3:11"),
      ("---\nquestion: 1\n---\n\n## Context\n\n- one\n- two\n  and {{x y}}\n", "1.md:9:7"),
      ("## Context\n\n### About {{x y}} ###\n", "1.md:3:11"),
      ("## Context\n\n\\- not a list {{x y}}\n", "1.md:3:15"),
      ("## Context\n\n| a | b |\n|---|---|\n| 👩‍👩‍👧 | {{x y}} |\n", "1.md:5:11"),
      ("\u{FEFF}Loose {{x y}}", "1.md:1:7"),
    ])
  func places(_ text: String, _ place: String) throws {
    let lines = try report(["1.md": text]).text().split(separator: "\n")
    let expected = place + ": error placeholder-unknown: "
    #expect(lines.contains { $0.hasPrefix(expected) }, "\(lines)")
  }

  @Test("the report is the same every time, in the order of questions and text")
  func order() throws {
    let answers = [
      "1.md": "---\nquestion: 2\n---\n## Context\n\n{{b b}} {{a a}}\n\n{{c c}}\n",
      "2.md": "---\nquestion: 1\n---\n## Context\n\n{{d d}}\n",
    ]
    let first = try report(answers)
    #expect(first.findings.map(\.quote) == ["{{d d}}", "{{b b}}", "{{a a}}", "{{c c}}"])
    #expect(try report(answers).sarif(version: "1.0.0") == first.sarif(version: "1.0.0"))
    #expect(first.hasErrors)
  }

  @Test("JSON names its schema, sums up, and gives each finding its place and its way out")
  func json() throws {
    let text = try report(["1.md": "## Context\n\nFell to {{flow.los_reducd}}.\n"]).json()
    let object = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(object["schema"] as? String == "fivefold.check/1")
    #expect((object["summary"] as? [String: Int])?["errors"] == 1)
    let finding = try #require((object["findings"] as? [[String: Any]])?.first)
    #expect(finding["path"] as? String == "1.md")
    #expect(
      finding["line"] as? Int == 3 && finding["column"] as? Int == 9 && finding["endColumn"] as? Int == 28)
    let replacement = try #require(finding["replacement"] as? [String: Any])
    #expect(replacement["text"] as? String == "{{flow.los_reduced}}")
    #expect(replacement["column"] as? Int == 9)
    for key in ["reason", "fix", "fingerprint", "message"] {
      #expect((finding[key] as? String)?.isEmpty == false, "\(key)")
    }
  }

  @Test("a fingerprint outlives edits elsewhere, and tells two places apart")
  func fingerprints() throws {
    let one = try report(["1.md": "## Context\n\nOne {{x y}} and {{x y}}.\n"]).findings.map(\.fingerprint)
    let two = try report(["1.md": "## Context\n\nMore.\n\nMore.\n\nOne {{x y}} and {{x y}}.\n"])
      .findings.map(\.fingerprint)
    #expect(one == two && Set(one).count == 2)
    let same = try report(["1.md": "## Context\n\n{{x y}}\n\n{{x y}}\n"]).findings.map(\.fingerprint)
    #expect(Set(same).count == 2)
  }

  @Test(
    "a note lets a finding of its check in the next block stand, when it gives a reason",
    arguments: [
      ("<!-- fivefold: ignore placeholder-unknown to be named -->\n\n{{x y}}", 0, 1, nil),
      ("<!-- fivefold: ignore placeholder-unknown -->\n\n{{x y}}", 1, 0, "no reason"),
      ("<!-- fivefold: ignore placeholder-unknwon why -->\n\n{{x y}}", 1, 0, "placeholder-unknown"),
      ("<!-- fivefold: ignore kpi-stale why -->\n\n{{x y}}", 1, 0, "not needed"),
      ("<!-- fivefold: ignore placeholder-unknown why -->\n\nFine.\n\n{{x y}}", 1, 0, "not needed"),
      ("{{x y}}\n\n<!-- fivefold: ignore placeholder-unknown why -->", 1, 0, "not needed"),
      ("<!-- only a comment -->\n\n{{x y}}", 1, 0, nil),
    ] as [(String, Int, Int, String?)])
  func notes(_ text: String, _ errors: Int, _ ignored: Int, _ fault: String?) throws {
    let report = try report(["1.md": "## Context\n\n\(text)\n"])
    #expect(report.count(.error) == errors)
    #expect(report.findings.count { $0.ignored != nil } == ignored)
    let faults = report.standing.filter { $0.finding.check == "ignore-without-effect" }
    #expect(faults.count == (fault == nil ? 0 : 1))
    if let fault {
      #expect(faults.first.map { $0.finding.message + $0.finding.fix }?.contains(fault) == true)
    }
  }

  @Test("a note before the first heading speaks of the answer as a whole")
  func wholeAnswer() throws {
    let head = "---\nquestion: 1\nlimit: 2 words\n---\n"
    let note = "<!-- fivefold: ignore over-limit the portal takes more -->\n\n"
    #expect(try report(["1.md": head + "## Context\n\nOne two three\n"]).hasErrors)
    #expect(try !report(["1.md": head + note + "## Context\n\nOne two three\n"]).hasErrors)
  }

  @Test("an entry of ignores.yaml survives edits elsewhere, and ends with the words it speaks of")
  func entries() throws {
    let text = "Fell to {{x y}} in May."
    let scene = WorkbenchScene.answers(["1.md": "## Context\n\n\(text)\n"])
    let open = try session(scene).answers[0]
    let finding = try #require(try session(scene).siftedFindings(of: open).shown.first)
    let anchor = FindingAnchor(finding, in: open.answer)
    let entry = IgnoreEntry(
      check: finding.check, answer: "1.md", quote: anchor.quote, before: anchor.before, after: anchor.after,
      block: anchor.block, reason: "agreed: \"soon\"", by: "ann", on: "2026-11-21")
    let file = String(
      decoding: try IgnoreFile.appending(entry, to: [], path: "ignores.yaml"), as: UTF8.self)
    #expect(try IgnoreFile.read(Array(file.utf8), path: "i").map(\.reason) == ["agreed: \"soon\""])
    let errors = { (body: String) in
      try report(["1.md": "## Context\n\n\(body)\n"], ignores: file).count(.error)
    }
    #expect(try errors(text) == 0)
    #expect(try errors("New words.\n\n\(text)\n\nMore.") == 0)
    #expect(try errors("In all, it did. \(text)") == 1, "other words stand before it, in another block")
    #expect(try errors("Fell to {{x z}} in May.") == 1)
    #expect(try errors("\(text)\n\n\(text)") == 1, "one entry lets one finding stand")
    let gone = try report(["1.md": "## Context\n\nFell.\n"], ignores: file)
    #expect(gone.text().contains("ignores.yaml:3:1: advice ignore-without-effect"))
  }

  @Test("an entry is added at the end, and what is there stays byte for byte")
  func appending() throws {
    let entry = IgnoreEntry(check: "a", answer: "1.md", quote: "q", reason: "r", by: "ann", on: "2026-11-21")
    let old = "# by hand\nignores:\n- check: b   # why not\n  answer: 2.md\n  reason: x"
    let new = String(decoding: try IgnoreFile.appending(entry, to: Array(old.utf8), path: "i"), as: UTF8.self)
    #expect(new.hasPrefix(old + "\n- check: \"a\"\n  answer:"))
    #expect(throws: StorageError.self) {
      try IgnoreFile.appending(entry, to: Array("ignores: []\nother: 1\n".utf8), path: "i")
    }
  }
}

/// What checks can be set to, and what is written of them.
@Suite struct CheckListTests {
  @Test("docs/checks.md is what the checks say of themselves")
  func documentation() throws {
    let known = String(decoding: try RepositoryFiles.bytes(of: "docs/checks.md"), as: UTF8.self)
    let checks = try WorkbenchHarness(.answers(["1.md": "## Context\n"])).state.session.checks.all
    #expect(
      Golden.difference(from: known, to: CheckList.markdown(checks)) == [],
      "Run: fivefold check --list --markdown > docs/checks.md")
  }

  @Test("a bid switches a check off or weighs it otherwise, over what the workspace says")
  func settings() throws {
    let scene = WorkbenchScene.answers(["1.md": "## Context\n\nSee Q3.  Two  spaces {{x y}}.\n"])
    scene.put(
      "defaults:\n  checks:\n    cross-reference: off\n    double-space: error\n", at: "/bids/fivefold.yaml")
    scene.put("title: T\nchecks:\n  double-space: warning\n  nonsense: off\n", at: "/bids/bids/test/bid.yaml")
    let state = try WorkbenchHarness(scene).state
    let found = state.currentFindings
    #expect(found.map(\.check) == ["file-unreadable", "double-space", "double-space", "placeholder-unknown"])
    #expect(found[1].severity == .warning && found[0].message.contains("nonsense"))
  }

  @Test("a setting that cannot be meant is refused with its line")
  func badSetting() throws {
    let scene = WorkbenchScene.answers(["1.md": "## Context\n"])
    scene.put("title: T\nchecks:\n  double-space: loud\n", at: "/bids/bids/test/bid.yaml")
    #expect(throws: StorageError.self) { try WorkbenchHarness(scene) }
  }

  @Test("a workspace's own check is used, and a broken one is told of and keeps nobody from writing")
  func ownChecks() throws {
    let scene = WorkbenchScene.answers(["1.md": "## Context\n\nWe utilise it.\n"])
    let rule = """
      kind: check
      id: house
      title: House style
      version: "1"
      source: ours
      facts_as_of: 2026-01-01
      severity: warning
      why: It is stiff.
      fix: Write "{instead}".
      message: '"{quote}" is stiff.'
      swap:
        utilise: use
      tests:
        bad: [We utilise it.]
        good: [We use it.]

      """
    scene.put(rule, at: "/bids/templates/checks/house.yaml")
    scene.put(rule.replacing("swap:", with: "swop:"), at: "/bids/templates/checks/broken.yaml")
    let found = try WorkbenchHarness(scene).state.currentFindings
    #expect(found.map(\.check) == ["file-unreadable", "house"])
    #expect(found[0].message.contains("/bids/templates/checks/broken.yaml:2"))
    #expect(found[1].replacement?.text == "use" && found[1].fix == "Write \"use\".")
  }

  @Test("a check that is data is refused with its line when a key is unknown or its tests are missing")
  func strictRules() throws {
    let head =
      "kind: check\nid: a\ntitle: T\nversion: '1'\nsource: s\nfacts_as_of: d\nseverity: advice\nwhy: w\nfix: f\nmessage: m\n"
    let tests = "tests:\n  bad: [x y]\n  good: [z]\n"
    let message = { (text: String) -> String in
      do {
        _ = try PhraseRule(
          yaml: StrictYAML.parse(Array((head + text).utf8), path: "a.yaml"), id: "a", path: "a.yaml")
        return "read"
      } catch { return "\(error)" }
    }
    #expect(message("phrases: [x y]\n" + tests) == "read")
    #expect(message("phrases: [x y]\n").contains("tests"))
    #expect(message(tests).contains("looks for nothing"))
    #expect(message("phrases: [x y]\nphrase: z\n" + tests).contains("12"))
    let steps = "steps:\n  - title: a\n    needs: say a\n    phrases: [a, <measure>]\n"
    #expect(message(steps + tests) == "read")
    #expect(message(steps + "phrases: [x y]\n" + tests).contains("not for both"))
    #expect(message(steps + "least_missing: 2\n" + tests).contains("up to 1"))
    #expect(message(steps.replacing("measure", with: "mesure") + tests).contains("no sign"))
    #expect(message("least_words: 20\nphrases: [x y]\n" + tests).contains("needs steps"))
  }
}
