/// Turns the bytes that a terminal sends into keys, text, pastes and mouse reports.
///
/// It is a pure state machine: bytes may be split anywhere, and whatever they are, what follows them is read
/// right. An incomplete sequence is held in `pending`, which is bounded; the caller starts a short timer while
/// `isWaiting` and calls `timeOut` when it ends, which is how a lone Escape is told from the start of a sequence.
///
/// Typed text and pastes are found as whole slices of bytes and become strings in one step, so a read of
/// megabytes costs a few passes over them.
///
/// Encodings read: xterm (with modifyOtherKeys), tmux, screen, rxvt, the Linux console, kitty (CSI u with its
/// alternates, event types and text), Windows Terminal; bracketed paste; SGR and X10 mouse; focus reports.
/// Sources: ECMA-48; "XTerm Control Sequences"; the kitty keyboard protocol; console_codes(4).
///
/// Limitations: replies to queries (DCS, OSC and so on) are skipped, because the program asks nothing. Eight-bit
/// controls are not read as sequences: they are UTF-8 here. Invalid UTF-8 in a paste becomes U+FFFD.
/// - Complexity: O(n) in the bytes given.
package struct InputDecoder: Sendable {
  /// Longest sequence of parameters that is kept; more is skipped to its end.
  package static let longestSequence = 128
  /// Most bytes of a DCS, OSC, APC, PM or SOS string that are skipped; what follows is read as ordinary input.
  package static let longestString = 65_536
  /// Most bytes of a paste that are kept before a part of it is released.
  package static let longestPaste = 64 << 20
  /// How many `timeOut` calls in a row, without a byte between them, end a paste that has no end. At the usual
  /// 25 ms this is two seconds: long enough for a slow line, short enough not to look dead.
  package static let pastePatience = 80

  enum State: Hashable {
    case ground
    /// Inside the parameters of a sequence that is too long to keep.
    case skippingSequence
    /// Inside a control string; how many bytes of it were skipped.
    case string(introducer: UInt8, length: Int)
    case paste
  }

  var state = State.ground
  /// The bytes of a sequence or character that is not complete yet.
  var pending: [UInt8] = []
  /// A paste so far.
  var pasted: [UInt8] = []
  var silence = 0
  /// The byte that the Backspace key sends; the other of 0x08 and 0x7F is then Ctrl-Backspace (Ctrl-H).
  let erase: UInt8

  /// A decoder that has seen nothing.
  /// - Parameter erase: the terminal's erase character (termios `VERASE`), 0x7F or 0x08.
  package init(erase: UInt8 = 0x7F) {
    self.erase = erase == 0x08 ? 0x08 : 0x7F
  }

  /// Whether something incomplete is held, so that `timeOut` should be called if no byte comes soon.
  package var isWaiting: Bool { state != .ground || !pending.isEmpty }

  /// The events that the bytes complete.
  /// - Complexity: O(n) in the bytes.
  package mutating func decode(_ bytes: some Sequence<UInt8>) -> [InputEvent] {
    var output = InputCollector()
    silence = 0
    var input = pending
    pending = []
    input.append(contentsOf: bytes)
    input.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count { index = step(buffer, index, into: &output) }
    }
    return output.events
  }

  /// Says that no byte came for a while: what is held is read as it stands.
  package mutating func timeOut() -> [InputEvent] {
    var output = InputCollector()
    if state == .paste {
      silence += 1
      guard silence >= Self.pastePatience else { return [] }
      pasted += pending
      pending = []
      releasePaste(into: &output)
    }
    if case .string(let introducer, let length) = state {
      // ESC P and nothing more is Alt-P; the start of a reply that never ended is nothing.
      if length == 0, pending.isEmpty {
        output.key(Key(.character(Character(Unicode.Scalar(introducer))), .alt))
      } else {
        output.unrecognised([0x1B, introducer])
      }
    }
    state = .ground
    let held = pending
    pending = []
    release(held, into: &output)
    return output.events
  }

  /// Reads one piece of the input and returns where the next begins.
  private mutating func step(
    _ buffer: UnsafeBufferPointer<UInt8>, _ index: Int, into output: inout InputCollector
  ) -> Int {
    switch state {
    case .ground: return stepGround(buffer, index, into: &output)
    case .skippingSequence: return skipSequence(buffer, index)
    case .string(let introducer, let length): return skipString(buffer, index, introducer, length)
    case .paste: return collectPaste(buffer, index, into: &output)
    }
  }

  private mutating func stepGround(
    _ buffer: UnsafeBufferPointer<UInt8>, _ index: Int, into output: inout InputCollector
  ) -> Int {
    let byte = buffer[index]
    if byte == 0x1B { return readEscape(buffer, index, into: &output) }
    if byte < 0x20 || byte == 0x7F {
      output.key(controlKey(byte))
      return index + 1
    }
    let text = TypedText.scan(buffer, from: index)
    if text.end > index { output.text(buffer[index..<text.end]) }
    switch text.stop {
    case .control: return text.end
    case .invalid(let length):
      output.unrecognised(buffer[text.end..<text.end + length])
      return text.end + length
    case .incomplete: return hold(buffer, from: text.end)
    }
  }

  /// Keeps the rest of the input for the next read.
  mutating func hold(_ buffer: UnsafeBufferPointer<UInt8>, from index: Int) -> Int {
    pending = Array(buffer[index...])
    return buffer.count
  }

  private mutating func skipSequence(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var index = start
    while index < buffer.count, (0x20..<0x40).contains(buffer[index]) { index += 1 }
    guard index < buffer.count else { return index }
    state = .ground
    // A final byte belongs to the sequence; anything else breaks it off and is read for itself.
    return (0x40..<0x7F).contains(buffer[index]) ? index + 1 : index
  }

  /// Skips a control string to its end: ESC \, BEL, or any other control, which breaks it off.
  private mutating func skipString(
    _ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ introducer: UInt8, _ length: Int
  ) -> Int {
    var index = start
    let limit = min(buffer.count, start + Self.longestString - length)
    while index < limit, buffer[index] >= 0x20, buffer[index] != 0x7F { index += 1 }
    guard index < limit else {
      let skipped = length + index - start
      state = skipped >= Self.longestString ? .ground : .string(introducer: introducer, length: skipped)
      return index
    }
    if buffer[index] == 0x1B {
      guard index + 1 < buffer.count else {
        state = .string(introducer: introducer, length: length + index - start)
        return hold(buffer, from: index)
      }
      state = .ground
      return buffer[index + 1] == 0x5C ? index + 2 : index
    }
    state = .ground
    return buffer[index] == 0x07 ? index + 1 : index
  }
}
