import BidModel
import BidStorage
import BidTestSupport
import Testing

/// What a file may say and nobody can mean.
@Suite("What cannot be meant") struct SoundnessTests {
  private static let head = "kind: KIND\nid: mine\ntitle: T\nversion: 1\nsource: s\nfacts_as_of: 2026-01-01\n"

  private func faults(
    _ kind: TemplateKind, _ rest: String, head: String = SoundnessTests.head, own: [String: String] = [:],
    id: String = "mine"
  ) -> [TemplateFault] {
    let text = head.replacing("KIND", with: kind.word) + rest
    return ShippedTemplates.library(own: own).faults(
      in: Array(text.utf8), of: TemplateName(kind, id), path: "/team/templates/\(kind.rawValue)/\(id).yaml")
  }

  private func places(_ faults: [TemplateFault]) -> [String] {
    faults.map { "\($0.line ?? 0):\($0.column ?? 0) \($0.problem)" }
  }

  @Test(
    "each is told with its place",
    arguments: [
      (
        TemplateKind.answers,
        "parts:\n  - key: a\n    title: A\n    share: 110\n  - key: b\n    title: B\n    share: -10\n",
        ["10:12 110 is no share of a limit", "13:12 -10 is no share of a limit"]
      ),
      (
        .answers, "parts:\n  - key: a\n    title: A\n  - key: b\n    title: a\n",
        ["11:12 'a' is a heading of 'a' as well"]
      ),
      (
        .answers, "parts:\n  - key: a\n    title: A\n  - key: b\n    title: B\n    aliases: [C, A]\n",
        ["12:18 'A' is a heading of 'a' as well"]
      ),
      (
        .answers, "parts:\n  - key: Aa Bb\n    title: A\n", ["8:10 'Aa Bb' cannot be the key of a part"]
      ),
      (
        .themes, "themes:\n  - key: a\n    title: A\n    meaning: m\n    helpers: [x]\n",
        ["8:10 nothing shows the theme 'a'"]
      ),
      (.signals, "signals:\n", ["3:8 the file knows no signal"]),
      (
        .kpis,
        "families:\n  - key: flow\n    title: F\n    meaning: m\nkpis:\n  - key: speed.x\n    title: X\n"
          + "    family: flow\n    unit: h\n    direction: lower\n    definition: d\n    narrative: \"{foo} {value}\"\n",
        [
          "12:10 the key 'speed.x' does not begin with its family 'flow'",
          "18:16 '{foo}' is filled with nothing",
        ]
      ),
      (
        .checks,
        "severity: advice\nwhy: w\nmessage: m {qote}\nfix: f\nphrases: [a b, c, A b]\ntests:\n  bad: [a b]\n  good: [d]\n",
        ["9:10 '{qote}' is filled with nothing", "11:19 the phrase 'A b' is there twice"]
      ),
    ])
  func told(_ kind: TemplateKind, _ text: String, _ expected: [String]) {
    #expect(places(faults(kind, text)) == expected)
  }

  @Test(
    "a version begins with a digit, and a day is one of the calendar",
    arguments: [
      ("abc", "2026-01-01", ["4:10 'abc' is no version"]), ("2.1", "2024-02-29", []),
      ("1", "2026-13-41", ["6:14 '2026-13-41' is no day"]), ("1", "soon", ["6:14 'soon' is no day"]),
      ("1", "2026-02-29", ["6:14 '2026-02-29' is no day"]),
    ])
  func header(_ version: String, _ day: String, _ expected: [String]) {
    let head =
      "kind: scales\nid: mine\ntitle: T\nversion: \(version)\nsource: s\nfacts_as_of: \(day)\n"
    let points =
      "points:\n  - score: 0\n    word: w\n    descriptor: d\n  - score: 1\n    word: v\n    descriptor: d\n"
    #expect(places(faults(.scales, points, head: head)) == expected)
  }

  @Test("a kind is mended where the folder is right, and the file moved where it is not")
  func kinds() {
    let parts = "parts:\n  - key: a\n    title: A\n"
    let plural = faults(.answers, parts, head: Self.head.replacing("KIND", with: "answers"))
    #expect(plural.map(\.remedy) == ["Write \"kind: answer\""])
    let other = faults(.answers, parts, head: Self.head.replacing("KIND", with: "scales"))
    #expect(other.map(\.remedy) == ["Write \"kind: answer\", or move it to the folder scales"])
  }

  @Test("a ring is told at the file in hand, with all of its members and a column")
  func ring() {
    let file = { (id: String, base: String) in
      "kind: answer\nid: \(id)\ntitle: T\nversion: 1\nsource: s\nextends: \(base)\n"
    }
    let found = faults(
      .answers, "", head: file("aa", "bb"),
      own: ["answers/aa.yaml": file("aa", "bb"), "answers/bb.yaml": file("bb", "aa")], id: "aa")
    #expect(
      found.map(\.description) == [
        "/team/templates/answers/aa.yaml:6:1: the files extend each other in a ring: aa.yaml, bb.yaml, aa.yaml."
          + " Take 'extends' out of one of them."
      ])
  }

  @Test("a word begun below a key as the last line is told at that line, with its column")
  func lastLine() {
    let found = faults(.answers, "parts:\n  - key: a\n    t\n")
    #expect(places(found).last?.hasPrefix("9:5 a key has no colon") == true, "\(places(found))")
  }

  @Test("bytes that are not UTF-8 are told with their column")
  func notUTF8() {
    let text = Array("kind: answer\ntitle: é".utf8) + [0xFF]
    let found = ShippedTemplates.library().faults(
      in: text, of: TemplateName(.answers, "mine"), path: "/team/templates/answers/mine.yaml")
    #expect(places(found).last == "2:9 the line is not UTF-8 (byte 0xFF)")
  }
}
