import BidModel
import BidStorage

/// Walking a round: where the reviewer stands, and the ways on.
extension WorkbenchState {
  /// The answer that is walked; `nil` outside a walk.
  var walkedAnswer: OpenAnswer? {
    guard let walk = reviewing.walk, session.answers.indices.contains(walk.answer) else { return nil }
    return session.answers[walk.answer]
  }

  /// The round that is walked.
  var walkedRound: ReviewRound? {
    guard let walk = reviewing.walk else { return nil }
    return session.review?.book.round(walk.round)
  }

  /// The reviewer's own sheet of the question that is walked.
  var walkedSheet: ReviewSheet? {
    guard let walk = reviewing.walk, let open = walkedAnswer else { return nil }
    return session.review?.mine(walk.round, open.reviewKey)
  }

  /// The text that is walked.
  var walkText: WalkText? {
    guard let open = walkedAnswer, let round = walkedRound else { return nil }
    return WalkText(
      open.answer, template: session.template, values: session.values, showsHidden: !round.isBlind)
  }

  /// Whether the reviewer may see coverage, findings and what others say: always outside a blind round, and
  /// in one once the question is handed in.
  var seesState: Bool { walkedRound?.isBlind == false || walkedSheet?.submitted.isEmpty == false }

  /// Begins or resumes a round; asks first when the person writes some of its answers, which others score.
  mutating func askToWalk(_ round: String) {
    guard let review = session.review else { return }
    let own = review.ownAnswers(of: session.answers, in: round)
    let hasBegun = review.book.sheets.contains {
      $0.round == round && $0.person == review.me && $0.isReviewing
    }
    guard !own.isEmpty, !hasBegun else { return beginWalk(round) }
    overlays.append(
      .choice(
        Choice(
          title: "You write some of these answers",
          text: [
            "You are down as the writer of \(own.map(\.reviewKey).joined(separator: ", ")). In the"
              + " \(round) round answers are scored by people who did not write them.",
            "Once you mark, comment on or score anything there, you count as a reviewer: what the others say"
              + " on a question, fix list and all, is then hidden from you until you have scored it.",
          ],
          options: [
            .init("Go back to the review", []), .init("Walk all the same", [.review(.beginWalk(round))]),
          ])))
  }

  /// Begins or resumes a round at the question that was left last, else at the first that is not handed in.
  mutating func beginWalk(_ round: String) {
    guard let review = session.review else { return }
    let sheets = session.answers.map { review.mine(round, $0.reviewKey) }
    let last = sheets.indices.filter { !sheets[$0].left.isEmpty }.max { sheets[$0].left < sheets[$1].left }
    let unhanded = sheets.firstIndex { $0.submitted.isEmpty } ?? 0
    let index = last ?? unhanded
    reviewing.walk = ReviewWalk(round: round, answer: index, stop: sheets[index].reached)
    showReview(.walk)
    enterQuestion()
  }

  /// Stands in the question, at a sentence that it has. Nothing is written: looking makes nobody a reviewer.
  mutating func enterQuestion() {
    guard let walk = reviewing.walk else { return }
    let count = walkText?.stops.count ?? 1
    reviewing.walk?.stop = max(0, min(walk.stop, count - 1))
    reviewing.walk?.readAt = eventTime
  }

  /// A change of one's own sheet of the walked question; the first that marks or says something also keeps the
  /// text it is about, as the version that was read.
  func changeWalked(
    version kept: ReviewChange.KeptVersion? = nil, audit: AuditEntry? = nil,
    _ edit: (inout ReviewSheet) -> Void
  ) -> ReviewChange? {
    guard let review = session.review, let walk = reviewing.walk, let open = walkedAnswer else { return nil }
    let now = reviewStamp
    let isFirst = review.mine(walk.round, open.reviewKey).version.isEmpty
    return review.change(
      walk.round, open.reviewKey, version: kept ?? (isFirst ? version(of: open, .review) : nil), audit: audit
    ) { sheet in
      if sheet.started.isEmpty { sheet.started = now }
      edit(&sheet)
    }
  }

  /// Writes down how long the question was read and at which sentence it was left; on the way out also when,
  /// so that the walk is resumed there.
  ///
  /// A glance is not written: it takes a minute, or something marked or said before. Who is down to review
  /// finds the place again all the same.
  mutating func leaveQuestion(goesOn: Bool = false) {
    guard let review = session.review, let walk = reviewing.walk, let open = walkedAnswer else { return }
    let seconds = Int(walk.unwritten.components.seconds)
    endWalkSelection()
    let sheet = review.mine(walk.round, open.reviewKey)
    let hasRead = sheet.seconds + seconds >= 60
    guard !sheet.isBlank || hasRead || review.book.reviewers.contains(review.me) else { return }
    reviewing.walk?.unwritten = .zero
    let now = reviewStamp
    let note = { (sheet: inout ReviewSheet) in
      sheet.seconds += seconds
      if !goesOn { sheet.left = now }
      sheet.reached = walk.stop
    }
    let change =
      hasRead && sheet.started.isEmpty ? changeWalked(note) : review.change(walk.round, open.reviewKey, note)
    keep(change.map { [$0] } ?? [])
  }

  /// Adds the time since the last key, at most five minutes of it: a reviewer who went away does not read.
  mutating func tickWalk() {
    guard let walk = reviewing.walk else { return }
    reviewing.walk?.unwritten = walk.spent(at: eventTime)
    reviewing.walk?.readAt = eventTime
  }

  /// How long until the walk shows another minute; `nil` when no walk is shown, or nobody seems to read.
  func untilNextMinute(at time: ContinuousClock.Instant) -> Duration? {
    let isShown = overlays.contains { overlay in
      if case .review(let box) = overlay { box.screen == .walk } else { false }
    }
    guard isShown, let walk = reviewing.walk, let last = walk.readAt,
      last.duration(to: time) < ReviewWalk.isAwayAfter
    else { return nil }
    let total = Duration.seconds(walkedSheet?.seconds ?? 0) + walk.spent(at: time)
    return .seconds(60) - total + .seconds(60 * (total.components.seconds / 60))
  }

  /// Selects nothing but the sentence in hand.
  mutating func endWalkSelection() {
    reviewing.walk?.anchor = nil
    reviewing.walk?.pick = nil
  }

  /// Moves by sentences; `extending` selects on the way, over as many paragraphs as it takes.
  mutating func moveStop(by step: Int, extending: Bool) {
    guard let walk = reviewing.walk, let stops = walkText?.stops, !stops.isEmpty else { return }
    reviewing.walk?.pick = nil
    reviewing.walk?.anchor = extending ? walk.anchor ?? walk.stop : nil
    reviewing.walk?.stop = max(0, min(stops.count - 1, walk.stop + step))
  }

  /// Goes to another part, question by question when the parts are at their end.
  mutating func movePart(by step: Int) {
    guard let walk = reviewing.walk, let text = walkText, !text.parts.isEmpty else { return }
    let part = text.part(ofStop: walk.stop) + step
    guard text.parts.indices.contains(part) else { return say("There is no other part that way.", as: .note) }
    endWalkSelection()
    reviewing.walk?.stop = min(text.parts[part].stop, max(0, text.stops.count - 1))
  }

  /// Goes to another question.
  mutating func moveQuestion(to index: Int) {
    guard session.answers.indices.contains(index) else {
      return say("There is no other question that way.", as: .note)
    }
    leaveQuestion(goesOn: true)
    reviewing.walk?.unwritten = .zero
    reviewing.walk?.answer = index
    reviewing.walk?.sidePage = 0
    let open = session.answers[index]
    let round = reviewing.walk?.round ?? ""
    effects.append(.review(.reload))
    reviewing.walk?.stop = session.review?.mine(round, open.reviewKey).reached ?? 0
    enterQuestion()
  }

  /// Goes to the next question that has not been handed in.
  mutating func moveToUnscored() {
    guard let review = session.review, let walk = reviewing.walk else { return }
    let count = session.answers.count
    let next = (1...count).map { (walk.answer + $0) % count }.first {
      review.mine(walk.round, session.answers[$0].reviewKey).submitted.isEmpty
    }
    guard let next else { return say("Every question of this round is handed in.", as: .note) }
    if next == walk.answer { return say("This is the last one that is not handed in.", as: .note) }
    moveQuestion(to: next)
  }

  /// Goes to the next comment or finding of the question, one by one: those about the whole answer, or whose
  /// words are gone, first, then in the order of the text.
  mutating func moveToMark(_ kind: WalkMark.Kind, by step: Int) {
    guard let walk = reviewing.walk, let stops = walkText?.stops else { return }
    if kind == .finding && !seesState { return say("Findings are shown once you have scored.", as: .note) }
    let marks = walkMarks.filter { kind == .finding ? $0.kind == .finding : $0.kind.isComment }
      .map { mark in (mark: mark, stop: stops.firstIndex { mark.covers($0) }) }
      .enumerated().sorted { left, right in
        let (a, b) = (left.element.stop ?? -1, right.element.stop ?? -1)
        return a == b ? left.offset < right.offset : a < b
      }.map(\.element)
    guard !marks.isEmpty else { return say("There is none in this answer.", as: .note) }
    let next: Int
    if let shown = walk.shown, shown.stop == walk.stop,
      let index = marks.firstIndex(where: { $0.mark.id == shown.mark })
    {
      next = (index + step + marks.count) % marks.count
    } else if step > 0 {
      next = marks.firstIndex { ($0.stop ?? -1) >= walk.stop } ?? 0
    } else {
      next = marks.lastIndex { ($0.stop ?? -1) <= walk.stop } ?? marks.count - 1
    }
    let (mark, stop) = marks[next]
    endWalkSelection()
    if let stop { reviewing.walk?.stop = stop }
    reviewing.walk?.shown = .init(mark: mark.id, stop: stop ?? walk.stop)
    say("\(next + 1) of \(marks.count) · \(mark.words)", as: .note)
  }

  /// The bytes of each block that are selected, or the sentence in hand; `nil` when nothing is written.
  var walkSelection: [(place: BlockPlace, range: Range<Int>)]? {
    if let pickedWords { return [pickedWords] }
    guard let walk = reviewing.walk, let stops = walkText?.stops, stops.indices.contains(walk.stop) else {
      return nil
    }
    let other = min(stops.count - 1, walk.anchor ?? walk.stop)
    var pieces: [(place: BlockPlace, range: Range<Int>)] = []
    for stop in stops[min(other, walk.stop)...max(other, walk.stop)] {
      if let last = pieces.last, last.place == stop.place {
        pieces[pieces.count - 1].range = last.range.lowerBound..<stop.source.upperBound
      } else {
        pieces.append((stop.place, stop.source))
      }
    }
    return pieces
  }

  /// Notes, or takes back, that the sentence in hand answers a sub-ask.
  mutating func markFound(_ ask: Int) {
    guard let open = walkedAnswer, let selection = walkSelection else { return }
    guard open.question.subAsks.indices.contains(ask - 1) else {
      return say("The question has \(open.question.subAsks.count) sub-asks.", as: .note)
    }
    let anchor = TextAnchor(pieces: selection, in: open.answer)
    var isFound = true
    let change = changeWalked { sheet in
      let isSame = sheet.found.contains { $0.ask == ask && $0.anchor == anchor }
      sheet.found.removeAll { $0.ask == ask }
      isFound = !isSame
      if !isSame { sheet.found.append(SubAskFound(ask: ask, anchor: anchor)) }
      sheet.found.sort { $0.ask < $1.ask }
    }
    keep(change.map { [$0] } ?? [])
    say("\(isFound ? "Found" : "Taken back"): \(open.question.subAsks[ask - 1])", as: .note)
  }

  /// The sub-asks of the walked question, from 1, that were neither found nor given up.
  var unplacedAsks: [Int] {
    guard let open = walkedAnswer, let sheet = walkedSheet, !open.question.subAsks.isEmpty else { return [] }
    return (1...open.question.subAsks.count).filter { ask in !sheet.found.contains { $0.ask == ask } }
  }

  /// Notes that the sub-asks without a place are answered nowhere, or takes that back.
  mutating func markNotFound() {
    guard let open = walkedAnswer, let sheet = walkedSheet else { return }
    let left = unplacedAsks
    let given = sheet.found.filter { $0.anchor == nil }.map(\.ask)
    guard !left.isEmpty || !given.isEmpty else {
      let hasAsks = !open.question.subAsks.isEmpty
      return say(
        hasAsks ? "Every sub-ask has a place: its number takes it back." : "The question has no sub-asks.",
        as: .note)
    }
    let change = changeWalked { sheet in
      if left.isEmpty {
        sheet.found.removeAll { $0.anchor == nil }
      } else {
        sheet.found += left.map { SubAskFound(ask: $0, anchor: nil) }
        sheet.found.sort { $0.ask < $1.ask }
      }
    }
    keep(change.map { [$0] } ?? [])
    let words = (left.isEmpty ? given : left).map(String.init).joined(separator: ", ")
    say(left.isEmpty ? "Taken back: \(words)." : "Not found in this answer: \(words).", as: .note)
  }

  /// Leaves the walk for the place in the text, to edit it.
  mutating func editWalkedPlace() {
    guard let open = walkedAnswer, let selection = walkSelection, let first = selection.first else { return }
    guard seesState else {
      return say(
        "Score the question first: beside the text stand coverage and findings, which no evaluator sees.",
        as: .note)
    }
    leaveReview()
    let start = first.range.lowerBound
    reveal(start..<start, of: open.answer[first.place].id, in: open.id)
  }
}

/// Something that stands at a place of the walked text: a comment, a finding or a found sub-ask.
struct WalkMark: Hashable, Sendable {
  /// What tells it from others of the answer.
  var id: String
  var kind: Kind
  /// `nil` for what is about the whole answer, or whose words are gone.
  var block: BlockID?
  /// `nil` for the whole block.
  var range: Range<Int>?
  var words: String

  /// What stands there.
  enum Kind: Hashable, Sendable {
    case comment(ReviewComment.Kind)
    case finding
    case found(Int)

    /// Whether it is what somebody said.
    var isComment: Bool { if case .comment = self { true } else { false } }
  }

  /// Whether it is about a stop's words.
  func covers(_ stop: WalkStop) -> Bool {
    guard block == stop.block else { return false }
    guard let range else { return true }
    return range.lowerBound < stop.source.upperBound
      && stop.source.lowerBound < max(range.upperBound, range.lowerBound + 1)
  }

  /// The sign in the margin.
  var sign: String {
    switch kind {
    case .comment(let kind): kind.sign
    case .finding: "▲"
    case .found(let ask): String(ask)
    }
  }
}

extension WorkbenchState {
  /// What stands in the margin of the walked text, as far as the reviewer may see it.
  var walkMarks: [WalkMark] {
    guard let review = session.review, let walk = reviewing.walk, let open = walkedAnswer else { return [] }
    var marks: [WalkMark] = []
    let own = review.mine(walk.round, open.reviewKey)
    for found in own.found {
      guard let place = found.anchor?.place(in: open.answer), let block = place.block, let range = place.range
      else { continue }
      marks.append(
        WalkMark(id: "found \(found.ask)", kind: .found(found.ask), block: block, range: range, words: ""))
    }
    let sheets = seesState ? review.book.visibleSheets(on: open.reviewKey, as: review.me) : [own]
    for sheet in sheets {
      for comment in sheet.comments where !comment.isWithdrawn {
        let place = comment.anchor.place(in: open.answer)
        let state = place.state == .anchored ? "" : " (\(place.state.rawValue))"
        let whole = comment.anchor.part.isEmpty && !comment.anchor.isOfText ? ", on the answer" : ""
        marks.append(
          WalkMark(
            id: "\(sheet.round) \(comment.id)", kind: .comment(comment.kind), block: place.block,
            range: place.range,
            words: "\(review.name(of: sheet.person)), \(comment.kind.rawValue)\(whole)\(state):"
              + " \(comment.text)"))
      }
    }
    guard seesState else { return marks }
    for (index, finding) in session.siftedFindings(of: open).shown.enumerated() {
      guard let block = finding.place?.block else { continue }
      marks.append(
        WalkMark(
          id: "finding \(index)", kind: .finding, block: block, range: finding.place?.range,
          words: finding.message))
    }
    return marks
  }
}
