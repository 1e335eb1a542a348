import BidAnalysis
import BidModel

extension BidSession {
  /// The block that changed last among those to be read.
  mutating func takeUnread() -> UnreadBlock? { unread.popLast() }

  /// As many as `count` blocks that are to be read, those that changed last first.
  mutating func takeUnread(atMost count: Int) -> [UnreadBlock] {
    let taken = unread.suffix(count)
    unread.removeLast(taken.count)
    return taken.reversed()
  }

  /// Reads one block again: its sentences and its findings.
  ///
  /// - Complexity: O(*n*) in the length of the block, plus finding it.
  mutating func read(_ unread: UnreadBlock, with reader: BlockReader) {
    if let seen = examine(unread, with: reader) { keep(seen) }
    compareWhenRead()
  }

  /// Reads blocks again, side by side where the machine can.
  mutating func read(_ unread: [UnreadBlock], with crew: ReadingCrew) {
    for case let seen? in examine(unread, with: crew) { keep(seen) }
    compareWhenRead()
  }

  private func examine(_ unread: [UnreadBlock], with crew: ReadingCrew) -> [BlockExamination?] {
    crew.map(unread) { examine($0, with: $1) }
  }

  /// What reading a block gives; `nil` when the answer no longer has it.
  private func examine(_ unread: UnreadBlock, with reader: BlockReader) -> BlockExamination? {
    guard let index = index(of: unread.answer), let place = answers[index].answer.place(of: unread.block)
    else { return nil }
    let part = answers[index].answer.parts[place.part]
    let block = part.blocks[place.block]
    var seen = BlockExamination(
      of: unread, part: part.id, placeholders: Placeholder.matches(in: block.text))
    // The plan is the writer's own: it claims nothing.
    guard template(of: answers[index].answer).part(part.key)?.isHidden != true else { return seen }
    let rendered = RenderedText(block.text, values: values)
    let reading = reader.read(rendered, kind: block.kind, part: part.key)
    var context = checks.context
    context.measures = measures
    let checked = CheckedBlock(
      block, rendered: rendered, reading: reading, place: Finding.Place(answer: unread.answer),
      part: part.key,
      question: answers[index].question, values: values, context: context)
    seen.reading = reading
    seen.claims = checked.numbers.reading.claims
    seen.numbers = checked.numbers.reading.tally
    seen.result = checks.read(checked)
    return seen
  }

  private mutating func keep(_ seen: BlockExamination) {
    let (answer, block) = (seen.unread.answer, seen.unread.block)
    quotes.set(seen.placeholders, for: block, in: answer)
    readings.set(seen.reading, for: block, part: seen.part, answer: answer)
    claims.set(seen.claims, for: block, in: answer)
    claims.set(seen.numbers, for: block, in: answer)
    findings.set(seen.result, for: block, in: answer)
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

  /// What is said of an answer as a whole: its question, and whether it was over its limit when it was
  /// counted last.
  func wholeFindings(of id: AnswerID) -> [Finding] { questionFindings(of: id) + limitFindings(of: id) }

  /// What its limit says of the answer named `id`.
  private func limitFindings(of id: AnswerID) -> [Finding] {
    guard let limit = self[id]?.question.limit, let count = lastCounts[id] else { return [] }
    let finding = OverLimit().finding(count: count.total[limit.unit], limit: limit, answer: id)
    return checks.weighed(finding.map { [$0] } ?? [])
  }
}
