/// Other words that people type for the words of the command table.
enum CommandWords {
  /// The table's words for `word`; a word counts from three letters on.
  ///
  /// - Complexity: O(*n*) in the groups, of which there are few.
  static func others(for word: String) -> [String] {
    guard word.count >= 3 else { return [] }
    return groups.filter { $0.contains { $0.hasPrefix(word) } }.flatMap { $0 }.filter { $0 != word }
  }

  /// Words that mean the same to someone who looks for a command.
  private static let groups: [[String]] = [
    ["fill", "edit", "enter", "change", "value"], ["figure", "number", "metric", "measure", "kpi"],
    ["insert", "add", "quote", "puts in"], ["search", "look", "find"],
    ["remove", "erase", "delete", "cut", "takes the"], ["exit", "leave", "close", "quit"],
    ["colours", "colors", "dark", "light", "theme"], ["list", "bullet", "bullets"],
    ["word count", "count", "statistics"], ["print", "html"], ["send", "submit", "portal", "export"],
    ["shorten", "trim", "reduce", "cut helper"], ["revert", "back", "undo"],
    ["grammar", "spell", "spelling"],
    ["deadline", "due"], ["owner", "author", "assign", "writer", "people"], ["status", "state", "thursday"],
    ["approve", "sign"], ["compare", "difference", "changed", "versions"], ["comment", "note"],
    ["fix", "repair", "correct", "mend"], ["ignore", "dismiss", "stand"], ["jump", "navigate", "go to"],
    ["fullscreen", "zen", "focus", "quiet"], ["shortcuts", "hotkeys", "keys"], ["requirement", "sub-asks"],
    ["thesaurus", "synonym", "same meaning"], ["autocomplete", "complete"],
  ]
}
