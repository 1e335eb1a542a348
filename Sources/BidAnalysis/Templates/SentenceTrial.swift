import BidModel

/// What a sentence is read as: its themes with their marks, its signals, its links of the chain and what the
/// checks of one paragraph say, each with the words that earned it.
package struct SentenceTrial: Hashable, Sendable {
  package var themes: [Hit] = []
  package var signals: [Hit] = []
  package var chain: [Hit] = []
  package var checks: [Hit] = []

  /// A label and the words that earned it.
  package struct Hit: Hashable, Sendable {
    /// The theme's title with its marks, the signal, the link or the check's id.
    package var label: String
    package var words: [String]

    package init(_ label: String, _ words: [String]) {
      self.label = label
      self.words = words
    }
  }

  /// Reads `text`, which may be several sentences.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package init(_ text: String, reader: BlockReader, checks: Checks, values: KPIValues = KPIValues()) {
    let block = Block(id: BlockID(1), kind: .prose, text: text)
    let rendered = RenderedText(text, values: values)
    let reading = reader.read(rendered, kind: .prose)
    let bytes = Array(text.utf8)
    let words = { (span: Range<Int>) in
      String(decoding: bytes[span.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }
    for sentence in reading.sentences {
      themes += sentence.themes.map { hit in
        let marks = hit.marks.marks.map(\.name).joined(separator: ", ")
        return Hit("\(reader.themes.themes[hit.theme].title): \(marks)", hit.spans.map(words))
      }
      signals += sentence.signals.map { Hit($0.signal.rawValue, [words($0.span)]) }
      chain += sentence.chain.map { Hit($0.link.rawValue, $0.spans.map(words)) }
    }
    let checked = CheckedBlock(
      block, rendered: rendered, reading: reading, place: Finding.Place(answer: AnswerID("sentence")),
      values: values, context: checks.context)
    self.checks = checks.read(checked).findings.map { finding in
      Hit("\(finding.check): \(finding.message)", finding.place?.range.map { [words($0)] } ?? [])
    }
  }

  /// Whether nothing was met.
  package var isEmpty: Bool { themes.isEmpty && signals.isEmpty && chain.isEmpty && checks.isEmpty }

  /// A line for each thing met: what it is, and by which words.
  package var lines: [String] {
    let groups = [("theme", themes), ("signal", signals), ("chain", chain), ("check", checks)]
    return groups.flatMap { name, hits in
      hits.map { hit in
        let words = hit.words.map { "“\($0)”" }.joined(separator: " ")
        return "\(name) \(hit.label)" + (words.isEmpty ? "" : " by \(words)")
      }
    }
  }
}
