import BidLanguage
import BidModel

/// The KPIs of the register by the words of their names, for linking typed figures to them.
///
/// A claim is linked to a KPI when every word of the KPI's title stands in the claim's measure, at most
/// one word of the measure is strange to title and definition, and unit, scope and period agree. Two KPIs
/// that fit equally well link to nothing. Words are compared by stem, longer ones by their first six
/// letters ("satisfied", "satisfaction").
package struct RegisterMeasures: Hashable, Sendable {
  private var measures: [Measure]
  /// Every scope of the register: names that a claim may be about.
  package let scopes: Set<String>
  /// Words of the titles of all KPIs.
  private let titleWords: Set<String>
  private let scope: String

  /// One fact and the words of its KPI.
  private struct Measure: Hashable, Sendable {
    var fact: KPIFact
    var title: String
    var name: Set<String>
    var definition: Set<String>
    var unit: NumberUnit
    var period: [String]
    var lowerIsBetter: Bool
  }

  /// A figure of a text that is linked to a fact.
  package struct Use: Hashable, Sendable {
    package var figure: Figure
    /// The KPI's title.
    package var title: String
    /// What the register has, with its unit.
    package var registered: String
    /// `{{family.kpi}}`, with scope and form where they are needed.
    package var placeholder: String
    package var agrees: Bool
  }

  /// - Complexity: O(*n*) in the number of facts; some tens of microseconds for thirty.
  package init(_ values: KPIValues) {
    let stemmer = Stemmer()
    scope = values.scope
    scopes = Set(values.register.facts.map(\.reference.scope)).subtracting([""])
    var names: [String: Set<String>] = [:]
    for definition in values.set.kpis {
      names[definition.key] = Self.words(of: definition.title, with: stemmer)
    }
    titleWords = names.values.reduce(into: []) { $0.formUnion($1) }
    measures = values.register.facts.compactMap { fact in
      guard !fact.isEmpty, let definition = values.set[fact.reference.kpi] else { return nil }
      guard let name = names[fact.reference.kpi], !name.isEmpty else { return nil }
      return Measure(
        fact: fact, title: definition.title, name: name,
        definition: Set(NumberReader.stems(of: definition.definition, with: stemmer).map(Self.short))
          .union(["time"]),
        unit: NumberUnit(register: fact.unit.isEmpty ? definition.unit : fact.unit),
        period: Self.periodWords(fact.period), lowerIsBetter: definition.lowerIsBetter)
    }
  }

  /// A stem as it is compared.
  static func short(_ stem: String) -> String { String(stem.prefix(6)) }

  /// The words of a KPI's title as they are compared.
  static func words(of title: String, with stemmer: Stemmer) -> Set<String> {
    let words = Set(NumberReader.stems(of: title, with: stemmer).map(short))
    // "Referral to start was 30 hours" is the referral-to-start time: its unit says that it is one.
    return words.count > 2 ? words.subtracting(["time"]) : words
  }

  private static func periodWords(_ period: String) -> [String] {
    period.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "/" }.map(String.init)
      .filter { !["to", "the", "and", "in"].contains($0) }
  }

  // MARK: Linking

  /// The figures of a claim that a fact of the register speaks of; none when it is not linked.
  ///
  /// - Complexity: O(*n*) in the number of facts.
  package func uses(of claim: NumberClaim) -> [Use] {
    guard let measure = measure(of: claim) else { return [] }
    var uses: [Use] = []
    let fact = measure.fact
    if let to = claim.to { append(to, .value, fact.value, of: measure, to: &uses) }
    if let from = claim.from { append(from, .baseline, fact.baseline, of: measure, to: &uses) }
    for change in claim.changes { appendChange(change, of: measure, to: &uses) }
    return uses
  }

  /// The KPI that a claim speaks of, by its title, and whether less of it is better; `nil` when it is not linked.
  ///
  /// - Complexity: O(*n*) in the number of facts.
  package func direction(of claim: NumberClaim) -> (title: String, lowerIsBetter: Bool)? {
    measure(of: claim).map { ($0.title, $0.lowerIsBetter) }
  }

  private func measure(of claim: NumberClaim) -> Measure? {
    guard claim.status == .achieved, !claim.isDenied, !claim.isEarlier, claim.part == nil,
      claim.parts.isEmpty
    else { return nil }
    return link(claim)
  }

  private func link(_ claim: NumberClaim) -> Measure? {
    let words = Set(claim.metric.stems.map(Self.short))
    guard !words.isEmpty else { return nil }
    let named = scopes.first { claim.scope.contains($0.lowercased()) }
    // A place that the register does not know may be another contract.
    guard claim.scope.allSatisfy({ $0 == named?.lowercased() || isKnown($0) }) else { return nil }
    let wanted = named ?? scope
    let fitting = measures.filter { measure in
      measure.name.isSubset(of: words)
        && words.subtracting(measure.name).subtracting(measure.definition).count <= 1
        && (measure.fact.reference.scope == wanted || measure.fact.reference.scope.isEmpty)
        && (claim.period.isEmpty || measure.period.isEmpty
          || Set(claim.period).subtracting(["to", "the", "and", "in"]) == Set(measure.period))
    }
    guard let longest = fitting.map(\.name.count).max() else { return nil }
    let best = fitting.filter { $0.name.count == longest }
    let own = best.filter { $0.fact.reference.scope == wanted }
    let chosen = own.isEmpty ? best : own
    return chosen.count == 1 ? chosen[0] : nil
  }

  /// Whether a name belongs to the bid's own scope or is a word of a KPI's title.
  private func isKnown(_ name: String) -> Bool {
    name == scope.lowercased() || titleWords.contains(Self.short(name))
  }

  // MARK: Comparing

  private func append(
    _ figure: Figure, _ form: Placeholder.Form, _ registered: String, of measure: Measure,
    to uses: inout [Use]
  ) {
    guard let value = Self.number(registered), figure.upper == nil else { return }
    let unit = figure.unit ?? .count
    guard unit.isComparable(with: measure.unit) else { return }
    let printed = Figure(
      value: value, step: Self.step(registered), unit: measure.unit, span: 0..<0, digits: 0..<0, tokens: 0..<0
    )
    uses.append(
      Use(
        figure: figure, title: measure.title,
        registered: Quantity.words(
          registered, unit: measure.fact.unit.isEmpty ? measure.unit.name : measure.fact.unit) ?? registered,
        placeholder: placeholder(measure, form), agrees: figure.base.overlaps(printed.base)))
  }

  /// A change is compared where the register has one of the same kind: `-24%`, `x3`.
  private func appendChange(_ change: NumberClaim.Change, of measure: Measure, to uses: inout [Use]) {
    let registered = measure.fact.change
    guard let first = registered.first, let value = Self.number(registered) else { return }
    let isFactor = first == "x" || first == "×"
    let unit: NumberUnit = isFactor ? .factor : registered.hasSuffix("%") ? .percent : measure.unit
    guard change.figure.unit?.dimension == unit.dimension, change.figure.form != .fraction else { return }
    let isFall = first == "-" || first == "−"
    let sameWay = isFactor || change.direction == nil || (change.direction == .fall) == isFall
    let printed = Figure(
      value: abs(value), step: Self.step(registered), unit: unit, span: 0..<0, digits: 0..<0, tokens: 0..<0)
    uses.append(
      Use(
        figure: change.figure, title: measure.title, registered: registered,
        placeholder: placeholder(measure, .change),
        agrees: sameWay && change.figure.base.overlaps(printed.base)))
  }

  private func placeholder(_ measure: Measure, _ form: Placeholder.Form) -> String {
    var reference = measure.fact.reference
    if reference.scope == scope { reference.scope = "" }
    return "{{\(Placeholder(reference, form: form, namesForm: form != .value))}}"
  }

  private static func number(_ text: String) -> Double? {
    Double(text.filter { $0.isNumber || $0 == "." })
  }

  private static func step(_ text: String) -> Double {
    guard let point = text.firstIndex(of: ".") else { return 1 }
    let places = text[text.index(after: point)...].prefix { $0.isNumber }.count
    return (0..<places).reduce(1.0) { step, _ in step / 10 }
  }
}

extension CheckedBlock {
  /// The figures of the block that are linked to facts of the register.
  ///
  /// - Complexity: O(*c* *n*) in the claims and the facts.
  var registerUses: [RegisterMeasures.Use] {
    guard !numbers.reading.claims.isEmpty, !values.register.facts.isEmpty else { return [] }
    let measures = context.measures ?? RegisterMeasures(values)
    return numbers.reading.claims.flatMap { measures.uses(of: $0) }
  }
}
