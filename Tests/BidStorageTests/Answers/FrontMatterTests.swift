import BidModel
import Testing

@testable import BidStorage

@Suite("Front matter")
struct FrontMatterTests {
  private func scan(_ lines: String) throws -> ScannedAnswer {
    try AnswerFile.scan(Array("---\n\(lines)---\n".utf8), id: AnswerID("a.md"))
  }

  @Test(
    "values are read as text",
    arguments: [
      ("k: no", "no"), ("k: 12:30", "12:30"), ("k: 2.10 # why", "2.10"), ("k: a#b", "a#b"), ("k:", ""),
      ("k: 'it''s'", "it's"), (#"k: "a \"b\" \n\x41\u00e9""#, "a \"b\" \nAé"),
      ("k: [a, 'b', \"c\"]", "a, b, c"),
      ("k: a\n  b\n  c", "a b c"), ("k: |\n  one\n\n  two", "one\n\ntwo"), ("k: |-\n  one", "one"),
      ("k: |+\n  one\n", "one\n\n"), ("k: >\n  one\n  two\n\n  three", "one two\nthree"),
      ("k: |2\n   one", " one"),
      ("k: 'a\n  b'", "a b"), ("k: |\n  # words", "# words"),
    ])
  func values(_ lines: String, _ value: String) throws {
    let scanned = try scan(lines + "\n")
    #expect(scanned.answer.frontMatter?["k"] == value)
    #expect(scanned.problems.isEmpty)
  }

  @Test(
    "what is not understood is told with its line and kept",
    arguments: [
      ("a: 1\nwhat is this\n", 3), ("a: 1\nb: 2\na: 3\n", 4), ("a: 'open\n", 2), ("reviewers:\n  - ann\n", 2),
      ("  indented: 1\n", 2),
    ])
  func problems(_ lines: String, _ line: Int) throws {
    let scanned = try scan(lines)
    #expect(scanned.problems.map(\.line) == [line])
    #expect(AnswerFile.print(scanned.answer) == Array("---\n\(lines)---\n".utf8))
  }

  @Test("a list below a key nobody knows is no problem")
  func nested() throws {
    #expect(try scan("tags:\n  - a\n- b\nk: v\n").problems.isEmpty)
    #expect(try scan("tags:\n  - a\n- b\nk: v\n").answer.frontMatter?["k"] == "v")
  }

  @Test(
    "a changed value gives itself back, with its comment, and touches no other line",
    arguments: [
      "plain", "", "no", "- x", "a: b", "a #b", " space", "tab\t", "two\nlines", "\nfirst empty", "end\n",
      "a\n ", "'q'", "[a]",
      "| x", "> y", "a\r\nb", "\u{2028}", "key:", "  two\n indented", "é", "\"", "\\", "# x", "-24%", "&a",
      "\u{0}",
    ])
  func changed(_ value: String) throws {
    var answer = try scan("# mine\na: 1  # keep\n\nb: 2\n").answer
    answer.frontMatter?["a"] = value
    answer.frontMatter?["new"] = value
    let text = String(decoding: AnswerFile.print(answer), as: UTF8.self)
    #expect(text.hasPrefix("---\n# mine\na:"))
    #expect(text.contains("\n\nb: 2\n"))
    #expect(text.contains("  # keep\n"))
    let again = try AnswerFile.scan(Array(text.utf8), id: answer.id)
    #expect(again.answer.frontMatter?["a"]?.utf8.elementsEqual(value.utf8) == true)
    #expect(again.answer.frontMatter?["new"]?.utf8.elementsEqual(value.utf8) == true)
    #expect(again.problems.isEmpty)
    let parsed = try StrictYAML.parse(Array(text.utf8.dropFirst(4).dropLast(4)), path: "a.md")
    #expect(parsed != nil)
  }
}
