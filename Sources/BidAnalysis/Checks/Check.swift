import BidModel

/// One check of a block: it finds one kind of fault.
///
/// A check lives in a file of its own, named for the fault, and is listed in ``Checks/all``.
protocol Check: Sendable {
  /// The id that findings, ignores and documents use.
  static var id: String { get }

  /// The faults of one block.
  func findings(in block: CheckedBlock) -> [Finding]
}

/// A block and what is known of it.
struct CheckedBlock {
  var block: Block
  var rendered: RenderedText
  var reading: BlockReading
  var place: Finding.Place
  var values: KPIValues
  /// The theme about working with others, when the set has one.
  var partnership: Int?

  /// `place` with the bytes `range` of the block's text.
  func place(_ range: Range<Int>) -> Finding.Place {
    Finding.Place(answer: place.answer, block: place.block ?? block.id, range: range)
  }

  /// The words of the block's text at `range`, shortened to about 60 bytes.
  func quote(_ range: Range<Int>) -> String {
    let bytes = Array(block.text.utf8.dropFirst(range.lowerBound).prefix(range.count))
    guard bytes.count > 60 else { return String(decoding: bytes, as: UTF8.self) }
    // Cut at a space, so that no character is cut in two.
    let cut = bytes[..<60].lastIndex(of: 0x20) ?? 0
    return String(decoding: bytes[..<cut], as: UTF8.self) + " …"
  }
}

/// The checks that look at one block at a time.
package struct Checks: Sendable {
  private let values: KPIValues
  private let partnership: Int?

  /// Checks against the KPIs of `values` and the themes of `themes`.
  package init(values: KPIValues, themes: ThemeSet) {
    self.values = values
    partnership = themes.index(of: "integration")
  }

  /// The findings of one block, in the order of the text. Verbatim blocks have none.
  ///
  /// - Complexity: O(*n*) in the length of the block's text.
  package func findings(
    for block: Block, rendered: RenderedText, reading: BlockReading, place: Finding.Place
  ) -> [Finding] {
    guard block.kind != .verbatim else { return [] }
    let checked = CheckedBlock(
      block: block, rendered: rendered, reading: reading, place: place, values: values,
      partnership: partnership)
    let found = Self.all.flatMap { $0.findings(in: checked) }
    return found.sorted { ($0.place?.range?.lowerBound ?? 0) < ($1.place?.range?.lowerBound ?? 0) }
  }

  /// In the order in which findings at one place are shown.
  private static let all: [any Check] = [
    PlaceholderUnknown(), PlaceholderEmpty(), KPIStale(), NoTimeframe(), GenericPartnership(),
  ]
}
