/// A line of the view beside a template's text: its words, and how what it says stands.
package struct StudioLine: Hashable, Sendable {
  /// The words, with a sign of their own where the line says well or ill, so that nothing depends on colour.
  package var text: String
  package var kind: Kind
  /// The line of the template that it speaks of, from 1; `nil` for none.
  package var line: Int?

  /// How what a line says stands.
  package enum Kind: Hashable, Sendable {
    case plain
    /// As it should be, or new.
    case good
    /// To be looked at, or gone.
    case bad
    /// What keeps the file from being used.
    case fault
  }

  package init(_ text: String, _ kind: Kind = .plain, line: Int? = nil) {
    self.text = text
    self.kind = kind
    self.line = line
  }
}
