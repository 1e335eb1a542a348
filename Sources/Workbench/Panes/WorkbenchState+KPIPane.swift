import BidModel
import Screen

extension WorkbenchState {
  /// How many placeholders the answer uses, and how many are empty, as the pane's border says.
  var kpiTitle: String {
    let used = session.quotes.placeholders(in: currentAnswer)
    let empty = used.filter { session.values.status(of: $0) == .empty }.count
    return empty == 0 ? "KPIs · \(used.count) used" : "KPIs · \(used.count) used, \(empty) empty"
  }

  /// The KPIs the answer quotes and how each stands, then those of the set that it does not.
  func kpiRows(width: Int) -> [PaneRow] {
    let used = session.quotes.placeholders(in: currentAnswer)
    var rows = used.map { kpiRow($0, width: width) }
    if used.isEmpty { rows.append(PaneRow([("No KPI is quoted here yet.", theme.dim)])) }
    let quoted = Set(used.map(\.reference.kpi))
    rows += missingFamilies(quoted: quoted).flatMap {
      PaneRow.wrapped("Expected here: \($0)", width: width, indent: 2, style: theme.warning)
    }
    rows.append(PaneRow([("Not used here", theme.dim)]))
    for kpi in session.values.set.kpis where !quoted.contains(kpi.key) {
      rows.append(kpiRow(Placeholder(KPIReference(kpi.key)), width: width))
    }
    return rows
  }

  private func kpiRow(_ placeholder: Placeholder, width: Int) -> PaneRow {
    let (sign, words, style) =
      switch session.values.status(of: placeholder) {
      case .filled(let words): ("✓", words, theme.good)
      case .stale(let words): ("!", "\(words) stale", theme.warning)
      case .empty: ("◌", "empty", theme.emptyChip)
      case .unknown: ("?", "unknown", theme.unknownChip)
      }
    let name = placeholder.description
    let room = max(8, width - 3 - min(TextWidth.columns(words), width / 2))
    return PaneRow(
      [("\(sign) ", style), (TextWidth.pad(name, columns: room), theme.text), (" \(words)", style)],
      action: .editFact(target(of: placeholder)))
  }

  /// The fact that a placeholder means here: its own row, or the one it would fall back to.
  func target(of placeholder: Placeholder) -> KPIReference {
    let reference = placeholder.reference
    if let fact = session.values.register.fact(for: reference, in: session.values.scope) {
      return fact.reference
    }
    return reference.scope.isEmpty ? KPIReference(reference.kpi, scope: session.values.scope) : reference
  }

  /// Titles of the families that the part in hand expects and the answer does not quote.
  private func missingFamilies(quoted: Set<String>) -> [String] {
    let expected = currentPart.flatMap { session.template.part($0.key) }?.families ?? []
    let present = Set(quoted.compactMap { session.values.set[$0]?.family })
    return expected.filter { !present.contains($0) }.map { key in
      session.values.set.families.first { $0.key == key }?.title ?? key
    }
  }
}
