/// The keys that send one control character.
enum ControlCharacter {
  /// The key of a C0 control or DEL.
  ///
  /// Tab, Enter and Escape come before Ctrl-I, Ctrl-M and Ctrl-[, which send the same. Of 0x7F and 0x08 one is
  /// Backspace, as the terminal says; the other is what most terminals send for Ctrl-Backspace.
  static func key(_ byte: UInt8, _ held: Modifiers, erase: UInt8) -> Key {
    switch byte {
    case 0x09: return Key(.tab, held)
    case 0x0D: return Key(.enter, held)
    case 0x1B: return Key(.escape, held)
    case 0x08, 0x7F: return Key(.backspace, byte == erase ? held : held.union(.control))
    case 0x00: return Key(.character(" "), held.union(.control))
    case 0x01...0x1A:
      return Key(.character(Character(Unicode.Scalar(byte + 0x60))), held.union(.control))
    default: return Key(.character(Character(Unicode.Scalar(byte + 0x40))), held.union(.control))
    }
  }
}
