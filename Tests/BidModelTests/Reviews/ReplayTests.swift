import BidModel
import Testing

/// What one window said, said again on what another has written meanwhile.
@Suite struct ReplayTests {
  private static let base: ReviewSheet = {
    var sheet = ReviewSheet(round: "red", person: "joe", question: "2.1")
    sheet.seconds = 60
    sheet.comments = [comment("joe-1", "First.")]
    sheet.found = [SubAskFound(ask: 1, anchor: nil)]
    sheet.resolutions = [ReviewResolution(comment: "ann-1", state: .open, at: "1")]
    return sheet
  }()

  private static func comment(_ id: String, _ text: String) -> ReviewComment {
    ReviewComment(id: id, kind: .fix, text: text, anchor: .answer, at: "1")
  }

  @Test("what both added stands, a comment whose id is taken gets the next, and seconds add up")
  func both() {
    var mine = Self.base
    mine.submitted = "2"
    mine.seconds = 70
    mine.scores = [QuestionScore(score: 2, reason: "r")]
    mine.comments.append(Self.comment("joe-2", "Mine."))
    var theirs = Self.base
    theirs.seconds = 100
    theirs.comments.append(Self.comment("joe-2", "Theirs."))
    theirs.moderations = [Moderation(score: 4, rationale: "x", at: "2")]
    let both = mine.replayed(from: Self.base, onto: theirs)
    #expect(both.submitted == "2" && both.scores.count == 1 && both.moderations.count == 1)
    #expect(both.seconds == 110)
    #expect(both.comments.map(\.id) == ["joe-1", "joe-2", "joe-3"])
    #expect(both.comments.map(\.text) == ["First.", "Theirs.", "Mine."])
  }

  @Test("what was taken out here goes, what was changed here is changed, all else is theirs")
  func changes() {
    var mine = Self.base
    mine.found = []
    mine.comments[0].text = "Reworded."
    mine.resolutions = [ReviewResolution(comment: "ann-1", state: .done, at: "2")]
    var theirs = Self.base
    theirs.found.append(SubAskFound(ask: 2, anchor: nil))
    theirs.replies = [ReviewReply(comment: "ann-1", text: "Yes.", at: "2")]
    let both = mine.replayed(from: Self.base, onto: theirs)
    #expect(both.found.map(\.ask) == [2])
    #expect(both.comments.map(\.text) == ["Reworded."])
    #expect(both.resolutions.map(\.state) == [.done])
    #expect(both.replies == theirs.replies)
    var without = mine
    without.comments = []
    #expect(without.replayed(from: Self.base, onto: theirs).comments.isEmpty)
  }

  @Test("replaying on the sheet it was made from changes nothing, and twice is once but for the time")
  func idempotent() {
    var mine = Self.base
    mine.comments.append(Self.comment("joe-2", "Mine."))
    mine.scores = [QuestionScore(score: 2, reason: "r")]
    #expect(mine.replayed(from: Self.base, onto: Self.base) == mine)
    var held = Self.base
    held.resolutions = [ReviewResolution(comment: "ann-1", state: .done, at: "2")]
    let once = held.replayed(from: Self.base, onto: mine)
    #expect(held.replayed(from: Self.base, onto: once) == once)
    #expect(Self.base.replayed(from: held, onto: once) == mine, "and back again")
  }
}
