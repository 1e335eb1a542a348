/// Finds how far a run of printable, well-formed UTF-8 reaches.
enum TypedText {
  /// Why the run ended.
  enum Stop: Hashable {
    /// A control or the end of the bytes.
    case control
    /// Bytes that are no UTF-8 or no character to type, and how many belong together.
    case invalid(length: Int)
    /// The start of a character whose other bytes have not come yet.
    case incomplete
  }

  /// The run from `start`, and why it ended there.
  /// - Complexity: O(n) in the bytes of the run.
  static func scan(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (end: Int, stop: Stop) {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte < 0x20 || byte == 0x7F { return (index, .control) }
        index += 1
        continue
      }
      switch character(bytes, at: index) {
      case .whole(let length): index += length
      case .invalid(let length): return (index, .invalid(length: length))
      case .incomplete: return (index, .incomplete)
      }
    }
    return (index, .control)
  }

  /// What stands at a byte of 0x80 or more.
  enum Found: Hashable {
    case whole(length: Int)
    case invalid(length: Int)
    case incomplete
  }

  /// Reads one character by the table of well-formed sequences (Unicode 15.0, table 3-7). Its C1 controls count
  /// as invalid: nobody types them.
  static func character(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Found {
    let lead = bytes[index]
    let length: Int
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return .invalid(length: 1)
    }
    for offset in 1..<length {
      guard index + offset < bytes.count else { return .incomplete }
      let byte = bytes[index + offset]
      let range = offset == 1 ? second(after: lead) : 0x80...0xBF
      guard range.contains(byte) else { return .invalid(length: offset) }
    }
    return lead == 0xC2 && bytes[index + 1] < 0xA0 ? .invalid(length: 2) : .whole(length: length)
  }

  private static func second(after lead: UInt8) -> ClosedRange<UInt8> {
    switch lead {
    case 0xE0: 0xA0...0xBF
    case 0xED: 0x80...0x9F
    case 0xF0: 0x90...0xBF
    case 0xF4: 0x80...0x8F
    default: 0x80...0xBF
    }
  }
}
