import BidAnalysis
import BidModel
import Screen

extension WorkbenchState {
  /// What coverage is shown of, as the pane's border says.
  var coverageTitle: String {
    let lens = session.lenses.count > 1 ? " · \(session.themes.title)" : ""
    return "Coverage · \(coverageScope.rawValue)\(lens)"
  }

  /// Coverage of the part, answer or bid in hand.
  var shownCoverage: Coverage {
    switch coverageScope {
    case .part:
      session.readings.coverage(ofPart: currentPart?.id, in: editor.answer)
    case .answer: session.readings.coverage(of: editor.answer)
    case .bid: session.readings.coverage()
    }
  }

  /// The part the cursor is in.
  var currentPart: Part? {
    let answer = currentAnswer
    return answer.place(of: editor.caret.block).map { answer.parts[$0.part] }
  }

  /// A row for each theme, those the question asks for first; an opened one shows its sentences with
  /// the words that earned each mark. Below stands what would help most next.
  func coverageRows(width: Int) -> [PaneRow] {
    let coverage = shownCoverage
    let targets = session.targets(of: session.answers[currentIndex])
    let order = session.themes.themes.indices.sorted {
      (targets.contains($0) ? 0 : 1, $0) < (targets.contains($1) ? 0 : 1, $1)
    }
    var rows: [PaneRow] = []
    for index in order {
      let isTarget = coverageScope == .bid || targets.contains(index)
      rows.append(themeRow(index, coverage: coverage, isTarget: isTarget, width: width))
      let key = session.themes.themes[index].key
      if lists[.coverage]?.opened.contains(key) == true {
        rows += sentenceRows(of: index, width: width)
      }
    }
    rows += chainRows(coverage: coverage, width: width)
    return rows + adviceRows(coverage: coverage, targets: targets, width: width)
  }

  private func themeRow(_ index: Int, coverage: Coverage, isTarget: Bool, width: Int) -> PaneRow {
    let marks = coverage.marks(of: index)
    let style = isTarget ? theme.text : theme.dim
    let bar = String(Mark.allCases.map { marks.contains(MarkSet($0)) ? "■" : "□" })
    let words =
      marks.isEmpty
      ? (isTarget ? "target!" : "")
      : marks.marks.map(\.shortName).joined(separator: " ")
    let title = TextWidth.pad(session.themes.themes[index].title, columns: max(6, width - 18))
    let wordStyle = marks.isEmpty && isTarget ? theme.warning : style
    return PaneRow(
      [(title, style), (" \(bar) ", marks.isEmpty ? style : theme.good), (words, wordStyle)],
      action: .toggle(session.themes.themes[index].key))
  }

  /// What the missing marks of a theme need; of the bid, how each answer that is asked for it stands; then the
  /// sentences that speak of it, by part.
  private func sentenceRows(of theme: Int, width: Int) -> [PaneRow] {
    var rows = missingRows(of: theme, width: width)
    if coverageScope == .bid { rows += answerRows(of: theme, width: width) }
    let before = rows.count
    for answer in session.answers where coverageScope == .bid || answer.id == editor.answer {
      for part in answer.answer.parts where coverageScope != .part || part.id == currentPart?.id {
        let own = sentenceRows(of: theme, part: part, answer: answer, width: width)
        guard !own.isEmpty else { continue }
        if coverageScope != .part {
          let place = (coverageScope == .bid ? [answer.shortName] : []) + [part.title ?? "before the parts"]
          rows.append(
            PaneRow([
              (TextWidth.clip("  " + place.joined(separator: ", "), columns: width), self.theme.dim)
            ]))
        }
        rows += own
      }
    }
    if rows.count == before { rows.append(PaneRow([("  No sentence speaks of it yet.", self.theme.dim)])) }
    return rows + linkRows(of: theme, width: width)
  }

  private func sentenceRows(of theme: Int, part: Part, answer: OpenAnswer, width: Int) -> [PaneRow] {
    part.blocks.flatMap { block in
      (session.readings.reading(of: block.id, in: answer.id)?.sentences ?? []).flatMap { sentence in
        sentence.themes.filter { $0.theme == theme }.flatMap {
          rowsFor($0, in: sentence, of: block, answer: answer.id, width: width)
        }
      }
    }
  }

  /// How each answer whose question asks for the theme stands.
  private func answerRows(of theme: Int, width: Int) -> [PaneRow] {
    session.answers.filter { session.targets(of: $0).contains(theme) }.map { answer in
      let marks = session.readings.coverage(of: answer.id).marks(of: theme)
      let bar = String(Mark.allCases.map { marks.contains(MarkSet($0)) ? "■" : "□" })
      let words = marks.isEmpty ? "nothing yet" : marks.marks.map(\.shortName).joined(separator: " ")
      return PaneRow(
        [
          ("  " + TextWidth.pad(answer.name, columns: max(6, width - 20)), self.theme.text),
          (" \(bar) ", marks.isEmpty ? self.theme.text : self.theme.good),
          (words, marks.isEmpty ? self.theme.warning : self.theme.text),
        ],
        action: .showAnswer(answer.id))
    }
  }

  private func rowsFor(
    _ hit: ThemeHit, in sentence: SentenceReading, of block: Block, answer: AnswerID, width: Int
  ) -> [PaneRow] {
    let marks = hit.marks.marks.map(\.shortName).joined(separator: " ")
    let bytes = block.text.utf8.count
    guard sentence.range.upperBound <= bytes else { return [] }
    let words = block.text.prefix(utf8: sentence.range.upperBound).suffix(utf8From: sentence.range.lowerBound)
    let text = TextWidth.clip(session.submitted(words), columns: max(8, width * 2 - 14))
    var rows = PaneRow.wrapped(
      "\(marks): \(text)", width: width, indent: 4, first: "  ", style: theme.text,
      action: .reveal(answer, block.id, sentence.range))
    let earned =
      hit.spans.map { ("theme", $0) } + sentence.signals.map { ($0.signal.rawValue, $0.span) }
      + sentence.carried.map { ("carried \($0.signal.rawValue)", $0.span) }
    for (name, span) in earned where span.upperBound <= bytes {
      let quoted = block.text.prefix(utf8: span.upperBound).suffix(utf8From: span.lowerBound)
      rows += PaneRow.wrapped(
        "\(name): “\(session.submitted(quoted))”", width: width, indent: 6, first: "    ",
        style: theme.evidence)
    }
    return rows
  }

  /// What each mark that is missing needs, in the theme's own words.
  private func missingRows(of index: Int, width: Int) -> [PaneRow] {
    let marks = shownCoverage.marks(of: index)
    let needs = session.themes.themes[index].needs
    return Mark.allCases.filter { !marks.contains(MarkSet($0)) }.flatMap { mark -> [PaneRow] in
      guard let need = needs[mark] else { return [] }
      return PaneRow.wrapped(
        "\(mark.name) needs: \(need)", width: width, indent: 4, first: "  ", style: theme.warning)
    }
  }

  /// What would help most next: of a part or an answer its first theme that lacks something; of the bid
  /// the first three answers that are begun and lack something.
  private func adviceRows(coverage: Coverage, targets: Set<Int>, width: Int) -> [PaneRow] {
    if coverageScope == .bid { return bidAdviceRows(width: width) }
    let expected = currentPart.flatMap { currentTemplate.part($0.key) }?.expects ?? []
    let wanted = coverageScope == .part ? expected : .all
    for index in session.themes.themes.indices where targets.contains(index) {
      let advice = CoverageAdvice(
        for: index, of: session.themes, present: coverage.marks(of: index), expected: wanted, isTarget: true)
      guard let advice else { continue }
      let words = session.sentence(
        of: advice, in: session.answers[currentIndex], part: coverageScope == .part ? currentPart : nil)
      return [PaneRow([("", theme.text)])] + arrow(words, width: width)
    }
    guard coverageScope == .part, let title = currentPart?.title, !expected.isEmpty else { return [] }
    let names = expected.marks.map(\.name).joined(separator: ", ")
    return [PaneRow([("", theme.text)])]
      + PaneRow.wrapped("\(title) has what is expected: \(names).", width: width, style: theme.good)
  }

  private func bidAdviceRows(width: Int) -> [PaneRow] {
    var rows: [PaneRow] = []
    var answers = 0
    for answer in session.answers where answers < 3 {
      let coverage = session.readings.coverage(of: answer.id)
      let isBegun = session.themes.themes.indices.contains { !coverage.marks(of: $0).isEmpty }
      let advice = session.targets(of: answer).sorted().lazy.compactMap { index in
        CoverageAdvice(
          for: index, of: session.themes, present: coverage.marks(of: index), expected: .all, isTarget: true)
      }.first
      guard isBegun, let advice else { continue }
      answers += 1
      rows += arrow(
        "\(answer.question.number) \(session.sentence(of: advice, in: answer))", width: width,
        action: .showAnswer(answer.id))
    }
    return rows.isEmpty ? [] : [PaneRow([("", theme.text)])] + rows
  }

  private func arrow(_ words: String, width: Int, action: PaneRow.Action? = nil) -> [PaneRow] {
    PaneRow.wrapped(words, width: width, indent: 2, first: "→ ", style: theme.warning, action: action)
  }
}
