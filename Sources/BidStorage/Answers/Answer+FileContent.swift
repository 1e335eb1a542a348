import BidModel

/// What the file of an answer holds of it, for telling whether two answers are one on disk.
package struct AnswerContent: Hashable, Sendable {
  package var hasByteOrderMark: Bool
  package var endsWithNewline: Bool
  /// Keys with their values, in order; `nil` without front matter.
  package var frontMatter: [[String]]?
  package var parts: [Part]

  /// A part's heading and the blocks with words in them.
  package struct Part: Hashable, Sendable {
    package var title: String?
    package var blocks: [Block]
  }

  /// A block without its id and its lines.
  package struct Block: Hashable, Sendable {
    package var kind: BidModel.Block.Kind
    package var text: String
  }
}

extension Answer {
  /// The answer without what a file does not hold: ids, empty blocks, line breaks in headings, and a
  /// table or kept lines that edits broke, which the file holds as words.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package var fileContent: AnswerContent {
    var contents = parts.map { part in
      AnswerContent.Part(
        title: part.title?.onOneLine,
        blocks: part.blocks.filter { !$0.isEmpty }.map { block in
          let kind = block.fileKind
          guard case .heading = kind else { return AnswerContent.Block(kind: kind, text: block.text) }
          return AnswerContent.Block(kind: kind, text: block.text.onOneLine)
        })
    }
    if contents.count > 1, contents[0].title == nil, contents[0].blocks.isEmpty {
      contents.removeFirst()
    }
    return AnswerContent(
      hasByteOrderMark: hasByteOrderMark,
      endsWithNewline: endsWithNewline || contents.allSatisfy { $0.blocks.isEmpty },
      frontMatter: frontMatter?.entries.compactMap { entry in
        entry.key.map { [$0, entry.value] }
      }, parts: contents)
  }
}

extension Block {
  /// The kind under which a file can hold the block: a table or kept lines whose edited text no longer
  /// reads as such are a paragraph there, so that no word is lost and nothing after them is swallowed.
  package var fileKind: Kind {
    guard source == nil else { return kind }
    switch kind {
    case .bullet(let marker): return .bullet(marker.withSpace)
    case .numbered(let marker): return .numbered(marker.withSpace)
    case .table, .verbatim: return readsAlone ? kind : .prose
    default: return kind
    }
  }

  /// Whether the text, standing alone, is read as one block of this kind.
  private var readsAlone: Bool {
    var words = text
    return words.withUTF8 { bytes in
      guard !bytes.isEmpty, bytes.blankPrefix(from: 0) < bytes.count, bytes[0] != 0x0A else { return false }
      var scanner = AnswerScanner(bytes, from: 0)
      let block = scanner.scanBlock()
      return scanner.cursor.isAtEnd && block.kind == kind && block.text.utf8.elementsEqual(text.utf8)
    }
  }
}

extension ListMarker {
  fileprivate var withSpace: ListMarker {
    ListMarker(indent: indent, symbol: symbol, space: space.isEmpty ? " " : space)
  }
}

extension String {
  /// The text with a space in place of each line break.
  var onOneLine: String {
    guard utf8.contains(0x0A) else { return self }
    return String(decoding: utf8.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
  }

  /// Whether a line begins with `<!--`, three backticks or three tildes.
  var hasUnclosedMark: Bool {
    var copy = self
    return copy.withUTF8 { bytes in
      guard
        bytes.contains(where: {
          $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: "~")
        })
      else { return false }
      return bytes.split(separator: 0x0A).contains { line in
        let line = LineBytes(rebasing: line)
        let start = line.blankPrefix(from: 0)
        return line.has("<!--", at: start) || line.has("```", at: start) || line.has("~~~", at: start)
      }
    }
  }
}
