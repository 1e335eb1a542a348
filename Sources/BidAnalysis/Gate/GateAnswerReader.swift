import BidModel

/// What one answer brings to the gate.
struct GateAnswerReader {
  let input: GateInput
  let answer: GateInput.Answer

  private var path: String { answer.answer.id.path }

  /// Everything that blocks in the answer, in the order of ``GateItem/Kind``.
  var items: [GateItem] {
    var items = length + findings + fixes + signature
    let rank = Dictionary(uniqueKeysWithValues: GateItem.Kind.allCases.enumerated().map { ($1, $0) })
    items = items.enumerated().sorted { left, right in
      (rank[left.element.kind] ?? 0, left.offset) < (rank[right.element.kind] ?? 0, right.offset)
    }.map(\.element)
    return items
  }

  private var length: [GateItem] {
    var items: [GateItem] = []
    if answer.count.words == 0 {
      items.append(whole(.blank, [], "Nothing is written. Write it, or take the question out of the bid."))
    }
    if let pages = answer.question.pageLimit {
      items.append(
        whole(
          .countRule, ["\(pages) pages @\(Self.digest(answer.answer.signedFingerprint))"],
          "The limit is \(pages) \(pages == 1 ? "page" : "pages"), which no count can judge. Look at it laid out as"
            + " the buyer wants it, then let this pass."))
    }
    guard let limit = answer.question.limit else { return items }
    let count = answer.count[limit.unit]
    if count > limit.amount {
      items.append(
        whole(
          .overLimit, ["\(count) of \(limit.unit.phrase(limit.amount))"],
          "\(count) of \(limit.unit.phrase(limit.amount)): cut \(limit.unit.phrase(count - limit.amount))."))
    } else {
      items += countedByOtherRule(count, limit)
    }
    return items
  }

  /// A limit in the unit that the bid's rule is not made for: it matters only where the text fits by that rule
  /// and would not by the strictest.
  private func countedByOtherRule(_ count: Int, _ limit: Question.Limit) -> [GateItem] {
    let strict = answer.strictCount[limit.unit]
    guard limit.unit != input.rule.defaultUnit, strict > limit.amount else { return [] }
    return [
      whole(
        .countRule, ["\(strict) of \(limit.unit.phrase(limit.amount))"],
        "The limit is \(limit.unit.phrase(limit.amount)), and the bid's rule ‘\(input.rule.title)’ is made for"
          + " \(input.rule.defaultUnit.rawValue): it counts \(count), and a strict portal up to \(strict). Choose the"
          + " portal's rule under ‘counts’ in bid.yaml, or cut \(limit.unit.phrase(strict - limit.amount)).")
    ]
  }

  private var findings: [GateItem] {
    let map = SourceMap(answer.answer)
    let kinds = Dictionary(uniqueKeysWithValues: Self.checks.map { ($0.rawValue, $0) })
    func item(_ finding: Finding) -> GateItem? {
      if finding.check == "file-unreadable" { return faulty(finding) }
      guard let kind = kinds[finding.check] else { return nil }
      let anchor = FindingAnchor(finding, in: answer.answer)
      let offset = finding.place?.range?.lowerBound ?? 0
      let line = finding.place?.block.map { map.place(of: $0, offset: offset).line } ?? 1
      return GateItem(
        kind, [answer.key, Self.key(of: anchor)], "\(finding.message) \(finding.fix)".trimmingSpaces(),
        path: path,
        line: line, answer: answer.answer.id, block: finding.place?.block, range: finding.place?.range)
    }
    return answer.findings.compactMap(item)
      + answer.ignored.compactMap { ignored in
        guard var found = item(ignored.finding) else { return nil }
        found.waiver = Waiver(item: found.key, reason: ignored.reason, by: "", on: "")
        return found
      }
  }

  /// The words, and a digest of them with those beside them: a copy elsewhere has another, the same words after
  /// an edit elsewhere have this one.
  private static func key(of anchor: FindingAnchor) -> String {
    guard !anchor.block.isEmpty else { return anchor.quote }
    var print = Fingerprint()
    for words in [anchor.before, anchor.quote, anchor.after] { print.add(words) }
    return "\(anchor.quote) @\(digest(print.description))"
  }

  /// As much of a digest as tells places of one answer apart.
  private static func digest(_ print: String) -> String { String(print.suffix(8)) }

  /// The checks whose findings stop a submission; the limit is judged from the count itself.
  private static let checks: [GateItem.Kind] = [
    .placeholderUnknown, .placeholderEmpty, .placeholderStale, .leftoverNote, .crossReference, .foreignName,
    .subAsk, .unplacedText,
  ]

  private func faulty(_ finding: Finding) -> GateItem {
    GateItem(
      .unreadable, [answer.key, finding.message], "\(finding.message) \(finding.fix)".trimmingSpaces(),
      path: path, line: finding.place?.line ?? 1, answer: answer.answer.id)
  }

  private var fixes: [GateItem] {
    let map = SourceMap(answer.answer)
    return input.book.openRequiredFixes.filter { $0.question == answer.key }.map { fix in
      let place = fix.comment.anchor.place(in: answer.answer)
      let key = [answer.key, fix.round, fix.comment.id]
      if let reader = input.reader, fix.person != reader,
        input.book.isHidden(fix.question, in: fix.round, from: reader)
      {
        return GateItem(
          .requiredFix, key,
          "\(fix.person) asks for a change: what, you see once you have scored \(answer.key) in the \(fix.round) round.",
          path: path, answer: answer.answer.id)
      }
      let line = place.block.map { map.place(of: $0, offset: place.range?.lowerBound ?? 0).line } ?? 1
      let moved = place.state == .anchored ? "" : " (\(place.state.rawValue))"
      return GateItem(
        .requiredFix, key,
        "\(fix.person) asks\(moved): \(fix.comment.text)", path: path, line: line, answer: answer.answer.id,
        block: place.block, range: place.range)
    }
  }

  private var signature: [GateItem] {
    guard let (person, signOff) = input.book.signOff(of: answer.key) else {
      return [whole(.unsigned, [], "Nobody has signed it. Sign it in the gold review.")]
    }
    guard let change = signOff.change(to: answer.answer, values: input.values) else { return [] }
    return [
      whole(
        .unsigned,
        [
          "changed since \(person) signed @\(Self.digest(SignOff(of: answer.answer, values: input.values, at: "").fingerprint))"
        ],
        Self.words(of: change, since: "\(person) signed it on \(signOff.at.prefix(10))"))
    ]
  }

  /// What is to be said of a signature that holds no longer: the words or the figures, then and now.
  private static func words(of change: SignedChange, since signed: String) -> String {
    let figures = change.figureWords
    guard change.isOtherText else {
      if change.isUnnoted {
        return "What its figures were was not noted when \(signed). Look at them and sign again."
      }
      let many = change.figures.count == 1 ? "A figure" : "\(change.figures.count) figures"
      return "\(many) changed since \(signed): \(figures). Look at it and sign again."
    }
    let also = figures.isEmpty ? "" : " So did figures: \(figures)."
    return "It changed since \(signed).\(also) Look at the change and sign again."
  }

  private func whole(_ kind: GateItem.Kind, _ detail: [String], _ message: String) -> GateItem {
    GateItem(kind, [answer.key] + detail, message, path: path, answer: answer.answer.id)
  }
}
