import BidStorage
import Testing

/// The line of a `malformed` error and its sentence.
func refusal(_ text: String, read: (inout YAMLMap) throws -> Void = { _ in }) -> (Int?, String)? {
  do {
    var map = try YAMLMap(try StrictYAML.parse(bytes(text), path: "bid.yaml"), path: "bid.yaml")
    try read(&map)
    return nil
  } catch StorageError.malformed(_, let line, let problem, let remedy) {
    return (line, "\(problem). \(remedy).")
  } catch { return (nil, "\(error)") }
}

@Suite("Strict YAML") struct StrictYAMLTests {
  @Test(
    "scalars stay the text that was written",
    arguments: [
      "no", "12:30", "007", "1e3", "~", "null", "2026-01-31", "0x1F", "TRUE", "1_000", ".5", "<<",
    ])
  func scalars(text: String) throws {
    let value = try #require(try StrictYAML.parse(bytes("key: \(text)\n"), path: "p"))
    var map = try YAMLMap(value, path: "p")
    #expect(try map.text("key") == text)
  }

  @Test("values carry lines and columns in code points, with either line ending", arguments: ["\n", "\r\n"])
  func places(newline: String) throws {
    let text = ["# note", "título: [a, é, b]", "list:", "  - x: 1", "    y: 2"].joined(separator: newline)
    let value = try #require(try StrictYAML.parse(bytes(text), path: "p", firstLine: 10))
    guard case .mapping(let pairs) = value.content else {
      Issue.record("not a mapping")
      return
    }
    #expect(pairs.map(\.key) == ["título", "list"])
    #expect(pairs.map(\.line) == [11, 12])
    guard case .sequence(let items) = pairs[0].value.content else {
      Issue.record("not a list")
      return
    }
    #expect(items.map(\.column) == [10, 13, 16])
    guard case .sequence(let maps) = pairs[1].value.content, case .mapping(let inner) = maps[0].content
    else {
      Issue.record("not a list of mappings")
      return
    }
    #expect(inner.map(\.line) == [13, 14])
    #expect(inner.map(\.column) == [5, 5])
  }

  @Test("block scalars, a byte order mark and quoted emptiness are read")
  func blocks() throws {
    let text = "\u{FEFF}a: |\r\n  one: two\r\n  *bold* &c\r\nb: \"\"\r\nc:\r\nd: >-\r\n  x\r\n  y\r\n"
    var map = try YAMLMap(try StrictYAML.parse(bytes(text), path: "p"), path: "p")
    #expect(try map.text("a") == "one: two\n*bold* &c\n")
    #expect(try map.optionalText("b") == "")
    #expect(try map.optionalText("c") == nil)
    #expect(try map.text("d") == "x y")
    try map.finish()
  }

  @Test(
    "what is not plain is refused at its line",
    arguments: [
      ("a: 1\nb: &x 2\n", 2, "anchor"), ("a: 1\nb: *x\n", 2, "alias"), ("a: !!binary x\n", 1, "tag"),
      ("a: 1\nb: 2\na: 3\n", 3, "already at line 1"), ("? [x]\n: y\n", 1, "a key must be a text"),
      ("a: 1\n---\nb: 2\n", 2, "second document"), ("a: b: c\n", 1, "colon"),
      ("a: 1\nb: 'open\nc: 3\n", 2, "quote"), ("a: 1\n\tb: 2\n", 2, ""),
      ("a:\n  - 1\n b: 2\n", 3, "indentation"),
      ("a: [1, 2\nb: 3\n", 2, ""), ("a: @x\n", 1, "tab, @"), ("a: 1\nb: \u{1}\n", 2, "control character"),
      ("just text\n", 1, "not a text"), ("- a\n", 1, "not a list"),
    ])
  func refused(text: String, line: Int, words: String) throws {
    let (found, message) = try #require(refusal(text))
    #expect(found == line, "\(message)")
    #expect(words.isEmpty || message.contains(words), "\(message)")
    #expect(message.hasSuffix("."))
  }

  @Test("a bomb of aliases is refused before it expands")
  func bomb() throws {
    var text = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    for letter in "bcdefghij" {
      let before = Character(UnicodeScalar((letter.asciiValue ?? 98) - 1))
      text += "? &\(letter) [\(Array(repeating: "*\(before)", count: 9).joined(separator: ", "))]\n: x\n"
    }
    #expect(try #require(refusal(text)).1.contains("anchor"))
  }

  @Test("too deep, too many and too large are refused")
  func limits() throws {
    let deep = String(repeating: "[", count: 500_000)
    #expect(try #require(refusal(deep)).1.contains("deeper than 32"))
    #expect(try #require(refusal("a: " + String(repeating: "[", count: 40))).1.contains("deeper than 32"))
    let allowed = "a: " + String(repeating: "[", count: 31) + String(repeating: "]", count: 31)
    #expect(refusal(allowed) == nil)
    #expect(try #require(refusal("a: [" + String(repeating: "x,", count: 20_001) + "]")).1.contains("20000"))
    let large = "a: " + String(repeating: "x", count: StrictYAML.sizeLimit)
    #expect(try #require(refusal(large)).1.contains("more than the 1 MiB"))
  }

  @Test("bytes that are not UTF-8 are refused with line and byte")
  func notUTF8() {
    let message = sentence {
      _ = try StrictYAML.parse(bytes("a: é\nb: 2\nc: ") + [0xFF], path: "bid.yaml")
    }
    #expect(message?.hasPrefix("bid.yaml: line 3 is not UTF-8 (byte 0xFF).") == true)
  }

  @Test("nothing at all is nothing", arguments: ["", "\n\n", "# only a comment\n", "---\n"])
  func nothing(text: String) throws {
    #expect(try StrictYAML.parse(bytes(text), path: "p") == nil)
    #expect(try #require(refusal(text)).1.contains("empty"))
  }
}

@Suite("Reading keys") struct YAMLMapTests {
  static let text = """
    id: ics
    weight: 12.5
    limit: 750
    hidden: yes
    themes: [a, b]
    parts:
      - name: Context
      - name: Evidence
        share: 0.2
    team:
      lead: ann
    """

  @Test("keys are read as what they are asked for")
  func reading() throws {
    var map = try YAMLMap(try StrictYAML.parse(bytes(Self.text), path: "p"), path: "p")
    #expect(try map.text("id") == "ics")
    #expect(try map.number("weight") == 12.5)
    #expect(try map.optionalInteger("limit") == 750)
    #expect(try map.flag("hidden", default: false))
    #expect(try map.flag("shown", default: true))
    #expect(try map.texts("themes") == ["a", "b"])
    var parts = try map.maps("parts")
    #expect(try parts[0].text("name") == "Context")
    try parts[0].finish()
    #expect(try parts[1].text("name") == "Evidence")
    #expect(try parts[1].optionalNumber("share") == 0.2)
    try parts[1].finish()
    var team = try #require(try map.optionalMap("team"))
    #expect(try team.text("lead") == "ann")
    #expect(try map.list("none").isEmpty)
    try map.finish()
    try team.finish()
  }

  @Test("an unknown key is refused with its line and the nearest known one")
  func unknown() throws {
    let (line, message) = try #require(
      refusal("id: x\n\ntittle: y\n") { map in
        _ = try map.text("id")
        _ = try map.optionalText("title")
        try map.finish()
      })
    #expect(line == 3)
    #expect(message == "unknown key 'tittle'. Did you mean 'title'? Correct the key, or remove it.")
    let other = try #require(
      refusal("id: x\ncolour: y\n") { map in
        _ = try map.text("id")
        try map.finish()
      })
    #expect(other.1 == "unknown key 'colour'. Remove it; the keys here are id.")
  }

  @Test("a value of the wrong kind is refused at its line")
  func wrongKinds() throws {
    typealias Read = (inout YAMLMap) throws -> Void
    let cases: [(Int, String, Read)] = [
      (1, "'id' must be a number, not 'ics'", { _ = try $0.number("id") }),
      (2, "must be a whole number", { _ = try $0.optionalInteger("weight") }),
      (3, "must be yes or no, not '750'", { _ = try $0.flag("limit", default: false) }),
      (5, "'themes' must be a text, not a list", { _ = try $0.text("themes") }),
      (1, "'id' must be a list, not a text", { _ = try $0.list("id") }),
      (7, "must be a text, not keys with values", { _ = try $0.texts("parts") }),
      (5, "keys with values are expected, not a list", { _ = try $0.optionalMap("themes") }),
      (1, "the key 'name' is missing or empty", { _ = try $0.text("name") }),
    ]
    for (line, words, read) in cases {
      let (found, message) = try #require(refusal(Self.text, read: read))
      #expect(found == line, "\(message)")
      #expect(message.contains(words), "\(message)")
    }
  }

  @Test("numbers are plain decimals", arguments: ["nan", "inf", "0x10", "1e5", "1,5", "--1", ""])
  func numbers(text: String) {
    #expect(refusal("n: '\(text)'\n") { _ = try $0.number("n") } != nil)
  }
}
