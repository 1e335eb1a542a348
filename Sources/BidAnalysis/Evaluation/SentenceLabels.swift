import BidModel

/// What a sentence is labelled with, by a reader or by a careful person.
package struct SentenceLabels: Hashable, Sendable {
  /// The labels, each in its group.
  package var labels: Set<Label>

  /// One label.
  package struct Label: Hashable, Sendable, Comparable {
    package var group: Group
    package var name: String

    package init(_ group: Group, _ name: String) {
      self.group = group
      self.name = name
    }

    package static func < (left: Label, right: Label) -> Bool {
      (left.group.rawValue, left.name) < (right.group.rawValue, right.name)
    }
  }

  /// What labels are scored together.
  package enum Group: String, CaseIterable, Hashable, Sendable {
    case themes, signals, chain, pitfalls
  }

  package init(_ labels: Set<Label> = []) { self.labels = labels }

  /// What `reading` says of a sentence, with the names of `set`.
  package init(_ reading: SentenceReading, themes set: ThemeSet) {
    labels = []
    for hit in reading.themes { labels.insert(Label(.themes, set.themes[hit.theme].key)) }
    for hit in reading.signals { labels.insert(Label(.signals, hit.signal.rawValue)) }
    for hit in reading.chain { labels.insert(Label(.chain, hit.link.rawValue)) }
    if let pitfall = reading.pitfall { labels.insert(Label(.pitfalls, pitfall.pitfall.rawValue)) }
  }

  /// Every label a reader of `set` may give, in the order of the groups and of each group's own list.
  package static func all(themes set: ThemeSet) -> [Label] {
    set.themes.map { Label(.themes, $0.key) } + Signal.allCases.map { Label(.signals, $0.rawValue) }
      + ChainLink.allCases.map { Label(.chain, $0.rawValue) }
      + Pitfall.allCases.map { Label(.pitfalls, $0.rawValue) }
  }
}
