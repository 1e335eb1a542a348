import BidLanguage
import BidModel

/// What can be counted of a stretch of text.
package struct TextStatistics: Hashable, Sendable {
  /// Words and characters as submitted, by the bid's count rule.
  package var count = TextCount()
  package var readability = Readability()
  /// The sentence with the most words.
  package var longest: Sentence?

  /// A sentence and where it stands.
  package struct Sentence: Hashable, Sendable {
    package var answer: AnswerID
    package var block: BlockID
    /// UTF-8 bytes of the block's text.
    package var range: Range<Int>
    package var words: Int
    /// The sentence as submitted.
    package var text: String
  }

  /// Words of silent reading in a minute: M. Brysbaert, "How many words do we read per minute?", Journal of Memory
  /// and Language 109 (2019), for non-fiction in English.
  package static let wordsPerMinute = 238

  /// Seconds that a reader takes.
  package var readingSeconds: Int { (count.words * 60 + Self.wordsPerMinute / 2) / Self.wordsPerMinute }

  package init() {}

  /// Adds the sentences of a block as it is submitted; tables, headings and notes have none.
  ///
  /// - Parameter start: Where `block`'s text begins in the block it is part of, for a selection.
  /// - Complexity: O(*n*) in the length of the text.
  mutating func add(_ block: Block, from start: Int = 0, of answer: AnswerID, values: KPIValues) {
    switch block.kind {
    case .table, .verbatim, .heading: return
    case .prose, .bullet, .numbered: break
    }
    let rendered = RenderedText(block.text, values: values)
    for range in SentenceSplitter().sentences(in: rendered.text) {
      let words = rendered.text.slice(utf8: range)
      let count = readability.add(sentence: words)
      guard count > longest?.words ?? 0 else { continue }
      let source = rendered.sourceRange(range)
      longest = Sentence(
        answer: answer, block: block.id, range: (source.lowerBound + start)..<(source.upperBound + start),
        words: count, text: words)
    }
  }

  /// The two together.
  static func + (left: TextStatistics, right: TextStatistics) -> TextStatistics {
    var sum = left
    sum.count += right.count
    sum.readability = left.readability + right.readability
    if right.longest?.words ?? 0 > left.longest?.words ?? 0 { sum.longest = right.longest }
    return sum
  }
}

extension BidSession {
  /// What can be counted of a part of an answer.
  ///
  /// - Complexity: O(*n*) in the part's text.
  mutating func statistics(ofPart part: Int, inAnswerAt index: Int) -> TextStatistics {
    var statistics = TextStatistics()
    let open = answers[index]
    guard template(of: open.answer).part(open.answer.parts[part].key)?.isHidden != true else {
      return statistics
    }
    statistics.count = count(ofAnswerAt: index).parts[part]
    for block in open.answer.parts[part].blocks { statistics.add(block, of: open.id, values: values) }
    return statistics
  }

  /// What can be counted of an answer.
  ///
  /// - Complexity: O(*n*) in the answer's text.
  mutating func statistics(ofAnswerAt index: Int) -> TextStatistics {
    var sum = TextStatistics()
    for part in answers[index].answer.parts.indices {
      sum = sum + statistics(ofPart: part, inAnswerAt: index)
    }
    // The line breaks between parts count as well.
    sum.count = count(ofAnswerAt: index).total
    return sum
  }
}
