import BidModel

/// Something the bidder has promised: what a contract will hold them to.
package struct Commitment: Hashable, Sendable {
  /// Who does it, as written: `Our Registered Manager`.
  package var who: String
  /// The sentence.
  package var what: String
  /// When or how often, as written; empty when the sentence does not say.
  package var when: [String]
  package var place: Finding.Place
  package var kind: Kind

  /// How it was promised.
  package enum Kind: String, Hashable, Sendable {
    /// With *will* or *shall*.
    case promise
    /// As something that someone of ours does at set times: a buyer holds it to be promised too.
    case routine
  }

  package init(
    who: String, what: String, when: [String], place: Finding.Place, kind: Kind = .promise
  ) {
    self.kind = kind
    self.who = who
    self.what = what
    self.when = when
    self.place = place
  }
}

extension Commitment {
  /// The promises of a block: its sentences in which we, or someone of ours, will or shall do something, or
  /// do it at set times.
  ///
  /// The subject is what stands before *will* in its clause. A promise is one of ours unless the subject is
  /// someone else's (*the council*, *the ICB*, *patients*); what will merely be so (*this will mean*) is none.
  ///
  /// A routine is a sentence with an actor of ours and a cadence, or a term such as *within five working
  /// days*, that tells of no result.
  ///
  /// Limitations: a promise in the present tense without a cadence is not listed, nor one made in the passive
  /// without a *will*; who is outside the bidder's own organisation is known by a short list.
  package static func commitments(in block: CheckedBlock) -> [Commitment] {
    guard block.block.kind != .verbatim else { return [] }
    return zip(block.sentenceWords, block.spokenSentences).compactMap { words, sentence in
      guard let modal = words.first(where: { isModal(at: $0, in: words, of: block) }) else {
        return routine(sentence, words, in: block)
      }
      let subject = subject(before: modal, in: words, of: block)
      guard !subject.isEmpty, isOurs(block.words[subject]) else { return nil }
      guard let who = block.range(of: actor(in: subject, of: block)) else { return nil }
      let read = sentence.signals.filter { $0.signal == .cadence || $0.signal == .timeframe }.map(\.span)
      let times = told(PromisedTime.times(in: words, of: block, beside: read), of: block)
      // "by 1 April 2027" says more than the month that the reading found in it.
      let deadline = deadline(in: words, of: block)
      var dates = times.isEmpty ? deadline.map { [$0] } ?? [] : times
      if let deadline,
        let index = dates.firstIndex(where: { $0.overlaps(deadline) && $0.count < deadline.count })
      {
        dates[index] = deadline
      }
      return Commitment(
        who: owner(block.quote(who)), what: block.quote(sentence.range, limit: 400),
        when: dates.map { block.quote($0) }, place: block.place(sentence.range))
    }
  }

  /// The sentence as a routine: someone of ours, and how often or until when.
  private static func routine(
    _ sentence: SentenceReading, _ words: Range<Int>, in block: CheckedBlock
  ) -> Commitment? {
    let roles = sentence.signals.filter { $0.signal == .role }.map(\.span)
    let cadence = sentence.signals.filter { $0.signal == .cadence }.map(\.span).filter { span in
      !roles.contains { $0.overlaps(span) }
    }
    let times = told(PromisedTime.times(in: words, of: block, beside: cadence), of: block)
    guard !times.isEmpty, !sentence.isAchieved, !sentence.isIntention,
      let end = actorEnd(sentence, words, in: block), !isPast(after: end, in: words, of: block)
    else { return nil }
    let subject = subject(before: end, in: words, of: block)
    guard !subject.isEmpty, isOurs(block.words[subject]),
      let who = block.range(of: actor(in: subject, of: block))
    else { return nil }
    return Commitment(
      who: owner(block.quote(who)), what: block.quote(sentence.range, limit: 400),
      when: times.map { block.quote($0) },
      place: block.place(sentence.range), kind: .routine)
  }

  /// The word behind the name of whoever acts: *the Director of Nursing* ends behind *Nursing*.
  private static func actorEnd(
    _ sentence: SentenceReading, _ words: Range<Int>, in block: CheckedBlock
  ) -> Int? {
    let role = sentence.signals.first { $0.signal == .role }?.span
    let last =
      role.flatMap { role in words.last { block.words[$0].range.lowerBound < role.upperBound } }
      ?? words.first { isActor(block.words[$0].lower) }
    guard var end = last.map({ $0 + 1 }) else { return nil }
    // "the lead worker": the reading may have found the lead alone.
    while words.contains(end), ranks.contains(block.words[end].lower), block.words[end].joint == .close {
      end += 1
    }
    while end > words.lowerBound + 1, ["of", "for", "and"].contains(block.words[end - 1].lower) { end -= 1 }
    while end + 1 < words.upperBound, ["of", "for", "and"].contains(block.words[end].lower),
      block.words[end + 1].text.first?.isUppercase == true, block.words[end].joint == .close
    {
      end += 2
      while end < words.upperBound, block.words[end].text.first?.isUppercase == true,
        block.words[end].joint == .close
      { end += 1 }
    }
    return end
  }

  /// Whether what follows the actor tells of something done: *was*, *had*, *reviewed*.
  private static func isPast(after end: Int, in words: Range<Int>, of block: CheckedBlock) -> Bool {
    guard words.contains(end) else { return false }
    let next = block.words[end].lower
    return ["was", "were", "had", "has", "have"].contains(next) || next.hasSuffix("ed") && next != "need"
  }

  private static func isActor(_ word: String) -> Bool {
    actors.contains(word) || word.hasSuffix("s") && actors.contains(String(word.dropLast()))
  }

  private static func isModal(at index: Int, in words: Range<Int>, of block: CheckedBlock) -> Bool {
    let word = block.words[index].lower
    guard word == "will" || word == "shall" || word == "we'll", index > words.lowerBound || word == "we'll"
    else {
      return false
    }
    let next = words.contains(index + 1) ? block.words[index + 1].lower : ""
    return !["mean", "depend", "vary", "remain", "not", "have", "see", "know"].contains(next)
  }

  /// The words before `will`, back to where its clause begins.
  private static func subject(before modal: Int, in words: Range<Int>, of block: CheckedBlock) -> Range<Int> {
    if modal < words.upperBound, block.words[modal].lower == "we'll" { return modal..<modal + 1 }
    var start = modal
    while start > words.lowerBound, modal - start < 8 {
      if start < modal, block.words[start].joint != .close { break }
      let before = block.words[start - 1].lower
      if clauseStarts.contains(before) { break }
      start -= 1
    }
    return start..<modal
  }

  private static func isOurs(_ subject: ArraySlice<CheckedWord>) -> Bool {
    let lower = subject.map(\.lower)
    if lower.contains("we") || lower.contains("our") || lower.contains("we'll") { return true }
    if lower.contains(where: theirs.contains) { return false }
    // A post or team with a capital or an article is someone who acts.
    return lower.contains(where: isActor)
  }

  private static func deadline(in words: Range<Int>, of block: CheckedBlock) -> Range<Int>? {
    guard
      let start = words.first(where: { ["by", "within", "before", "from"].contains(block.words[$0].lower) })
    else { return nil }
    let limit = min(words.upperBound, start + 4)
    let last = (start + 1..<max(start + 1, limit)).last { index in
      block.words[index].kind != .word || months.contains(block.words[index].lower)
    }
    return last.flatMap { block.range(of: start..<$0 + 1) }
  }

  private static let clauseStarts: Set<String> = [
    "that", "and", "which", "who", "if", "when", "where", "so", "because", "but", "then", "while", "until",
  ]
  private static let theirs: Set<String> = [
    "council", "icb", "commissioner", "commissioners", "trust", "nhs", "people", "patients", "patient",
    "person",
    "families", "family", "carers", "partners", "partner", "gp", "gps", "hospital", "buyer", "authority",
    "it",
    "this", "these", "they", "there", "demand", "residents", "users", "clients",
  ]
  private static let actors: Set<String> = [
    "manager", "lead", "director", "nurse", "team", "coordinator", "officer", "matron", "supervisor",
    "service",
    "staff", "worker", "workers", "therapist", "hub", "board", "clinician", "assessor", "champion",
    "guardian",
    "trainer", "pharmacist", "analyst", "navigator",
  ]
  /// What may follow the word for a rank in the name of a post.
  private static let ranks: Set<String> = [
    "worker", "nurse", "therapist", "clinician", "officer", "coordinator", "practitioner", "professional",
    "pharmacist", "matron",
  ]
  private static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november",
    "december", "month", "week", "day", "year",
  ]
}

extension CheckedBlock {
  /// The sentences that have words, in step with ``sentenceWords``.
  var spokenSentences: [SentenceReading] {
    var next = 0
    return reading.sentences.filter { sentence in
      while next < words.count, words[next].range.lowerBound < sentence.range.lowerBound { next += 1 }
      let first = next
      while next < words.count, words[next].range.lowerBound < sentence.range.upperBound { next += 1 }
      return first < next
    }
  }
}
