import BidStorage
import Screen

/// Which colours the person chose: a theme by name, and colours of their own over it.
package struct ScreenColours: Sendable {
  /// One of ``Settings/themes``.
  var themeName = Settings.themes[0]
  /// Looks from the settings, in their order.
  var own: [(role: WritableKeyPath<ColorTheme, Style> & Sendable, style: Style)] = []
  /// Whether the terminal shows colours.
  var isColoured = true

  /// The colours to paint with.
  var theme: ColorTheme {
    guard isColoured else { return .monochrome }
    var theme = ColorTheme.named(themeName)
    for (role, style) in own { theme[keyPath: role] = style }
    return theme
  }
}

extension WorkbenchState {
  /// Paints with the next theme, and keeps it in the settings.
  mutating func nextTheme() {
    guard colours.isColoured else {
      return say("The terminal shows no colours here: NO_COLOR is set.", as: .note)
    }
    let index = Settings.themes.firstIndex(of: colours.themeName) ?? 0
    colours.themeName = Settings.themes[(index + 1) % Settings.themes.count]
    theme = colours.theme
    effects += [.keepSetting("theme", colours.themeName), .redraw]
    say("The colours are now ‘\(colours.themeName)’.", as: .note)
  }
}
