/// A whole ESC [ sequence, ready to be understood.
struct ControlSequence: Sendable {
  var parameters: SequenceParameters
  var final: UInt8
  /// Modifiers from an ESC in front of the sequence.
  var held: Modifiers

  /// Gives out what the sequence means.
  /// - Returns: false when it means nothing here.
  func emit(into output: inout InputCollector, erase: UInt8) -> Bool {
    if parameters.hasIntermediates { return false }
    if parameters.marker == 0x3C { return emitMouse(into: &output) }
    guard parameters.marker == nil else { return false }
    switch final {
    case 0x75: return emitCode(parameters[0], modifiersAt: 1, into: &output, erase: erase)
    case 0x7E where parameters[0] == 27 && parameters.count >= 3:
      return emitCode(parameters[2], modifiersAt: 1, into: &output, erase: erase)
    case 0x49 where parameters.count == 0:
      output.focus(true)
      return true
    case 0x4F where parameters.count == 0:
      output.focus(false)
      return true
    default: return emitKey(into: &output)
    }
  }

  private func emitMouse(into output: inout InputCollector) -> Bool {
    guard final == 0x4D || final == 0x6D, let code = parameters[0], let column = parameters[1],
      let row = parameters[2],
      let event = MouseReport(code: code, column: column, row: row).event(isRelease: final == 0x6D)
    else { return false }
    output.mouse(event)
    return true
  }

  /// A key named by its final byte (xterm's cursor and function keys) or by its number before `~`.
  private func emitKey(into output: inout InputCollector) -> Bool {
    guard let key = SequenceKeys.controlSequence(final: final, parameters: parameters) else { return false }
    // kitty: event type 3 is the release of a key whose press was reported already.
    if parameters[1, 1] != 3 { output.key(Key(key.code, key.modifiers.union(held))) }
    return true
  }

  /// A key given as a Unicode code: kitty's CSI u and xterm's modifyOtherKeys.
  private func emitCode(
    _ code: Int?, modifiersAt place: Int, into output: inout InputCollector, erase: UInt8
  ) -> Bool {
    guard let code else { return false }
    let bits = max(0, (parameters[place] ?? 1) - 1)
    if parameters[place, 1] == 3 { return true }
    // Super, Hyper and kitty's Meta: shortcuts of the desktop, not text.
    guard bits & 0b11_1000 == 0 else { return false }
    let modifiers = Modifiers(rawValue: UInt8(bits & 7)).union(held)
    if let special = SequenceKeys.coded(code) {
      output.key(Key(special, modifiers))
      return true
    }
    if code < 0x20 {
      output.key(ControlCharacter.key(UInt8(max(0, code)), modifiers, erase: erase))
      return true
    }
    guard let scalar = Self.printable(code) else { return false }
    if modifiers.isDisjoint(with: [.alt, .control]) {
      output.append(text(of: scalar, isCapital: modifiers.contains(.shift) != (bits & 64 != 0)))
      return true
    }
    // On a keyboard of another script the key's place on the standard layout says which shortcut is meant.
    let base = scalar.isASCII || final != 0x75 ? nil : parameters[0, 2].flatMap(Self.printable)
    output.key(Key(.character(Character(base ?? scalar)), modifiers))
    return true
  }

  /// The text that a key types: as the terminal says, by its shifted key, or by its capital letter.
  private func text(of scalar: Unicode.Scalar, isCapital: Bool) -> String {
    if final == 0x75, parameters.count > 2 {
      let typed = parameters.values[2].compactMap { $0.flatMap(Self.printable) }
      if !typed.isEmpty { return String(String.UnicodeScalarView(typed)) }
    }
    guard isCapital else { return String(scalar) }
    if final == 0x75, let shifted = parameters[0, 1].flatMap(Self.printable) { return String(shifted) }
    return scalar.properties.uppercaseMapping
  }

  private static func printable(_ code: Int) -> Unicode.Scalar? {
    guard code >= 0x20, !(0x7F..<0xA0).contains(code), !(0xE000..<0xF900).contains(code) else { return nil }
    return UInt32(exactly: code).flatMap(Unicode.Scalar.init)
  }
}
