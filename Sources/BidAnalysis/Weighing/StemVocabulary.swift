/// Gives each stem a small number.
///
/// While weights are learnt it grows; when they are used it is what they name, and any other stem is
/// ``unknown``.
struct StemVocabulary: Sendable {
  /// A stem that nothing is said of.
  static let unknown: Int32 = -1
  private(set) var stems: [String] = []
  private var numbers: [String: Int32] = [:]

  /// The number of `stem`, or ``unknown``.
  func number(of stem: String) -> Int32 { numbers[stem] ?? Self.unknown }

  /// The number of `stem`, which is taken in if it is new.
  mutating func take(_ stem: String) -> Int32 {
    if let known = numbers[stem] { return known }
    let number = Int32(stems.count)
    stems.append(stem)
    numbers[stem] = number
    return number
  }
}
