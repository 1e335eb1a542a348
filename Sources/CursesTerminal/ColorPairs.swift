import CNcurses
import Screen

/// ncurses' colour pairs, made when a style first needs one.
final class ColorPairs {
  private let isEnabled: Bool
  private let colours: Int32
  private let limit: Int32
  private var pairs: [UInt16: Int32] = [:]
  private var next: Int32 = 1
  private var last: (style: UInt32, attributes: UInt32, pair: Int32)?

  /// The pairs of the terminal that was just opened.
  init(enabled: Bool) {
    isEnabled = enabled && has_colors() && start_color() == OK && use_default_colors() == OK
    colours = isEnabled ? fivefold_colours() : 0
    limit = isEnabled ? fivefold_colour_pairs() : 0
  }

  /// The attributes and the pair that draw a style as nearly as the terminal can.
  func look(of style: Style) -> (attributes: UInt32, pair: Int32) {
    if let last, last.style == style.packed { return (last.attributes, last.pair) }
    let look = newLook(of: style)
    last = (style.packed, look.attributes, look.pair)
    return look
  }

  private func newLook(of style: Style) -> (attributes: UInt32, pair: Int32) {
    var attributes = style.attributes
    guard isEnabled else { return (fivefold_attributes(attributes.rawValue), 0) }
    var foreground = Int32(style.foreground.paletteIndex)
    var background = Int32(style.background.paletteIndex)
    if foreground >= colours, colours >= 8 {
      foreground -= 8
      // The eight bright colours of an eight-colour terminal are its bold ones.
      attributes.insert(.bold)
    }
    if background >= colours, colours >= 8 { background -= 8 }
    let pair = pair(foreground, background)
    return (fivefold_attributes(attributes.rawValue), pair)
  }

  /// The pair's number, or the terminal's own colours when there are no more.
  private func pair(_ foreground: Int32, _ background: Int32) -> Int32 {
    if foreground < 0, background < 0 { return 0 }
    let key = UInt16(foreground + 1) << 8 | UInt16(background + 1)
    if let known = pairs[key] { return known }
    guard next < limit, init_extended_pair(next, foreground, background) == OK else { return 0 }
    pairs[key] = next
    next += 1
    return next - 1
  }
}
