/// What a text holds of a theme. *Claimed* is said; the three above it stand each by itself.
package enum Mark: Int, CaseIterable, Hashable, Sendable {
  /// It is said.
  case claimed
  /// Who does it, how often, by what route.
  case operational
  /// An achieved quantity with a time frame.
  case evidenced
  /// How it is verified and reviewed.
  case assured

  /// The word in files and on screens.
  package var name: String {
    switch self {
    case .claimed: "claimed"
    case .operational: "operational"
    case .evidenced: "evidenced"
    case .assured: "assured"
    }
  }

  /// Two letters for the coverage pane.
  package var shortName: String { String(name.prefix(2)) }

  /// The mark of a name such as `operational`; `nil` for any other word.
  package init?(name: some StringProtocol) {
    guard let mark = Mark.allCases.first(where: { $0.name == name }) else { return nil }
    self = mark
  }
}

/// A set of marks.
package struct MarkSet: OptionSet, Hashable, Sendable {
  /// One bit a mark.
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The set of one mark.
  package init(_ mark: Mark) { rawValue = 1 << UInt8(mark.rawValue) }

  /// It is said.
  package static let claimed = MarkSet(.claimed)
  /// Who, how often, by what route.
  package static let operational = MarkSet(.operational)
  /// A quantity that was reached, with its time.
  package static let evidenced = MarkSet(.evidenced)
  /// How it is checked and reviewed.
  package static let assured = MarkSet(.assured)
  /// All four.
  package static let all: MarkSet = [.claimed, .operational, .evidenced, .assured]

  /// The marks in the order of ``Mark``.
  package var marks: [Mark] { Mark.allCases.filter { contains(MarkSet($0)) } }
}
