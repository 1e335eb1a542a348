/// A named list of phrases that patterns refer to as `<name>`.
package struct WordClass: Hashable, Sendable {
  /// The name that patterns give in angle brackets.
  package var name: String
  /// Its phrases.
  package var patterns: [TermPattern]

  package init(name: String, patterns: [TermPattern]) {
    self.name = name
    self.patterns = patterns
  }
}
