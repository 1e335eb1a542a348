import BidAnalysis
import BidModel
import BidStorage

/// What a review's list shows: rows, what each leads to, and more about the selected one.
struct ReviewScreen {
  var title: String
  /// Above the rows, always in view.
  var head: [PaneRow] = []
  var rows: [PaneRow] = []
  /// What Enter does, for each row; `nil` for one that is only read.
  var targets: [Target?] = []
  /// Below the rows, about the selected one.
  var foot: [PaneRow] = []
  var hint: String

  /// Where a row leads.
  enum Target: Hashable {
    case begin(String)
    case show(ReviewBox.Screen)
    case fix(FixGroup)
    case question(Int)
    case place(AnswerID, BlockID?, Range<Int>?)
    case gate(GateItem)
    /// A waiver that fits no point any more.
    case waiver(Waiver)
    case version(StoredVersion)
    /// A paragraph of a comparison, to be put back.
    case paragraph(ComparedParagraph)
    case identity
    case name
  }

  /// A paragraph of a comparison, listed under a part.
  struct ComparedParagraph: Hashable {
    /// The part's ``BidModel/Part/anchorName``.
    var part: String
    var placed: PlacedParagraph
    /// What the new version says there; `nil` for one that went.
    var text: String?
  }

  mutating func add(_ row: PaneRow, _ target: Target? = nil) {
    rows.append(row)
    targets.append(target)
  }
}

extension WorkbenchState {
  /// What a list screen shows in `width` columns.
  mutating func reviewScreen(_ box: ReviewBox, width: Int) -> ReviewScreen {
    switch box.screen {
    case .home: homeScreen(width: width)
    case .walk: ReviewScreen(title: "", hint: "")
    case .fixes: fixScreen(box, width: width)
    case .scores: scoreScreen(box, width: width)
    case .projection: projectionScreen(width: width)
    case .changes: changeScreen(width: width)
    case .versions: versionScreen(width: width)
    case .comparison: comparisonScreen(width: width)
    case .gate: gateScreen(box, width: width)
    }
  }

  private func homeScreen(width: Int) -> ReviewScreen {
    var screen = ReviewScreen(
      title: "Review", hint: "Enter opens · Esc goes back to the text · F8 opens and closes the review")
    guard let review = session.review else { return screen }
    let known = review.identity.isKnown ? "" : ", whom fivefold.yaml does not know"
    screen.head = PaneRow.wrapped(
      "You are \(review.name(of: review.me))\(known) (\(review.identity.source.rawValue)).", width: width,
      style: review.identity.isKnown ? theme.dim : theme.warning)
    for round in review.book.rounds {
      let mine = session.answers.filter { !review.mine(round.id, $0.reviewKey).submitted.isEmpty }.count
      let begun = session.answers.contains { !review.mine(round.id, $0.reviewKey).started.isEmpty }
      let state = begun ? "\(mine) of \(session.answers.count) handed in" : "not begun"
      screen.add(
        PaneRow([("Walk: \(round.title) · ", theme.title), (state, theme.dim)]), .begin(round.id))
      for (index, ask) in round.asks.enumerated() where width >= 70 {
        for row in PaneRow.wrapped(
          ask, width: width, indent: 4, first: index == 0 ? "  · " : "  · ", style: theme.dim)
        {
          screen.add(row)
        }
      }
    }
    // Rows of the fix list, where comments that ask for nearly the same are one.
    let fixes = FixGroup.grouping(review.book.fixes(seenBy: review.me)).map(\.first)
    let open = fixes.count { $0.status == .open }
    let done = fixes.count { $0.status == .done || $0.status == .declined }
    let lines: [(String, String, ReviewScreen.Target)] = [
      ("Fix list", "\(open) open, \(done) to verify", .show(.fixes)),
      ("Scores side by side", "what reviewers gave, and what was agreed", .show(.scores)),
      ("Projected score", "weights, minimums, where the next mark is worth most", .show(.projection)),
      ("What changed since I last reviewed", "", .show(.changes)),
      ("Versions of \(session[editor.answer]?.shortName ?? "")", "compare, go back", .show(.versions)),
      ("Gate", "what still blocks submission", .show(.gate)),
      ("Keep a named version of the bid", "", .name), ("Change who I am", "", .identity),
    ]
    for (title, note, target) in lines {
      screen.add(
        PaneRow([(title, theme.title), (note.isEmpty ? "" : " · \(note)", theme.dim)]), target)
    }
    return screen
  }

  private func scoreScreen(_ box: ReviewBox, width: Int) -> ReviewScreen {
    var screen = ReviewScreen(
      title: "Scores side by side",
      hint: width < 100
        ? "Enter agrees a score and says why · Del takes it back · Esc"
        : "Enter agrees a score and says why · Delete takes back what you agreed · Esc goes back")
    guard let review = session.review, let round = moderatedRound else { return screen }
    for (index, open) in session.answers.enumerated() {
      let sheets = review.book.visibleSheets(on: open.reviewKey, as: review.me, in: round)
        .filter { !$0.submitted.isEmpty && !$0.scores.isEmpty }
      let scores = sheets.map { "\($0.person) \($0.meanScore?.short ?? "")" }.joined(separator: "  ")
      let spread = review.book.spread(of: open.reviewKey, in: round, seenBy: review.me)
      let agreed = review.book.moderations(of: open.reviewKey, in: round, seenBy: review.me)
        .map(\.1.score.short)
      let isHidden =
        sheets.isEmpty && !review.book.handedIn(open.reviewKey, in: round, seenBy: nil).isEmpty
      let words = isHidden ? "hidden until you have scored" : scores.isEmpty ? "no score yet" : scores
      screen.add(
        PaneRow([
          (TextCell.pad(open.name, min(30, width / 2)) + " ", theme.text),
          (words, scores.isEmpty ? theme.dim : theme.text),
          (
            sheets.count > 1 ? spread.map { "  spread \($0.short)" } ?? "" : "",
            (spread ?? 0) >= 2 ? theme.warning : theme.dim
          ),
          (agreed.isEmpty ? "" : "  agreed \(agreed.joined(separator: ", "))", theme.good),
        ]), .question(index))
    }
    if session.answers.indices.contains(box.selected) {
      screen.foot = moderationRows(of: session.answers[box.selected], round: round, width: width)
    }
    return screen
  }

  private func projectionScreen(width: Int) -> ReviewScreen {
    var screen = ReviewScreen(title: "Projected score", hint: "Enter goes to the question · Esc goes back")
    guard let review = session.review else { return screen }
    let report = ReviewReport(session, review)
    screen.head = report.projectionLines.flatMap {
      PaneRow.wrapped($0, width: width, indent: 2, style: theme.text)
    }
    guard let projection = report.projection else { return screen }
    let name = max(12, min(34, width - 44))
    screen.add(
      PaneRow([
        (
          TextCell.pad("Question", name) + TextCell.pad("Weight", 8) + TextCell.pad("Score", 9)
            + TextCell.pad("Marks", 8) + "Next mark", theme.dim
        )
      ]))
    for (index, row) in projection.rows.enumerated() {
      let score = row.score.map { "\($0.short)/\(row.highest.short)" } ?? "–"
      let fails = row.fails ? (row.isPassFail ? "  fails" : "  below \(row.minimum?.short ?? "")") : ""
      screen.add(
        PaneRow([
          (
            TextCell.pad("\(row.question) \(row.title)", name)
              + TextCell.pad(row.isPassFail ? "p/f" : row.weight.short + "%", 8)
              + TextCell.pad(score, 9) + TextCell.pad(row.points?.short ?? "–", 8)
              + (row.nextMark > 0 ? "+\(row.nextMark.short)" : ""), theme.text
          ),
          (fails, theme.error),
        ]), .question(index))
    }
    return screen
  }

  private func changeScreen(width: Int) -> ReviewScreen {
    var screen = ReviewScreen(
      title: "What changed since you last reviewed",
      hint:
        "Enter goes to the answer · O one page · Tab side by side · X writes the page to a file · Esc goes back"
    )
    if reviewing.showsOnePage {
      screen.title = "What changed since you last reviewed · one page"
      for line in ChangePage(session, changes: reviewing.changes).lines(width: width) {
        screen.add(
          PaneRow([(line.text, line.isTitle ? theme.title : theme.text)]),
          line.answer.map { .place($0, nil, nil) })
      }
      return screen
    }
    for changed in reviewing.changes {
      guard let open = session[changed.answer] else { continue }
      screen.add(PaneRow([(open.name, theme.title)]), .place(open.id, nil, nil))
      if changed.version.isEmpty {
        screen.add(PaneRow([("  You have not reviewed it yet.", theme.dim)]))
      } else if changed.isGone {
        screen.add(
          PaneRow([("  What you reviewed is gone from the history: \(changed.version)", theme.warning)]))
      } else if changed.comparison.isSame {
        screen.add(PaneRow([("  The words are the same.", theme.dim)]))
      }
      for part in changed.comparison.parts where !part.isSame {
        for row in rows(of: part, in: changed.comparison, width: width) { screen.add(row.row) }
      }
    }
    if screen.rows.isEmpty { screen.add(PaneRow([("Nothing has been looked for yet.", theme.dim)])) }
    return screen
  }

  private func versionScreen(width: Int) -> ReviewScreen {
    let name = session[reviewedAnswer]?.name ?? ""
    let base = reviewing.base
    var screen = ReviewScreen(
      title: "Versions · \(name)",
      hint: base == nil
        ? "Enter compares with the text of now · C compares from here, with another · Esc goes back"
        : "Enter compares with the one marked ◂ · C takes the mark back · Esc goes back")
    for version in reviewing.versions {
      let time = version.at.prefix(16).replacing("T", with: " ")
      screen.add(
        PaneRow([
          (
            "\(time)  \(TextCell.pad(version.person, 10)) \(TextCell.pad(version.cause.rawValue, 8))",
            theme.text
          ),
          (version.name, theme.title), (version == base ? " ◂ from here" : "", theme.warning),
        ]), .version(version))
    }
    if screen.rows.isEmpty {
      screen.add(PaneRow([("None yet: saving, reviewing, signing and freezing keep one.", theme.dim)]))
    }
    return screen
  }

  private func comparisonScreen(width: Int) -> ReviewScreen {
    var screen = ReviewScreen(
      title: "Then and now",
      hint:
        width < 100
        ? "Enter takes it back · P part · R answer · Tab side by side · G signs · Esc"
        : "Enter takes a paragraph back · P its part · R the whole answer · [ ] part · Tab side by side · G signs · Esc"
    )
    guard let compared = reviewing.compared, let open = session[compared.answer.id] else { return screen }
    let time = { (version: StoredVersion) in
      "\(version.at.prefix(16).replacing("T", with: " ")), \(version.person)"
    }
    screen.title = "\(open.name) · \(time(compared.version)) → \(compared.other.map(time) ?? "now")"
    let comparison = AnswerComparison(from: compared.answer, to: compared.otherAnswer ?? open.answer)
    if comparison.isSame { screen.add(PaneRow([("The words are the same.", theme.dim)])) }
    for part in comparison.parts where !part.isSame {
      for row in rows(of: part, in: comparison, width: width) { screen.add(row.row, row.target) }
    }
    return screen
  }

  private func gateScreen(_ box: ReviewBox, width: Int) -> ReviewScreen {
    let blocking = reviewing.gate.count { $0.blocks }
    var screen = ReviewScreen(
      title: blocking == 0 ? "Gate · clear" : "Gate · \(blocking) to go",
      hint: "Enter goes there · W lets it pass with a reason (bid manager) · Esc goes back")
    for item in reviewing.gate {
      let question = item.answer.flatMap { session[$0]?.shortName } ?? "bid"
      let sign = item.blocks ? "✗ " : "✓ "
      screen.add(
        PaneRow([
          (
            sign + TextCell.pad(question, 6) + TextCell.pad(item.kind.rawValue, 20),
            item.blocks ? theme.text : theme.dim
          ),
          (item.message, item.blocks ? theme.text : theme.dim),
        ]), .gate(item))
    }
    for waiver in reviewing.staleWaivers {
      screen.add(
        PaneRow([
          ("  " + TextCell.pad("", 6) + TextCell.pad("stale waiver", 20), theme.warning),
          (GateReport.words(on: waiver), theme.dim),
        ]), .waiver(waiver))
    }
    if screen.rows.isEmpty { screen.add(PaneRow([("Nothing blocks.", theme.good)])) }
    if reviewing.gate.indices.contains(box.selected) {
      let item = reviewing.gate[box.selected]
      screen.foot = PaneRow.wrapped(item.message, width: width, style: theme.text)
      if let waiver = item.waiver {
        let by = [waiver.by, waiver.on].filter { !$0.isEmpty }.joined(separator: ", ")
        screen.foot += PaneRow.wrapped(
          "Passes\(by.isEmpty ? "" : " (\(by))"): \(waiver.reason)", width: width, style: theme.good)
      }
    } else if reviewing.staleWaivers.indices.contains(box.selected - reviewing.gate.count) {
      let waiver = reviewing.staleWaivers[box.selected - reviewing.gate.count]
      screen.foot = PaneRow.wrapped(GateReport.words(on: waiver), width: width, style: theme.text)
    }
    return screen
  }
}
