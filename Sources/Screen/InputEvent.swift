/// What a mouse did.
package enum MouseAction: Hashable, Sendable {
  case press, release, drag, wheelUp, wheelDown
}

/// Which button a mouse event is about.
package enum MouseButton: Hashable, Sendable {
  case left, middle, right
  /// The wheel, or a button the terminal does not name.
  case none
}

/// One report of the mouse.
package struct MouseEvent: Hashable, Sendable {
  /// The button, `none` for the wheel.
  package var button: MouseButton
  /// What happened.
  package var action: MouseAction
  /// Where, from row 0, column 0.
  package var point: Point
  /// What was held.
  package var modifiers: Modifiers

  /// A report of the mouse.
  package init(button: MouseButton, action: MouseAction, point: Point, modifiers: Modifiers = []) {
    self.button = button
    self.action = action
    self.point = point
    self.modifiers = modifiers
  }
}

/// What the bytes of a terminal said.
package enum InputEvent: Hashable, Sendable {
  /// A key that is not plain text.
  case key(Key)
  /// Plain typed characters, all that stood next to each other in one read.
  case text(String)
  /// A bracketed paste, with CR and CRLF turned into LF and every other character kept.
  case paste(String)
  /// A report of the mouse.
  case mouse(MouseEvent)
  /// The terminal window gained (true) or lost the focus.
  case focus(Bool)
  /// Bytes that mean nothing here: invalid UTF-8, unknown or broken sequences. Safe to ignore.
  case unrecognised([UInt8])
}
