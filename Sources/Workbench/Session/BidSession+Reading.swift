import BidAnalysis
import BidModel

extension BidSession {
  /// The block that changed last among those to be read.
  mutating func takeUnread() -> UnreadBlock? { unread.popLast() }

  /// Reads one block again: its sentences and its findings.
  ///
  /// - Complexity: O(*n*) in the length of the block, plus finding it.
  mutating func read(_ unread: UnreadBlock, with reader: BlockReader) {
    guard let index = index(of: unread.answer), let place = answers[index].answer.place(of: unread.block)
    else {
      return compareWhenRead()
    }
    let part = answers[index].answer.parts[place.part]
    let block = part.blocks[place.block]
    quotes.set(Placeholder.matches(in: block.text), for: block.id, in: unread.answer)
    guard template.part(part.key)?.isHidden != true else {
      // The plan is the writer's own: it claims nothing.
      readings.set(nil, for: block.id, part: part.id, answer: unread.answer)
      claims.set([], for: block.id, in: unread.answer)
      findings.set(Checks.BlockResult(), for: block.id, in: unread.answer)
      compareWhenRead()
      return
    }
    let rendered = RenderedText(block.text, values: values)
    let reading = reader.read(rendered, kind: block.kind, part: part.key)
    readings.set(reading, for: block.id, part: part.id, answer: unread.answer)
    var context = checks.context
    context.measures = measures
    let checked = CheckedBlock(
      block, rendered: rendered, reading: reading, place: Finding.Place(answer: unread.answer),
      part: part.key,
      question: answers[index].question, values: values, context: context)
    claims.set(checked.numbers.reading.claims, for: block.id, in: unread.answer)
    findings.set(checks.read(checked), for: block.id, in: unread.answer)
    compareWhenRead()
  }

  /// Compares blocks with each other once all of them are read.
  mutating func compareWhenRead() {
    if unread.isEmpty { findings.refresh(checks, answers: answers) }
  }

  /// What the checks say of `answer`, in the order of its text.
  func shownFindings(in answer: Answer) -> [Finding] { findings.findings(in: answer, by: checks) }

  /// Reads everything that is to be read.
  package mutating func readAll(with reader: BlockReader) {
    while let next = takeUnread() { read(next, with: reader) }
  }

  /// Counts every answer, so that what is over its limit is known.
  package mutating func countAll() {
    for index in answers.indices { _ = count(ofAnswerAt: index) }
  }

  /// Whether the answer was over its limit when it was counted last, as a finding.
  func limitFindings(of id: AnswerID) -> [Finding] {
    guard let limit = self[id]?.question.limit, let count = lastCounts[id] else { return [] }
    let finding = OverLimit().finding(count: count.total[limit.unit], limit: limit, answer: id)
    return checks.weighed(finding.map { [$0] } ?? [])
  }
}
