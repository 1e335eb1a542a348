import BidModel

/// What the gate judges: everything that was read, nothing that it reads itself.
package struct GateInput: Sendable {
  package var bid: Bid
  /// The path of `bid.yaml`.
  package var bidPath: String
  /// The path of `waivers.yaml`.
  package var waiverPath: String
  package var answers: [Answer]
  package var book: ReviewBook
  package var rule: CountRule
  /// What the figures of the answers stand for.
  package var values = KPIValues()
  package var evidence: [Evidence] = []
  /// What is known of each file that a deliverable names, by its name there.
  package var attachments: [String: Attachment] = [:]
  package var waivers: [Waiver] = []
  /// Faults of the bid's own files.
  package var problems: [Finding] = []
  /// Who reads the list: what reviewers ask is named to them only as far as they may see it; `nil` for the
  /// record, which holds all.
  package var reader: String?
  /// The day on which evidence must still hold: `2026-12-11`.
  package var day: String

  package init(
    bid: Bid, bidPath: String, waiverPath: String, answers: [Answer], book: ReviewBook, rule: CountRule,
    day: String
  ) {
    self.bid = bid
    self.bidPath = bidPath
    self.waiverPath = waiverPath
    self.answers = answers
    self.book = book
    self.rule = rule
    self.day = day
  }

  /// An answer with what the checks and the count say of it.
  package struct Answer: Sendable {
    package var answer: BidModel.Answer
    package var question: Question
    /// The question's number, else the file's name.
    package var key: String
    package var count: TextCount
    /// What it would count as by the strictest rule; the same as ``count`` where nothing else is known.
    package var strictCount: TextCount
    /// What the checks say, without what may stand.
    package var findings: [Finding]
    /// Findings that somebody has let stand, with the reason.
    package var ignored: [(finding: Finding, reason: String)]

    package init(
      answer: BidModel.Answer, question: Question, key: String, count: TextCount,
      strictCount: TextCount? = nil, findings: [Finding],
      ignored: [(finding: Finding, reason: String)] = []
    ) {
      self.answer = answer
      self.question = question
      self.key = key
      self.count = count
      self.strictCount = strictCount ?? count
      self.findings = findings
      self.ignored = ignored
    }
  }

  /// A library entry that has a day on which it runs out.
  package struct Evidence: Sendable {
    package var path: String
    package var title: String
    /// As its front matter says: `case`, `certificate`, `policy`.
    package var type: String
    /// `yyyy-mm-dd`.
    package var expires: String
    /// Line of the file that says so, from 1.
    package var line: Int

    package init(path: String, title: String, type: String, expires: String, line: Int) {
      self.path = path
      self.title = title
      self.type = type
      self.expires = expires
      self.line = line
    }
  }

  /// What is known of a file to attach.
  package enum Attachment: Hashable, Sendable {
    case missing
    /// There, its pages uncounted because it is no PDF or none that can be read.
    case present
    /// There, with so many pages.
    case pages(Int)
  }
}
