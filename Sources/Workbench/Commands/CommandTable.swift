import Screen

/// Every command of the program, and the keys that mean them.
package struct CommandTable: Sendable {
  /// In the order of the menu.
  package let commands: [Command]
  private let byKey: [Command.Context: [Key: Int]]

  /// The program's own table.
  package static let standard = CommandTable(
    [
      fileCommands,
      editCommands,
      movementCommands,
      blockCommands,
      findingCommands,
      findCommands,
      spellingCommands,
      paneCommands,
      planCommands,
      reviewCommands,
      kpiCommands,
      formCommands,
      viewCommands,
      templateCommands,
      studioCommands,
      helpCommands,
    ].flatMap { $0 })

  init(_ commands: [Command]) {
    self.commands = commands
    var byKey: [Command.Context: [Key: Int]] = [:]
    for (index, command) in commands.enumerated() {
      for context in command.contexts {
        for key in command.keys { byKey[context, default: [:]][key] = index }
      }
    }
    self.byKey = byKey
  }

  /// The command that `key` means in `context`, or anywhere.
  package func command(for key: Key, in context: Command.Context) -> Command? {
    (byKey[context]?[key] ?? byKey[.anywhere]?[key]).map { commands[$0] }
  }

  /// The command named `id`.
  package subscript(id: String) -> Command? { commands.first { $0.id == id } }

  /// Commands whose title or help holds every word of `query`, titles first.
  package func matching(_ query: String) -> [Command] {
    let words = query.lowercased().split(separator: " ")
    guard !words.isEmpty else { return commands }
    let inTitle = commands.filter { command in
      words.allSatisfy { command.title.lowercased().contains($0) }
    }
    let inHelp = commands.filter { command in
      let all = "\(command.title) \(command.help) \(command.id)".lowercased()
      return words.allSatisfy { all.contains($0) } && !inTitle.contains { $0.id == command.id }
    }
    return inTitle + inHelp
  }

  /// Keys that mean two commands in one place, as sentences.
  package var clashes: [String] {
    var found: [String] = []
    for (index, command) in commands.enumerated() {
      for other in commands[(index + 1)...] {
        guard command.shares(with: other), let key = command.keys.first(where: other.keys.contains) else {
          continue
        }
        found.append("\(key.name) means both \(command.id) and \(other.id).")
      }
    }
    return found
  }
}
