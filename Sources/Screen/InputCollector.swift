/// Gathers events, joining those that belong together: typed text to typed text, pastes that follow one
/// another directly, and bytes that mean nothing.
struct InputCollector {
  private(set) var events: [InputEvent] = []

  /// A key; a character without Control or Alt, as the keypad sends, is text.
  mutating func key(_ key: Key) {
    if case .character(let character) = key.code, key.modifiers.isDisjoint(with: [.control, .alt]) {
      append(String(character))
    } else {
      events.append(.key(key))
    }
  }

  mutating func mouse(_ event: MouseEvent) { events.append(.mouse(event)) }

  mutating func focus(_ gained: Bool) { events.append(.focus(gained)) }

  mutating func text(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    append(String(decoding: bytes, as: UTF8.self))
  }

  /// Text in place, so that a thousand pieces do not copy what came before each.
  mutating func append(_ text: String) {
    guard case .text(var before)? = events.last else {
      events.append(.text(text))
      return
    }
    events.removeLast()
    before += text
    events.append(.text(before))
  }

  mutating func unrecognised(_ bytes: some Collection<UInt8>) {
    guard case .unrecognised(var before)? = events.last else {
      events.append(.unrecognised(Array(bytes)))
      return
    }
    events.removeLast()
    before.append(contentsOf: bytes)
    events.append(.unrecognised(before))
  }

  mutating func paste(_ bytes: [UInt8]) {
    let text = Self.withLineFeeds(bytes)
    guard case .paste(var before)? = events.last else {
      events.append(.paste(text))
      return
    }
    events.removeLast()
    before += text
    events.append(.paste(before))
  }

  /// The bytes as text with CR and CRLF made into LF.
  /// - Complexity: O(n) in the bytes.
  private static func withLineFeeds(_ bytes: [UInt8]) -> String {
    guard bytes.contains(0x0D) else { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var afterReturn = false
    for byte in bytes {
      if byte == 0x0D {
        result.append(0x0A)
      } else if byte != 0x0A || !afterReturn {
        result.append(byte)
      }
      afterReturn = byte == 0x0D
    }
    return String(decoding: result, as: UTF8.self)
  }
}
