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
    ("view", "The view"), ("template", "Templates, lenses and phrases"),
    ("studio", "Editing a template"), ("help", "Help"),
  ]

  /// The lines of the help screen, wrapped to `width` columns.
  static func lines(of table: CommandTable, width: Int = 110) -> [String] {
    let intro =
      "Write in the middle; the panes follow as you type. Every action is in the palette: press F2 and type a"
      + " word of what you want. Type {{ to quote a KPI."
    var lines = wrapped(intro, width: width, indent: 0) + [""]
    let keyColumns = width < 70 ? 16 : 26
    for (group, title) in groups {
      let commands = table.commands.filter { $0.group == group }
      guard !commands.isEmpty else { continue }
      lines.append(title)
      for command in commands {
        let keys = command.keys.map(\.name).joined(separator: ", ")
        let words = "\(command.title)\(place(of: command, in: table)): \(command.help)"
        let indent = keyColumns + 3
        if TextWidth.columns(keys) > keyColumns {
          lines.append("  " + TextWidth.clip(keys, columns: width - 2))
          lines += wrapped(words, width: width, indent: indent, first: String(repeating: " ", count: indent))
        } else {
          lines += wrapped(
            words, width: width, indent: indent, first: "  " + TextWidth.pad(keys, columns: keyColumns) + " ")
        }
      }
      lines.append("")
    }
    return lines
  }

  private static func wrapped(_ text: String, width: Int, indent: Int, first: String = "") -> [String] {
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for word in text.split(separator: " ") {
      if !isEmpty, TextWidth.columns(line) + 1 + TextWidth.columns(word) > max(indent + 12, width) {
        lines.append(line)
        line = String(repeating: " ", count: indent)
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return lines + [line]
  }

  /// Where its keys mean a command, in brackets, when they mean another one elsewhere.
  private static func place(of command: Command, in table: CommandTable) -> String {
    let isShared = table.commands.contains { other in
      other.id != command.id && other.keys.contains(where: command.keys.contains)
    }
    guard isShared, !command.contexts.contains(.anywhere) else { return "" }
    let panes: Set<Command.Context> = [.outline, .coverage, .kpis, .findings, .guidance, .plan]
    var names = Command.Context.allCases.filter { command.contexts.contains($0) && !panes.contains($0) }
      .map { placeNames[$0] ?? $0.rawValue }
    let own = command.contexts.intersection(panes)
    if own == panes {
      names.append("in the panes")
    } else {
      names += Command.Context.allCases.filter(own.contains).map { placeNames[$0] ?? $0.rawValue }
    }
    return " (\(names.joined(separator: ", ")))"
  }

  /// Where keys mean a command, in words.
  static func name(of place: Command.Context) -> String { placeNames[place] ?? place.rawValue }

  private static let placeNames: [Command.Context: String] = [
    .text: "in the text", .outline: "in the questions", .coverage: "in coverage", .kpis: "in the KPIs",
    .findings: "in the findings", .guidance: "in the guidance", .plan: "in the plan", .list: "in a list",
    .form: "in a form", .spelling: "in the spelling box", .find: "in the find box", .sheet: "in a box",
  ]

  /// The line of the help screen where a group begins.
  static func line(ofGroup group: String, in table: CommandTable, width: Int) -> Int {
    let title = groups.first { $0.0 == group }?.1
    return lines(of: table, width: width).firstIndex { $0 == title } ?? 0
  }

  /// The help screen as text.
  package static var plain: String { lines(of: .standard, width: 1_000).joined(separator: "\n") + "\n" }

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
