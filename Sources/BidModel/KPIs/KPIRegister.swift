/// The facts of a workspace, in the order of `kpis.csv`.
package struct KPIRegister: Hashable, Sendable {
  /// In file order.
  package private(set) var facts: [KPIFact]
  private var index: [KPIReference: Int]
  /// Grows with every change, so that readers of the register know when to look again.
  package private(set) var revision = 0

  package init(_ facts: [KPIFact] = []) {
    self.facts = facts
    index = Dictionary(
      facts.enumerated().map { ($1.reference, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The fact named `reference` exactly; setting `nil` removes it, setting a new one adds it last.
  package subscript(reference: KPIReference) -> KPIFact? {
    get { index[reference].map { facts[$0] } }
    set {
      revision += 1
      switch (index[reference], newValue) {
      case (let place?, let fact?): facts[place] = fact
      case (nil, let fact?):
        index[reference] = facts.count
        facts.append(fact)
      case (let place?, nil):
        facts.remove(at: place)
        index = Dictionary(
          facts.enumerated().map { ($1.reference, $0) }, uniquingKeysWith: { first, _ in first })
      case (nil, nil): break
      }
    }
  }

  /// The fact that a placeholder means in a bid: its own scope when it names one; else the bid's
  /// scope; else the fact that is true everywhere.
  package func fact(for reference: KPIReference, in bidScope: String) -> KPIFact? {
    guard reference.scope.isEmpty else { return self[reference] }
    if !bidScope.isEmpty, let fact = self[KPIReference(reference.kpi, scope: bidScope)] { return fact }
    return self[reference]
  }
}
