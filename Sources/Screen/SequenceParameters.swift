/// The numbers between a sequence's introducer and its final byte.
struct SequenceParameters: Sendable {
  /// The private marker in front of them: `<`, `=`, `>` or `?`.
  private(set) var marker: UInt8?
  /// Whether a byte stands between them and the final one.
  private(set) var hasIntermediates = false
  /// The numbers, each with its sub-parameters; nil for one left out. At most sixteen, none over 9,999,999.
  private(set) var values: [[Int?]] = []

  /// Reads the bytes 0x20 to 0x3F of a sequence.
  /// - Complexity: O(n) in the bytes.
  init(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    guard !bytes.isEmpty else { return }
    values = [[nil]]
    for byte in bytes {
      switch byte {
      case 0x30...0x39: add(digit: Int(byte) - 0x30)
      case 0x3B: if values.count < 16 { values.append([nil]) }
      case 0x3A: if values[values.count - 1].count < 16 { values[values.count - 1].append(nil) }
      case 0x3C...0x3F: marker = byte
      default: hasIntermediates = true
      }
    }
  }

  private mutating func add(digit: Int) {
    let last = values.count - 1
    let part = values[last].count - 1
    let before = values[last][part] ?? 0
    values[last][part] = before < 1_000_000 ? before * 10 + digit : before
  }

  /// How many numbers there are.
  var count: Int { values.count }

  /// A number, nil when it was left out.
  subscript(index: Int, part: Int = 0) -> Int? {
    guard index < values.count, part < values[index].count else { return nil }
    return values[index][part]
  }
}
