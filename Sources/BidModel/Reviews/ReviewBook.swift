/// All sheets of a bid's reviews, and what they come to together.
package struct ReviewBook: Hashable, Sendable {
  /// In the order of rounds, people and questions.
  package private(set) var sheets: [ReviewSheet] = []
  /// The rounds that are known, in their order.
  package var rounds: [ReviewRound] = []
  /// Who is down to review, by the bid's team.
  package var reviewers: Set<String> = []

  package init(sheets: [ReviewSheet] = [], rounds: [ReviewRound] = [], reviewers: Set<String> = []) {
    self.sheets = sheets
    self.rounds = rounds.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
    self.reviewers = reviewers
  }

  /// The sheet of a person on a question; an empty one when they have none.
  ///
  /// - Complexity: O(*n*) in the sheets.
  package func sheet(_ round: String, _ person: String, _ question: String) -> ReviewSheet {
    sheets.first { $0.round == round && $0.person == person && $0.question == question }
      ?? ReviewSheet(round: round, person: person, question: question)
  }

  /// Puts a sheet in the place of the one before it.
  package mutating func keep(_ sheet: ReviewSheet) {
    let isSame = { (other: ReviewSheet) in
      other.round == sheet.round && other.person == sheet.person && other.question == sheet.question
    }
    if let index = sheets.firstIndex(where: isSame) { sheets[index] = sheet } else { sheets.append(sheet) }
  }

  /// The round named `id`; one that no template describes is scored and independent.
  package func round(_ id: String) -> ReviewRound {
    rounds.first { $0.id == id }
      ?? ReviewRound(
        id: id, title: id, who: "", asks: [], isIndependent: true, isScored: true, order: 1_000)
  }

  /// Sheets on a question, in every round or one.
  package func sheets(on question: String, in round: String? = nil) -> [ReviewSheet] {
    sheets.filter { $0.question == question && (round == nil || $0.round == round) }
  }

  /// Whether `person` reviews in a round: who is down to, and who has marked, said or handed in something.
  /// Having opened it makes nobody a reviewer.
  ///
  /// - Complexity: O(*n*) in the sheets.
  package func isReviewer(_ person: String, in round: String) -> Bool {
    reviewers.contains(person)
      || sheets.contains { $0.round == round && $0.person == person && $0.isReviewing }
  }

  /// Whether a sheet is listed as a review that is under way: something was marked, or who is down to review,
  /// or would be if anybody were, has opened it.
  package func hasBegun(_ sheet: ReviewSheet) -> Bool {
    sheet.isReviewing
      || (!sheet.started.isEmpty && (reviewers.isEmpty || reviewers.contains(sheet.person)))
  }

  /// Whether what others gave and said of a question in a round is still hidden from `person`: scores are
  /// independent, and their own is not handed in.
  ///
  /// Writers and the bid manager score nothing and wait for nothing.
  package func isHidden(_ question: String, in round: String, from person: String) -> Bool {
    self.round(round).isIndependent && sheet(round, person, question).submitted.isEmpty
      && isReviewer(person, in: round)
  }

  /// Whether anything of a question is still hidden from `person`, in any round.
  package func isHidden(_ question: String, from person: String) -> Bool {
    let all = Set(rounds.map(\.id) + sheets.map(\.round))
    return all.contains { isHidden(question, in: $0, from: person) }
  }

  /// Whether `person` may read what `sheet` says: their own always; another's once it is handed in and,
  /// where scores are independent, once they have handed in their own.
  package func canSee(_ sheet: ReviewSheet, as person: String) -> Bool {
    guard sheet.person != person, round(sheet.round).isIndependent, sheet.isReviewing else { return true }
    return !sheet.submitted.isEmpty && !isHidden(sheet.question, in: sheet.round, from: person)
  }

  /// The sheets on a question that `person` may read.
  package func visibleSheets(on question: String, as person: String, in round: String? = nil)
    -> [ReviewSheet]
  {
    sheets(on: question, in: round).filter { canSee($0, as: person) }
  }

  /// The newest sign-off of a question, with who gave it.
  package func signOff(of question: String) -> (person: String, signOff: SignOff)? {
    sheets(on: question).compactMap { sheet in sheet.signOff.map { (sheet.person, $0) } }
      .max { ($0.1.at, $0.0) < ($1.1.at, $1.0) }
  }

  /// The newest agreed scores of a question in a round, by criterion, with who set them down.
  ///
  /// - Parameter reader: Who may see them only once the question is not hidden from them; `nil` for the
  ///   record, which holds all.
  package func moderations(of question: String, in round: String, seenBy reader: String?)
    -> [(person: String, Moderation)]
  {
    if let reader, isHidden(question, in: round, from: reader) { return [] }
    let all = sheets(on: question, in: round).flatMap { sheet in
      sheet.moderations.map { (person: sheet.person, $0) }
    }
    var newest: [String: (person: String, Moderation)] = [:]
    for entry in all {
      guard let other = newest[entry.1.criterion] else {
        newest[entry.1.criterion] = entry
        continue
      }
      if (other.1.at, other.person) < (entry.1.at, entry.person) { newest[entry.1.criterion] = entry }
    }
    return newest.values.sorted { $0.1.criterion < $1.1.criterion }
  }

  /// The score of a question in a round as it stands: the agreed one, else the mean of those handed in.
  ///
  /// - Parameter reader: Who sees none while the question is hidden from them; `nil` for the record.
  package func standingScore(of question: String, in round: String, seenBy reader: String?) -> Double? {
    let agreed = moderations(of: question, in: round, seenBy: reader).map(\.1.score)
    if !agreed.isEmpty { return agreed.reduce(0, +) / Double(agreed.count) }
    let scores = handedIn(question, in: round, seenBy: reader).compactMap(\.meanScore)
    return scores.isEmpty ? nil : scores.reduce(0, +) / Double(scores.count)
  }

  /// The difference between the highest and the lowest score handed in; `nil` for fewer than two.
  ///
  /// - Parameter reader: Who sees none while the question is hidden from them; `nil` for the record.
  package func spread(of question: String, in round: String, seenBy reader: String?) -> Double? {
    let scores = handedIn(question, in: round, seenBy: reader).compactMap(\.meanScore)
    guard scores.count > 1, let high = scores.max(), let low = scores.min() else { return nil }
    return high - low
  }

  /// The sheets on a question with scores that are handed in and may be seen.
  ///
  /// - Parameter reader: Who sees none while the question is hidden from them; `nil` for the record.
  package func handedIn(_ question: String, in round: String, seenBy reader: String?) -> [ReviewSheet] {
    if let reader, isHidden(question, in: round, from: reader) { return [] }
    return sheets(on: question, in: round).filter { !$0.submitted.isEmpty && !$0.scores.isEmpty }
  }
}

extension ReviewSheet {
  /// Whether it holds a review, rather than answers to others' comments alone: something marked, said or
  /// handed in. Having opened the question is none.
  package var isReviewing: Bool {
    !submitted.isEmpty || !scores.isEmpty || !comments.isEmpty || !found.isEmpty
  }
}
