/// The KPIs a bid may quote, by family.
package struct KPISet: Hashable, Sendable {
  package var id: String
  package var title: String
  package var version: String
  package var families: [Family]
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
    package var key: String
    package var title: String
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
  package var title: String
  package var family: String
  package var unit: String
  package var lowerIsBetter: Bool
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
