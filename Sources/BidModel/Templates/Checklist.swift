/// Things to have ready or to show, which a bid can switch on. Data of `Templates/checklists/`.
package struct Checklist: Hashable, Sendable {
  /// The file's name without `.yaml`.
  package var id: String
  /// What the list is called.
  package var title: String
  /// The file's version, which its author counts up.
  package var version: String
  /// Where its facts come from.
  package var source: String
  /// The day on which they were true.
  package var factsAsOf: String
  /// What is asked, in order.
  package var items: [Item]

  package init(
    id: String, title: String, version: String, source: String, factsAsOf: String, items: [Item]
  ) {
    self.id = id
    self.title = title
    self.version = version
    self.source = source
    self.factsAsOf = factsAsOf
    self.items = items
  }

  /// One thing to check.
  package struct Item: Hashable, Sendable {
    /// The item's name in files.
    package var key: String
    /// The question to ask oneself.
    package var ask: String
    /// What would show it.
    package var evidence: String
    /// What it rests on.
    package var cites: String

    package init(key: String, ask: String, evidence: String, cites: String) {
      self.key = key
      self.ask = ask
      self.evidence = evidence
      self.cites = cites
    }
  }
}
