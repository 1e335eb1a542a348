import BidAnalysis
import BidModel
import BidTestSupport
import Testing

/// Facts kept by difference say what facts taken anew would.
@Suite("Fact index")
struct FactIndexTests {
  private static let texts = [
    "The MDT meets weekly.", "The multidisciplinary team (MDT) meets.", "The fortnightly MDT reviews cases.",
    "The helpline is open 8am to 8pm.", "Our helpline is open 9am to 5pm.", "Nothing to compare.",
    "They escalate referrals to the duty lead at once.",
    "Every referral reaches one point of access, where a nurse accepts or queries it within two hours, names a lead worker and writes the first visit down.",
  ]

  @Test("after any edits the findings are those of a fresh index", arguments: 1...60)
  func incremental(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let bench = try ExampleBench()
    var answers = (1...3).map { number in
      Answer(
        id: AnswerID("\(number).md"),
        parts: [
          Part(
            id: PartID(1), title: "A", blocks: [Block(id: BlockID(1), kind: .prose, text: Self.texts[number])]
          )
        ])
    }
    var questions = answers.map { _ in Question() }
    var index = FactIndex()
    for answer in answers { take(answer, Question(), into: &index, bench) }
    for _ in 0..<40 {
      let number = Int.random(in: 0..<3, using: &generator)
      var blocks = answers[number].parts[0].blocks
      switch Int.random(in: 0..<6, using: &generator) {
      case 0:
        blocks.insert(
          Block(id: answers[number].makeBlockID(), kind: .prose, text: generator.pick(Self.texts)),
          at: Int.random(in: 0...blocks.count, using: &generator))
      case 1 where blocks.count > 1: blocks.remove(at: Int.random(in: 0..<blocks.count, using: &generator))
      case 2: blocks.shuffle(using: &generator)
      case 3: questions[number].subAsks = generator.pick([[], ["Escalation"], ["Escalation", "Referral"]])
      default: blocks[Int.random(in: 0..<blocks.count, using: &generator)].text = generator.pick(Self.texts)
      }
      answers[number].parts[0].blocks = blocks
      index.keepOnly(blocks.map(\.id), of: answers[number].id)
      take(answers[number], questions[number], into: &index, bench)
      if generator.happens(oneIn: 2) { refresh(&index, answers, questions, bench) }
    }
    refresh(&index, answers, questions, bench)
    var fresh = FactIndex()
    for (answer, question) in zip(answers, questions) { take(answer, question, into: &fresh, bench) }
    refresh(&fresh, answers, questions, bench)
    for answer in answers {
      #expect(Set(index.findings(of: answer.id)) == Set(fresh.findings(of: answer.id)))
      #expect(index.findings(of: answer.id).count == fresh.findings(of: answer.id).count)
    }
  }

  private func take(
    _ answer: Answer, _ question: Question, into index: inout FactIndex, _ bench: ExampleBench
  ) {
    for block in answer.parts[0].blocks {
      let rendered = RenderedText(block.text, values: KPIValues())
      let checked = CheckedBlock(
        block, rendered: rendered, reading: bench.reader.read(rendered, kind: block.kind),
        place: Finding.Place(answer: answer.id), question: question, values: KPIValues(),
        context: bench.checks.context)
      index.set(bench.checks.read(checked).facts, for: block.id, in: answer.id)
    }
  }

  private func refresh(
    _ index: inout FactIndex, _ answers: [Answer], _ questions: [Question], _ bench: ExampleBench
  ) {
    index.refresh(
      bench.checks,
      answers: zip(answers, questions).map { FactIndex.Judged($0, question: $1, name: $0.id.path) })
  }
}
