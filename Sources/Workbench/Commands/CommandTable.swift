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

  /// Commands whose title or help holds every word of `query`, or another word for it: those with all words in
  /// the title first, then those with them in the help.
  ///
  /// - Parameter context: Leaves out what its keys would not do there; `nil` for all.
  package func matching(_ query: String, in context: Command.Context? = nil) -> [Command] {
    let commands =
      context.map { here in
        self.commands.filter { !$0.contexts.isDisjoint(with: [here, .anywhere]) }
      } ?? self.commands
    let words = query.lowercased().split(separator: " ").map(String.init)
    guard !words.isEmpty else { return commands }
    let ranked = commands.compactMap { command in rank(command, for: words).map { (command, $0) } }
    return (0...2).flatMap { rank in ranked.filter { $0.1 == rank }.map(\.0) }
  }

  /// 0 with every word in the title, 1 with those that are not in the help, 2 with other words for some;
  /// `nil` when one is nowhere.
  private func rank(_ command: Command, for words: [String]) -> Int? {
    let title = command.title.lowercased()
    if words.allSatisfy({ title.contains($0) }) { return 0 }
    let all = "\(title) \(command.help) \(command.id)".lowercased()
    if words.allSatisfy({ all.contains($0) }) { return 1 }
    let isMeant = { (word: String) in
      all.contains(word) || CommandWords.others(for: word).contains { all.contains($0) }
    }
    return words.allSatisfy(isMeant) ? 2 : nil
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
