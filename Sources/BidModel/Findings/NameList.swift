/// A dated list of names, such as the integrated care systems of a year or acronyms everyone knows.
package struct NameList: Hashable, Sendable {
  /// The file's name without `.yaml`.
  package var id: String
  /// What the list is of.
  package var title: String
  /// The day on which it was true.
  package var factsAsOf: String
  /// The names.
  package var entries: [Entry]

  /// One name, and others for the same thing.
  package struct Entry: Hashable, Sendable {
    /// The full name.
    package var name: String
    /// Other names of the same.
    package var also: [String]

    package init(name: String, also: [String] = []) {
      self.name = name
      self.also = also
    }
  }

  package init(id: String = "", title: String = "", factsAsOf: String = "", entries: [Entry] = []) {
    self.id = id
    self.title = title
    self.factsAsOf = factsAsOf
    self.entries = entries
  }

  /// Every name of every entry.
  package var names: [String] { entries.flatMap { [$0.name] + $0.also } }
}
