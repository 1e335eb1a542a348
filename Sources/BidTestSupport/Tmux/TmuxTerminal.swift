import Foundation
import Glibc

/// A real terminal to run the program in: a tmux server of its own with one shell, killed at the end.
///
/// Keys go in with ``press(_:)``, ``type(_:)`` and ``paste(_:)``; what is on the screen comes out of ``screen()``.
/// Nothing waits for a time: ``wait(for:until:)`` asks until the screen shows what it should.
package final class TmuxTerminal {
  package let sandbox: Sandbox
  private let socket: String
  private var environment: [String: String]
  private var runs = 0

  /// Opens a window with a shell in it.
  ///
  /// - Parameters:
  ///   - kind: What the shell sees as `TERM`.
  ///   - changes: Changes to the sandbox's environment; an empty value takes the name away.
  ///   - tellsOfTmux: Whether programs are told that they run in tmux, as they are outside of tests.
  /// - Throws: ``TmuxFailure`` when tmux does not answer or the shell does not come up.
  package init(
    _ sandbox: Sandbox, columns: Int = 120, rows: Int = 36, kind: String = "tmux-256color",
    changing changes: [String: String] = [:], tellsOfTmux: Bool = false
  ) throws {
    self.sandbox = sandbox
    socket = "fivefold-\(getpid())-\(UUID().uuidString.prefix(8))"
    environment = sandbox.environment.merging(["TMUX_TMPDIR": sandbox.folder]) { $1 }
    let shell = environment.merging(changes) { $1 }.filter { !$0.value.isEmpty }
    var words = shell.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    try tmux(
      [
        "-u", "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "-c", sandbox.work,
        "sh",
      ])
    try tmux(["set", "-g", "default-terminal", kind, ";", "set", "-g", "escape-time", "0"])
    try tmux(["set", "-g", "window-size", "manual", ";", "set", "-g", "remain-on-exit", "off"])
    if tellsOfTmux {
      let socket = try tmux(["display-message", "-p", "#{socket_path},#{pid},0"])
      words.append("TMUX=\(socket.filter { !$0.isNewline })")
    }
    try tmux(["respawn-pane", "-k", "-c", sandbox.work, "env", "-i"] + words + ["TERM=\(kind)", "sh", "-i"])
    try wait(for: "the shell") { $0.rows.contains { $0.hasPrefix("ready>") } }
  }

  deinit { end() }

  /// Kills the server, and with it the terminal under whatever runs there. A second call does nothing.
  package func end() { _ = try? tmux(["kill-server"]) }

  /// Runs one command of tmux on this server.
  ///
  /// - Returns: What it printed.
  /// - Throws: ``TmuxFailure`` with what tmux says.
  @discardableResult
  package func tmux(_ arguments: [String]) throws -> String {
    let command = ChildCommand(
      program: "tmux", arguments: ["-L", socket] + arguments, environment: environment,
      folder: sandbox.work)
    let result = try command.run()
    guard result.code == 0 else { throw TmuxFailure(description: "tmux \(arguments): \(result.errors)") }
    return result.output
  }

  /// What is on the screen.
  ///
  /// - Throws: ``TmuxFailure`` when the terminal is gone.
  package func screen() throws -> TmuxScreen {
    let place = try tmux(["display-message", "-p", "#{cursor_y} #{cursor_x} #{alternate_on}"])
    let numbers = place.split { !$0.isNumber }.compactMap { Int($0) }
    return TmuxScreen(
      capture: try tmux(["capture-pane", "-p"]), cursor: (numbers[0], numbers[1]),
      isAlternate: numbers[2] == 1)
  }

  /// The screen with its colours and attributes as escape sequences.
  ///
  /// - Throws: ``TmuxFailure`` when the terminal is gone.
  package func styledScreen() throws -> String { try tmux(["capture-pane", "-e", "-p"]) }

  /// Waits until the screen is as `condition` wants it.
  ///
  /// - Parameter what: What is waited for, for the message of the failure.
  /// - Returns: The screen that was.
  /// - Throws: ``TmuxFailure`` with the last screen when it never is.
  @discardableResult
  package func wait(
    for what: String, seconds: Double = 30, until condition: (TmuxScreen) throws -> Bool
  ) throws -> TmuxScreen {
    var last = try screen()
    let held = try Pause.until(seconds) {
      last = try screen()
      return try condition(last)
    }
    guard held else { throw TmuxFailure(description: "\(what) never came:\n\(last.text)") }
    return last
  }

  /// Waits until the screen shows `text` in one row.
  ///
  /// - Throws: ``TmuxFailure`` with the last screen when it never does.
  @discardableResult
  package func wait(forText text: String) throws -> TmuxScreen {
    try wait(for: "‘\(text)’") { $0.shows(text) }
  }

  /// Waits until something outside the terminal holds, such as a file that is there.
  ///
  /// - Throws: ``TmuxFailure`` with the last screen when it never does.
  package func wait(forFact what: String, seconds: Double = 30, _ condition: () throws -> Bool) throws {
    if try Pause.until(seconds, condition) { return }
    throw TmuxFailure(description: "\(what) never came:\n\((try? screen().text) ?? "(no terminal)")")
  }
}

extension TmuxTerminal {
  /// Presses keys by tmux' names: `C-s`, `Enter`, `F2`, `M-3`.
  ///
  /// - Throws: ``TmuxFailure`` when the terminal is gone.
  package func press(_ keys: String...) throws { try tmux(["send-keys"] + keys) }

  /// Types text as a person would, all of it at once.
  ///
  /// - Throws: ``TmuxFailure`` when the terminal is gone.
  package func type(_ text: String) throws {
    // A semicolon that ends a word would part tmux' own commands.
    let safe = text.hasSuffix(";") ? text.dropLast() + "\\;" : text[...]
    try tmux(["send-keys", "-l", "--", String(safe)])
  }

  /// Pastes text with the marks of a bracketed paste, when the program asked for them.
  ///
  /// - Throws: ``TmuxFailure`` when the terminal is gone.
  package func paste(_ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: sandbox.folder + "/paste"))
    try tmux(["load-buffer", sandbox.folder + "/paste", ";", "paste-buffer", "-p", "-r", "-d"])
  }

  /// Gives the window another size.
  ///
  /// - Throws: ``TmuxFailure`` when the terminal is gone.
  package func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// Starts the program from the shell. When it ends, the shell prints `ended` and its exit code.
  ///
  /// - Throws: ``TmuxFailure`` when the terminal is gone.
  package func start(_ arguments: [String]) throws {
    runs += 1
    let quoted = ([ProgramUnderTest.path] + arguments).map { "'" + $0.replacing("'", with: "'\\''") + "'" }
    let script = "echo $$ > \(sandbox.folder)/\(socket)-\(runs).pid\nexec \(quoted.joined(separator: " "))\n"
    try Data(script.utf8).write(to: URL(fileURLWithPath: "\(sandbox.folder)/\(socket)-\(runs).sh"))
    try type("clear; sh ../\(socket)-\(runs).sh; echo ended $?")
    try press("Enter")
  }

  /// Starts the program on a path, or on the folder the shell stands in, and waits until it shows its keys.
  ///
  /// - Throws: ``TmuxFailure`` when it does not come up.
  package func open(_ path: String? = nil) throws {
    try start(path.map { [$0] } ?? [])
    try wait(for: "the program") { $0.rows.last?.isEmpty == false && !$0.shows("ready>") }
  }

  /// The number of the process that was started last.
  ///
  /// - Throws: ``TmuxFailure`` when the shell has not started it.
  package func pid() throws -> Int32 {
    var number: Int32?
    try wait(forFact: "the process") {
      let text = try? String(contentsOfFile: "\(sandbox.folder)/\(socket)-\(runs).pid", encoding: .utf8)
      number = text.flatMap { Int32($0.filter(\.isNumber)) }
      return number != nil
    }
    return number ?? 0
  }

  /// Sends a signal to the program that was started last.
  ///
  /// - Throws: ``TmuxFailure`` when the shell has not started it.
  package func signal(_ number: Int32) throws { kill(try pid(), number) }
}

/// What tmux would not do, or what never came.
package struct TmuxFailure: Error, CustomStringConvertible {
  package var description: String
}
