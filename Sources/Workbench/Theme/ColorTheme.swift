import Screen

/// The styles of the screen by what they mean, never by how they look.
///
/// Nothing is told by colour alone: a style only repeats what brackets, signs and words say. Without
/// colours the same roles are told by bold, dim, underline and reverse.
package struct ColorTheme: Sendable {
  package var text = Style.plain
  package var dim = Style(attributes: .dim)
  package var border = Style(attributes: .dim)
  package var focusedBorder = Style(attributes: .bold)
  package var title = Style(attributes: .bold)
  package var status = Style(attributes: .reverse)
  package var partHeading = Style(attributes: [.bold, .underline])
  package var marker = Style.plain
  package var selected = Style(attributes: .reverse)
  package var chip = Style(attributes: .underline)
  package var staleChip = Style(attributes: [.underline, .italic])
  package var emptyChip = Style(attributes: [.bold, .underline])
  package var unknownChip = Style(attributes: [.bold, .reverse])
  package var good = Style(attributes: .bold)
  package var warning = Style(attributes: .bold)
  package var error = Style(attributes: [.bold, .reverse])
  package var key = Style(attributes: .bold)
  package var evidence = Style(attributes: .underline)
  /// Put on top of a text's own style.
  package var misspelt = Style(attributes: .underline)

  /// Without colours.
  package static let monochrome = ColorTheme()

  /// With the sixteen colours of the user's own palette.
  package static let standard: ColorTheme = {
    var theme = ColorTheme()
    theme.border = Style(foreground: .brightBlack)
    theme.dim = Style(foreground: .brightBlack)
    theme.focusedBorder = Style(foreground: .cyan, attributes: .bold)
    theme.partHeading = Style(foreground: .cyan, attributes: .bold)
    theme.chip = Style(foreground: .green)
    theme.staleChip = Style(foreground: .yellow, attributes: .underline)
    theme.emptyChip = Style(foreground: .magenta, attributes: .bold)
    theme.unknownChip = Style(foreground: .red, attributes: .bold)
    theme.good = Style(foreground: .green)
    theme.warning = Style(foreground: .yellow)
    theme.error = Style(foreground: .red, attributes: .bold)
    theme.key = Style(foreground: .cyan)
    theme.evidence = Style(foreground: .green, attributes: .underline)
    theme.misspelt = Style(foreground: .red, attributes: .underline)
    return theme
  }()
}
