import BidAnalysis
import BidModel
import BidTestSupport
import Testing

@Suite("The incremental index")
struct BidReadingsTests {
  @Test("after any edits the index equals one built from scratch", arguments: 0..<20)
  func incrementalEqualsFull(seed: UInt64) throws {
    let texts = [
      "We work in partnership with the council.", "Readmissions fell by 18% in the year to June 2025.",
      "The data analyst audits the dashboard every month.", "",
      "Interpreters are booked by the matron. It works.",
    ]
    let reader = try ShippedLenses.reader()
    let pool = texts.map(reader.read)
    var random = SeededGenerator(seed: seed)
    var readings = BidReadings(themeCount: 5)
    var model: [AnswerID: [BlockID: (reading: BlockReading, part: PartID?)]] = [:]
    for _ in 0..<150 {
      let answer = AnswerID("answers/\(random.below(3)).md")
      let block = BlockID(random.below(6))
      let part = random.below(4) == 0 ? nil : PartID(random.below(3))
      switch random.below(10) {
      case 0:
        readings.removeAnswer(answer)
        model[answer] = nil
      case 1, 2:
        readings.set(nil, for: block, part: part, answer: answer)
        model[answer]?[block] = nil
      case 3:
        readings.keepOnly([block], of: answer)
        model[answer] = model[answer]?.filter { $0.key == block }
      default:
        let reading = pool[random.below(pool.count)]
        readings.set(reading, for: block, part: part, answer: answer)
        model[answer, default: [:]][block] = (reading, part)
      }
    }
    var full = BidReadings(themeCount: 5)
    for (answer, blocks) in model {
      for (block, held) in blocks { full.set(held.reading, for: block, part: held.part, answer: answer) }
    }
    #expect(readings == full)
    #expect(readings.coverage() == summed(model.values.flatMap(\.values).map(\.reading)))
    for (answer, blocks) in model {
      #expect(readings.coverage(of: answer) == summed(blocks.values.map(\.reading)))
      for part in [nil, PartID(0), PartID(1), PartID(2)] {
        let own = blocks.values.filter { $0.part == part }.map(\.reading)
        #expect(readings.coverage(ofPart: part, in: answer) == summed(own))
      }
      for (block, held) in blocks { #expect(readings.reading(of: block, in: answer) == held.reading) }
    }
  }

  @Test("sentences that quote one fact lend its themes their marks, and take them back", arguments: 0..<8)
  func links(seed: UInt64) throws {
    let texts = [
      "Readmissions fell to {{prevention.readmissions}} ({{prevention.readmissions.period}}).",
      "The data analyst audits {{prevention.readmissions}} against hospital records each month.",
      "The data analyst audits {{flow.los}} against hospital records each month.", "Nothing is said.",
    ]
    let reader = try ShippedLenses.reader()
    let pool = texts.map { reader.read(RenderedText($0, values: KPIValues()), kind: .prose) }
    let answer = AnswerID("1.md")
    var random = SeededGenerator(seed: seed)
    var readings = BidReadings(themeCount: 5)
    var model: [BlockID: BlockReading] = [:]
    for _ in 0..<60 {
      let block = BlockID(random.below(4))
      model[block] = random.below(5) == 0 ? nil : pool[random.below(pool.count)]
      readings.set(model[block], for: block, part: nil, answer: answer)
      var full = BidReadings(themeCount: 5)
      for (id, reading) in model { full.set(reading, for: id, part: nil, answer: answer) }
      #expect(readings == full)
      let prevention = try #require(reader.themes.index(of: "prevention"))
      let hasBoth = [pool[0], pool[1]].allSatisfy { model.values.contains($0) }
      #expect(readings.links(of: prevention, in: answer).isEmpty == !hasBoth)
      #expect(readings.coverage().marks(of: prevention).contains(.assured) == hasBoth)
    }
    readings.removeAnswer(answer)
    #expect(readings == BidReadings(themeCount: 5))
  }

  private func summed(_ readings: [BlockReading]) -> Coverage {
    var coverage = Coverage(themes: 5)
    for reading in readings { coverage.add(reading) }
    return coverage
  }
}
