/// The three numbers of a mouse report.
struct MouseReport: Sendable {
  /// Button, modifiers and motion in one number.
  var code: Int
  /// The column, from 1.
  var column: Int
  /// The row, from 1.
  var row: Int

  /// What the report says; nil for what the program does not use: motion without a button, sideways wheels.
  func event(isRelease: Bool) -> MouseEvent? {
    var modifiers: Modifiers = []
    if code & 4 != 0 { modifiers.insert(.shift) }
    if code & 8 != 0 { modifiers.insert(.alt) }
    if code & 16 != 0 { modifiers.insert(.control) }
    let point = Point(row: max(0, row - 1), column: max(0, column - 1))
    let number = code & 3
    if code & 64 != 0 {
      guard number < 2, !isRelease else { return nil }
      return MouseEvent(
        button: .none, action: number == 0 ? .wheelUp : .wheelDown, point: point, modifiers: modifiers)
    }
    let isMotion = code & 32 != 0
    let buttons: [MouseButton] = [.left, .middle, .right, .none]
    if isMotion, number == 3 { return nil }
    let action: MouseAction = isRelease ? .release : isMotion ? .drag : .press
    return MouseEvent(button: buttons[number], action: action, point: point, modifiers: modifiers)
  }
}
