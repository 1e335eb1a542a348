import Screen

extension Key {
  /// The bytes that a terminal sends for the key: xterm's sequences, and kitty's for what those lack.
  package var terminalBytes: [UInt8] {
    let parameter = Int(modifiers.rawValue) + 1
    switch code {
    case .up: return cursorKey("A", parameter)
    case .down: return cursorKey("B", parameter)
    case .right: return cursorKey("C", parameter)
    case .left: return cursorKey("D", parameter)
    case .home: return cursorKey("H", parameter)
    case .end: return cursorKey("F", parameter)
    case .insert: return bytes("2;\(parameter)~")
    case .delete: return bytes("3;\(parameter)~")
    case .pageUp: return bytes("5;\(parameter)~")
    case .pageDown: return bytes("6;\(parameter)~")
    case .function(let number): return bytes("\(Self.functionNumbers[number] ?? 11);\(parameter)~")
    case .tab: return bytes("9;\(parameter)u")
    case .enter: return modifiers.isEmpty ? [0x0D] : bytes("13;\(parameter)u")
    case .escape: return bytes("27;\(parameter)u")
    case .backspace: return bytes("127;\(parameter)u")
    case .character(let character):
      let scalar = character.unicodeScalars[character.unicodeScalars.startIndex]
      return modifiers.isEmpty ? Array(String(character).utf8) : bytes("\(scalar.value);\(parameter)u")
    }
  }

  private func cursorKey(_ letter: String, _ parameter: Int) -> [UInt8] {
    bytes(parameter == 1 ? letter : "1;\(parameter)\(letter)")
  }

  private func bytes(_ rest: String) -> [UInt8] { Array("\u{1B}[\(rest)".utf8) }

  /// VT220's numbers of the function keys, which leave out some.
  private static let functionNumbers = [
    1: 11, 2: 12, 3: 13, 4: 14, 5: 15, 6: 17, 7: 18, 8: 19, 9: 20, 10: 21, 11: 23, 12: 24,
  ]
}
