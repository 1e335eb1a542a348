import BidModel
import Testing

/// Who sees what, what is to be fixed, and what the scores come to.
@Suite struct ReviewBookTests {
  private static let red = ReviewRound(
    id: "red", title: "Red", who: "", asks: [], isIndependent: true, isScored: true)

  private static func sheet(
    _ person: String, score: Double? = nil, comments: [(String, String)] = [], submitted: Bool = false
  ) -> ReviewSheet {
    var sheet = ReviewSheet(round: "red", person: person, question: "2.1")
    sheet.started = "1"
    if let score { sheet.scores = [QuestionScore(score: score, reason: "r")] }
    if submitted { sheet.submitted = "2" }
    sheet.comments = comments.enumerated().map { index, comment in
      ReviewComment(
        id: "\(person)-\(index + 1)", kind: .fix, text: comment.1,
        anchor: TextAnchor(part: "evidence", block: comment.0, quote: "q"), at: "2")
    }
    return sheet
  }

  @Test(
    "in an independent round others' words stay hidden until one's own are handed in",
    arguments: [
      ("joe", false, false), ("joe", true, true), ("priya", false, true), ("ann", false, true),
    ])
  func hidden(_ reader: String, _ hasSubmitted: Bool, _ sees: Bool) {
    let ann = Self.sheet("ann", score: 4, submitted: true)
    var book = ReviewBook(sheets: [ann], rounds: [Self.red], reviewers: ["ann", "joe"])
    if hasSubmitted { book.keep(Self.sheet("joe", score: 2, submitted: true)) }
    #expect(book.canSee(ann, as: reader) == sees)
  }

  @Test("who has only opened a round reviews nothing, and sees what was handed in")
  func opened() {
    let ann = Self.sheet("ann", score: 4, submitted: true)
    var book = ReviewBook(sheets: [ann, Self.sheet("priya")], rounds: [Self.red], reviewers: ["ann"])
    #expect(book.canSee(ann, as: "priya"))
    var marked = Self.sheet("priya")
    marked.found = [SubAskFound(ask: 1, anchor: nil)]
    book.keep(marked)
    #expect(!book.canSee(ann, as: "priya"))
  }

  @Test(
    "scores, spread and what was agreed are hidden with the sheets, from who owes their own alone",
    arguments: [("joe", true), ("ann", false), ("priya", false)])
  func independence(_ reader: String, _ isHidden: Bool) {
    var ann = Self.sheet("ann", score: 4, submitted: true)
    var bea = Self.sheet("bea", score: 2, submitted: true)
    var book = ReviewBook(sheets: [ann, bea], rounds: [Self.red], reviewers: ["ann", "joe", "bea"])
    #expect((book.standingScore(of: "2.1", in: "red", seenBy: reader) == nil) == isHidden)
    #expect((book.spread(of: "2.1", in: "red", seenBy: reader) == nil) == isHidden)
    ann.moderations = [Moderation(score: 3, rationale: "Agreed.", at: "5")]
    bea.moderations = [Moderation(score: 1, rationale: "Older.", at: "4")]
    book.keep(ann)
    book.keep(bea)
    let agreed = book.moderations(of: "2.1", in: "red", seenBy: reader).map(\.1.score)
    #expect(agreed == (isHidden ? [] : [3]))
    #expect(book.standingScore(of: "2.1", in: "red", seenBy: reader) == (isHidden ? nil : 3))
    #expect(book.standingScore(of: "2.1", in: "red", seenBy: nil) == 3, "the record holds all")
  }

  @Test("what nobody handed in is seen by its author alone")
  func unsubmitted() {
    let ann = Self.sheet("ann", score: 4)
    let book = ReviewBook(sheets: [ann], rounds: [Self.red])
    #expect(book.canSee(ann, as: "ann"))
    #expect(!book.canSee(ann, as: "priya"))
    #expect(book.standingScore(of: "2.1", in: "red", seenBy: nil) == nil)
  }

  @Test(
    "a fix is open, done, verified or declined by what was said last, the reviewer's word before the writer's"
  )
  func fixes() throws {
    let ann = Self.sheet("ann", comments: [("b", "Name the board.")], submitted: true)
    var book = ReviewBook(sheets: [ann], rounds: [Self.red], reviewers: ["ann"])
    let status = { (book: ReviewBook) in book.fixes(seenBy: "priya").map(\.status) }
    #expect(status(book) == [.open])
    var priya = ReviewSheet(round: "red", person: "priya", question: "2.1")
    priya.resolutions = [ReviewResolution(comment: "ann-1", state: .done, at: "3")]
    book.keep(priya)
    #expect(status(book) == [.done])
    var verified = ann
    verified.verifications = [ReviewVerification(comment: "ann-1", isFixed: false, note: "No name.", at: "3")]
    book.keep(verified)
    #expect(status(book) == [.open])
    #expect(book.openRequiredFixes.map(\.note) == ["ann: not fixed yet. No name."])
    priya.resolutions.append(ReviewResolution(comment: "ann-1", state: .declined, reason: "Secret", at: "4"))
    book.keep(priya)
    #expect(status(book) == [.declined])
    #expect(book.openRequiredFixes.isEmpty)
  }

  @Test("a withdrawn fix blocks nothing, whatever was said of it before, and keeps what was answered")
  func withdrawn() {
    var ann = Self.sheet("ann", comments: [("b", "Name the board.")], submitted: true)
    var priya = ReviewSheet(round: "red", person: "priya", question: "2.1")
    priya.replies = [ReviewReply(comment: "ann-1", text: "Which?", at: "3")]
    ann.comments[0].withdrawn = "4"
    let book = ReviewBook(sheets: [ann, priya], rounds: [Self.red], reviewers: ["ann"])
    #expect(book.fixes(seenBy: "priya").map(\.status) == [.withdrawn])
    #expect(book.fixes(seenBy: "priya")[0].replies.map(\.text) == ["Which?"])
    #expect(book.openRequiredFixes.isEmpty)
    #expect(book.answerers(of: "ann-1", on: "2.1", in: "red") == ["priya"])
  }

  @Test("near-identical comments of several reviewers on one block are one entry")
  func groups() {
    let book = ReviewBook(
      sheets: [
        Self.sheet(
          "ann", comments: [("b", "Name the board that reviews these figures."), ("b", "Too long.")],
          submitted: true),
        Self.sheet(
          "joe", comments: [("b", "Please name the board that reviews figures"), ("c", "Too long.")],
          submitted: true),
      ], rounds: [Self.red])
    let groups = FixGroup.grouping(book.fixes(seenBy: "priya"))
    #expect(groups.map(\.people) == [["ann", "joe"], ["ann"], ["joe"]])
  }

  private static let scale = ScoringScale(
    id: "s", title: "S",
    points: [0, 1, 2, 3, 4, 5].map { ScoringScale.Point(score: $0, word: "", descriptor: "") })

  @Test("scores come to weighted marks by the bid's own steps, and the next mark is worth weight times step")
  func projection() throws {
    let steps = PointsToPercent([
      .init(score: 0, percent: 0), .init(score: 3, percent: 50), .init(score: 5, percent: 100),
    ])
    let projection = ScoreProjection(
      [
        .init(question: "1", title: "", weight: 20, minimum: 3, score: 2, scale: Self.scale),
        .init(question: "2", title: "", weight: 40, score: 4, scale: Self.scale),
        .init(question: "3", title: "", weight: 40, score: nil, scale: Self.scale),
        .init(question: "4", title: "", weight: 0, minimum: 1, isPassFail: true, score: 0, scale: Self.scale),
      ], points: steps, qualityShare: 60)
    #expect(abs(projection.total - (20 * 100.0 / 3 / 100 + 40 * 0.75)) < 1e-9)
    #expect(projection.scoredWeight == 60)
    #expect(projection.failures.map(\.question) == ["1", "4"])
    #expect(projection.nextMarks.map(\.question) == ["2", "1"])
    #expect(abs(projection.nextMarks[0].nextMark - 10) < 1e-9)
    #expect(PointsToPercent().percent(of: 4, on: Self.scale) == 80)
  }

  @Test("an agreed score stands before the mean of those handed in")
  func moderation() {
    var ann = Self.sheet("ann", score: 4, submitted: true)
    let joe = Self.sheet("joe", score: 1, submitted: true)
    var book = ReviewBook(sheets: [ann, joe], rounds: [Self.red])
    #expect(book.standingScore(of: "2.1", in: "red", seenBy: nil) == 2.5)
    #expect(book.spread(of: "2.1", in: "red", seenBy: nil) == 3)
    ann.moderations = [Moderation(score: 3, rationale: "Agreed.", at: "5")]
    book.keep(ann)
    #expect(book.standingScore(of: "2.1", in: "red", seenBy: nil) == 3)
  }
}
