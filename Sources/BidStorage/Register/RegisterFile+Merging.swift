import BidModel

extension RegisterFile {
  /// A fact before and after a change of this session.
  package struct Change: Hashable, Sendable {
    /// `nil` for a fact that is new.
    package var before: KPIFact?
    package var after: KPIFact

    package init(before: KPIFact?, after: KPIFact) {
      self.before = before
      self.after = after
    }
  }

  /// A cell that two people changed to different words; the one on disk was kept.
  package struct Clash: Hashable, Sendable {
    package var reference: KPIReference
    /// The column's name.
    package var column: String
    package var mine: String
    package var theirs: String
  }

  /// Brings changes of this session to the register that stands on disk now, row by row and cell by
  /// cell, so that two people's rows, and two people's cells of one row, both survive.
  ///
  /// - Returns: The register to write, and the cells that both changed: theirs stand, and the person
  ///   is asked.
  /// - Throws: As ``init(scanning:path:)`` and ``set(_:)``.
  /// - Complexity: O(*n*) in the bytes.
  package static func merging(
    _ changes: [Change], onto theirs: [UInt8], path: String
  ) throws(StorageError) -> (file: RegisterFile, clashes: [Clash]) {
    var file = try RegisterFile(scanning: theirs, path: path)
    var clashes: [Clash] = []
    for change in changes {
      guard var fact = file.register[change.after.reference] else {
        try file.set(change.after)
        continue
      }
      let before = change.before ?? KPIFact(change.after.reference)
      for column in RegisterColumn.allCases {
        let mine = change.after[keyPath: column.path]
        let other = fact[keyPath: column.path]
        guard mine != before[keyPath: column.path], mine != other else { continue }
        if other == before[keyPath: column.path] {
          fact[keyPath: column.path] = mine
        } else {
          clashes.append(
            Clash(reference: fact.reference, column: column.rawValue, mine: mine, theirs: other))
        }
      }
      try file.set(fact)
    }
    return (file, clashes)
  }
}
