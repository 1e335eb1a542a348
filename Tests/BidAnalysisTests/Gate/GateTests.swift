import BidAnalysis
import BidModel
import Testing

/// What stands in the way of submission, and what lets it pass.
@Suite struct GateTests {
  private static func answer(_ text: String) -> Answer {
    Answer(
      id: AnswerID("/bid/answers/2.1.md"),
      parts: [
        Part(
          id: PartID(1), key: "context", title: "Context",
          blocks: [Block(id: BlockID(1), kind: .prose, text: text, source: text + "\n")])
      ])
  }

  /// A gate of one signed answer, with changes.
  private static func gate(
    _ text: String = "Words.", limit: Question.Limit? = nil, findings: [Finding] = [],
    ignored: [(finding: Finding, reason: String)] = [],
    change: (inout GateInput) -> Void = { _ in }
  ) -> Gate {
    let answer = answer(text)
    var question = Question()
    question.limit = limit
    var sheet = ReviewSheet(round: "gold", person: "ann", question: "2.1")
    sheet.signOff = SignOff(fingerprint: Self.answer("Words.").signedFingerprint, at: "2026-11-20T10:00:00Z")
    var input = GateInput(
      bid: Bid(), bidPath: "/bid/bid.yaml", waiverPath: "/bid/waivers.yaml", answers: [],
      book: ReviewBook(sheets: [sheet]), rule: CountRule(id: "r", title: "Rule"), day: "2026-12-11")
    let words = text.split(separator: " ").count
    input.answers = [
      GateInput.Answer(
        answer: answer, question: question, key: "2.1", count: TextCount(words: words, characters: 9),
        findings: findings, ignored: ignored)
    ]
    change(&input)
    return Gate(input)
  }

  private static func finding(_ check: String) -> Finding {
    Finding(
      check: check, severity: .warning, message: "A fault.", fix: "Mend it.",
      place: Finding.Place(answer: AnswerID("/bid/answers/2.1.md"), block: BlockID(1), range: 0..<5))
  }

  @Test("a signed answer of a bid that owes nothing is clear")
  func clear() { #expect(Self.gate().isClear) }

  @Test(
    "findings of these checks block, each at its line; advice on wording does not",
    arguments: [
      ("placeholder-empty", true), ("placeholder-unknown", true), ("kpi-stale", true),
      ("leftover-note", true),
      ("cross-reference", true), ("foreign-name", true), ("sub-ask-unanswered", true),
      ("long-sentence", false), ("over-limit", false),
    ])
  func findings(_ check: String, _ blocks: Bool) {
    let gate = Self.gate(findings: [Self.finding(check)])
    #expect(gate.blocking.map(\.kind.rawValue) == (blocks ? [check] : []))
    #expect(gate.items.allSatisfy { $0.key.hasPrefix("\(check): 2.1: Words @") && $0.line == 1 })
  }

  @Test("what somebody let stand passes with that reason")
  func ignored() {
    let gate = Self.gate(ignored: [(Self.finding("foreign-name"), "Our own study")])
    #expect(gate.isClear)
    #expect(gate.waived.map(\.waiver?.reason) == ["Our own study"])
  }

  @Test("a signature does not hold once a figure that the text quotes is another, and the gate names it")
  func figure() {
    var fact = KPIFact(KPIReference("a.b"))
    fact.value = "24"
    fact.unit = "%"
    var values = KPIValues(register: KPIRegister([fact]))
    let text = "It fell by {{a.b}}."
    var sheet = ReviewSheet(round: "gold", person: "ann", question: "2.1")
    sheet.signOff = SignOff(of: Self.answer(text), values: values, at: "2026-11-20T10:00:00Z")
    let gate = {
      Self.gate(text) { input in
        input.book.keep(sheet)
        input.values = values
      }
    }
    #expect(gate().isClear)
    fact.value = "94"
    values.register = KPIRegister([fact])
    #expect(
      gate().blocking.map(\.message) == [
        "A figure changed since ann signed it on 2026-11-20: a.b was 24%, is 94%. Look at it and sign again."
      ])
    sheet.signOff?.figures = []
    #expect(
      gate().blocking.map(\.message) == [
        "What its figures were was not noted when ann signed it on 2026-11-20. Look at them and sign again."
      ])
  }

  @Test("length and blankness are judged from the count")
  func length() {
    let over = Self.gate("Words.", limit: Question.Limit(amount: 5, unit: .characters))
    #expect(over.blocking.map(\.kind) == [.overLimit])
    #expect(Self.gate("").blocking.map(\.kind) == [.blank, .unsigned])
  }

  /// The bid's rule counts words; the text has 1 word and 9 characters, and 12 as the strictest portal counts.
  @Test(
    "a limit in another unit than the rule's blocks only where a strict portal would not take the text",
    arguments: [
      (Question.Limit(amount: 12, unit: .characters), [] as [GateItem.Kind]),
      (Question.Limit(amount: 11, unit: .characters), [.countRule]),
      (Question.Limit(amount: 9, unit: .characters), [.countRule]),
      (Question.Limit(amount: 8, unit: .characters), [.overLimit]),
      (Question.Limit(amount: 1, unit: .words), []),
    ])
  func otherUnit(_ limit: Question.Limit, _ kinds: [GateItem.Kind]) {
    let gate = Self.gate(limit: limit) { $0.answers[0].strictCount = TextCount(words: 2, characters: 12) }
    #expect(gate.blocking.map(\.kind) == kinds)
  }

  @Test("a limit in pages is not counted: it stands in the gate until somebody has looked")
  func pages() {
    let gate = Self.gate { $0.answers[0].question.pageLimit = 2 }
    #expect(gate.blocking.map(\.key.lastKnown) == ["count-rule: 2.1: 2 pages"])
    #expect(gate.blocking.first?.message.contains("2 pages") == true)
  }

  @Test("every kind of point leads to a file and line, and those of an answer to the answer")
  func everyKind() {
    var reviewer = ReviewSheet(round: "red", person: "joe", question: "2.1")
    reviewer.submitted = "1"
    reviewer.comments = [
      ReviewComment(id: "joe-1", kind: .fix, text: "Say more.", anchor: .answer, at: "1")
    ]
    let checks = [
      "placeholder-empty", "placeholder-unknown", "kpi-stale", "leftover-note", "cross-reference",
      "foreign-name", "sub-ask-unanswered", "file-unreadable", "unplaced-text",
    ]
    let gate = Self.gate(
      "Other words.", limit: Question.Limit(amount: 1, unit: .words), findings: checks.map(Self.finding)
    ) { input in
      input.book.keep(reviewer)
      var blank = input.answers[0]
      blank.count = TextCount()
      blank.question.limit = nil
      blank.question.pageLimit = 1
      input.answers.append(blank)
      input.bid.deliverables = [
        .init(title: "A", owner: "", format: "", isUploaded: false, file: "a.pdf", pages: 1, line: 4)
      ]
      input.bid.clarifications = [.init(id: "Q1", asked: "", text: "", done: "", line: 8)]
      input.evidence = [
        .init(path: "l/iso.md", title: "ISO", type: "certificate", expires: "2026-12-01", line: 3)
      ]
    }
    for kind in GateItem.Kind.allCases {
      let items = gate.items.filter { $0.kind == kind }
      #expect(!items.isEmpty, "\(kind)")
      #expect(items.allSatisfy { !$0.path.isEmpty && $0.line > 0 && $0.blocks }, "\(kind)")
      let isOfBid = [.expiredEvidence, .attachment, .deliverable, .clarification].contains(kind)
      #expect(items.allSatisfy { ($0.answer == nil) == isOfBid }, "\(kind)")
    }
  }

  @Test("a change after the signature, or none at all, blocks and says so")
  func signatures() {
    #expect(Self.gate("Other words.").blocking.map(\.message).first?.contains("changed since ann") == true)
    let unsigned = Self.gate { $0.book = ReviewBook() }
    #expect(unsigned.blocking.map(\.key) == ["unsigned: 2.1"])
  }

  @Test("a required fix blocks until it is done, and leads to its words")
  func fixes() {
    var sheet = ReviewSheet(round: "red", person: "joe", question: "2.1")
    sheet.submitted = "1"
    let anchor = TextAnchor(BlockPlace(part: 0, block: 0), in: Self.answer("Words."))
    sheet.comments = [ReviewComment(id: "joe-1", kind: .fix, text: "Say more.", anchor: anchor, at: "1")]
    let open = Self.gate { $0.book.keep(sheet) }
    #expect(open.blocking.map(\.key) == ["required-fix: 2.1: red: joe-1"])
    #expect(open.blocking.map(\.range) == [0..<6])
    var priya = ReviewSheet(round: "red", person: "priya", question: "2.1")
    priya.resolutions = [ReviewResolution(comment: "joe-1", state: .done, at: "2")]
    let done = Self.gate {
      $0.book.keep(sheet)
      $0.book.keep(priya)
    }
    #expect(done.isClear)
  }

  @Test("deliverables, attachments and clarifications of bid.yaml block at their lines")
  func lists() {
    let gate = Self.gate { input in
      input.bid.deliverables = [
        .init(title: "A", owner: "", format: "", isUploaded: false, line: 4),
        .init(title: "B", owner: "", format: "", isUploaded: true, file: "b.pdf", pages: 2, line: 5),
        .init(title: "C", owner: "", format: "", isUploaded: true, file: "c.pdf", line: 6),
        .init(title: "D", owner: "", format: "", isUploaded: true, file: "d.pdf", pages: 2, line: 7),
      ]
      input.attachments = ["b.pdf": .pages(3), "d.pdf": .pages(2)]
      input.bid.clarifications = [
        .init(id: "Q1", asked: "", text: "", done: "Awaiting a reply", line: 8),
        .init(id: "Q2", asked: "", text: "", done: "Answered", line: 9),
      ]
    }
    #expect(gate.blocking.map(\.line) == [4, 5, 6, 8])
    #expect(gate.blocking.map(\.kind) == [.deliverable, .attachment, .attachment, .clarification])
  }

  @Test("evidence that runs out before the deadline blocks when it is named, certificates always")
  func evidence() {
    let gate = Self.gate { input in
      input.evidence = [
        .init(path: "l/words.md", title: "Words.", type: "case", expires: "2026-12-01", line: 3),
        .init(path: "l/unused.md", title: "Unused", type: "case", expires: "2026-12-01", line: 3),
        .init(path: "l/iso.md", title: "ISO", type: "certificate", expires: "2026-12-01", line: 3),
        .init(path: "l/good.md", title: "Good", type: "policy", expires: "2026-12-11", line: 3),
      ]
    }
    #expect(
      gate.blocking.map(\.key) == [
        "expired-evidence: words.md: 2026-12-01", "expired-evidence: iso.md: 2026-12-01",
      ])
  }

  @Test("a waiver lets one point pass, and of two that nothing tells apart only the one it names")
  func waivers() {
    let two = [Self.finding("foreign-name"), Self.finding("foreign-name")]
    let keys = Self.gate(findings: two).blocking.map(\.key)
    #expect(keys.map { $0.suffix(6) } == ["1 of 2", "2 of 2"])
    let waiver = Waiver(item: keys[1], reason: "r", by: "m", on: "d")
    let gate = Self.gate(findings: two) { $0.waivers = [waiver] }
    #expect(gate.blocking.map(\.key) == [keys[0]])
    #expect(gate.waived.count == 1)
    #expect(gate.staleWaivers.isEmpty)
    let one = Self.gate(findings: [two[0]]) { $0.waivers = [waiver] }
    #expect(one.waived.isEmpty, "it does not slide onto the one that is left")
    #expect(one.staleWaivers == [waiver])
  }

  /// The text's `TODO`s, as the check for leftover notes finds them.
  private static func todos(in text: String) -> Gate {
    let findings = text.ranges(of: "TODO").map { range in
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      return Finding(
        check: "leftover-note", severity: .warning, message: "A note.", fix: "Mend it.",
        place: Finding.Place(answer: AnswerID("/a"), block: BlockID(1), range: start..<start + 4))
    }
    return gate(text, findings: findings)
  }

  @Test(
    "a waiver of words holds after an edit elsewhere, and never for the same words at another place",
    arguments: [
      (
        "Then we soon ring the hospital ward by noon TODO and write it all down. Ask the family TODO again.",
        [0]
      ),
      ("Every day we ring the hospital ward by noon TODO and write it all down. Leave it.", [0]),
      ("Write it all down. Later, ask the family TODO again.", []),
      ("Ring the hospital ward by noon. TODO", []),
    ])
  func sliding(_ edited: String, _ fits: [Int]) throws {
    let text =
      "Then we ring the hospital ward by noon TODO and write it all down. Later, ask the family TODO again."
    let first = try #require(Self.todos(in: text).blocking.first { $0.kind == .leftoverNote })
    let after = Self.todos(in: edited).items.filter { $0.kind == .leftoverNote }
    #expect(after.indices.filter { after[$0].key == first.key } == fits)
  }

  @Test("a waiver holds for the length, the pages and the text that it was given for, and for no other")
  func judged() {
    let limit = Question.Limit(amount: 5, unit: .characters)
    let over = { (count: Int) in
      Self.gate("Words.", limit: limit) { $0.answers[0].count = TextCount(words: 1, characters: count) }
        .blocking.map(\.key)
    }
    #expect(over(9) == ["over-limit: 2.1: 9 of 5 characters"])
    #expect(over(12) != over(9))
    let pages = { (text: String) in
      Self.gate(text) { $0.answers[0].question.pageLimit = 2 }.items.first { $0.kind == .countRule }?.key
    }
    #expect(pages("Words.") == pages("Words."))
    #expect(pages("Words.") != pages("More words."))
    let changed = { (text: String) in Self.gate(text).blocking.first { $0.kind == .unsigned }?.key }
    #expect(changed("Other words.")?.hasPrefix("unsigned: 2.1: changed since ann signed @") == true)
    #expect(changed("Other words.") != changed("Yet other words."))
    #expect(Self.gate { $0.book = ReviewBook() }.blocking.map(\.key) == ["unsigned: 2.1"])
  }

  @Test("to a reviewer who still owes a score, the gate says that a fix is asked for and not what")
  func hiddenFix() {
    var sheet = ReviewSheet(round: "red", person: "ann", question: "2.1")
    sheet.submitted = "1"
    sheet.comments = [ReviewComment(id: "ann-1", kind: .fix, text: "Secret.", anchor: .answer, at: "1")]
    let round = ReviewRound(id: "red", title: "Red", who: "", asks: [], isIndependent: true, isScored: true)
    let message = { (reader: String?) in
      Self.gate { input in
        input.book = ReviewBook(sheets: [sheet], rounds: [round], reviewers: ["ann", "joe"])
        input.reader = reader
      }.items.first { $0.kind == .requiredFix }?.message
    }
    #expect(message("joe")?.contains("Secret") == false)
    for reader in ["ann", "priya", nil] { #expect(message(reader)?.contains("Secret") == true) }
  }

  @Test(
    "a clarification that still waits says so in its own words; one that is actioned is not listed",
    arguments: [
      ("", "Q1 has nothing done about it: May we. Write in"),
      ("Awaiting a reply; as such until then.", "Q1 still waits: ‘done’ says “Awaiting a reply;"),
      ("tbc", "Q1 still waits: ‘done’ says “tbc.” Write"), ("Not yet", "Q1 still waits"),
      ("Waiting for the buyer", "Q1 still waits"), ("Waiting lists taken out of 2.1.", nil),
      ("No change is needed.", nil), ("Answered", nil),
    ] as [(String, String?)])
  func clarifications(_ done: String, _ message: String?) {
    let gate = Self.gate { $0.bid.clarifications = [.init(id: "Q1", asked: "", text: "May we", done: done)] }
    #expect(gate.blocking.count == (message == nil ? 0 : 1))
    #expect(gate.blocking.first?.message.hasPrefix(message ?? "") ?? true, "\(gate.blocking)")
  }
}

extension String {
  /// A key without the digest at its end.
  fileprivate var lastKnown: String { String(prefix { $0 != "@" }).trimmingSpaces() }
}
