import BidModel

/// One post of ours that goes by two names, or one duty or person given to two posts.
///
/// Compared are names of the same rank and subject (*Discharge Lead*, *Lead for Discharge*, *Lead for Discharge
/// Services*); names of one subject and another rank (*Head of Discharge*) where the same verb and the same words
/// follow; the posts said to chair, audit or own the same thing in the same words; and the posts of one person
/// whose name stands beside them.
///
/// Limitations: only what is certain is told. Posts of other organisations are left out, as are sentences that
/// share a duty between people (*or*, *in turn*, *in her absence*), and people who are said to hold two posts.
struct TwoPostNames: FactCheck {
  let about = CheckDescription(
    "two-post-names", title: "Two names for one post",
    why: "An evaluator cannot tell who is answerable, and counts two posts where there is one.",
    fix: "Settle the title, and use it everywhere.", severity: .warning, scope: .bid)
  let good: [CheckExample] = [
    CheckExample(
      "Our Discharge Lead chairs the weekly huddle.", "The Discharge Lead reviews every late start."),
    CheckExample("Our Discharge Lead rings the ward.", "The Head of Discharge signs the quarterly report."),
    CheckExample("Our Discharge Lead chairs the huddle.", "The Trust's Lead for Discharge chairs the board."),
    CheckExample("The Deputy Discharge Lead is on call.", "The Lead for Discharge is on call at weekends."),
    CheckExample(
      "Our Quality Lead audits ten records a month.",
      "The Safeguarding Lead audits every referral to the council."),
    CheckExample(
      "Ann Moss, Registered Manager, is also our Safeguarding Lead, Ann Moss.",
      "Ann Moss (Registered Manager) signs."),
    CheckExample("We lead for discharge.", "Our teams lead on discharge across the place."),
    CheckExample(
      "The Board is chaired by the Quality Lead or the Medical Director.",
      "The Medical Director chairs the Board."),
  ]
  let bad: [CheckExample] = [
    CheckExample(
      "Our Discharge Lead chairs the weekly huddle.", "The Lead for Discharge reviews every late start."),
    CheckExample(
      "The Discharge Lead chairs the weekly bed meeting.",
      "Our Head of Discharge chairs the weekly bed meeting on Mondays."),
    CheckExample("Our discharge lead rings the ward.", "The lead for discharge signs the report."),
    CheckExample(
      "Ann Moss, our Quality Lead, signs it.", "Incidents go to the Head of Governance (Ann Moss)."),
    CheckExample(
      "Ann Moss, our Quality Lead, signs it.",
      "Safeguarding: Ann Moss, Clinical Nurse Manager, takes every concern."),
    CheckExample(
      "Our Lower Limb Lead triages it.", "The Head of Lower Limb Care triages it the same day."),
    CheckExample(
      "The Registered Manager audits 10% of start times each month.",
      "The Quality Lead audits 10% of start times every month."),
  ]

  func facts(in block: CheckedBlock) -> [CheckFact] {
    guard block.isProse || block.block.kind == .table else { return [] }
    return block.sentenceWords.flatMap { sentence -> [CheckFact] in
      let names = PostName.names(in: sentence, of: block)
      guard !names.isEmpty else { return [] }
      let isShared = block.words[sentence].contains { Self.sharing.contains($0.lower) }
      return names.flatMap { name in
        let duty = isShared || names.count > 1 ? nil : PostDuty(of: name, in: sentence, of: block)
        return facts(of: name, duty: duty, among: names.count, in: sentence, of: block)
      }
    }
  }

  private func facts(
    of name: PostName, duty: PostDuty?, among count: Int, in sentence: Range<Int>, of block: CheckedBlock
  ) -> [CheckFact] {
    guard let range = block.range(of: name.words) else { return [] }
    let quote = block.quote(range)
    let value = [name.post, name.written, duty?.verb ?? "", duty?.words.joined(separator: " ") ?? ""]
    var facts = [
      CheckFact(key: "post \(name.about)", value: value.joined(separator: "\t"), range: range, quote: quote)
    ]
    if let duty, duty.isTelling {
      let key = "duty \(duty.verb) \(duty.words.joined(separator: " "))"
      facts.append(CheckFact(key: key, value: value.joined(separator: "\t"), range: range, quote: quote))
    }
    if let person = PostDuty.person(beside: name, in: sentence, of: block) {
      let shown = count > 1 ? "several" : value.joined(separator: "\t")
      facts.append(CheckFact(key: "person \(person)", value: shown, range: range, quote: quote))
    }
    return facts
  }

  func findings(for key: String, uses: [FactUse], in answer: CheckedAnswer?) -> [Finding] {
    let isPerson = key.hasPrefix("person ")
    guard uses.count > 1, !uses.contains(where: { $0.fact.value == "several" }) else { return [] }
    let named = uses.map { Named($0) }
    var told: Set<String> = []
    return named.compactMap { one in
      guard
        let other = named.first(where: { other in
          if key.hasPrefix("post ") { return one.isTwin(of: other) }
          return one.post != other.post && (isPerson || one.about != other.about)
        }),
        told.insert("\(one.use.place.answer) \(one.written)").inserted
      else { return nil }
      let place =
        other.use.place.answer == one.use.place.answer ? "elsewhere in this answer" : "in \(other.use.answer)"
      let (mine, theirs) = (one.use.fact.quote, other.use.fact.quote)
      if isPerson {
        return finding(
          "\(Self.capitalised(key.dropFirst(7))) is \"\(mine)\" here, but \"\(theirs)\" \(place).",
          fix: "Use one title, or say once that both posts are held.", at: one.use.place)
      }
      if key.hasPrefix("post ") {
        return finding(
          "\"\(mine)\" here seems to be the post that is \"\(theirs)\" \(place).", at: one.use.place)
      }
      // Two posts may do the same in the same words; most often one of them is a slip.
      return finding(
        "\"\(mine)\" does here what \"\(theirs)\" does \(place).",
        fix: "Say whose duty it is, or how the two share it.", severity: .advice, at: one.use.place)
    }
  }

  /// A use of a post, with its value taken apart.
  private struct Named {
    var use: FactUse
    var post: String
    var about: String
    var written: String
    var verb: String
    var words: Set<Substring>
    /// Whether its rank is that of a lead.
    var isHead: Bool { ["lead", "leader", "head"].contains { post.hasSuffix(" \($0)") } }

    init(_ use: FactUse) {
      let pieces = use.fact.value.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      self.use = use
      post = pieces[0]
      about = pieces[0].split(separator: "|").dropLast().joined()
      written = pieces[1]
      verb = pieces[2]
      words = Set(pieces[3].split(separator: " "))
    }

    /// Whether both are names of one post, told in different words: of one rank, or with one duty.
    func isTwin(of other: Named) -> Bool {
      guard written != other.written else { return false }
      if post == other.post { return true }
      guard verb == other.verb, !verb.isEmpty else { return false }
      let fewer = min(words.count, other.words.count)
      // A lead and a head of a subject of two words are seldom two posts: the verb will do when one object says no
      // more than the other.
      let isNarrow = about.split(separator: " ").count > 1 && isHead && other.isHead
      if isNarrow, words.isSubset(of: other.words) || other.words.isSubset(of: words) { return true }
      return fewer >= 2 && words.intersection(other.words).count >= 2
    }
  }

  private static func capitalised(_ name: Substring) -> String {
    name.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  }

  /// Words of a sentence that shares a duty between people.
  private static let sharing: Set<String> = [
    "or", "alternate", "alternates", "alternately", "turn", "turns", "absence", "deputises", "deputise",
    "covers",
    "jointly", "together", "either", "rotates", "rotating", "also", "both", "formerly", "previously",
    "former",
  ]
}
