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

  /// Notes that the question was opened, with the text as it is.
  mutating func enterQuestion() {
    guard let review = session.review, let walk = reviewing.walk, let open = walkedAnswer else { return }
    let count = walkText?.stops.count ?? 1
    reviewing.walk?.stop = max(0, min(walk.stop, count - 1))
    reviewing.walk?.readAt = eventTime
    let now = reviewStamp
    let isNew = review.mine(walk.round, open.reviewKey).started.isEmpty
    guard isNew else { return }
    let change = review.change(walk.round, open.reviewKey, version: version(of: open, .review)) {
      $0.started = now
    }
    keep(change.map { [$0] } ?? [])
  }

  /// Writes down how long the question was read and at which sentence it was left; on the way out also when,
  /// so that the walk is resumed there.
  mutating func leaveQuestion(goesOn: Bool = false) {
    guard let review = session.review, let walk = reviewing.walk, let open = walkedAnswer else { return }
    let seconds = Int(walk.unwritten.components.seconds)
    reviewing.walk?.unwritten = .zero
    reviewing.walk?.anchor = nil
    let now = reviewStamp
    let change = review.change(walk.round, open.reviewKey) { sheet in
      sheet.seconds += seconds
      if !goesOn { sheet.left = now }
      sheet.reached = walk.stop
    }
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

  /// Moves by sentences; `extending` selects on the way, over as many paragraphs as it takes.
  mutating func moveStop(by step: Int, extending: Bool) {
    guard let walk = reviewing.walk, let stops = walkText?.stops, !stops.isEmpty else { return }
    reviewing.walk?.anchor = extending ? walk.anchor ?? walk.stop : nil
    reviewing.walk?.stop = max(0, min(stops.count - 1, walk.stop + step))
  }

  /// Goes to another part, question by question when the parts are at their end.
  mutating func movePart(by step: Int) {
    guard let walk = reviewing.walk, let text = walkText, !text.parts.isEmpty else { return }
    let part = text.part(ofStop: walk.stop) + step
    guard text.parts.indices.contains(part) else { return say("There is no other part that way.", as: .note) }
    reviewing.walk?.anchor = nil
    reviewing.walk?.stop = min(text.parts[part].stop, max(0, text.stops.count - 1))
  }

  /// Goes to another question.
  mutating func moveQuestion(to index: Int) {
    guard session.answers.indices.contains(index) else {
      return say("There is no other question that way.", as: .note)
    }
    leaveQuestion(goesOn: true)
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

  /// Goes to the next comment or finding of the question, in the order of the text.
  mutating func moveToMark(_ kind: WalkMark.Kind, by step: Int) {
    guard let walk = reviewing.walk, let stops = walkText?.stops else { return }
    if kind == .finding && !seesState { return say("Findings are shown once you have scored.", as: .note) }
    let marked = walkMarks.filter { kind == .finding ? $0.kind == .finding : $0.kind != .finding }
    let places = Set(marked.flatMap { mark in stops.indices.filter { mark.covers(stops[$0]) }.prefix(1) })
      .sorted()
    let next =
      step > 0
      ? places.first { $0 > walk.stop } ?? places.first : places.last { $0 < walk.stop } ?? places.last
    guard let next else { return say("There is none in this answer.", as: .note) }
    reviewing.walk?.anchor = nil
    reviewing.walk?.stop = next
    if let mark = marked.first(where: { $0.covers(stops[next]) }) { say(mark.words, as: .note) }
  }

  /// The bytes of each block that are selected, or the sentence in hand; `nil` when nothing is written.
  var walkSelection: [(place: BlockPlace, range: Range<Int>)]? {
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
    guard let review = session.review, let walk = reviewing.walk, let open = walkedAnswer,
      let selection = walkSelection
    else { return }
    guard open.question.subAsks.indices.contains(ask - 1) else {
      return say("The question has \(open.question.subAsks.count) sub-asks.", as: .note)
    }
    let anchor = TextAnchor(pieces: selection, in: open.answer)
    var isFound = true
    let change = review.change(walk.round, open.reviewKey) { sheet in
      let isSame = sheet.found.contains { $0.ask == ask && $0.anchor == anchor }
      sheet.found.removeAll { $0.ask == ask }
      isFound = !isSame
      if !isSame { sheet.found.append(SubAskFound(ask: ask, anchor: anchor)) }
      sheet.found.sort { $0.ask < $1.ask }
    }
    keep(change.map { [$0] } ?? [])
    say("\(isFound ? "Found" : "Taken back"): \(open.question.subAsks[ask - 1])", as: .note)
  }

  /// Leaves the walk for the place in the text, to edit it.
  mutating func editWalkedPlace() {
    guard let open = walkedAnswer, let selection = walkSelection else { return }
    leaveReview()
    reveal(selection.map { .init(block: open.answer[$0.place].id, range: $0.range) }, in: open.id)
  }
}

/// Something that stands at a place of the walked text: a comment, a finding or a found sub-ask.
struct WalkMark: Hashable, Sendable {
  var kind: Kind
  var block: BlockID
  /// `nil` for the whole block.
  var range: Range<Int>?
  var words: String

  /// What stands there.
  enum Kind: Hashable, Sendable {
    case comment(ReviewComment.Kind)
    case finding
    case found(Int)
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
      marks.append(WalkMark(kind: .found(found.ask), block: block, range: range, words: ""))
    }
    let sheets = seesState ? review.book.visibleSheets(on: open.reviewKey, as: review.me) : [own]
    for sheet in sheets {
      for comment in sheet.comments {
        let place = comment.anchor.place(in: open.answer)
        guard let block = place.block else { continue }
        let state = place.state == .anchored ? "" : " (\(place.state.rawValue))"
        marks.append(
          WalkMark(
            kind: .comment(comment.kind), block: block, range: place.range,
            words: "\(review.name(of: sheet.person)), \(comment.kind.rawValue)\(state): \(comment.text)"))
      }
    }
    guard seesState else { return marks }
    for finding in session.siftedFindings(of: open).shown {
      guard let block = finding.place?.block else { continue }
      marks.append(
        WalkMark(kind: .finding, block: block, range: finding.place?.range, words: finding.message))
    }
    return marks
  }
}
