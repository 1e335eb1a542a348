import BidAnalysis
import BidModel

/// Every promise of a bid with who, when and where: the list that mobilisation starts from.
package struct CommitmentReport: Sendable {
  /// One promise, where it stands.
  package struct Item: Hashable, Sendable, Encodable {
    package var kind: String
    package var who: String
    package var what: String
    package var when: [String]
    package var question: String
    package var part: String?
    package var path: String
    package var line: Int
    package var column: Int
  }

  package private(set) var items: [Item] = []
  private let base: String?

  /// The promises in the answers of `session`, in order; only those of `answer` when it is given.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package init(_ session: BidSession, only answer: AnswerID? = nil, base: String? = nil) {
    self.base = base
    for open in session.answers where answer == nil || open.id == answer { add(open, of: session) }
  }

  private mutating func add(_ open: OpenAnswer, of session: BidSession) {
    let map = SourceMap(open.answer)
    for part in open.answer.parts where session.template(of: open.answer).part(part.key)?.isSubmitted != false
    {
      for block in part.blocks {
        guard let reading = session.readings.reading(of: block.id, in: open.id) else { continue }
        let checked = CheckedBlock(
          block, rendered: RenderedText(block.text, values: session.values), reading: reading,
          place: Finding.Place(answer: open.id), part: part.key, question: open.question,
          values: session.values, context: session.checks.context)
        for promise in Commitment.commitments(in: checked) {
          let start = map.place(of: block.id, offset: promise.place.range?.lowerBound ?? 0)
          items.append(
            Item(
              kind: promise.kind.rawValue, who: promise.who, what: promise.what, when: promise.when,
              question: open.name, part: part.title,
              path: shown(open.id.path), line: start.line, column: start.column))
        }
      }
    }
  }

  private func shown(_ path: String) -> String {
    guard let base, path.hasPrefix(base + "/") else { return path }
    return String(path.dropFirst(base.count + 1))
  }

  /// One line a promise or routine: `path:line:col: kind · who · when · what`.
  package func text() -> String {
    guard !items.isEmpty else { return "No commitment found.\n" }
    return items.map { item in
      let when = item.when.isEmpty ? "no time given" : item.when.joined(separator: ", ")
      return "\(item.path):\(item.line):\(item.column): \(item.kind) · \(item.who) · \(when) · \(item.what)\n"
    }.joined() + "\(items.count) \(items.count == 1 ? "commitment" : "commitments").\n"
  }

  /// The same as JSON, schema `fivefold.commitments/1`.
  ///
  /// - Throws: ``JSONRefusal``, for a value that JSON has no form of.
  package func json() throws(JSONRefusal) -> String {
    struct Document: Encodable {
      var schema = "fivefold.commitments/1"
      var commitments: [Item]
    }
    return try CheckReport.encode(Document(commitments: items))
  }
}
