import BidTestSupport
import Foundation
import Testing

extension EndToEnd {
  @Suite("fivefold template")
  struct TemplateCommandTests {
    /// A sandbox with the sample workspace and a version 2 of the five-part template in it: one part renamed,
    /// one split, one added, one taken out.
    private func changed() throws -> Sandbox {
      let sandbox = try Sandbox()
      try sandbox.copySample()
      let text = """
        kind: answer
        id: ics-five-part
        version: 2
        extends: ics-five-part
        parts:
          - key: our-role
            title: How we deliver
          - key: context
            remove: yes
          - key: evidence
            share: 18
          - key: learning
            title: Learning
            was: evidence
            share: 20
        """
      try sandbox.write(text + "\n", to: "sample/templates/answers/ics-five-part.yaml")
      return sandbox
    }

    @Test("new copies a shipped file with its comments, list says where each is from, diff what differs")
    func copying() throws {
      let sandbox = try Sandbox()
      try sandbox.copySample()
      #expect(try sandbox.run("template", "new", "themes/three-domains", "--in", "sample").code == 0)
      let copy = try sandbox.shell("cat sample/templates/themes/three-domains.yaml").output
      #expect(copy.hasPrefix("# The three"))
      let again = try sandbox.run("template", "new", "themes/three-domains", "--in", "sample")
      #expect(again.code == 2 && again.errors.contains("already there"))
      let list = try sandbox.run("template", "list", "--in", "sample", "--format", "json").output
      #expect(
        list.contains("\"origin\" : \"workspace\"")
          && list.contains("\"usedBy\" : [\n      \"harbourside-d2a\"\n    ]"))
      #expect(
        try sandbox.run("template", "diff", "themes/three-domains", "--in", "sample").output.contains(
          "the same"))
      _ = try sandbox.shell("sed -i 's/^version: 1/version: 2/' sample/templates/themes/three-domains.yaml")
      let diff = try sandbox.run("template", "diff", "themes/three-domains", "--in", "sample")
      #expect(diff.code == 1 && diff.output.contains("-version: 1\n+version: 2"))
    }

    @Test("impact says what would change and writes nothing")
    func impact() throws {
      let sandbox = try changed()
      let before = try sandbox.shell("find sample -type f | sort | xargs sha256sum").output
      let result = try sandbox.run("template", "impact", "answers/ics-five-part", "--in", "sample")
      for words in [
        "2.1 Integration", "‘Our Role’ is renamed to ‘How we deliver’",
        "is split into ‘Evidence’ and ‘Learning’",
        "The budget of ‘Evidence’ goes from 195 to 135 words", "‘context’ holds text and has no successor",
      ] {
        #expect(result.output.contains(words), "\(words) in \(result.output)\(result.errors)")
      }
      #expect(try sandbox.shell("find sample -type f | sort | xargs sha256sum").output == before)
    }

    @Test("apply asks where text without a home goes, and loses none of it")
    func apply() throws {
      let sandbox = try changed()
      let bid = "sample/bids/harbourside-d2a"
      let refused = try sandbox.run("template", "apply", "ics-five-part", bid)
      #expect(refused.code == 2 && refused.errors.contains("--map context=NEW"))
      let words = "sed '1,/^---$/d' \(bid)/answers/*.md | grep -v '^## ' | tr -s ' \\n' '\\n\\n' | sort"
      let before = try sandbox.shell(words).output
      let done = try sandbox.run("template", "apply", "ics-five-part", bid, "--map", "context=")
      #expect(done.code == 0, "\(done.errors)")
      let answer = try sandbox.shell("cat \(bid)/answers/2.1-integration.md").output
      #expect(answer.contains("template_version: 2") && answer.contains("unplaced: Context"))
      #expect(answer.contains("## How we deliver") && answer.contains("## Learning"))
      #expect(try sandbox.run("template", "apply", "ics-five-part", bid).output.contains("already"))
      let after = try sandbox.shell(words).output.split(separator: "\n").filter {
        !["template_version:", "unplaced:", "1", "2", "Context"].contains($0)
      }
      let kept = before.split(separator: "\n").filter {
        !["template_version:", "unplaced:", "1", "2", "Context"].contains($0)
      }
      #expect(after == kept)
    }

    @Test("apply keeps every answer in the history first, says how it is taken back, and that does it")
    func takenBack() throws {
      let sandbox = try changed()
      let bid = "sample/bids/harbourside-d2a"
      let sums = "sha256sum \(bid)/answers/*.md"
      let before = try sandbox.shell(sums).output
      let done = try sandbox.run("template", "apply", "ics-five-part", bid, "--map", "context=")
      let way = "fivefold history restore \(bid) --version before-ics-five-part-2"
      #expect(done.output.contains("To take it back: \(way)\n"), "\(done.output)\(done.errors)")
      #expect(try sandbox.shell(sums).output != before)
      let back = try sandbox.run(
        "history", "restore", bid, "--version", "before-ics-five-part-2", "--as", "ann")
      #expect(back.code == 0 && back.output.contains("2.1 Integration is as it was"), "\(back.errors)")
      #expect(try sandbox.shell(sums).output == before)
      let again = try sandbox.run("template", "apply", "ics-five-part", bid, "--map", "context=")
      #expect(again.output.contains("--version before-ics-five-part-2-2"), "\(again.output)")
      #expect(
        try sandbox.run("template", "apply", "ics-five-part", bid, "--dry-run").output.contains(
          "take it back")
          == false)
      let none = try sandbox.run("history", "restore", bid, "--version", "never")
      #expect(none.code == 2 && none.errors.contains("No answer has a version ‘never’"))
    }

    @Test("check tells of every fault, also in a file that is no YAML, and as JSON")
    func everyFault() throws {
      let sandbox = try Sandbox()
      let text =
        "kind: answer\nid: bad\ntitle: B\nverison: 1\nsource: s\nfacts_as_of: 2026\nparts:\n  - key: a\n"
      try sandbox.write(text + "    title: A\n    share: x\n", to: "bad.yaml")
      let check = try sandbox.run("template", "check", "bad.yaml")
      let wanted = """
        bad.yaml:1:1: the key 'version' is missing or empty. Add "version: …".
        bad.yaml:4:1: unknown key 'verison'. Did you mean 'version'? Correct the key, or remove it.
        bad.yaml:6:14: '2026' is no day. Write year, month and day, such as 2026-04-01.
        bad.yaml:10:12: 'share' must be a number, not 'x'. Write digits, with a point before decimals.

        """
      #expect(check.code == 1 && check.output == wanted, "\(check.output)")
      let json = try sandbox.run("template", "check", "bad.yaml", "--format", "json").output
      #expect(json.contains("\"column\" : 12") && json.contains("\"line\" : 4"))
      try sandbox.write(text + "    title: [A\n", to: "bad.yaml")
      let broken = try sandbox.run("template", "check", "bad.yaml").output
      #expect(
        broken.contains("bad.yaml:4:1: unknown key 'verison'") && broken.split(separator: "\n").count == 2)
    }

    @Test("a declined version is noted in the answers")
    func decline() throws {
      let sandbox = try changed()
      let bid = "sample/bids/harbourside-d2a"
      #expect(try sandbox.run("template", "apply", "ics-five-part", bid, "--decline").code == 0)
      let answer = try sandbox.shell("cat \(bid)/answers/4.1-value.md").output
      #expect(answer.contains("template_declined: ics-five-part@2") && answer.contains("template_version: 1"))
    }

    @Test("faults are told with line and column, and test tells which sentence fails")
    func faults() throws {
      let sandbox = try Sandbox()
      let head = "kind: themes\nid: bad\ntitle: B\nversion: 1\nsource: s\nfacts_as_of: 2026-01-01\nthemes:\n"
      let theme =
        "  - key: ours\n    title: X\n    meaning: m\n    strong:\n      - lantern\n    holds: [No word of it.]\n"
      try sandbox.write(head + theme + "    strog: [a]\n", to: "bad.yaml")
      let check = try sandbox.run("template", "check", "bad.yaml")
      #expect(
        check.code == 1 && check.output.contains("bad.yaml:14:5: unknown key 'strog'. Did you mean 'strong'"))
      try sandbox.write(head + theme, to: "bad.yaml")
      let test = try sandbox.run("template", "test", "bad.yaml")
      #expect(test.code == 1 && test.output.contains("holds ours, but nothing was found: “No word of it.”"))
      try sandbox.write("kind: scales\nid: bad\nx: &a [1]\n", to: "bad.yaml")
      let bomb = try sandbox.run("template", "check", "bad.yaml")
      #expect(bomb.code == 1 && bomb.output.contains("bad.yaml:3:1: an anchor (&a) is not allowed"))
    }

    @Test("every shipped sentence is read as its file says")
    func shipped() throws {
      let result = try Sandbox().run("template", "test")
      #expect(result.code == 0, "\(result.output)")
      #expect(result.output.contains("themes/strategic-commissioning: 70 of 70"))
    }

    @Test("a bid made from a question set has its questions, lenses and templates, and is read by each lens")
    func questionSet() throws {
      let sandbox = try Sandbox()
      try sandbox.copySample()
      #expect(try sandbox.run("new", "bid", "backs", "--in", "sample", "--from", "msk").code == 0)
      let folder = "sample/bids/backs"
      #expect(
        try sandbox.shell("cat \(folder)/bid.yaml").output.contains(
          "lenses: [ics-scoring, digital-procurement]"))
      let answer = try sandbox.shell("cat \(folder)/answers/1.2*").output
      #expect(answer.contains("template: method-statement") && answer.contains("## Step by step"))
      let coverage = try sandbox.run("coverage", folder, "--lens", "digital-procurement").output
      #expect(coverage.contains("Digital triage") && coverage.contains("target, nothing yet"))
      // No question of the bid targets a theme of this lens, so that none of its themes is a target.
      #expect(!(try sandbox.run("coverage", folder, "--lens", "five-pillars").output.contains("target")))
      let none = try sandbox.run("new", "bid", "other", "--in", "sample", "--from", "nope")
      #expect(none.code == 2 && none.errors.contains("There is no template \"nope\""))
      #expect(try sandbox.shell("ls sample/bids").output.contains("other") == false)
    }

    @Test("test tells of a file that cannot be used and tries the others; show and new speak JSON")
    func goesOn() throws {
      let sandbox = try Sandbox()
      try sandbox.copySample()
      try sandbox.write(
        "kind: themes\nid: broken\ntitle: B\nversion: 1\nsource: s\nfacts_as_of: 2026-01-01\nthemes: no\n",
        to: "sample/templates/themes/broken.yaml")
      let result = try sandbox.run("template", "test", "--in", "sample")
      #expect(result.code == 1 && result.output.contains("themes/broken: "), "\(result.errors)")
      #expect(result.output.contains("themes/strategic-commissioning: 70 of 70"))
      let new = try sandbox.run(
        "template", "new", "scales/zero-to-five", "--as", "ours", "--in", "sample", "--format", "json")
      #expect(new.code == 0 && new.output.contains("\"template\" : \"scales/ours\""), "\(new.errors)")
      let shown = try sandbox.run("template", "show", "scales/ours", "--in", "sample", "--format", "json")
      #expect(shown.output.contains("id: ours\\n"), "\(shown.output)")
    }

    @Test("a Plan whose part the template drops is neither counted nor exported")
    func privatePlan() throws {
      let sandbox = try Sandbox()
      try sandbox.copySample()
      let bid = "sample/bids/harbourside-d2a"
      let before = try sandbox.run("count", bid).output
      try sandbox.write(
        """
        kind: answer
        id: no-plan
        title: No plan
        version: 1
        source: s
        facts_as_of: 2026-01-01
        extends: ics-five-part
        parts:
          - key: plan
            remove: yes

        """, to: "sample/templates/answers/no-plan.yaml")
      let result = try sandbox.run(
        "template", "apply", "no-plan", bid, "--from", "ics-five-part", "--map", "plan=")
      #expect(result.code == 0 && result.output.contains("is not submitted, as before"), "\(result.errors)")
      #expect(try sandbox.run("count", bid).output == before)
      #expect(try sandbox.shell("cat \(bid)/answers/2.1*").output.contains("private_parts: \"plan: Plan\""))
    }
  }
}
