import BidModel

/// Assurance that rests on having a policy or a certificate, with no routine that uses it.
///
/// The reading finds it; see ``Pitfall/policyOnly``.
struct PolicyOnly: BlockCheck {
  let about = CheckDescription(
    "policy-only", title: "Assurance hidden in a policy",
    why: "Every bidder has the policy; marks go to the routine that makes it work.",
    fix: "Say who reviews what and how often, what they act on, how it is verified and what was learnt.",
    severity: .warning)
  let good: [CheckExample] = [
    "Our Information Governance Lead reviews role-based access each quarter.",
    "Dr Asha Patel, our Medical Director, holds the risk register.",
    "The matron checks every chart against the policy on Fridays and reports gaps to the board.",
  ]
  let bad: [CheckExample] = ["We have a robust Information Governance Policy.", "We are ISO 9001 certified."]

  /// Words without which a sentence rests on no policy or certificate, whatever weighs in it.
  private static let words = PhraseTable([
    "polic*", "procedure*", "certif*", "accredit*", "iso", "complian*", "comply", "complies", "complied",
    "registered with",
    "registration", "protocol*", "standard*", "guidance", "guideline*", "framework*", "statement*", "statut*",
    "legislation", "regulation*", "regulatory", "handbook*", "manual*", "cyber essentials", "dspt", "toolkit",
    "rated",
    "rating*", "award*", "kitemark*", "code of", "management system*", "in line with", "in accordance with",
    "act",
    "gdpr", "cqc", "in place", "insur*", "quality mark", "strategy", "charter*", "registered", "licens*",
    "bs", "law",
    "register*", "sop", "sops", "approv*", "qualif*", "assessed", "assessment", "marked", "document*",
    "written down",
  ])

  func findings(in block: CheckedBlock) -> [Finding] {
    block.pitfalls(.policyOnly, naming: Self.words).filter { !isOwned($0.sentence, in: block) }.map {
      hit, sentence in
      finding("A policy stands for a routine: \"\(block.quote(sentence))\".", at: block.place(hit))
    }
  }
}

extension PolicyOnly {
  /// Whether the sentence names the post that holds what it speaks of.
  private func isOwned(_ sentence: Range<Int>, in block: CheckedBlock) -> Bool {
    let words = block.words.indices.filter { sentence.contains(block.words[$0].range.lowerBound) }
    guard let first = words.first, let last = words.last else { return false }
    return !PostName.names(in: first..<last + 1, of: block).isEmpty
  }
}

extension CheckedBlock {
  /// The words that show a pitfall, with the sentence they stand in.
  ///
  /// - Parameter names: Phrases of which the sentence must hold one, so that no weight alone finds fault.
  func pitfalls(
    _ pitfall: Pitfall, naming names: PhraseTable
  ) -> [(words: Range<Int>, sentence: Range<Int>)] {
    reading.sentences.compactMap { sentence in
      guard let hit = sentence.pitfall, hit.pitfall == pitfall, let words = hit.spans.first else {
        return nil
      }
      return names.matches(in: self.words(of: sentence.range)).isEmpty ? nil : (words, sentence.range)
    }
  }

  /// The words that begin in `sentence`.
  func words(of sentence: Range<Int>) -> [CheckedWord] {
    words.filter { sentence.contains($0.range.lowerBound) }
  }
}
