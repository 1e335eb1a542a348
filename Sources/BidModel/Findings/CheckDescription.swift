/// What a workspace or a bid says of a check.
package enum CheckSetting: Hashable, Sendable {
  case off
  /// Every finding of it weighs so much.
  case severity(Severity)

  /// Reads `off`, `advice`, `warning` or `error`.
  package init?(text: String) {
    if text == "off" {
      self = .off
    } else if let severity = Severity(rawValue: text) {
      self = .severity(severity)
    } else {
      return nil
    }
  }
}

/// What a check says of itself, wherever checks are listed.
package struct CheckDescription: Hashable, Sendable, Identifiable {
  /// The id that findings, ignores and documents use: small letters, digits and hyphens.
  package let id: String
  /// The fault it finds, in a few words.
  package var title: String
  /// One sentence: why it matters to whoever scores the answer.
  package var why: String
  /// One sentence: the way out, where a finding does not name a nearer one.
  package var fix: String
  /// How much a finding matters, unless the workspace says otherwise.
  package var severity: Severity
  /// How much of the bid it compares.
  package var scope: Scope

  /// How much text a check has to see.
  package enum Scope: String, CaseIterable, Hashable, Sendable {
    /// One paragraph, item, heading or table.
    case block
    /// The blocks of one answer and its question.
    case answer
    /// All answers.
    case bid
  }

  package init(
    _ id: String, title: String, why: String, fix: String, severity: Severity, scope: Scope = .block
  ) {
    self.id = id
    self.title = title
    self.why = why
    self.fix = fix
    self.severity = severity
    self.scope = scope
  }
}
