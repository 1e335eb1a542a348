/// A reviewer's score of a question, or of one criterion of it.
package struct QuestionScore: Hashable, Sendable {
  /// The buyer's criterion; empty for the question as a whole.
  package var criterion: String
  /// On the question's scale.
  package var score: Double
  /// Why; never empty.
  package var reason: String
  /// What would lift it by one mark.
  package var lift: String

  package init(criterion: String = "", score: Double, reason: String, lift: String = "") {
    self.criterion = criterion
    self.score = score
    self.reason = reason
    self.lift = lift
  }
}

/// Where a reviewer found the answer to a sub-ask, or that they did not.
package struct SubAskFound: Hashable, Sendable {
  /// Which sub-ask, from 1.
  package var ask: Int
  /// `nil` when it was looked for and not found.
  package var anchor: TextAnchor?

  package init(ask: Int, anchor: TextAnchor?) {
    self.ask = ask
    self.anchor = anchor
  }
}

/// The score that reviewers agreed on, and why.
package struct Moderation: Hashable, Sendable {
  /// The buyer's criterion; empty for the question as a whole.
  package var criterion: String
  package var score: Double
  package var rationale: String
  package var at: String

  package init(criterion: String = "", score: Double, rationale: String, at: String) {
    self.criterion = criterion
    self.score = score
    self.rationale = rationale
    self.at = at
  }
}

/// Somebody's word that an answer may be submitted as it stood.
package struct SignOff: Hashable, Sendable {
  /// ``Answer/signedFingerprint`` of what was signed.
  package var fingerprint: String
  /// The file in `history/` that holds it; empty when none could be written.
  package var version: String
  package var at: String

  package init(fingerprint: String, version: String = "", at: String) {
    self.fingerprint = fingerprint
    self.version = version
    self.at = at
  }
}

extension Answer {
  /// What a sign-off is of: titles and texts of the parts, the plan left out, whose words nobody submits.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package var signedFingerprint: String {
    var print = Fingerprint()
    for part in parts where part.key != "plan" {
      print.add(part.title ?? "")
      for block in part.blocks where !block.isEmpty {
        switch block.kind {
        case .prose: print.add("p")
        case .bullet(let marker): print.add("b\(marker.level)")
        case .numbered(let marker): print.add("n\(marker.level)")
        case .heading(let level): print.add("h\(level)")
        case .table: print.add("t")
        case .verbatim: print.add("v")
        }
        print.add(block.text)
      }
    }
    return print.description
  }
}
