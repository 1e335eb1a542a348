/// What a key is, without its modifiers.
package enum KeyCode: Hashable, Sendable {
  /// A letter, digit or sign; with Control or Alt a letter is lower-case.
  case character(Character)
  case enter, tab, backspace, delete, insert, escape
  case up, down, left, right, home, end, pageUp, pageDown
  /// F1 to F35.
  case function(Int)
}

/// The modifier keys that were held.
package struct Modifiers: OptionSet, Hashable, Sendable {
  /// One bit a modifier, as in xterm's parameter less one: 1 shift, 2 alt, 4 control.
  package var rawValue: UInt8

  /// The set with the given bits.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Shift.
  package static let shift = Modifiers(rawValue: 1)
  /// Alt, called Option or Meta on some keyboards.
  package static let alt = Modifiers(rawValue: 2)
  /// Control.
  package static let control = Modifiers(rawValue: 4)
}

/// One key press that is not plain text.
///
/// There is one normal form, so that every terminal's encoding of a press compares equal: a letter with
/// Control or Alt is lower-case, and a capital with Alt alone is the small letter with Shift.
package struct Key: Hashable, Sendable {
  /// What was pressed.
  package var code: KeyCode
  /// What was held.
  package var modifiers: Modifiers

  /// A key in its normal form.
  package init(_ code: KeyCode, _ modifiers: Modifiers = []) {
    self.code = code
    self.modifiers = modifiers
    guard case .character(let character) = code, !modifiers.isDisjoint(with: [.control, .alt]) else { return }
    let lower = character.lowercased()
    guard lower.count == 1, let small = lower.first, small != character else { return }
    self.code = .character(small)
    if !modifiers.contains(.control) { self.modifiers.insert(.shift) }
  }
}
