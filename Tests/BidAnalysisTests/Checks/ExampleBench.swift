import BidAnalysis
import BidModel
import BidStorage
import BidTestSupport

/// Runs checks on the texts of examples, as the program runs them on answers.
struct ExampleBench {
  let reader: BlockReader
  var checks: Checks

  /// Every check that ships, for a bid at Harbourside in a workspace with another at Northside.
  ///
  /// - Parameter weighs: Whether words are weighed, as in the program; patterns alone give examples that stand
  ///   when weights are learnt anew.
  init(weighs: Bool = false) throws {
    reader = try weighs ? ShippedLenses.judge() : ShippedLenses.reader()
    var context = Checks(themes: reader.themes).context
    var bid = Bid()
    (bid.buyer, bid.place, bid.lot) = ("Harbourside ICB", "Saltmarsh", "Lot 2")
    var other = Bid()
    (other.buyer, other.place) = ("Northside ICB", "Larkhaven")
    context.names = KnownNames(bid: bid, others: [other], systems: try Self.names("ics-historical"))
    context.wellKnownAcronyms = Set(try Self.names("well-known-acronyms").names)
    context.questionNumbers = ["1.1", "2.1"]
    checks = Checks(Checks.standard + (try Self.rules().map(\.check)), context: context)
  }

  /// The checks that are data, read as the program reads them.
  static func rules() throws -> [PhraseRule] {
    try RepositoryFiles.templates.keys.filter { $0.hasPrefix("checks/") }.sorted().map { path in
      let yaml = try StrictYAML.parse(RepositoryFiles.templates[path] ?? [], path: path)
      return try PhraseRule(yaml: yaml, id: String(path.dropFirst(7).dropLast(5)), path: path)
    }
  }

  static func names(_ id: String) throws -> NameList {
    let path = "directory/\(id).yaml"
    return try NameList(
      yaml: StrictYAML.parse(RepositoryFiles.templates[path] ?? [], path: path), id: id, path: path)
  }

  /// A register with one empty, one filled and one stale fact.
  static let values: KPIValues = {
    let definitions = ["flow.referral_to_start", "flow.first_visit", "flow.old"].map { key in
      KPIDefinition(
        key: key, title: key == "flow.old" ? "An older measure" : "Referral to start", family: "flow",
        unit: "h", lowerIsBetter: true, definition: "",
        narrative: "")
    }
    var stale = KPIFact(KPIReference("flow.old"))
    stale.value = "3"
    stale.reviewBy = "2026-01-01"
    stale.owner = "Ann"
    var filled = KPIFact(KPIReference("flow.first_visit"))
    filled.value = "18"
    filled.unit = "h"
    let set = KPISet(id: "", title: "", version: "", families: [], kpis: definitions)
    return KPIValues(register: KPIRegister([stale, filled]), set: set, today: "2026-11-21")
  }()

  /// The findings of an example, answer by answer.
  func findings(_ example: CheckExample) -> [Finding] {
    var index = FactIndex()
    var found: [Finding] = []
    let answers = example.answers.enumerated().map { number, text in
      Self.answer(text, id: AnswerID("\(number + 1).md"), part: example.part)
    }
    for answer in answers {
      for block in answer.parts[0].blocks {
        let rendered = RenderedText(block.text, values: Self.values)
        let result = checks.read(
          CheckedBlock(
            block, rendered: rendered, reading: reader.read(rendered, kind: block.kind, part: example.part),
            place: Finding.Place(answer: answer.id), part: example.part, question: example.question,
            values: Self.values, context: checks.context))
        found += result.findings
        index.set(result.facts, for: block.id, in: answer.id)
      }
    }
    index.refresh(
      checks, answers: answers.map { FactIndex.Judged($0, question: example.question, name: $0.id.path) })
    return found + answers.flatMap { checks.sorted(index.findings(of: $0.id)) }
  }

  private static func answer(_ text: String, id: AnswerID, part: String) -> Answer {
    let blocks = text.split(separator: "\n\n").enumerated().map { number, piece -> Block in
      let id = BlockID(number + 1)
      if piece.hasPrefix("### ") {
        return Block(id: id, kind: .heading(level: 3), text: String(piece.dropFirst(4)))
      }
      if piece.hasPrefix("- ") {
        return Block(id: id, kind: .bullet(ListMarker()), text: String(piece.dropFirst(2)))
      }
      return Block(id: id, kind: .prose, text: String(piece))
    }
    return Answer(id: id, parts: [Part(id: PartID(1), key: part, title: part, blocks: blocks)])
  }
}
