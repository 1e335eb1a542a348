import BidModel

/// The scores, reasons and comments of a bid's reviews, as one reader may see them.
package struct ReviewReport: Sendable {
  let title: String
  let round: String?
  let projection: ScoreProjection?
  /// Scores handed in that the reader may see, in the order of the questions.
  let scores: [Score]
  let agreed: [Agreed]
  /// How far apart the scores are that the reader may see, where several were handed in.
  let spreads: [Spread]
  let fixes: [FixItem]
  /// Comments that ask for nothing: praise.
  let praise: [(question: String, round: String, person: String, comment: ReviewComment)]
  /// Where reviewers found the answer to each sub-ask.
  let found: [FoundPlace]
  let names: [String: String]
  let titles: [String: String]

  /// One score, or one of a criterion.
  struct Score: Sendable {
    var round: String
    var question: String
    var person: String
    var score: QuestionScore
    /// When it was handed in.
    var at: String
  }

  /// The highest score of a question less the lowest.
  struct Spread: Sendable {
    var round: String
    var question: String
    var spread: Double
  }

  /// An agreed score.
  struct Agreed: Sendable {
    var round: String
    var question: String
    var person: String
    var moderation: Moderation
  }

  /// - Parameters:
  ///   - only: The round to speak of; `nil` for all.
  ///   - showsAll: Whether what is still hidden from the reader is shown too, for the frozen record.
  /// - Complexity: O(*n*) in the sheets and comments.
  package init(_ session: BidSession, _ review: ReviewContext, only: String? = nil, showsAll: Bool = false) {
    title = session.heading.line
    round = only ?? review.scoredRound
    let isScored = round.map { review.book.round($0).isScored } ?? false
    projection = (isScored ? round : nil).map {
      review.projection(of: session.answers, in: $0, showsAll: showsAll)
    }
    var scores: [Score] = []
    var agreed: [Agreed] = []
    var spreads: [Spread] = []
    var praise: [(question: String, round: String, person: String, comment: ReviewComment)] = []
    for open in session.answers {
      let key = open.reviewKey
      for sheet in review.book.sheets(on: key, in: only)
      where showsAll || review.book.canSee(sheet, as: review.me) {
        scores += sheet.scores.map {
          Score(round: sheet.round, question: key, person: sheet.person, score: $0, at: sheet.submitted)
        }
        praise += sheet.comments.filter { $0.kind == .praise && !$0.isWithdrawn }.map {
          (key, sheet.round, sheet.person, $0)
        }
      }
      for round in review.book.rounds where only == nil || round.id == only {
        let seen = review.book.sheets(on: key, in: round.id).filter {
          !$0.submitted.isEmpty && (showsAll || review.book.canSee($0, as: review.me))
        }.compactMap(\.meanScore)
        if seen.count > 1, let high = seen.max(), let low = seen.min() {
          spreads.append(Spread(round: round.id, question: key, spread: high - low))
        }
      }
      for round in review.book.rounds where only == nil || round.id == only {
        agreed += review.book.moderations(of: key, in: round.id, seenBy: showsAll ? nil : review.me).map {
          Agreed(round: round.id, question: key, person: $0.person, moderation: $0.1)
        }
      }
    }
    self.scores = scores
    self.agreed = agreed
    self.spreads = spreads
    self.praise = praise
    found = session.answers.flatMap { review.foundPlaces(of: $0, in: only, showsAll: showsAll) }
    let seen =
      showsAll
      ? review.book.sheets.flatMap { sheet in
        sheet.comments.filter { $0.kind != .praise }.map { review.book.item(for: $0, of: sheet) }
      } : review.book.fixes(seenBy: review.me)
    fixes = seen.filter { only == nil || $0.round == only }
    names = Dictionary(review.people.map { ($0.id, $0.name) }) { first, _ in first }
    titles = Dictionary(session.answers.map { ($0.reviewKey, $0.name) }) { first, _ in first }
  }

  /// The projection's lines: total, minimums, where the next mark is worth most.
  var projectionLines: [String] {
    guard let projection, let round, projection.rows.contains(where: { $0.score != nil }) else { return [] }
    var lines = [
      "\(round.capitalized) round: \(projection.total.short) of \(projection.scoredWeight.short) weighted marks scored"
        + " so far, of \(projection.weight.short)."
    ]
    if let share = projection.qualityShare {
      lines.append(
        "Quality is \(share.short)% of the award: \((projection.total * share / 100).short)% so far.")
    }
    for row in projection.failures {
      lines.append(
        row.isPassFail
          ? "\(row.question) fails: it is marked pass or fail."
          : "\(row.question) is below its minimum: \(row.score?.short ?? "–") of at least \(row.minimum?.short ?? "")."
      )
    }
    for row in projection.nextMarks.prefix(3) {
      lines.append(
        "The next mark on \(row.question) (now \(row.score?.short ?? "–") of \(row.highest.short)) is worth"
          + " \(row.nextMark.short).")
    }
    return lines
  }
}

extension Double {
  /// At most two places after the point.
  var short: String { ((self * 100).rounded() / 100).plain }
}
