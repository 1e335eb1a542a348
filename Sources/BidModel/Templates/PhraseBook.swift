/// Sentences to adapt, by section. Data of `Templates/phrases/`.
package struct PhraseBook: Hashable, Sendable {
  /// The file's name without `.yaml`.
  package var id: String
  /// What the phrases are for.
  package var title: String
  /// The file's version, which its author counts up.
  package var version: String
  /// The sections in order.
  package var sections: [Section]

  package init(id: String, title: String, version: String, sections: [Section]) {
    self.id = id
    self.title = title
    self.version = version
    self.sections = sections
  }

  /// What stands in a line where its writer must put words of their own.
  package static let gap = "[…]"

  /// Lines for one purpose.
  package struct Section: Hashable, Sendable {
    /// The section's name in files.
    package var key: String
    /// What the section is called.
    package var title: String
    /// When to use them, in one line.
    package var use: String
    /// Sentences with gaps, and with placeholders of KPIs.
    package var lines: [String]

    package init(key: String, title: String, use: String, lines: [String]) {
      self.key = key
      self.title = title
      self.use = use
      self.lines = lines
    }
  }
}
