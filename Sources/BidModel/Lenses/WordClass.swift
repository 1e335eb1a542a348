/// A named list of phrases that patterns refer to as `<name>`.
package struct WordClass: Hashable, Sendable {
  package var name: String
  package var patterns: [TermPattern]

  package init(name: String, patterns: [TermPattern]) {
    self.name = name
    self.patterns = patterns
  }
}
