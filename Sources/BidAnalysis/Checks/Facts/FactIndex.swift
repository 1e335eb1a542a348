import BidModel

/// The facts of every block by what they are about, and what the checks say of them.
///
/// Setting a block's facts takes away what the old ones had added. A key is judged again when a fact of
/// it was added, removed or moved; so the cost of an edit follows the block and the places that speak of
/// the same things, not the bid. After ``refresh(_:answers:)`` the findings equal those of a fresh index
/// of the same blocks.
///
/// Limitations: one key with very many uses is judged whole each time; checks choose their keys so that
/// this stays rare.
package struct FactIndex: Sendable {
  /// What facts are about.
  package struct Key: Hashable, Sendable {
    /// The check's id.
    package var check: String
    package var key: String
    /// The answer within which facts are compared; `nil` for the whole bid.
    package var answer: AnswerID?
  }

  private var facts: [AnswerID: [BlockID: [Key: [CheckFact]]]] = [:]
  private var blocks: [Key: Set<Spot>] = [:]
  private var dirty: Set<Key> = []
  private var questions: [AnswerID: Question] = [:]
  /// Keys that are judged without any fact, of each answer.
  private var standing: [AnswerID: Set<Key>] = [:]
  private var found: [Key: [Finding]] = [:]
  private var byAnswer: [AnswerID: [Key: [Finding]]] = [:]
  /// The blocks of each answer as they stood when they last changed places.
  private var orders: [AnswerID: [BlockID]] = [:]

  private struct Spot: Hashable, Sendable {
    var answer: AnswerID
    var block: BlockID
  }

  package init() {}

  /// Replaces the facts of one block.
  ///
  /// - Complexity: O(*f*) in the facts of the block, old and new.
  package mutating func set(_ new: [Key: [CheckFact]], for block: BlockID, in answer: AnswerID) {
    let old = facts[answer]?[block] ?? [:]
    guard old != new else { return }
    let spot = Spot(answer: answer, block: block)
    for (key, value) in old where new[key] != value {
      dirty.insert(key)
      if new[key] == nil { remove(spot, from: key) }
    }
    for (key, value) in new where old[key] != value {
      dirty.insert(key)
      if old[key] == nil { blocks[key, default: []].insert(spot) }
    }
    facts[answer, default: [:]][block] = new.isEmpty ? nil : new
  }

  /// Forgets the blocks of `answer` that are not among `kept`, and where the others have changed places,
  /// judges what several of them speak of again.
  ///
  /// - Parameter kept: The answer's blocks in the order of its text.
  /// - Complexity: O(*b*) in the blocks; O(*f*) in the facts of the answer when blocks have changed places.
  package mutating func keepOnly(_ kept: [BlockID], of answer: AnswerID) {
    let present = Set(kept)
    for block in facts[answer]?.keys.filter({ !present.contains($0) }) ?? [] {
      set([:], for: block, in: answer)
    }
    if let before = orders[answer]?.filter(present.contains) {
      let known = Set(before)
      if before != kept.filter(known.contains) { markDirty(answer, whereShared: true) }
    } else {
      markDirty(answer, whereShared: true)
    }
    orders[answer] = kept
  }

  /// Forgets an answer.
  package mutating func removeAnswer(_ answer: AnswerID) {
    keepOnly([], of: answer)
    facts[answer] = nil
    orders[answer] = nil
    dirty.formUnion(standing.removeValue(forKey: answer) ?? [])
    questions[answer] = nil
  }

  /// What the checks say of an answer, in no order.
  package func findings(of answer: AnswerID) -> [Finding] {
    byAnswer[answer].map { $0.values.flatMap { $0 } } ?? []
  }

  /// Judges the keys whose facts have changed since the last time.
  ///
  /// - Complexity: O(*u*) in the uses of those keys, and O(*a*) in the number of answers.
  package mutating func refresh(_ checks: Checks, answers: some Collection<Judged>) {
    take(answers, checks: checks)
    guard !dirty.isEmpty else { return }
    let order = Dictionary(uniqueKeysWithValues: answers.enumerated().map { ($1.answer.id, ($0, $1)) })
    // A keystroke in an answer of some length asks for a few places; a paste, or a key that every paragraph speaks
    // of, for so many that they are numbered first.
    var places: [AnswerID: [BlockID: BlockPlace]] = [:]
    let ordered = dirty.filter { checks.factCheck($0.check)?.mindsOrder == true }
    if ordered.reduce(0, { $0 + (blocks[$1]?.count ?? 0) }) > 32 {
      for answer in Set(ordered.flatMap { blocks[$0] ?? [] }.map(\.answer)) {
        places[answer] = order[answer]?.1.answer.placesByBlock
      }
    }
    for key in dirty { judge(key, checks: checks, order: order, places: places) }
    dirty.removeAll(keepingCapacity: true)
    // What is judged now was judged in this order: a later change of places is seen against it.
    for judged in answers where orders[judged.answer.id] == nil {
      orders[judged.answer.id] = judged.answer.parts.flatMap { $0.blocks.map(\.id) }
    }
  }

  /// An answer and its question, as they stand when facts are judged.
  package struct Judged {
    package var answer: Answer
    package var question: Question
    /// What messages call it.
    package var name: String

    package init(_ answer: Answer, question: Question, name: String) {
      self.answer = answer
      self.question = question
      self.name = name
    }
  }

  // MARK: Judging

  private mutating func judge(
    _ key: Key, checks: Checks, order: [AnswerID: (Int, Judged)],
    places: [AnswerID: [BlockID: BlockPlace]]
  ) {
    for finding in found.removeValue(forKey: key) ?? [] {
      if let answer = finding.place?.answer { byAnswer[answer]?[key] = nil }
    }
    let isStanding = key.answer.map { standing[$0]?.contains(key) == true } ?? false
    guard let check = checks.factCheck(key.check), isStanding || blocks[key] != nil else { return }
    let owner = key.answer.flatMap { order[$0]?.1 }
    let findings = checks.weighed(
      check.findings(
        for: key.key, uses: uses(of: key, isOrdered: check.mindsOrder, order: order, places: places),
        in: owner.map { CheckedAnswer(id: $0.answer.id, question: $0.question, context: checks.context) }))
    guard !findings.isEmpty else { return }
    found[key] = findings
    for finding in findings {
      if let answer = finding.place?.answer {
        byAnswer[answer, default: [:]][key, default: []].append(finding)
      }
    }
  }

  /// The facts of a key in the order of the questions and of the text.
  private func uses(
    of key: Key, isOrdered: Bool, order: [AnswerID: (Int, Judged)], places: [AnswerID: [BlockID: BlockPlace]]
  ) -> [FactUse] {
    let spots = blocks[key] ?? []
    guard let answer = key.answer else {
      let answers = Set(spots.map(\.answer)).compactMap { id in order[id].map { (id, $0) } }
      return answers.sorted { $0.1.0 < $1.1.0 }.flatMap { id, known in
        uses(
          of: key, in: id, known.1, spots.lazy.filter { $0.answer == id }.map(\.block), isOrdered: isOrdered,
          places: places[id])
      }
    }
    guard let (_, judged) = order[answer] else { return [] }
    return uses(
      of: key, in: answer, judged, spots.lazy.map(\.block), isOrdered: isOrdered, places: places[answer])
  }

  /// The facts of a key in some blocks of one answer, in the order of its text where the check minds that.
  private func uses(
    of key: Key, in answer: AnswerID, _ judged: Judged, _ blocks: some Sequence<BlockID>, isOrdered: Bool,
    places: [BlockID: BlockPlace]?
  ) -> [FactUse] {
    let own = facts[answer] ?? [:]
    func uses(in block: BlockID) -> [FactUse] {
      (own[block]?[key] ?? []).map { fact in
        FactUse(
          fact, place: Finding.Place(answer: answer, block: block, range: fact.range), answer: judged.name)
      }
    }
    guard isOrdered else { return blocks.flatMap(uses) }
    let placed = blocks.compactMap { block in
      (places.map { $0[block] } ?? judged.answer.place(of: block)).map { (place: $0, block: block) }
    }
    return placed.sorted { $0.place < $1.place }.flatMap { uses(in: $0.block) }
  }

  /// Takes questions that have changed: what is said of their answers is judged again.
  private mutating func take(_ answers: some Collection<Judged>, checks: Checks) {
    for judged in answers where questions[judged.answer.id] != judged.question {
      let id = judged.answer.id
      questions[id] = judged.question
      let keys = checks.standingKeys(of: judged.question, in: id)
      dirty.formUnion(standing[id] ?? [])
      dirty.formUnion(keys)
      standing[id] = keys
      markDirty(id)
    }
  }

  /// Has what an answer speaks of judged again, or only what more than one block speaks of: the order of the
  /// blocks says nothing of the rest.
  private mutating func markDirty(_ answer: AnswerID, whereShared: Bool = false) {
    for keys in (facts[answer] ?? [:]).values {
      dirty.formUnion(whereShared ? keys.keys.filter { (blocks[$0]?.count ?? 0) > 1 } : Array(keys.keys))
    }
  }

  private mutating func remove(_ spot: Spot, from key: Key) {
    blocks[key]?.remove(spot)
    if blocks[key]?.isEmpty == true { blocks[key] = nil }
  }
}
