import Screen

/// The bytes an xterm sends for a key, by the key's name.
package enum KeyBytes {
  /// The bytes of `name`, such as `Ctrl-S`, `Alt-Down`, `F6`; none for a key that xterm cannot send.
  package static func bytes(of name: String) -> [UInt8] {
    guard let key = Key(name: name) else { return [] }
    let modifier = 1 + Int(key.modifiers.rawValue)
    switch key.code {
    case .character(let character): return bytes(of: character, key.modifiers)
    case .enter: return key.modifiers.contains(.alt) ? [0x1B, 0x0D] : [0x0D]
    case .tab: return key.modifiers.contains(.shift) ? Array("\u{1B}[Z".utf8) : [0x09]
    case .backspace: return key.modifiers.contains(.alt) ? [0x1B, 0x7F] : [0x7F]
    case .escape: return [0x1B]
    case .up: return arrow("A", modifier)
    case .down: return arrow("B", modifier)
    case .right: return arrow("C", modifier)
    case .left: return arrow("D", modifier)
    case .home: return arrow("H", modifier)
    case .end: return arrow("F", modifier)
    case .insert: return tilde(2, modifier)
    case .delete: return tilde(3, modifier)
    case .pageUp: return tilde(5, modifier)
    case .pageDown: return tilde(6, modifier)
    case .function(let number):
      let codes = [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24]
      return codes.indices.contains(number - 1) ? tilde(codes[number - 1], modifier) : []
    }
  }

  private static func bytes(of character: Character, _ modifiers: Modifiers) -> [UInt8] {
    var bytes = Array(String(character).utf8)
    if modifiers.contains(.control), let last = bytes.last { bytes = [last & 0x1F] }
    return modifiers.contains(.alt) ? [0x1B] + bytes : bytes
  }

  private static func arrow(_ letter: String, _ modifier: Int) -> [UInt8] {
    Array((modifier == 1 ? "\u{1B}[\(letter)" : "\u{1B}[1;\(modifier)\(letter)").utf8)
  }

  private static func tilde(_ code: Int, _ modifier: Int) -> [UInt8] {
    Array((modifier == 1 ? "\u{1B}[\(code)~" : "\u{1B}[\(code);\(modifier)~").utf8)
  }
}
