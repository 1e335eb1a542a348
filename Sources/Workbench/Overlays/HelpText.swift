import Screen

/// The help screen and `docs/keys.md`, both made from the command table.
package enum HelpText {
  /// The groups of commands in the order of the table, with their titles.
  private static let groups = [
    ("file", "Files"), ("edit", "Writing"), ("block", "Paragraphs, lists and tables"), ("move", "Moving"),
    ("select", "Selecting"), ("find", "Finding and replacing"), ("go", "Questions and findings"),
    ("pane", "Panes and lists"), ("plan", "Planning and limits"), ("review", "Reviewing"), ("kpi", "KPIs"),
    ("form", "Forms"),
    ("spelling", "Spelling and completion"),
    ("view", "The view"), ("help", "Help"),
  ]

  /// The lines of the help screen.
  static func lines(of table: CommandTable) -> [String] {
    var lines = [
      "Write in the middle; the panes follow as you type. Every action is in the palette: press F2 and",
      "type a word of what you want. Type {{ to quote a KPI.", "",
    ]
    for (group, title) in groups {
      let commands = table.commands.filter { $0.group == group }
      guard !commands.isEmpty else { continue }
      lines.append(title)
      for command in commands {
        let keys = command.keys.map(\.name).joined(separator: ", ")
        lines.append("  " + TextWidth.pad(keys, columns: 26) + " " + command.help)
      }
      lines.append("")
    }
    return lines
  }

  /// The line of the help screen where a group begins.
  static func line(ofGroup group: String, in table: CommandTable) -> Int {
    let title = groups.first { $0.0 == group }?.1
    return lines(of: table).firstIndex { $0 == title } ?? 0
  }

  /// The help screen as text.
  package static var plain: String { lines(of: .standard).joined(separator: "\n") + "\n" }

  /// The text of `docs/keys.md`.
  package static var markdown: String {
    var text =
      "# Keys\n\nMade from the command table by `fivefold keys`. Every command is also in the palette (F2).\n"
    for (group, title) in groups {
      let commands = CommandTable.standard.commands.filter { $0.group == group }
      guard !commands.isEmpty else { continue }
      text += "\n## \(title)\n\n| keys | command | what it does | where | id |\n|---|---|---|---|---|\n"
      for command in commands {
        // A bar would end the table's cell, even between backticks.
        let keys = command.keys.map { "`\($0.name.replacing("|", with: "\\|"))`" }.joined(separator: ", ")
        let places = command.contexts.map(\.rawValue).sorted().joined(separator: ", ")
        text += "| \(keys) | \(command.title) | \(command.help) | \(places) | `\(command.id)` |\n"
      }
    }
    return text
  }
}
