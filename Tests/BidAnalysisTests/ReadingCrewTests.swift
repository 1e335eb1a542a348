import BidModel
import Testing

@testable import BidAnalysis

@Suite("Readers side by side")
struct ReadingCrewTests {
  private func texts() throws -> [RenderedText] {
    try GoldFile("tune.jsonl").paragraphs.prefix(60).map { sentences in
      RenderedText(sentences.map(\.text).joined(separator: " "), values: KPIValues())
    }
  }

  @Test("they read what one reader reads, in the order given", arguments: [1, 2, 3, 4])
  func same(processors: Int) throws {
    let texts = try texts()
    let alone = try ShippedLenses.reader()
    let crew = ReadingCrew(try ShippedLenses.reader(), processors: processors)
    let readings = crew.map(texts) { $1.read($0, kind: .prose) }
    #expect(readings == texts.map { alone.read($0, kind: .prose) })
    #expect(readings.contains { !$0.sentences.isEmpty })
  }

  @Test("each item is read once, by as many readers as there are processors")
  func once() throws {
    let crew = ReadingCrew(try ShippedLenses.reader(), processors: 3)
    let seen = crew.map(Array(0..<20)) { item, reader in (item, ObjectIdentifier(reader)) }
    #expect(seen.map(\.0) == Array(0..<20))
    #expect(Set(seen.map(\.1)).count == 3)
    // Two items are not worth waking another thread for.
    #expect(Set(crew.map([1, 2]) { ObjectIdentifier($1) }).count == 1)
  }

  @Test("words never seen before are learnt by each reader for itself")
  func unknownWords() throws {
    let crew = ReadingCrew(try ShippedLenses.reader(), processors: 4)
    let texts = (0..<200).map { RenderedText("Zq\($0)ward qv\($0 % 7)ing monthly.", values: KPIValues()) }
    let readings = crew.map(texts) { $1.read($0, kind: .prose) }
    #expect(readings.allSatisfy { $0.sentences.count == 1 })
    #expect(readings == crew.map(texts) { $1.read($0, kind: .prose) })
  }
}
