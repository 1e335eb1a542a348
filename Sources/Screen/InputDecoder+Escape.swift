extension InputDecoder {
  /// Reads what begins with the ESC at `index`.
  mutating func readEscape(
    _ buffer: UnsafeBufferPointer<UInt8>, _ index: Int, into output: inout InputCollector
  ) -> Int {
    let next = index + 1
    guard next < buffer.count else { return hold(buffer, from: index) }
    let byte = buffer[next]
    switch byte {
    case 0x5B: return readControlSequence(buffer, index, next + 1, [], into: &output)
    case 0x4F: return readShiftThree(buffer, index, next + 1, [], into: &output)
    case 0x50, 0x58, 0x5D, 0x5E, 0x5F:
      state = .string(introducer: byte, length: 0)
      return next + 1
    case 0x1B: return readDoubleEscape(buffer, index, into: &output)
    case 0..<0x20, 0x7F:
      output.key(controlKey(byte, .alt))
      return next + 1
    case 0x20..<0x7F:
      output.key(Key(.character(Character(Unicode.Scalar(byte))), .alt))
      return next + 1
    default: return readAltCharacter(buffer, index, into: &output)
    }
  }

  /// ESC ESC: Alt with a key that is a sequence itself (rxvt, PuTTY), or Escape and then something else.
  private mutating func readDoubleEscape(
    _ buffer: UnsafeBufferPointer<UInt8>, _ index: Int, into output: inout InputCollector
  ) -> Int {
    guard index + 2 < buffer.count else { return hold(buffer, from: index) }
    switch buffer[index + 2] {
    case 0x5B: return readControlSequence(buffer, index, index + 3, .alt, into: &output)
    case 0x4F: return readShiftThree(buffer, index, index + 3, .alt, into: &output)
    default:
      output.key(Key(.escape))
      return index + 1
    }
  }

  private mutating func readAltCharacter(
    _ buffer: UnsafeBufferPointer<UInt8>, _ index: Int, into output: inout InputCollector
  ) -> Int {
    switch TypedText.character(buffer, at: index + 1) {
    case .incomplete: return hold(buffer, from: index)
    case .invalid:
      output.key(Key(.escape))
      return index + 1
    case .whole(let length):
      let text = String(decoding: buffer[index + 1..<index + 1 + length], as: UTF8.self)
      if let character = text.first { output.key(Key(.character(character), .alt)) }
      return index + 1 + length
    }
  }

  /// ESC O and a letter: cursor keys, F1 to F4 and the keypad in application mode; some terminals put modifiers
  /// before the letter.
  private mutating func readShiftThree(
    _ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ body: Int, _ held: Modifiers,
    into output: inout InputCollector
  ) -> Int {
    var index = body
    while index < buffer.count, index - body < 8,
      (0x30..<0x3A).contains(buffer[index]) || buffer[index] == 0x3B
    {
      index += 1
    }
    guard index < buffer.count else { return hold(buffer, from: start) }
    let parameters = SequenceParameters(buffer[body..<index])
    if let key = SequenceKeys.shiftThree(final: buffer[index], parameters: parameters) {
      output.key(Key(key.code, key.modifiers.union(held)))
      return index + 1
    }
    if index > body {
      output.unrecognised(buffer[start..<index])
      return index
    }
    // Not a key of this kind: Alt-O was typed, and then something else.
    if held.contains(.alt) { output.key(Key(.escape)) }
    output.key(Key(.character("O"), .alt))
    return body
  }

  /// ESC [ with parameters and a final byte (ECMA-48, 5.4).
  private mutating func readControlSequence(
    _ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ body: Int, _ held: Modifiers,
    into output: inout InputCollector
  ) -> Int {
    var index = body
    while index < buffer.count, (0x20..<0x40).contains(buffer[index]) { index += 1 }
    if index - body > Self.longestSequence {
      output.unrecognised(buffer[start..<body])
      state = .skippingSequence
      return index
    }
    guard index < buffer.count else { return hold(buffer, from: start) }
    let final = buffer[index]
    guard (0x40..<0x7F).contains(final) else {
      output.unrecognised(buffer[start..<index])
      return index
    }
    if index == body, final == 0x5B { return readConsoleKey(buffer, start, index + 1, held, into: &output) }
    if index == body, final == 0x4D { return readOldMouse(buffer, start, index + 1, into: &output) }
    let parameters = SequenceParameters(buffer[body..<index])
    if final == 0x7E, parameters.marker == nil, parameters[0] == 200 {
      state = .paste
      return index + 1
    }
    let sequence = ControlSequence(parameters: parameters, final: final, held: held)
    if !sequence.emit(into: &output, erase: erase) { output.unrecognised(buffer[start...index]) }
    return index + 1
  }

  /// The Linux console's F1 to F5: ESC [ [ and A to E.
  private mutating func readConsoleKey(
    _ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ index: Int, _ held: Modifiers,
    into output: inout InputCollector
  ) -> Int {
    guard index < buffer.count else { return hold(buffer, from: start) }
    guard (0x41...0x45).contains(buffer[index]) else {
      output.unrecognised(buffer[start..<index])
      return index
    }
    output.key(Key(.function(Int(buffer[index]) - 0x40), held))
    return index + 1
  }

  /// The mouse report before SGR: ESC [ M and three bytes, each 32 more than its value.
  private mutating func readOldMouse(
    _ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ index: Int, into output: inout InputCollector
  ) -> Int {
    let available = min(3, buffer.count - index)
    if let wrong = (0..<available).first(where: { buffer[index + $0] < 0x20 }) {
      output.unrecognised(buffer[start..<index + wrong])
      return index + wrong
    }
    guard available == 3 else { return hold(buffer, from: start) }
    let report = MouseReport(
      code: Int(buffer[index]) - 32, column: Int(buffer[index + 1]) - 32, row: Int(buffer[index + 2]) - 32)
    if let event = report.event(isRelease: report.code & 0x63 == 3) {
      output.mouse(event)
    } else {
      output.unrecognised(buffer[start..<index + 3])
    }
    return index + 3
  }

  /// The key of a C0 control or DEL.
  func controlKey(_ byte: UInt8, _ held: Modifiers = []) -> Key {
    ControlCharacter.key(byte, held, erase: erase)
  }

  /// Reads what was held when no more came: ESC is the Escape key, ESC [ is Alt-[.
  func release(_ held: [UInt8], into output: inout InputCollector) {
    guard held.first == 0x1B else {
      if !held.isEmpty { output.unrecognised(held) }
      return
    }
    let rest = Array(held.dropFirst())
    if rest.count == 1, rest[0] == 0x5B || rest[0] == 0x4F {
      output.key(Key(.character(Character(Unicode.Scalar(rest[0]))), .alt))
    } else if rest.first == 0x5B || rest.first == 0x4F {
      output.unrecognised(held)
    } else {
      output.key(Key(.escape))
      release(rest, into: &output)
    }
  }
}
