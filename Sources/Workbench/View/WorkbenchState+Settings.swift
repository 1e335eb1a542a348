import BidStorage
import Screen

extension WorkbenchState {
  /// Takes a person's settings on.
  ///
  /// - Parameter hasColours: Whether the terminal shows colours at all.
  /// - Returns: What of them makes no sense, a sentence each with the file and the line.
  package mutating func apply(_ settings: Settings, hasColours: Bool) -> [String] {
    view.measure = settings.measure
    view.outlineWidth = settings.outlineWidth
    view.sideWidth = settings.sideWidth
    view.typewriter = settings.typewriter
    view.isLinear = settings.linear
    colours.themeName = settings.theme
    colours.isColoured = hasColours
    var faults: [String] = []
    for entry in settings.colours {
      guard let role = ColorTheme.roles[entry.name] else {
        let known = ColorTheme.roles.keys.sorted().joined(separator: ", ")
        faults.append(
          "\(settings.path):\(entry.line): it colours '\(entry.name)', which the screen does not have."
            + " It has \(known).")
        continue
      }
      guard let style = Style(words: entry.values.joined(separator: " ")) else {
        faults.append(
          "\(settings.path):\(entry.line): it gives '\(entry.name)' a look that is not known:"
            + " \(entry.values.joined(separator: " ")). Use colours such as green or bright-blue, 'on' before"
            + " a background, and bold, dim, underline, reverse, italic.")
        continue
      }
      colours.own.append((role, style))
    }
    theme = colours.theme
    let (table, keyFaults) = CommandTable.standard.rebinding(settings.keys, path: settings.path)
    commands = table
    return faults + keyFaults
  }
}

extension CommandTable {
  /// This table with other keys for some commands; a key that is given to one command is taken from any
  /// other that has it in the same place.
  ///
  /// - Returns: The table, and what of `entries` makes no sense, a sentence each.
  func rebinding(_ entries: [Settings.Entry], path: String) -> (CommandTable, faults: [String]) {
    guard !entries.isEmpty else { return (self, []) }
    var faults: [String] = []
    var changed = commands
    for entry in entries {
      guard let index = changed.firstIndex(where: { $0.id == entry.name }) else {
        faults.append(
          "\(path):\(entry.line): it gives keys to '\(entry.name)', which is no command."
            + " 'fivefold keys' lists them.")
        continue
      }
      var keys: [Key] = []
      for name in entry.values {
        guard let key = Key(name: name) else {
          faults.append(
            "\(path):\(entry.line): '\(name)' is no key. Write it like Ctrl-B, Alt-Enter or F7.")
          continue
        }
        keys.append(key)
      }
      for other in changed.indices where other != index && changed[other].shares(with: changed[index]) {
        changed[other] = changed[other].with(keys: changed[other].keys.filter { !keys.contains($0) })
      }
      changed[index] = changed[index].with(keys: keys)
    }
    return (CommandTable(changed), faults)
  }
}
