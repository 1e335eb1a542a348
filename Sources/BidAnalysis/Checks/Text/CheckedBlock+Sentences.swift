import BidModel

extension CheckedBlock {
  /// The indices of the words of each sentence that was read.
  ///
  /// - Complexity: O(*n*) in the words.
  package var sentenceWords: [Range<Int>] {
    var ranges: [Range<Int>] = []
    var next = 0
    for sentence in reading.sentences {
      while next < words.count, words[next].range.lowerBound < sentence.range.lowerBound { next += 1 }
      let first = next
      while next < words.count, words[next].range.lowerBound < sentence.range.upperBound { next += 1 }
      if first < next { ranges.append(first..<next) }
    }
    return ranges
  }

  /// The bytes of the block's text from the first to the last of the words; `nil` when there are none, or
  /// one is a placeholder's.
  package func range(of indices: Range<Int>) -> Range<Int>? {
    guard let first = words[indices].first, let last = words[indices].last else { return nil }
    guard !words[indices].contains(where: \.isQuoted) else { return nil }
    return first.range.lowerBound..<last.range.upperBound
  }

  /// Whether the block is written in capitals throughout.
  package var isShouted: Bool {
    words.count > 2 && !words.contains { word in word.text.utf8.contains { (0x61...0x7A).contains($0) } }
  }

  /// Whether the block is an item of a list.
  var isListItem: Bool {
    switch block.kind {
    case .bullet, .numbered: true
    case .prose, .heading, .table, .verbatim: false
    }
  }

  /// Whether the block is running text: prose or an item of a list.
  package var isProse: Bool {
    switch block.kind {
    case .prose, .bullet, .numbered: true
    case .heading, .table, .verbatim: false
    }
  }
}
