import BidModel
import BidStorage
import BidTestSupport
import Testing

/// Validation that names every fault of a text at once.
@Suite("Every fault of a template") struct EveryFaultTests {
  private static let head = "kind: KIND\nid: mine\ntitle: T\nversion: 1\nsource: s\nfacts_as_of: 2026-01-01\n"

  private func faults(
    _ kind: TemplateKind, _ rest: String, head: String = EveryFaultTests.head, own: [String: String] = [:]
  ) -> [String] {
    let text = head.replacing("KIND", with: kind.word) + rest
    let path = "/team/templates/\(kind.rawValue)/mine.yaml"
    return ShippedTemplates.library(own: own).faults(
      in: Array(text.utf8), of: TemplateName(kind, "mine"), path: path
    ).map {
      "\($0.path == path ? "" : $0.path + " ")\($0.line ?? 0):\($0.column ?? 0) \($0.problem)"
    }
  }

  @Test("unknown key, wrong type, duplicate key, missing part and a budget are all told, in their order")
  func all() {
    let text = """
      colour: red
      parts:
        - key: one
          title: One
          share: forty
          expects: [claimed, provn]
        - key: one
          tile: Two
          prompts: no list
          share: 30
          optional: perhaps
      """
    #expect(
      faults(.answers, text + "\n") == [
        "7:1 unknown key 'colour'",
        "8:1 the shares of the parts sum to 30, not 100",
        "11:12 'share' must be a number, not 'forty'",
        "12:24 'provn' is not a mark",
        "13:5 the key 'title' is missing or empty",
        "13:5 two parts have the key 'one'",
        "14:5 unknown key 'tile'",
        "15:14 'prompts' must be a list, not a text",
        "17:5 'optional' must be yes or no, not 'perhaps'",
      ])
  }

  @Test(
    "each kind names what is wrong in it",
    arguments: [
      (
        TemplateKind.themes,
        "themes:\n  - key: a\n    title: A\n    meaning: m\n    strong: [\"~3 x\", good, \"x <nowhere\"]\n  - 7\n",
        ["11:14 '~3 x' is not a pattern", "11:28 'x <nowhere' is not a pattern", "12:5 keys with values"]
      ),
      (
        .kpis,
        "families: []\nkpis:\n  - key: Bad\n    title: t\n    family: none\n    unit: h\n    direction: up\n",
        [
          "9:5 'Bad' is not 'family.kpi'", "9:5 the key 'definition'", "9:5 the key 'narrative'",
          "11:5 there is no family 'none'", "13:16 'up' is not what 'direction' takes",
        ]
      ),
      (
        .checks, "severity: grave\nwhy: w\nfix: f\nmessage: m\n",
        [
          "7:11 'grave' is not what 'severity' takes", "1:1 the check has no tests",
          "1:1 the check looks for",
        ]
      ),
      (
        .scales, "points:\n  - {score: 2, word: a, descriptor: b}\n  - {score: 1, word: a}\n",
        ["9:5 the key 'descriptor'", "9:6 the scores do not rise"]
      ),
      (
        .bids,
        "lenses: [ics-scoring, ics-scorin]\nquestions:\n  - id: 1\n    title: t\n    text: x\n    limit: much\n"
          + "    themes: [equity, equityy]\n    template: none\n    scale: zero-to-five\n",
        [
          "7:23 there is no lens 'ics-scorin'", "12:5 'much' is not a limit",
          "13:22 there is no theme 'equityy'", "14:15 there is no answer template 'none'",
        ]
      ),
      (
        .signals,
        "weights: none\nsignals:\n  role:\n    counts: [\"<folk> decide\"]\n    cuonts: [a]\n  rule: {}\ntests:\n"
          + "  - says: A.\n    holds: [rolle]\n",
        [
          "7:10 there is no weights file 'none'", "10:14 a pattern names '<folk>'",
          "11:5 unknown key 'cuonts'", "12:3 unknown key 'rule'", "15:13 'rolle' is not a signal",
        ]
      ),
      (
        .phrases,
        "sections:\n  - key: a\n    title: A\n    use: u\n    lines: []\n  - key: a\n    title: B\n",
        ["11:5 the section 'a' has no line", "12:5 'a' is there twice", "12:5 the key 'use'"]
      ),
    ])
  func kinds(_ kind: TemplateKind, _ text: String, _ wanted: [String]) {
    let found = faults(kind, text)
    for words in wanted {
      #expect(found.contains { $0.hasPrefix(words) }, "\(words) in \(found.joined(separator: "\n"))")
    }
  }

  @Test("what stands above a line that is no YAML is judged as well, and nothing is said to be missing")
  func broken() {
    let text = "parts:\n  - key: one\n    tile: One\n    share: x\n  - key: [two\n    title: Two\n"
    #expect(
      faults(.answers, text).map { $0.prefix(30) }
        == [
          "9:5 unknown key 'tile'", "10:12 'share' must be a number", "12:5 the indentation or a brack",
        ].map { $0.prefix(30) })
    #expect(faults(.answers, "parts: &a [1]\n") == ["7:1 an anchor (&a) is not allowed here"])
    #expect(
      faults(.answers, "parts: 1\nparts: 2\n") == [
        "7:8 'parts' must be a list, not a text", "8:1 the key 'parts' is already at line 7",
      ])
    #expect(
      faults(.scales, "points: " + String(repeating: "[", count: 40) + "\n").first?.contains("deeper than 32")
        == true)
  }

  @Test("a ring of files is told, and what is wrong with what a file lays over its base")
  func inheritance() {
    let ring = faults(
      .scales, "", head: "id: mine\nextends: b\n", own: ["scales/b.yaml": "extends: mine\nid: b\n"])
    #expect(ring.count == 1 && ring[0].contains("there is no template 'mine'"), "\(ring)")
    let text = """
      kind: answer
      id: mine
      version: 1
      extends: ics-five-part
      parts:
        - key: lessons
          remove: yes
        - key: next
          title: Next
          after: nothing
        - key: context
          shrae: 3
      """
    #expect(
      faults(.answers, text + "\n", head: "") == [
        "7:5 the base has no 'lessons' to remove", "10:5 there is no 'nothing' to go after",
        "12:5 unknown key 'shrae'",
      ])
  }

  @Test("a shipped file has no fault", arguments: ShippedTemplates.files)
  func shipped(_ file: ShippedTemplate) {
    let library = ShippedTemplates.library()
    let faults = library.faults(in: file.bytes, of: TemplateName(file.kind, file.id), path: file.path)
    #expect(faults.map(\.description) == [])
  }
}
