import BidModel

/// One check: it finds one kind of fault, and says of itself what it finds and why that matters.
///
/// A check lives in a file of its own, named for the fault, and is listed in ``Checks/standard``. Its
/// examples are run as tests and printed in `docs/checks.md`.
package protocol Check: Sendable {
  /// The check's id, what it finds, why and the way out.
  var about: CheckDescription { get }

  /// Texts the check must be silent on, the near misses first.
  var good: [CheckExample] { get }

  /// Texts in which the check must find something.
  var bad: [CheckExample] { get }
}

/// A check that needs no more than one block.
///
/// What it finds depends on the block's text, its part, the question and the KPI values it quotes: it
/// is run again when one of them changes, and at no other time.
package protocol BlockCheck: Check {
  /// The faults of one block.
  ///
  /// - Complexity: Should be O(*n*) in the length of the block.
  func findings(in block: CheckedBlock) -> [Finding]
}

/// A check that compares places of an answer or of the bid with each other.
///
/// It takes facts from each block by itself; ``FactIndex`` keeps them by key and has a key judged again
/// only when one of its facts changes. Two facts are compared only when their keys are equal.
///
/// A scope of ``CheckDescription/Scope/answer`` compares within one answer, ``CheckDescription/Scope/bid``
/// across all.
package protocol FactCheck: Check {
  /// What one block says that other places may contradict or repeat.
  ///
  /// - Complexity: Should be O(*n*) in the length of the block.
  func facts(in block: CheckedBlock) -> [CheckFact]

  /// Keys to judge in an answer even where no block has a fact for them.
  func keys(of question: Question) -> [String]

  /// The faults among the facts of one key.
  ///
  /// - Parameters:
  ///   - key: The key; `uses` is empty for one of ``keys(of:)`` that no block speaks to.
  ///   - uses: Its facts, in the order of the questions and, where ``mindsOrder``, of the text.
  ///   - answer: The answer in hand, for a check of scope answer.
  func findings(for key: String, uses: [FactUse], in answer: CheckedAnswer?) -> [Finding]

  /// Whether what it says depends on which fact stands first; ordering them costs more than most checks do.
  var mindsOrder: Bool { get }
}

extension FactCheck {
  package func keys(of question: Question) -> [String] { [] }

  package var mindsOrder: Bool { true }
}

extension Check {
  /// The check's id.
  package var id: String { about.id }

  /// A finding of this check, with its reason, and its way out unless `fix` is nearer.
  package func finding(
    _ message: String, fix: String? = nil, severity: Severity? = nil, at place: Finding.Place,
    replacement: Finding.Replacement? = nil
  ) -> Finding {
    Finding(
      check: about.id, severity: severity ?? about.severity, message: message, reason: about.why,
      fix: fix ?? about.fix, place: place, replacement: replacement)
  }
}
