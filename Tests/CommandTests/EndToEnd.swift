import BidTestSupport
import Testing

/// The program as people meet it: in a terminal and on the command line. One test at a time, because each
/// has processes of its own on a machine that has other things to do.
@Suite(.serialized)
struct EndToEnd {}

extension Sandbox {
  /// A workspace `w` with the bid `d2a` and one question, made by the program itself.
  static func withQuestion() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.mustRun("new", "workspace", "w", "--organisation", "Lantern Home Support")
    try sandbox.mustRun(
      "new", "bid", "d2a", "--in", "w", "--title", "Discharge to Assess", "--buyer", "Harbourside ICB")
    try sandbox.mustRun(
      "new", "question", "2.1", "Integration", "--in", "w/bids/d2a", "--limit", "400 words", "--weight", "15",
      "--targets", "integration,prevention", "--text", "How will you work with system partners?")
    return sandbox
  }

  /// The path of the one answer of ``withQuestion()``.
  static let answer = "w/bids/d2a/answers/2.1-integration.md"

  /// A loose file outside any workspace, with two parts.
  static func withLooseFile(_ text: String = "## Context\n\nFirst words.\n") throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write(text, to: "loose.md")
    return sandbox
  }

  /// Runs a command that has to succeed.
  func mustRun(_ arguments: String...) throws {
    let result = try run(arguments: arguments)
    try #require(result.code == 0, "\(arguments): \(result.errors)")
  }
}

extension TmuxTerminal {
  /// Saves, and waits until the program says that it has.
  func save() throws {
    try press("C-s")
    try wait(for: "the save") { $0.shows(" Saved ") }
  }

  /// Quits a session without unsaved work, and waits for the shell.
  func quit() throws {
    try press("C-q")
    try waitForShell(code: 0)
  }

  /// Waits until the program has ended with `code` and the shell has the main screen again.
  func waitForShell(code: Int32) throws {
    try wait(for: "the shell, ended \(code)") { screen in
      !screen.isAlternate && screen.rows.contains("ended \(code)") && screen.rows.last == "ready>"
    }
  }

  /// Chooses the answer of a question that begins with `words`.
  func choose(_ words: String) throws {
    try wait(forText: words)
    for _ in 0..<5 {
      if try screen().row(with: words)?.contains("▸ " + words) == true { break }
      let before = try screen().row(with: "▸")
      try press("Down")
      try wait(for: "the next option") { $0.row(with: "▸") != before }
    }
    try press("Enter")
    try wait(for: "the question's end") { !$0.shows(words) }
  }
}
