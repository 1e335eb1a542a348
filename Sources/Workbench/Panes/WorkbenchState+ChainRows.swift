import BidAnalysis
import BidModel
import Screen

/// The row of the chain from activity to outcome, below the themes of the coverage pane.
extension WorkbenchState {
  /// What the row is opened by.
  static let chainKey = "activity-output-outcome"

  /// One row with a box for each link and the first that is missing; opened, what each missing link needs and the
  /// sentences that show the others.
  func chainRows(coverage: Coverage, width: Int) -> [PaneRow] {
    let missing = coverage.missingLinks
    let isEmpty = missing.count == ChainLink.allCases.count
    let bar = String(ChainLink.allCases.map { missing.contains($0) ? "□" : "■" })
    let words = isEmpty ? "" : missing.last.map { "no \($0.rawValue)" } ?? "ac ou oc"
    let title = TextWidth.pad("Chain", columns: max(6, width - 18))
    var rows = [
      PaneRow(
        [
          (title, isEmpty ? theme.dim : theme.text), (" \(bar)  ", isEmpty ? theme.dim : theme.good),
          (words, missing.isEmpty || isEmpty ? theme.text : theme.warning),
        ], action: .toggle(Self.chainKey))
    ]
    guard lists[.coverage]?.opened.contains(Self.chainKey) == true else { return rows }
    for link in missing {
      rows += PaneRow.wrapped(
        "no \(link.rawValue): \(link.needs)", width: width, indent: 4, first: "  ", style: theme.warning)
    }
    rows += exampleRows(width: width)
    for answer in session.answers where coverageScope == .bid || answer.id == editor.answer {
      for part in answer.answer.parts where coverageScope != .part || part.id == currentPart?.id {
        rows += chainRows(of: part, in: answer, width: width)
      }
    }
    return rows
  }

  /// The examples of the answer in hand that lack a link, each with its way out.
  private func exampleRows(width: Int) -> [PaneRow] {
    guard coverageScope == .answer else { return [] }
    return session.shownFindings(in: currentAnswer).flatMap { finding -> [PaneRow] in
      guard finding.check == ChainBroken.id, let block = finding.place?.block else { return [] }
      return PaneRow.wrapped(
        "\(finding.message) \(finding.fix)", width: width, indent: 4, first: "  ", style: theme.warning,
        action: .reveal(editor.answer, block, finding.place?.range))
    }
  }

  /// The sentences of a part that show a link, below its name.
  private func chainRows(of part: Part, in answer: OpenAnswer, width: Int) -> [PaneRow] {
    let rows = part.blocks.flatMap { block in
      (session.readings.reading(of: block.id, in: answer.id)?.sentences ?? []).flatMap {
        chainRows(of: $0, in: block, answer: answer.id, width: width)
      }
    }
    guard coverageScope != .part, !rows.isEmpty else { return rows }
    let place = (coverageScope == .bid ? [answer.shortName] : []) + [part.title ?? "before the parts"]
    let title = TextWidth.clip("  " + place.joined(separator: ", "), columns: width)
    return [PaneRow([(title, theme.dim)])] + rows
  }

  private func chainRows(
    of sentence: SentenceReading, in block: Block, answer: AnswerID, width: Int
  ) -> [PaneRow] {
    let bytes = block.text.utf8.count
    guard !sentence.chain.isEmpty, sentence.range.upperBound <= bytes else { return [] }
    let links = sentence.chain.map(\.link.rawValue).joined(separator: ", ")
    let words = block.text.prefix(utf8: sentence.range.upperBound).suffix(utf8From: sentence.range.lowerBound)
    let text = TextWidth.clip(words, columns: max(8, width * 2 - 14))
    return PaneRow.wrapped(
      "\(links): \(text)", width: width, indent: 4, first: "  ", style: theme.text,
      action: .reveal(answer, block.id, sentence.range))
  }
}
