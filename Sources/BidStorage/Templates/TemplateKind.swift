import BidModel

/// A kind of template: a folder of Templates/, and the word its files say of themselves.
package enum TemplateKind: String, CaseIterable, Hashable, Sendable {
  case answers, themes, signals, weights, kpis, checks, counts, scales, criteria, phrases, bids, checklists,
    examples, rounds, words, directory

  /// What stands behind `kind:` in its files.
  package var word: String {
    switch self {
    case .answers: "answer"
    case .checks: "check"
    case .bids: "bid"
    case .checklists: "checklist"
    case .examples: "example"
    case .rounds: "round"
    case .themes, .signals, .weights, .kpis, .counts, .scales, .criteria, .phrases, .words, .directory:
      rawValue
    }
  }

  /// What its files hold, for a list.
  package var title: String {
    switch self {
    case .answers: "Answer templates"
    case .themes: "Lenses (theme sets)"
    case .signals: "Signals"
    case .weights: "Weights"
    case .kpis: "KPI sets"
    case .checks: "Checks"
    case .counts: "Count rules"
    case .scales: "Scales"
    case .criteria: "Criteria"
    case .phrases: "Phrases"
    case .bids: "Question sets"
    case .checklists: "Checklists"
    case .examples: "Worked examples"
    case .rounds: "Review rounds"
    case .words: "Words"
    case .directory: "Directory"
    }
  }

  /// The kind named `name`, as a folder or as the word of its files.
  package init?(name: String) {
    guard let kind = Self.allCases.first(where: { $0.rawValue == name || $0.word == name }) else {
      return nil
    }
    self = kind
  }
}

/// What names one template.
package struct TemplateName: Hashable, Sendable, CustomStringConvertible {
  package var kind: TemplateKind
  package var id: String

  package init(_ kind: TemplateKind, _ id: String) {
    self.kind = kind
    self.id = id
  }

  /// Whether every bid uses the file without naming it: any check and any round, and of other kinds the files
  /// that the program asks for by their names.
  package var isAlwaysUsed: Bool {
    switch kind {
    case .checks, .rounds: true
    case .signals: id == SignalLexicon.standardID
    case .words: id == "acronyms"
    case .directory: ["ics-historical", "well-known-acronyms"].contains(id)
    case .answers, .themes, .weights, .kpis, .counts, .scales, .criteria, .phrases, .bids, .checklists,
      .examples:
      false
    }
  }

  /// `answers/ics-five-part`.
  package var description: String { "\(kind.rawValue)/\(id)" }
}
