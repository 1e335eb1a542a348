extension Key {
  /// Names of the keys that are not characters, as the keymap files and the help screen write them.
  private static let named: [(KeyCode, String)] = [
    (.enter, "Enter"), (.tab, "Tab"), (.backspace, "Backspace"), (.delete, "Delete"),
    (.insert, "Insert"), (.escape, "Esc"), (.up, "Up"), (.down, "Down"), (.left, "Left"),
    (.right, "Right"), (.home, "Home"), (.end, "End"), (.pageUp, "PageUp"), (.pageDown, "PageDown"),
    (.character(" "), "Space"),
  ]

  /// The key as a writer reads it: `Ctrl-S`, `Alt-Left`, `F6`, `Shift-Tab`. `Key(name:)` reads it back.
  package var name: String {
    var prefix = ""
    if modifiers.contains(.control) { prefix += "Ctrl-" }
    if modifiers.contains(.alt) { prefix += "Alt-" }
    if modifiers.contains(.shift) { prefix += "Shift-" }
    return prefix + bareName
  }

  private var bareName: String {
    if let known = Key.named.first(where: { $0.0 == code }) { return known.1 }
    switch code {
    case .function(let number): return "F\(number)"
    case .character(let character):
      let upper = character.uppercased()
      // A capital is only shown where reading it back gives the same letter.
      let shows = !modifiers.isDisjoint(with: [.control, .alt]) && upper.lowercased() == String(character)
      return shows && upper.count == 1 ? upper : String(character)
    default: return ""
    }
  }

  /// The key of a name such as `Ctrl-S`, `Alt-Left`, `F6`, `Shift-Tab` or `Ctrl--`; nil when it names none.
  /// Modifiers may come in any order; names of keys are read without regard to case.
  package init?(name: String) {
    var rest = Substring(name)
    var modifiers: Modifiers = []
    let prefixes: [(String, Modifiers)] = [
      ("ctrl-", .control), ("alt-", .alt), ("shift-", .shift),
    ]
    while let (prefix, modifier) = prefixes.first(where: {
      rest.utf8.count > $0.0.utf8.count && rest.lowercased().hasPrefix($0.0)
    }) {
      guard !modifiers.contains(modifier) else { return nil }
      modifiers.insert(modifier)
      rest = rest.dropFirst(prefix.count)
    }
    guard let code = Key.code(ofBareName: rest, held: !modifiers.isDisjoint(with: [.control, .alt])) else {
      return nil
    }
    self.init(code, modifiers)
  }

  private static func code(ofBareName name: Substring, held: Bool) -> KeyCode? {
    let lower = name.lowercased()
    if let known = named.first(where: { $0.1.lowercased() == lower }) { return known.0 }
    if lower == "escape" { return .escape }
    if lower.hasPrefix("f"), let number = Int(lower.dropFirst()), (1...35).contains(number) {
      return .function(number)
    }
    guard name.count == 1, let character = name.first else { return nil }
    guard held else { return .character(character) }
    // `Alt-B` names the letter on the key; `Alt-Shift-B` is the capital.
    let small = character.lowercased()
    guard small.count == 1, let first = small.first else { return .character(character) }
    return .character(first)
  }
}
