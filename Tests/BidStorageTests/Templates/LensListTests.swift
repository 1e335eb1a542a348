import BidStorage
import Testing

/// The lenses of a `bid.yaml`, spliced.
@Suite("Lenses in bid.yaml") struct LensListTests {
  private func set(_ ids: [String], in text: String) throws -> String {
    String(decoding: try LensList.setting(ids, in: Array(text.utf8), path: "bid.yaml"), as: UTF8.self)
  }

  @Test(
    "a name is added behind the last, every other byte stays",
    arguments: [
      ("a: b # c\nlenses: [one] # ours\nz: y\n", "a: b # c\nlenses: [one, two] # ours\nz: y\n"),
      ("lenses: [ \"one\" ]\r\nz: y\r\n", "lenses: [ \"one\", two ]\r\nz: y\r\n"),
      ("themes: one # still\n", "themes: [one, two] # still\n"),
      ("lenses: 'one'", "lenses: [one, two]"),
      (
        "lenses:\n  # first\n  - one # the first\n  # last\nz: y\n",
        "lenses:\n  # first\n  - one # the first\n  - two\n  # last\nz: y\n"
      ),
      ("lenses:\r\n- one\r\nz: y\r\n", "lenses:\r\n- one\r\n- two\r\nz: y\r\n"),
      ("lenses:\n- one", "lenses:\n- one\n- two"),
      ("lenses: [\n  one, # x\n]\n", "lenses: [\n  one, two, # x\n]\n"),
      ("\u{FEFF}lenses: [one]\n", "\u{FEFF}lenses: [one, two]\n"),
      (
        "title: é # ü\ntemplate: t # why\nz: y\n",
        "title: é # ü\ntemplate: t # why\nlenses: [one, two]\nz: y\n"
      ),
      ("title: é", "title: é\nlenses: [one, two]\n"),
      ("", "lenses: [one, two]\n"),
      ("lenses: # none\ntitle: t\n", "lenses: [one, two] # none\ntitle: t\n"),
    ])
  func adds(_ text: String, _ expected: String) throws {
    #expect(try set(["one", "two"], in: text) == expected)
  }

  @Test(
    "a name is taken out with the comma beside it or its line",
    arguments: [
      ("lenses: [one, two] # c\n", "lenses: [one] # c\n"), ("lenses: [two, one]\n", "lenses: [one]\n"),
      ("lenses:\n  - one\n  - two # gone\n# stays\n", "lenses:\n  - one\n# stays\n"),
      ("lenses:\n  - 'two'\n  - one\n", "lenses:\n  - one\n"),
    ])
  func removes(_ text: String, _ expected: String) throws {
    #expect(try set(["one"], in: text) == expected)
  }

  @Test("what cannot be changed safely is refused with what to write")
  func refuses() throws {
    let error = #expect(throws: StorageError.self) {
      try set(["one", "two", "three"], in: "lenses: [four]\nthemes: [one]\n")
    }
    #expect(error.map { "\($0)".contains("lenses: [one, two, three]") } == true)
  }
}
