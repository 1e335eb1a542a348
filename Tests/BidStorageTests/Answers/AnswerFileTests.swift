import BidModel
import BidTestSupport
import Testing

@testable import BidStorage

@Suite("An answer's file")
struct AnswerFileTests {
  static let template: AnswerTemplate = {
    var context = PartTemplate(key: "context", title: "Context")
    context.aliases = ["Background"]
    return AnswerTemplate(
      id: "five", title: "Five", version: "1",
      parts: [
        context, PartTemplate(key: "our-role", title: "Our Role"),
        PartTemplate(key: "evidence", title: "Evidence"),
      ])
  }()

  static func scan(_ text: String) throws -> Answer {
    try AnswerFile.scan(Array(text.utf8), id: AnswerID("a.md"), template: template).answer
  }

  static func print(_ answer: Answer) -> String { String(decoding: AnswerFile.print(answer), as: UTF8.self) }

  static func shape(_ text: String) throws -> [String] {
    try scan(text).parts.flatMap { part in
      [part.title.map { "## \($0)" }].compactMap(\.self)
        + part.blocks.filter { !$0.isEmpty }.map { block in
          switch block.kind {
          case .prose: "p:\(block.text)"
          case .bullet: "b:\(block.text)"
          case .numbered(let marker): "\(marker.symbol)\(block.text)"
          case .heading(let level): "h\(level):\(block.text)"
          case .table: "t:\(block.text)"
          case .verbatim: "v:\(block.text)"
          }
        }
    }
  }

  @Test("an untouched file saves byte-identical", arguments: AnswerCorpus.files.indices)
  func untouched(_ index: Int) throws {
    let bytes = Array(AnswerCorpus.files[index].text.utf8)
    let answer = try AnswerFile.scan(bytes, id: AnswerID("a.md"), template: Self.template).answer
    #expect(AnswerFile.print(answer) == bytes, "\(AnswerCorpus.files[index].name)")
    #expect(answer.brokenInvariant() == nil)
  }

  @Test(
    "lines are read as the blocks a writer sees",
    arguments: [
      ("One\ntwo\n\nthree\n", ["p:One\ntwo", "p:three"]),
      ("- a\n  goes on\nlazily\n- b\n", ["b:a\ngoes on\nlazily", "b:b"]),
      ("in\n2024. It\n", ["p:in\n2024. It"]),
      ("1. a\n2. b\n", ["1.a", "2.b"]),
      ("### Sub ###\ntext\n# Top\n", ["h3:Sub", "p:text", "h1:Top"]),
      ("## A\n\n| x |\n| y |\nz\n", ["## A", "t:| x |\n| y |", "p:z"]),
      ("<!-- a\n\n## b\n-->\nc\n", ["v:<!-- a\n\n## b\n-->", "p:c"]),
      ("<!-- open\n\n## A\n", ["p:<!-- open", "## A"]),
      ("~~~\n## b\n~~~\n", ["v:~~~\n## b\n~~~"]),
      ("> said\n    code\n", ["p:> said\n    code"]),
      ("a\n---\nb\n===\n", ["p:a", "v:---", "p:b\n==="]),
      ("\\- a\n\n- \\# b\n\n\\\\- c\n\n\\d\n", ["p:- a", "b:# b", "p:\\- c", "p:\\d"]),
      ("a\u{2028}b\rc\n", ["p:a\u{2028}b\rc"]),
      ("#hashtag\n", ["p:#hashtag"]),
      ("## C# ##\n", ["## C#"]),
    ])
  func blocks(_ text: String, _ expected: [String]) throws {
    #expect(try Self.shape(text) == expected)
  }

  @Test("headings find their parts by title or alias, a second one finds none")
  func partKeys() throws {
    let answer = try Self.scan("Lead\n\n## background\n\n## Other\n\n## Context\n\n## Our Role ##\n")
    #expect(answer.parts.map(\.key) == [nil, "context", nil, nil, "our-role"])
    #expect(answer.parts[0].title == nil)
    #expect(answer.parts.map(\.isEmpty) == [false, true, true, true, true])
    #expect(answer.missingParts(of: Self.template).map(\.key) == ["evidence"])
  }

  @Test("a missing part is added where the template has it")
  func missingPart() throws {
    var answer = try Self.scan("## Context\n\nA\n\n## Evidence\n\nB")
    try answer.apply(answer.insertingPart(Self.template.parts[1], of: Self.template))
    #expect(Self.print(answer) == "## Context\n\nA\n\n## Our Role\n\n## Evidence\n\nB")
    let place = BlockPlace(part: 1, block: 0)
    try answer.apply(.text(answer[place].id, offset: 0, length: 0, with: "We", source: nil))
    #expect(Self.print(answer) == "## Context\n\nA\n\n## Our Role\n\nWe\n\n## Evidence\n\nB")
  }

  @Test(
    "typed text that looks like structure is kept apart by one backslash",
    arguments: [
      ("- x", "\\- x"), ("# y", "\\# y"), ("1. z", "\\1. z"), ("| a |", "\\| a |"), ("---", "\\---"),
      ("```", "\\```"), ("<!--", "\\<!--"), ("\\- x", "\\\\- x"), ("a\n===", "a\n\\==="),
      ("  # z", "\\  # z"),
      ("a\n\nb", "a\n\\\nb"), ("{{x}}", "{{x}}"), ("\\{{x}}", "\\{{x}}"), ("  a", "  a"), ("#tag", "#tag"),
      ("<<<<<<< a", "\\<<<<<<< a"), ("\\", "\\\\"),
    ])
  func escapes(_ typed: String, _ written: String) throws {
    var answer = try Self.scan("")
    try answer.apply(.text(answer.parts[0].blocks[0].id, offset: 0, length: 0, with: typed, source: nil))
    #expect(Self.print(answer) == written + "\n")
    #expect(try Self.scan(written + "\n").parts[0].blocks.map(\.text) == [typed])
  }

  @Test("an edit of one block leaves every other line as it was", arguments: AnswerCorpus.files.indices)
  func oneBlock(_ index: Int) throws {
    let (name, text) = AnswerCorpus.files[index]
    let original = try Self.scan(text)
    for (part, value) in original.parts.enumerated() {
      for (place, block) in value.blocks.enumerated() where !block.isEmpty && block.kind != .verbatim {
        var answer = original
        try answer.apply(.text(block.id, offset: 0, length: 0, with: "New ", source: nil))
        let source = try #require(block.source)
        let before = Self.before(BlockPlace(part: part, block: place), of: original)
        let printed = AnswerFile.print(answer)
        #expect(printed.starts(with: before), "\(name), \(block.text)")
        let rest = Array(text.utf8).dropFirst(before.count + source.utf8.count)
        #expect(printed.reversed().starts(with: rest.reversed()), "\(name), \(block.text)")
      }
    }
  }

  /// The bytes that stand before a block of an answer nobody edited.
  private static func before(_ place: BlockPlace, of answer: Answer) -> [UInt8] {
    var text = answer.hasByteOrderMark ? "\u{FEFF}" : ""
    if let front = answer.frontMatter {
      text += front.opening + front.entries.compactMap(\.source).joined() + front.closing
    }
    for (index, part) in answer.parts.enumerated().prefix(place.part + 1) {
      text += part.headingSource ?? ""
      let blocks = index == place.part ? part.blocks[..<place.block] : part.blocks[...]
      for block in blocks { text += (block.source ?? "") + (block.source == "" ? "" : block.gap) }
    }
    return Array(text.utf8)
  }

  @Test("bytes that are not UTF-8 and open front matter are refused with the line")
  func refusals() {
    let id = AnswerID("a.md")
    let bytes = Array("ab\ncd\n".utf8) + [0xFF, 0x0A]
    let error = #expect(throws: ScanError.self) { try AnswerFile.scan(bytes, id: id) }
    #expect(error?.line == 3)
    #expect(error?.description.contains("line 3 is not UTF-8 (byte 0xFF)") == true)
    #expect(throws: ScanError.unclosedFrontMatter(line: 1)) {
      try AnswerFile.scan(Array("---\nquestion: 2\n\nText\n".utf8), id: id)
    }
    #expect(throws: Never.self) { try AnswerFile.scan(Array("---\n\nText\n".utf8), id: id) }
  }

  @Test("marks that a merge left are told with their line, typed ones are not")
  func conflicts() throws {
    let id = AnswerID("a.md")
    #expect(try AnswerFile.scan(Array("a\n<<<<<<< mine\n".utf8), id: id).conflictLine == 2)
    #expect(
      try AnswerFile.scan(Array("a\n\n=======\n\\<<<<<<< x\n".utf8), id: id).conflictLine == nil)
  }

  @Test("an edited table that is none any more, and a comment, lose no word and swallow nothing")
  func brokenKinds() throws {
    var answer = try Self.scan("| a |\n\n<!-- b -->\n\nc\n")
    let blocks = answer.parts[0].blocks
    try answer.apply(.text(blocks[0].id, offset: 0, length: 1, with: "", source: nil))
    try answer.apply(.text(blocks[1].id, offset: 7, length: 3, with: "", source: nil))
    #expect(Self.print(answer) == " a |\n\n\\<!-- b \n\nc\n")
  }

  @Test("blocks are told apart by a blank line only where they would be read as one")
  func separators() throws {
    var answer = try Self.scan("One\n- a\n- b")
    let blocks = answer.parts[0].blocks
    let id = answer.parts[0].id
    try answer.apply(.blocks(id, at: 0, count: 3, with: [blocks[2], blocks[1], blocks[0]]))
    #expect(Self.print(answer) == "- b\n- a\n\nOne")
    #expect(try Self.scan("- b\n- a\n\nOne").fileContent == answer.fileContent)
  }

  @Test("a new item joins a tight list, and a new paragraph stands apart")
  func insertion() throws {
    var answer = try Self.scan("Intro\n\n- a\n- b\n\nEnd\n")
    try answer.apply(answer.inserting(.bullet(ListMarker()), text: "c", after: BlockPlace(part: 0, block: 2)))
    try answer.apply(answer.inserting(.prose, text: "More", after: BlockPlace(part: 0, block: 4)))
    #expect(Self.print(answer) == "Intro\n\n- a\n- b\n- c\n\nEnd\n\nMore\n")
  }
}
