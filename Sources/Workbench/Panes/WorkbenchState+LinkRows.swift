import BidAnalysis
import BidModel
import Screen

/// What a theme owes to sentences about something else, since they quote a fact that it claims.
extension WorkbenchState {
  /// A row for each sentence that lends the theme a mark: where it stands, the mark, its words and the fact that
  /// joins them.
  func linkRows(of theme: Int, width: Int) -> [PaneRow] {
    guard coverageScope != .part else { return [] }
    return session.answers.filter { coverageScope == .bid || $0.id == editor.answer }.flatMap { answer in
      session.links(of: theme, in: answer).flatMap { link -> [PaneRow] in
        let place = (coverageScope == .bid ? [answer.shortName] : []) + [link.part ?? "before the parts"]
        let marks = link.marks.marks.map(\.shortName).joined(separator: " ")
        let words = TextWidth.clip(link.text, columns: max(8, width * 2 - 14))
        return PaneRow.wrapped(
          "\(place.joined(separator: ", ")): \(marks): \(words)", width: width, indent: 4, first: "  ↔ ",
          style: self.theme.text, action: .reveal(answer.id, link.block, link.range))
          + PaneRow.wrapped(
            "by the same fact: \(link.fact)", width: width, indent: 6, first: "    ",
            style: self.theme.evidence)
      }
    }
  }
}

extension BidSession {
  /// A link as it is shown.
  struct ShownLink {
    var block: BlockID
    var range: Range<Int>
    /// The title of the part it stands in.
    var part: String?
    /// The sentence as it will be submitted.
    var text: String
    var marks: MarkSet
    /// The KPI's title, or its name.
    var fact: String
    var reference: KPIReference
  }

  /// What sentences of `answer` lend the theme at `theme`, in the order of the text.
  ///
  /// - Complexity: O(*n*) in the blocks of the answer, for each link.
  func links(of theme: Int, in answer: OpenAnswer) -> [ShownLink] {
    let links = readings.links(of: theme, in: answer.id).compactMap { link in
      answer.answer.place(of: link.block).map { (place: $0, link: link) }
    }
    let ordered = links.sorted {
      ($0.place, $0.link.range.lowerBound, $0.link.fact) < ($1.place, $1.link.range.lowerBound, $1.link.fact)
    }
    return ordered.compactMap { place, link in
      let part = answer.answer.parts[place.part]
      let text = part.blocks[place.block].text
      guard link.range.upperBound <= text.utf8.count else { return nil }
      return ShownLink(
        block: link.block, range: link.range, part: part.title,
        text: submitted(text.prefix(utf8: link.range.upperBound).suffix(utf8From: link.range.lowerBound)),
        marks: link.marks, fact: values.set[link.fact.kpi]?.title ?? link.fact.description,
        reference: link.fact)
    }
  }

  /// A piece of a block as it will be submitted, its placeholders filled.
  func submitted(_ words: String) -> String { RenderedText(words, values: values).text }
}
