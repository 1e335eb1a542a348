import BidModel

/// What people say in a review, as changes of their own sheet.
extension ReviewContext {
  /// The sheet of the person at the keyboard.
  package func mine(_ round: String, _ question: String) -> ReviewSheet { book.sheet(round, me, question) }

  /// Changes one's own sheet, and says what is to be written; `nil` when nothing changed.
  package func change(
    _ round: String, _ question: String, version: ReviewChange.KeptVersion? = nil, audit: AuditEntry? = nil,
    _ edit: (inout ReviewSheet) -> Void
  ) -> ReviewChange? {
    let base = mine(round, question)
    var sheet = base
    edit(&sheet)
    guard sheet != base || version != nil else { return nil }
    return ReviewChange(base: base, sheet: sheet, version: version, audit: audit)
  }

  /// A line of the audit.
  package func audit(
    _ act: AuditEntry.Act, question: String = "", why: String = "", ai: String = "", at: String
  ) -> AuditEntry {
    AuditEntry(at: at, who: me, what: act, question: question, why: why, version: version, ai: ai)
  }

  /// Sets where comments stand, in the person's own sheets.
  package func resolving(
    _ items: [FixItem], as state: ReviewResolution.State, reason: String, at: String
  ) -> [ReviewChange] {
    changes(of: items) { sheet, item in
      let assignee = sheet.resolutions.first { $0.comment == item.comment.id }?.assignee ?? ""
      sheet.resolutions.removeAll { $0.comment == item.comment.id }
      sheet.resolutions.append(
        ReviewResolution(
          comment: item.comment.id, state: state, reason: reason, assignee: assignee, at: at))
    } audit: { items in
      audit(
        state.act, question: items[0].question,
        why: ([items.map(\.comment.id).joined(separator: ", ")] + [reason].filter { !$0.isEmpty })
          .joined(separator: ": "), at: at)
    }
  }

  /// Names who is to see to comments; where they stand stays as it is.
  package func assigning(_ items: [FixItem], to person: String, at: String) -> [ReviewChange] {
    changes(of: items) { sheet, item in
      if let index = sheet.resolutions.firstIndex(where: { $0.comment == item.comment.id }) {
        sheet.resolutions[index].assignee = person
        if sheet.resolutions[index].isAssignment { sheet.resolutions[index].at = at }
      } else {
        sheet.resolutions.append(
          ReviewResolution(comment: item.comment.id, state: .open, assignee: person, at: at))
      }
    } audit: { items in
      audit(
        .assign, question: items[0].question,
        why: "\(items.map(\.comment.id).joined(separator: ", ")): \(person)", at: at)
    }
  }

  /// Says whether comments were dealt with.
  package func verifying(_ items: [FixItem], isFixed: Bool, note: String, at: String) -> [ReviewChange] {
    changes(of: items) { sheet, item in
      sheet.verifications.removeAll { $0.comment == item.comment.id }
      sheet.verifications.append(
        ReviewVerification(comment: item.comment.id, isFixed: isFixed, note: note, at: at))
    } audit: { items in
      audit(
        isFixed ? .verify : .reopen, question: items[0].question,
        why: ([items.map(\.comment.id).joined(separator: ", ")] + [note].filter { !$0.isEmpty })
          .joined(separator: ": "), at: at)
    }
  }

  /// One change for each sheet that the items' comments are answered in.
  private func changes(
    of items: [FixItem], _ edit: (inout ReviewSheet, FixItem) -> Void, audit: ([FixItem]) -> AuditEntry
  ) -> [ReviewChange] {
    var places: [(round: String, question: String)] = []
    for item in items where !places.contains(where: { $0 == (item.round, item.question) }) {
      places.append((item.round, item.question))
    }
    return places.compactMap { place in
      let own = items.filter { ($0.round, $0.question) == place }
      return change(place.round, place.question, audit: audit(own)) { sheet in
        for item in own { edit(&sheet, item) }
      }
    }
  }

  /// Takes back one's own verification of comments.
  package func unverifying(_ items: [FixItem], at: String) -> [ReviewChange] {
    changes(of: items) { sheet, item in
      sheet.verifications.removeAll { $0.comment == item.comment.id }
    } audit: { items in
      audit(
        .takeBack, question: items[0].question,
        why: "verify: " + items.map(\.comment.id).joined(separator: ", "), at: at)
    }
  }

  /// What the scores of a round come to, as far as the person may see them.
  ///
  /// - Parameter showsAll: Whether what is hidden from the person counts too, for the frozen record.
  package func projection(of answers: [OpenAnswer], in round: String, showsAll: Bool = false)
    -> ScoreProjection
  {
    ScoreProjection(
      answers.map { open in
        ScoreProjection.Entry(
          question: open.reviewKey, title: open.question.title, weight: open.question.weight ?? 0,
          minimum: open.question.minimumScore.map(Double.init), isPassFail: open.question.isPassFail,
          score: book.standingScore(of: open.reviewKey, in: round, seenBy: showsAll ? nil : me),
          scale: scale(of: open.question))
      }, points: bid.points, qualityShare: bid.qualityShare)
  }

  /// The round to project from: the last that is scored and has a score, else the last scored one.
  package var scoredRound: String? {
    let scored = book.rounds.filter(\.isScored)
    return
      (scored.last { round in book.sheets.contains { $0.round == round.id && !$0.scores.isEmpty } }
      ?? scored.last)?.id
  }
}

extension ReviewResolution.State {
  /// What the audit calls setting a comment to this state.
  var act: AuditEntry.Act {
    switch self {
    case .open: .open
    case .done: .done
    case .declined: .declined
    }
  }
}
