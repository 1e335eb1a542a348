import BidModel
import BidStorage

/// Who may do what in a review: each rule once, for the command line and the screen.
extension ReviewContext {
  /// Why the person may not let a point of the gate pass; `nil` when they may.
  ///
  /// The bid manager may, and anybody where the bid names none.
  package var waiverRefusal: String? {
    let managers = bid.people(in: .bidManager)
    guard !managers.isEmpty, !managers.contains(me) else { return nil }
    return
      "Only the bid manager lets a point pass: that is \(names(of: managers)), and you are \(name(of: me))."
  }

  /// Why the person may not agree a score of a question; `nil` when they may.
  ///
  /// A score is agreed by who has seen what was given: not before somebody has handed in, and not by a reviewer
  /// who still owes their own.
  package func agreementRefusal(of open: OpenAnswer, in round: String) -> String? {
    let key = open.reviewKey
    if book.isHidden(key, in: round, from: me) {
      return
        "You have not handed in your own score of \(key) in the \(round) round: until then the others' are"
        + " hidden, and none is agreed."
    }
    guard book.handedIn(key, in: round, seenBy: me).isEmpty else { return nil }
    return "Nobody has handed in a score of \(key) in the \(round) round yet: there is nothing to agree on."
  }

  /// Why the person may not say that comments were dealt with; `nil` when they may.
  ///
  /// Who made a comment may always; nobody else may who said themselves that it is done, or who writes the
  /// answer.
  ///
  /// - Parameter writer: Who writes the answer; `nil` for nobody named.
  package func verificationRefusal(of items: [FixItem], writer: String?) -> String? {
    let own = items.filter { $0.person != me && ($0.resolver == me || writer == me) }
    guard let item = own.first else { return nil }
    let makers = own.map(\.person).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return item.resolver == me
      ? "You dealt with it yourself: \(names(of: makers)) or another reviewer verifies it."
      : "You write this answer: \(names(of: makers)) or another reviewer verifies it."
  }

  /// Why an entry of the audit was written, as far as the person may see it: what others gave and said of a
  /// question is hidden from a reviewer who still owes their own score of it.
  package func why(of entry: AuditEntry) -> String {
    guard entry.act?.tellsOfReview == true, entry.who != me, book.isHidden(entry.question, from: me) else {
      return entry.why
    }
    return "(hidden until you have scored it)"
  }

  /// The answers of a scored, independent round that the person writes themselves: others score those.
  package func ownAnswers(of answers: [OpenAnswer], in round: String) -> [OpenAnswer] {
    let round = book.round(round)
    guard round.isScored, round.isIndependent else { return [] }
    return answers.filter { $0.question.writer == me }
  }

  // MARK: Agreed scores

  /// The change that sets down what was agreed; entries of other criteria stay.
  ///
  /// - Throws: A sentence that says why it cannot be set down.
  package func agreeing(_ agreed: [Agreement], on open: OpenAnswer, in round: String, at: String)
    throws(ReviewRefusal) -> ReviewChange?
  {
    if let refusal = agreementRefusal(of: open, in: round) { throw ReviewRefusal(refusal) }
    let points = scale(of: open.question).points.map(\.score)
    let criteria = open.question.criteria
    var moderations: [Moderation] = []
    for entry in agreed {
      guard criteria.contains(entry.criterion) else {
        throw ReviewRefusal(
          criteria == [""]
            ? "\(open.reviewKey) is scored as a whole, without criteria."
            : "\(open.reviewKey) is scored by criterion: choose one of \(criteria.joined(separator: "; ")).")
      }
      guard let score = entry.score, points.contains(score) else {
        throw ReviewRefusal(
          "Choose an agreed score of the question's scale: \(points.map(\.short).joined(separator: ", ")).")
      }
      let rationale = entry.rationale.trimmingSpaces()
      guard !rationale.isEmpty else { throw ReviewRefusal("Write why this was agreed.") }
      moderations.append(Moderation(criterion: entry.criterion, score: score, rationale: rationale, at: at))
    }
    let words = agreed.map { "\($0.score?.short ?? ""): \($0.rationale)" }.joined(separator: "; ")
    return change(
      round, open.reviewKey, audit: audit(.agree, question: open.reviewKey, why: words, at: at)
    ) { sheet in
      sheet.moderations.removeAll { old in
        !criteria.contains(old.criterion) || moderations.contains { $0.criterion == old.criterion }
      }
      sheet.moderations += moderations
    }
  }

  /// The change that takes back what the person has set down as agreed; an older word of somebody else then
  /// stands again.
  ///
  /// - Throws: A sentence that says why there is nothing to take back.
  package func unagreeing(on open: OpenAnswer, in round: String, at: String) throws(ReviewRefusal)
    -> ReviewChange
  {
    let key = open.reviewKey
    let change = change(
      round, key, audit: audit(.takeBack, question: key, why: "agree: \(round)", at: at)
    ) { $0.moderations = [] }
    if let change { return change }
    let others = book.moderations(of: key, in: round, seenBy: me).map(\.person)
    throw ReviewRefusal(
      others.isEmpty
        ? "No score of \(key) is agreed in the \(round) round."
        : "\(names(of: others)) set down the agreed score of \(key) and can take it back; you can agree another."
    )
  }

  /// A score to be agreed on, as somebody gives it.
  package struct Agreement: Hashable, Sendable {
    /// The buyer's criterion; empty for the question as a whole.
    package var criterion: String
    /// `nil` for something that is no number.
    package var score: Double?
    package var rationale: String

    package init(criterion: String = "", score: Double?, rationale: String) {
      self.criterion = criterion
      self.score = score
      self.rationale = rationale
    }
  }
}

/// Why something cannot be said in a review, in one sentence.
package struct ReviewRefusal: Error, Hashable, Sendable {
  package var words: String

  package init(_ words: String) { self.words = words }
}
