import BidAnalysis
import BidModel

/// Which words of the sub-asks each block holds, kept until the block's text changes.
struct AskCache: Sendable {
  private var answer: AnswerID?
  private(set) var words = AskWords([])
  private var blocks: [BlockID: Entry] = [:]

  private struct Entry: Sendable {
    var text: String
    var found: Set<String>
    /// How long it is.
    var words: Int
  }

  /// The stems that a part holds of the sub-asks of `question`.
  ///
  /// - Complexity: O(*n*) in the length of the blocks that changed; comparing the others.
  mutating func found(in part: Part) -> Set<String> {
    var all: Set<String> = []
    for block in part.blocks where block.kind != .verbatim {
      if blocks[block.id]?.text != block.text {
        blocks[block.id] = Entry(
          text: block.text, found: words.found(in: block.text),
          words: TextCount(block.text, rule: CountRule(id: "", title: "")).words)
      }
      all.formUnion(blocks[block.id]?.found ?? [])
    }
    return all
  }

  /// How many words of `parts`, which were looked through, go to each sub-ask: each paragraph to the one of whose
  /// words it holds most, the first of several; a paragraph that holds none goes to no sub-ask.
  ///
  /// - Complexity: O(*b* · *a*) in the blocks and the sub-asks.
  func spent(in parts: [Part]) -> [Int] {
    var spent = Array(repeating: 0, count: words.asks.count)
    for entry in parts.flatMap(\.blocks).compactMap({ blocks[$0.id] }) where !entry.found.isEmpty {
      let counts = words.asks.indices.map { words.match(of: $0, with: entry.found).found.count }
      guard let most = counts.max(), most > 0, let index = counts.firstIndex(of: most) else { continue }
      spent[index] += entry.words
    }
    return spent
  }

  /// Makes the cache that of an answer and the sub-asks of its question.
  mutating func serve(_ answer: AnswerID, asks: [String], acronyms: AcronymWords) {
    guard self.answer != answer || words.asks != asks else { return }
    self.answer = answer
    words = AskWords(asks, acronyms: acronyms)
    blocks = [:]
  }
}

/// A sub-ask, where the plan puts it, and how far the text answers it.
struct PlannedAsk: Hashable, Sendable {
  var text: String
  /// Keys of the parts that the plan gives it.
  var plannedParts: [String]
  /// Index of the part that holds most of its words; `nil` when none holds one.
  var foundIn: Int?
  var match: AskMatch
  /// Words of the paragraphs that speak of it more than of any other.
  var spent = 0

  /// ✓ answered, ◐ begun, □ not yet.
  var sign: String { match.isAnswered ? "✓" : match.found.isEmpty ? "□" : "◐" }
}

extension WorkbenchState {
  /// The sub-asks of the question in hand, in its order.
  mutating func plannedAsks(_ plan: AnswerPlan) -> [PlannedAsk] {
    let answer = currentAnswer
    guard !session.answers[currentIndex].question.subAsks.isEmpty else { return [] }
    planning.asks.serve(
      answer.id, asks: session.answers[currentIndex].question.subAsks,
      acronyms: session.checks.context.acronyms)
    let counted = answer.parts.indices.filter {
      currentTemplate.part(answer.parts[$0].key)?.isHidden != true
    }
    let found = counted.map { (part: $0, stems: planning.asks.found(in: answer.parts[$0])) }
    let words = planning.asks.words
    let parts = plan.parts(for: words)
    let spent = planning.asks.spent(in: counted.map { answer.parts[$0] })
    return words.asks.indices.map { index in
      let matches = found.map { (part: $0.part, match: words.match(of: index, with: $0.stems)) }
      var best: (part: Int, match: AskMatch)?
      // Of two parts that hold as many, the one that the plan names.
      let isPlanned = { (part: Int) in parts[index].contains(answer.parts[part].key ?? "") }
      for match in matches.filter({ isPlanned($0.part) }) + matches.filter({ !isPlanned($0.part) })
      where match.match.found.count > best?.match.found.count ?? 0 {
        best = match
      }
      return PlannedAsk(
        text: words.asks[index], plannedParts: parts[index], foundIn: best?.part,
        match: best?.match ?? words.match(of: index, with: []), spent: spent[index])
    }
  }
}
