/// The KPIs a bid may quote, by family.
package struct KPISet: Hashable, Sendable {
  /// The file's name without `.yaml`.
  package var id: String
  /// What the set is called.
  package var title: String
  /// The file's version, which its author counts up.
  package var version: String
  /// The families, in the order in which they are listed.
  package var families: [Family]
  /// The KPIs, in the order of the file.
  package var kpis: [KPIDefinition]

  package init(id: String, title: String, version: String, families: [Family], kpis: [KPIDefinition]) {
    self.id = id
    self.title = title
    self.version = version
    self.families = families
    self.kpis = kpis
  }

  /// The KPI named `key`.
  ///
  /// - Complexity: O(*n*) in the number of KPIs, some two dozen.
  package subscript(key: String) -> KPIDefinition? { kpis.first { $0.key == key } }

  /// A group of KPIs that tell one part of the story.
  package struct Family: Hashable, Sendable {
    /// The first half of its KPIs' keys, such as `flow`.
    package var key: String
    /// What the family is called.
    package var title: String
    /// What its KPIs tell together.
    package var meaning: String

    package init(key: String, title: String, meaning: String) {
      self.key = key
      self.title = title
      self.meaning = meaning
    }
  }
}

/// What one KPI measures, and how to tell it.
package struct KPIDefinition: Hashable, Sendable {
  /// `family.kpi`.
  package var key: String
  /// What the KPI is called, which also links figures in the text to it.
  package var title: String
  /// The key of the family that it belongs to.
  package var family: String
  /// The unit of its values, such as `h`.
  package var unit: String
  /// Which way is better, against which "improved" is held.
  package var lowerIsBetter: Bool
  /// What exactly is measured.
  package var definition: String
  /// A sentence with `{value}`, `{baseline}`, `{change}`, `{period}` and `{source}` to fill.
  package var narrative: String
  /// Whether it goes beyond the set's source.
  package var isExtension: Bool

  package init(
    key: String, title: String, family: String, unit: String, lowerIsBetter: Bool, definition: String,
    narrative: String, isExtension: Bool = false
  ) {
    self.key = key
    self.title = title
    self.family = family
    self.unit = unit
    self.lowerIsBetter = lowerIsBetter
    self.definition = definition
    self.narrative = narrative
    self.isExtension = isExtension
  }
}
