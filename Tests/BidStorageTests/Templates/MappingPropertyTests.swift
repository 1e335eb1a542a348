import BidModel
import BidStorage
import BidTestSupport
import Testing

/// What holds of every mapping, whatever the templates and the answers.
@Suite("Moving answers between templates") struct MappingPropertyTests {
  /// A template of one to seven parts, some of them named after parts of `older`.
  private static func template(
    _ version: String, older: AnswerTemplate?, _ random: inout SeededGenerator
  ) -> AnswerTemplate {
    let keys = ["plan", "context", "our-role", "controls", "evidence", "assurance", "lessons", "case"]
    var parts: [PartTemplate] = []
    for key in keys.shuffled(using: &random).prefix(Int.random(in: 1...7, using: &random)) {
      let isRenamed = Bool.random(using: &random)
      var part = PartTemplate(key: key, title: isRenamed ? "\(key) in v\(version)" : key.uppercased())
      part.isHidden = key == "plan"
      part.isOptional = Int.random(in: 0..<4, using: &random) == 0
      part.repeats = key == "case"
      if let older, Int.random(in: 0..<3, using: &random) == 0 {
        let old = older.parts[Int.random(in: older.parts.indices, using: &random)]
        part.was = [Bool.random(using: &random) ? old.key : old.title]
      }
      parts.append(part)
    }
    return AnswerTemplate(id: "t", title: "T", version: version, parts: parts)
  }

  /// An answer of `template`, with headings nobody knows and parts left out.
  private static func answer(
    of template: AnswerTemplate, _ random: inout SeededGenerator
  ) throws -> Answer {
    var text = "---\nquestion: 1\ntemplate: t\ntemplate_version: \(template.version)\n---\n\n"
    if Int.random(in: 0..<3, using: &random) == 0 { text += "Before any heading.\n\n" }
    var headings = template.parts.filter { _ in Int.random(in: 0..<6, using: &random) > 0 }.flatMap { part in
      part.repeats ? [part.title, "\(part.title) 2"] : [part.title]
    }
    if Bool.random(using: &random) { headings.append("A heading of our own") }
    var number = 0
    for heading in headings.shuffled(using: &random) {
      text += "## \(heading)\n\n"
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        number += 1
        let lines = [
          "Paragraph \(number), é.", "- item \(number)", "<!-- note \(number) -->", "| a | \(number) |",
        ]
        let line = lines[Int.random(in: lines.indices, using: &random)]
        text += line + (line.hasPrefix("-") && Bool.random(using: &random) ? "\n" : "\n\n")
      }
    }
    if Bool.random(using: &random) { while text.last == "\n" { text.removeLast() } }
    return try AnswerFile.scan(Array(text.utf8), id: AnswerID("a.md"), template: template).answer
  }

  private struct Case {
    var old: AnswerTemplate
    var new: AnswerTemplate
    var answer: Answer
    var mapping: TemplateMapping
    var places: [BlockID: String]
  }

  private static func make(_ seed: UInt64) throws -> Case {
    var random = SeededGenerator(seed: seed)
    let old = template("1", older: nil, &random)
    let new = template("2", older: old, &random)
    let answer = try answer(of: old, &random)
    var overrides: [(old: String, new: [String])] = []
    for part in old.parts where Int.random(in: 0..<5, using: &random) == 0 {
      let keys = new.parts.map(\.key).shuffled(using: &random).prefix(Int.random(in: 0...2, using: &random))
      overrides.append((part.key, Array(keys)))
    }
    var places: [BlockID: String] = [:]
    for block in answer.parts.flatMap(\.blocks) where Int.random(in: 0..<5, using: &random) == 0 {
      places[block.id] = new.parts[Int.random(in: new.parts.indices, using: &random)].key
    }
    return Case(
      old: old, new: new, answer: answer,
      mapping: TemplateMapping(from: old, to: new, overrides: overrides), places: places)
  }

  private static func texts(_ answer: Answer) -> [String] {
    answer.parts.flatMap(\.blocks).filter { !$0.isEmpty }.map(\.text)
  }

  @Test("no character is lost, and undo brings every byte back", arguments: 0..<400)
  func nothingIsLost(_ seed: Int) throws {
    let item = try Self.make(UInt64(seed))
    let bytes = AnswerFile.print(item.answer)
    var answer = item.answer
    let inverses = try answer.applying(item.mapping, places: item.places).map { try answer.apply($0) }
    #expect(answer.brokenInvariant() == nil)
    #expect(Self.texts(answer).sorted() == Self.texts(item.answer).sorted())
    let blocks = { (answer: Answer) in Set(answer.parts.flatMap(\.blocks).filter { !$0.isEmpty }.map(\.id)) }
    #expect(blocks(answer) == blocks(item.answer))
    for inverse in inverses.reversed() { try answer.apply(inverse) }
    #expect(AnswerFile.print(answer) == bytes)
    #expect(answer.parts == item.answer.parts)
  }

  @Test("text keeps its order wherever it comes to stand", arguments: 0..<200)
  func orderIsKept(_ seed: Int) throws {
    let item = try Self.make(UInt64(seed))
    let order = Dictionary(
      uniqueKeysWithValues: item.answer.parts.flatMap(\.blocks).enumerated().map { ($1.id, $0) })
    var answer = item.answer
    for edit in answer.applying(item.mapping, places: item.places) { try answer.apply(edit) }
    for part in answer.parts {
      let places = part.blocks.compactMap { order[$0.id] }
      #expect(places == places.sorted(), "\(part.title ?? "")")
    }
  }

  @Test("the file that is written reads as the answer in hand, by the new template", arguments: 0..<200)
  func roundTrip(_ seed: Int) throws {
    let item = try Self.make(UInt64(seed))
    var answer = item.answer
    for edit in answer.applying(item.mapping, places: item.places) { try answer.apply(edit) }
    let read = try AnswerFile.scan(
      AnswerFile.print(answer), id: answer.id, templates: AnswerTemplates(item.new)
    ).answer
    #expect(Self.texts(read) == Self.texts(answer))
    #expect(read.parts.map(\.title) == answer.parts.map(\.title))
    let keyed = answer.parts.filter { $0.key != nil }
    #expect(read.parts.filter { part in keyed.contains { $0.title == part.title } }.count >= keyed.count)
    #expect(read.frontMatter?["template_version"] == "2")
    for part in answer.parts where answer.isUnplaced(part) {
      #expect(read.parts.contains { $0.title == part.title && !$0.isEmpty })
    }
  }

  @Test("applying a template to an answer that has it changes nothing but what is noted", arguments: 0..<50)
  func identity(_ seed: Int) throws {
    let item = try Self.make(UInt64(seed))
    let mapping = TemplateMapping(from: item.old, to: item.old)
    #expect(mapping.isIdentity)
  }
}
