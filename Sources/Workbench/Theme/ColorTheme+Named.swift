import Screen

extension ColorTheme {
  /// The theme that the settings name; the user's own palette for any other name.
  static func named(_ name: String) -> ColorTheme {
    switch name {
    case "monochrome": .monochrome
    case "light": light
    case "dark": dark
    case "high-contrast": highContrast
    default: standard
    }
  }

  /// Dark words on a light ground, whatever the terminal's own colours are.
  static let light = grounded(
    text: .black, ground: .brightWhite, quiet: .brightBlack, accent: .blue, good: .green, alert: .red,
    warning: .magenta)

  /// Light words on a dark ground, whatever the terminal's own colours are.
  static let dark = grounded(
    text: .brightWhite, ground: .black, quiet: .white, accent: .brightCyan, good: .brightGreen,
    alert: .brightRed, warning: .brightYellow)

  /// White on black without shades: what matters is bold, underlined or reversed as well.
  static let highContrast: ColorTheme = {
    var theme = grounded(
      text: .brightWhite, ground: .black, quiet: .brightWhite, accent: .brightYellow, good: .brightGreen,
      alert: .brightRed, warning: .brightYellow)
    theme.partHeading.attributes = [.bold, .underline]
    theme.focusedBorder.attributes = [.bold, .reverse]
    theme.chip.attributes = .underline
    theme.emptyChip.attributes = [.bold, .reverse]
    theme.unknownChip.attributes = [.bold, .reverse]
    theme.warning.attributes = [.bold, .underline]
    theme.error.attributes = [.bold, .reverse]
    return theme
  }()

  private static func grounded(
    text: Color, ground: Color, quiet: Color, accent: Color, good: Color, alert: Color, warning: Color
  ) -> ColorTheme {
    var theme = ColorTheme.standard
    for role in roles.values {
      theme[keyPath: role].background = ground
      if theme[keyPath: role].foreground == .standard { theme[keyPath: role].foreground = text }
    }
    theme.border.foreground = quiet
    theme.dim.foreground = quiet
    theme.focusedBorder.foreground = accent
    theme.partHeading.foreground = accent
    theme.key.foreground = accent
    theme.chip.foreground = good
    theme.good.foreground = good
    theme.evidence.foreground = good
    theme.staleChip.foreground = warning
    theme.warning.foreground = warning
    theme.emptyChip.foreground = warning
    theme.unknownChip.foreground = alert
    theme.error.foreground = alert
    return theme
  }

  /// What a settings file can give a look of its own, by name.
  static let roles: [String: WritableKeyPath<ColorTheme, Style> & Sendable] = [
    "text": \.text, "dim": \.dim, "border": \.border, "focused-border": \.focusedBorder, "title": \.title,
    "status": \.status, "part-heading": \.partHeading, "marker": \.marker, "selected": \.selected,
    "chip": \.chip, "stale-chip": \.staleChip, "empty-chip": \.emptyChip, "unknown-chip": \.unknownChip,
    "good": \.good, "warning": \.warning, "error": \.error, "key": \.key, "evidence": \.evidence,
    "beyond": \.beyond, "misspelt": \.misspelt,
  ]
}

extension Style {
  /// The style that words such as `green bold` or `white on blue underline` ask for; `nil` when one of
  /// them is no colour and no attribute.
  init?(words: String) {
    var style = Style.plain
    var isGround = false
    for word in words.lowercased().split(separator: " ") {
      if word == "on" {
        isGround = true
      } else if let colour = Self.colours[String(word)] {
        if isGround { style.background = colour } else { style.foreground = colour }
        isGround = false
      } else if let attribute = Self.attributeNames[String(word)] {
        style.attributes.insert(attribute)
      } else {
        return nil
      }
    }
    self = style
  }

  /// The words for colours.
  static let colours: [String: Color] = [
    "default": .standard, "black": .black, "red": .red, "green": .green, "yellow": .yellow, "blue": .blue,
    "magenta": .magenta, "cyan": .cyan, "white": .white, "bright-black": .brightBlack,
    "bright-red": .brightRed, "bright-green": .brightGreen, "bright-yellow": .brightYellow,
    "bright-blue": .brightBlue, "bright-magenta": .brightMagenta, "bright-cyan": .brightCyan,
    "bright-white": .brightWhite,
  ]

  private static let attributeNames: [String: Attributes] = [
    "bold": .bold, "dim": .dim, "underline": .underline, "reverse": .reverse, "italic": .italic,
  ]
}
