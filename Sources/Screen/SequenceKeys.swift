/// Which key each sequence is.
enum SequenceKeys {
  /// Cursor keys and F1 to F4, named alike after ESC [ and ESC O.
  private static let byLetter: [UInt8: KeyCode] = [
    0x41: .up, 0x42: .down, 0x43: .right, 0x44: .left, 0x46: .end, 0x48: .home,
    0x50: .function(1), 0x51: .function(2), 0x52: .function(3), 0x53: .function(4),
  ]

  /// Numbers before `~`: VT220 and xterm, with the Linux console's and rxvt's Home and End.
  private static let byNumber: [Int: KeyCode] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12), 25: .function(13), 26: .function(14), 28: .function(15),
    29: .function(16), 31: .function(17), 32: .function(18), 33: .function(19), 34: .function(20),
  ]

  /// kitty's codes for keys that have no character, and the control characters that are keys.
  private static let byCode: [Int: KeyCode] = [
    9: .tab, 13: .enter, 27: .escape, 127: .backspace,
    57409: .character("."), 57410: .character("/"), 57411: .character("*"), 57412: .character("-"),
    57413: .character("+"), 57414: .enter, 57415: .character("="), 57416: .character(","),
    57417: .left, 57418: .right, 57419: .up, 57420: .down, 57421: .pageUp, 57422: .pageDown,
    57423: .home, 57424: .end, 57425: .insert, 57426: .delete,
  ]

  /// The key of a kitty code that types nothing; nil for a character.
  static func coded(_ code: Int) -> KeyCode? {
    if (57376...57398).contains(code) { return .function(code - 57363) }
    if (57399...57408).contains(code) { return .character(Character("\(code - 57399)")) }
    return byCode[code]
  }

  /// The key of an ESC [ sequence.
  static func controlSequence(final: UInt8, parameters: SequenceParameters) -> Key? {
    switch final {
    case 0x7E:
      return parameters[0].flatMap { byNumber[$0] }.map { Key($0, modifiers(parameters[1])) }
    case 0x5E, 0x40:
      // rxvt: `^` with Control, `@` with both.
      guard parameters.count == 1, let code = parameters[0].flatMap({ byNumber[$0] }) else { return nil }
      return Key(code, final == 0x5E ? .control : [.control, .shift])
    case 0x5A: return Key(.tab, modifiers(parameters[1]).union(.shift))
    case 0x61...0x64 where parameters.count == 0: return arrow(final).map { Key($0, .shift) }
    case 0x52 where parameters.count > 0 && (parameters[0] ?? 1) != 1: return nil
    default: return byLetter[final].map { Key($0, letterModifiers(parameters)) }
    }
  }

  /// The key of an ESC O sequence: as above, and the keypad.
  static func shiftThree(final: UInt8, parameters: SequenceParameters) -> Key? {
    let held = letterModifiers(parameters)
    if let code = byLetter[final] { return Key(code, held) }
    switch final {
    case 0x61...0x64: return arrow(final).map { Key($0, .control) }
    case 0x4D: return Key(.enter, held)
    case 0x49: return Key(.tab, held)
    case 0x58: return Key(.character("="), held)
    case 0x6A...0x79: return Key(.character(Character(Unicode.Scalar(final - 0x40))), held)
    default: return nil
    }
  }

  /// rxvt's small letters for arrows with a modifier.
  private static func arrow(_ final: UInt8) -> KeyCode? { byLetter[final - 0x20] }

  /// `1;5` before a letter, and the older form with the modifier alone.
  private static func letterModifiers(_ parameters: SequenceParameters) -> Modifiers {
    parameters.count == 1 ? modifiers(parameters[0]) : modifiers(parameters[1])
  }

  /// xterm's modifier number: one more than the bits Shift 1, Alt 2, Control 4, Meta 8. Meta counts as Alt.
  private static func modifiers(_ number: Int?) -> Modifiers {
    guard let number, number > 1 else { return [] }
    let bits = number - 1
    let known = Modifiers(rawValue: UInt8(bits & 7))
    return bits & 8 != 0 ? known.union(.alt) : known
  }
}
