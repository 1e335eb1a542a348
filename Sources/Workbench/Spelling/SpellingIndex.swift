import BidModel

/// What is misspelt in each block that was looked at, kept in step with the text between two looks.
///
/// An edit moves what stands after it and drops what it touches, so that underlines stay under their
/// words until the block is looked at again; it costs a step for each misspelling of that block.
struct SpellingIndex: Sendable {
  private var byAnswer: [AnswerID: [BlockID: BlockSpelling]] = [:]

  /// Whether no block was looked at: nothing to keep in step, and nothing to paint.
  var isEmpty: Bool { byAnswer.isEmpty }

  /// What is known of a block; `nil` when it was not looked at.
  subscript(answer: AnswerID, block: BlockID) -> BlockSpelling? {
    get { byAnswer[answer]?[block] }
    set { byAnswer[answer, default: [:]][block] = newValue }
  }

  /// UTF-8 ranges of a block's text that are misspelt, in order.
  func faults(in block: BlockID, of answer: AnswerID) -> [Range<Int>] {
    byAnswer[answer]?[block]?.faults ?? []
  }

  /// What is known of the blocks of an answer.
  func blocks(of answer: AnswerID) -> [BlockID: BlockSpelling] { byAnswer[answer] ?? [:] }

  /// Forgets an answer.
  mutating func removeAnswer(_ answer: AnswerID) { byAnswer[answer] = nil }

  /// Takes an edit into account.
  ///
  /// - Complexity: O(*n*) in the misspellings of the block, or in the blocks that are replaced.
  mutating func note(_ edit: Edit, of answer: AnswerID) {
    guard byAnswer[answer] != nil else { return }
    switch edit {
    case .text(let block, let offset, let length, let text, _):
      byAnswer[answer]?[block]?.shift(at: offset, length: length, with: text)
    case .blocks(_, _, _, let blocks): for block in blocks { byAnswer[answer]?[block.id] = nil }
    case .parts(_, _, let parts):
      for part in parts { for block in part.blocks { byAnswer[answer]?[block.id] = nil } }
    case .frontMatter: break
    }
  }
}

/// What a look at one block's spelling found.
struct BlockSpelling: Hashable, Sendable {
  /// UTF-8 ranges of the text that are misspelt, in order.
  var faults: [Range<Int>] = []
  /// Whether the word at the cursor was passed over, since it was being typed.
  var hasOpenWord = false
  /// Whether a word's verdict is still to come.
  var isPending = false
  /// Whether the text was edited since.
  var isStale = false
  /// UTF-8 bytes that hold everything to be looked at again: edits since, the word that was being typed,
  /// words without a verdict.
  var unsettled: Range<Int>?
  /// Whether the text had a brace: taking it away can change what is a word anywhere.
  var hasBraces = false
  /// ``SpellingState/revision`` at that time.
  var revision: Int

  /// Moves the misspellings after an edit, and drops those that it touches.
  mutating func shift(at offset: Int, length: Int, with text: String) {
    isStale = true
    let growth = text.utf8.count - length
    let moved = { (position: Int) in
      position <= offset ? position : position >= offset + length ? position + growth : offset
    }
    include(offset..<offset + text.utf8.count, movingOthersBy: moved)
    guard !faults.isEmpty else { return }
    let partsBefore = text.utf8.first.map(Self.partsWords) ?? false
    let partsAfter = text.utf8.last.map(Self.partsWords) ?? false
    faults = faults.compactMap { fault in
      if fault.upperBound < offset || (fault.upperBound == offset && partsBefore) { return fault }
      let isAfter =
        fault.lowerBound > offset + length || (fault.lowerBound == offset + length && partsAfter)
      return isAfter ? fault.lowerBound + growth..<fault.upperBound + growth : nil
    }
  }

  /// Takes `range` into what is to be looked at again.
  mutating func include(_ range: Range<Int>, movingOthersBy moved: (Int) -> Int = { $0 }) {
    guard let old = unsettled else {
      unsettled = range
      return
    }
    let (start, end) = (moved(old.lowerBound), moved(old.upperBound))
    unsettled = min(start, range.lowerBound)..<max(start, end, range.upperBound)
  }

  /// Whether `byte` ends the word before it and begins another after it.
  private static func partsWords(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == UInt8(ascii: ",") }
}
