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
    "The matron checks every chart against the policy on Fridays and reports gaps to the board.",
  ]
  let bad: [CheckExample] = ["We have a robust Information Governance Policy.", "We are ISO 9001 certified."]

  func findings(in block: CheckedBlock) -> [Finding] {
    block.pitfalls(.policyOnly).map { hit, sentence in
      finding("A policy stands for a routine: \"\(block.quote(sentence))\".", at: block.place(hit))
    }
  }
}

extension CheckedBlock {
  /// The words that show a pitfall, with the sentence they stand in.
  func pitfalls(_ pitfall: Pitfall) -> [(words: Range<Int>, sentence: Range<Int>)] {
    reading.sentences.compactMap { sentence in
      guard let hit = sentence.pitfall, hit.pitfall == pitfall, let words = hit.spans.first else {
        return nil
      }
      return (words, sentence.range)
    }
  }
}
