import BidModel
import BidStorage
import BidTestSupport
import Screen
import Testing

@testable import Workbench

/// What a reviewer must not know before their own score, and what looking makes of nobody.
@Suite struct IndependenceTests {
  private static let bid = "/bids/bids/harbourside-d2a"

  /// The sample bid after Ann has scored 2.1 with 4 and commented, and Morag has set down that as agreed.
  private func scored() throws -> WorkbenchScene {
    let scene = WorkbenchScene.sample()
    var ann = ReviewSheet(round: "red", person: "ann", question: "2.1")
    ann.started = "2026-11-20T10:00:00Z"
    ann.submitted = "2026-11-20T11:00:00Z"
    ann.scores = [QuestionScore(score: 4, reason: "Annreason", lift: "Annlift")]
    ann.comments = [
      ReviewComment(id: "ann-1", kind: .fix, text: "Annfix", anchor: .answer, at: ann.submitted),
      ReviewComment(id: "ann-2", kind: .praise, text: "Annpraise", anchor: .answer, at: ann.submitted),
    ]
    var morag = ReviewSheet(round: "red", person: "morag", question: "2.1")
    morag.moderations = [Moderation(score: 4, rationale: "Moragsays", at: "2026-11-20T12:00:00Z")]
    for sheet in [ann, morag] { scene.put(sheet) }
    return scene
  }

  private func report(_ scene: WorkbenchScene, as person: String, showsAll: Bool = false) throws
    -> [String]
  {
    let bench = try WorkbenchHarness(scene, asked: person)
    let review = try #require(bench.state.session.review)
    let report = ReviewReport(bench.state.session, review, showsAll: showsAll)
    return [report.text, report.markdown, report.html, try report.json(), report.csv]
  }

  @Test("in every format the report tells a reviewer who still owes a score nothing of the others'")
  func report() throws {
    let scene = try scored()
    let words = ["Annreason", "Annlift", "Annfix", "Annpraise", "Moragsays", "now 4 of 5", "\"score\" : 4"]
    for text in try report(scene, as: "joe") {
      for word in words { #expect(!text.contains(word), "\(word) in \(text)") }
    }
    for reader in ["ann", "priya", "morag"] {
      #expect(try report(scene, as: reader).allSatisfy { $0.contains("Moragsays") })
    }
    #expect(try report(scene, as: "joe", showsAll: true).allSatisfy { $0.contains("Moragsays") })
  }

  @Test("where sub-asks were found is told with the scores, and hidden with them")
  func found() throws {
    let scene = try scored()
    let bench = try WorkbenchHarness(scene, asked: "ann")
    var sheet = try #require(bench.state.session.review?.book.sheet("red", "ann", "2.1"))
    sheet.found = [
      SubAskFound(ask: 1, anchor: TextAnchor(part: "our-role")), SubAskFound(ask: 3, anchor: nil),
    ]
    scene.put(sheet)
    let words = ["Referral and triage", "Our Role", "not found"]
    for text in try report(scene, as: "priya") {
      #expect(text.contains("not found") || text.contains("\"ask\" : 3"), "\(text)")
      #expect(text.contains(words[0]) && text.contains(words[1]), "\(text)")
    }
    for text in try report(scene, as: "joe") { #expect(!text.contains("not found"), "\(text)") }
    let priya = try WorkbenchHarness(scene, asked: "priya")
    priya.loop.state.openReview(.scores)
    priya.keys("Down")
    #expect(priya.screen.contains("Referral and triage: Ann Marker in Our Role"), "\(priya.screen)")
  }

  @Test("projection, scores side by side and the gate show nothing of it either")
  func screens() throws {
    let bench = try WorkbenchHarness(try scored(), asked: "joe")
    for screen in [ReviewBox.Screen.projection, .scores, .gate, .fixes, .changes] {
      bench.loop.state.openReview(screen)
      bench.keys("Up")
      for word in ["4/5", "ann 4", "agreed 4", "scored 4", "Moragsays", "Annfix"] {
        #expect(!bench.screen.contains(word), "\(word) in \(screen): \(bench.screen)")
      }
      bench.keys("Esc", "Esc")
    }
    let review = try #require(bench.state.session.review)
    let entry = AuditEntry(at: "", who: "ann", what: .score, question: "2.1", why: "red: 4")
    #expect(!review.why(of: entry).contains("4"))
    let ann = try WorkbenchHarness(try scored(), asked: "ann")
    #expect(ann.state.session.review?.why(of: entry) == "red: 4")
  }

  @Test("a score is agreed by one rule: not before one's own, not on nothing, on the scale and with a reason")
  func agreeing() throws {
    let scene = try scored()
    func refusal(_ person: String, _ question: String, score: Double? = 4, why: String = "x") throws
      -> String?
    {
      let bench = try WorkbenchHarness(scene, asked: person)
      let review = try #require(bench.state.session.review)
      let open = try #require(bench.state.session.answer(reviewedAs: question))
      do throws(ReviewRefusal) {
        _ = try review.agreeing([.init(score: score, rationale: why)], on: open, in: "red", at: "now")
        return nil
      } catch {
        return error.words
      }
    }
    #expect(try refusal("joe", "2.1")?.contains("You have not handed in your own score of 2.1") == true)
    #expect(try refusal("priya", "3.1")?.contains("Nobody has handed in a score of 3.1") == true)
    #expect(try refusal("morag", "2.1", score: 9)?.contains("0, 1, 2, 3, 4, 5") == true)
    #expect(try refusal("morag", "2.1", why: " ") == "Write why this was agreed.")
    #expect(try refusal("morag", "2.1") == nil)
    let joe = try WorkbenchHarness(scene, asked: "joe")
    joe.loop.state.openReview(.scores)
    joe.keys("Down", "Enter")
    #expect(joe.message.contains("You have not handed in your own score of 2.1"))
  }

  @Test("who set an agreed score down takes it back with one key; nobody else does")
  func takingBack() throws {
    let scene = try scored()
    let ann = try WorkbenchHarness(scene, asked: "ann")
    ann.loop.state.openReview(.scores)
    ann.keys("Down", "Delete")
    #expect(ann.message.contains("Morag Deadline set down the agreed score of 2.1"))
    let morag = try WorkbenchHarness(scene, asked: "morag")
    morag.loop.state.openReview(.scores)
    morag.keys("Down")
    #expect(morag.screen.contains("agreed 4"), "\(morag.screen)")
    morag.keys("Delete")
    #expect(!morag.screen.contains("agreed 4"), "\(morag.screen)")
    #expect(!scene.text(at: "\(Self.bid)/reviews/red/morag/2.1.yaml").contains("Moragsays"))
  }

  @Test("walking and reading writes nothing and makes nobody a reviewer; a writer is asked first")
  func looking() throws {
    let scene = try scored()
    let bench = try WorkbenchHarness(scene, asked: "priya")
    bench.keys("F8", "Down", "Enter")
    #expect(bench.screen.contains("You are down as the writer of 2.1, 2.2, 3.1, 4.1"), "\(bench.screen)")
    bench.keys("Enter")
    #expect(bench.state.reviewing.walk == nil, "the first choice goes back")
    bench.keys("Enter", "Down", "Enter")
    #expect(bench.screen.contains("not handed in"), "\(bench.screen)")
    bench.keys("Right", "Down", "Down", "Right", "Esc", "Esc")
    #expect(!scene.files.files(under: Self.bid).contains { $0.contains("priya") })
    bench.loop.state.openReview(.fixes)
    bench.keys("Up")
    #expect(bench.screen.contains("Annfix"), "\(bench.screen)")
    let session = bench.state.session
    let status = ReviewStatus.text(session, try #require(session.review))
    #expect(!status.contains("Priya Quill  "), "\(status)")
  }

  @Test("reading for a minute is written down, with the text that was read, and still hides nothing")
  func reading() throws {
    let scene = try scored()
    let bench = try WorkbenchHarness(scene, asked: "morag")
    bench.keys("F8", "Down", "Enter", "Down", "Enter")
    while bench.state.walkedAnswer?.reviewKey != "2.1" { bench.keys("Right") }
    bench.pause(.seconds(70))
    bench.keys("Down", "Esc")
    let sheet = try #require(bench.state.session.review?.book.sheet("red", "morag", "2.1"))
    #expect(sheet.seconds >= 70 && !sheet.started.isEmpty && !sheet.version.isEmpty)
    #expect(bench.state.session.review?.book.isHidden("2.1", in: "red", from: "morag") == false)
  }

  @Test("the text beside coverage is not opened from a blind walk before the score")
  func editing() throws {
    let bench = try WorkbenchHarness(.sample(), asked: "ann")
    bench.keys("F8", "Down", "Enter")
    bench.type("e")
    #expect(bench.message.hasPrefix("Score the question first"))
    #expect(bench.state.overlays.count == 1)
  }
}

extension WorkbenchScene {
  /// Puts a person's sheet of the sample bid where it belongs.
  func put(_ sheet: ReviewSheet) {
    let place = ReviewPath(round: sheet.round, person: sheet.person, question: sheet.question)
    put(
      String(decoding: ReviewFile.print(sheet), as: UTF8.self),
      at: "/bids/bids/harbourside-d2a/reviews/\(place.relative)")
  }
}

extension MemoryFileSystem {
  /// The paths of all files in a folder and below it.
  func files(under folder: String) -> [String] {
    ((try? list(folder)) ?? []).flatMap { name -> [String] in
      let path = FilePath.join(folder, name)
      return bytes(at: path) == nil ? files(under: path) : [path]
    }
  }
}
