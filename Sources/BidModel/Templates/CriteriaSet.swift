/// What a buyer selects by, kept apart from themes: an answer can cover every theme and miss a criterion.
/// Data of `Templates/criteria/`.
package struct CriteriaSet: Hashable, Sendable {
  /// The file's name without `.yaml`.
  package var id: String
  /// What the set is called.
  package var title: String
  /// The file's version, which its author counts up.
  package var version: String
  /// In the order of the file.
  package var criteria: [Criterion]

  package init(id: String, title: String, version: String, criteria: [Criterion]) {
    self.id = id
    self.title = title
    self.version = version
    self.criteria = criteria
  }

  /// The criterion named `key`.
  package subscript(key: String) -> Criterion? { criteria.first { $0.key == key } }

  /// One criterion.
  package struct Criterion: Hashable, Sendable {
    /// What questions name it by, such as `quality-and-innovation`.
    package var key: String
    /// What the criterion is called.
    package var title: String
    /// What the buyer means by it, in a sentence.
    package var meaning: String
    /// What shows it, a sentence each.
    package var shows: [String]
    /// What it rests on.
    package var cites: String

    package init(key: String, title: String, meaning: String, shows: [String], cites: String) {
      self.key = key
      self.title = title
      self.meaning = meaning
      self.shows = shows
      self.cites = cites
    }
  }
}
