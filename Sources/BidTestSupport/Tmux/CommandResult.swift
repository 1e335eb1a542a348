import Foundation
import Glibc

/// What a command that has ended left behind.
package struct CommandResult: Sendable {
  /// The exit code; 128 and the signal's number for one that a signal ended, `nil` for one that never ended.
  package var code: Int32?
  package var output: String
  package var errors: String

  /// The lines of standard error.
  package var errorLines: [Substring] { errors.split(separator: "\n") }
}

/// A command run to its end.
package struct ChildCommand {
  package var program: String
  package var arguments: [String]
  package var environment: [String: String]
  package var folder: String
  /// How long it may take, in seconds, before it is killed.
  package var patience: Double = 60

  package init(program: String, arguments: [String], environment: [String: String], folder: String) {
    self.program = program
    self.arguments = arguments
    self.environment = environment
    self.folder = folder
  }

  /// Runs it with an empty standard input; both outputs go to files, so that neither can fill up and block.
  ///
  /// Foundation's `Process` is not used: it takes a program for running as long as any child of it, such as a
  /// server that it started, keeps the descriptors it was given.
  ///
  /// - Throws: ``TmuxFailure`` when the program cannot be started.
  package func run() throws -> CommandResult {
    let base = NSTemporaryDirectory() + "/command-\(UUID().uuidString)"
    defer { for end in [".out", ".err"] { try? FileManager.default.removeItem(atPath: base + end) } }
    let process = try spawn(output: base + ".out", errors: base + ".err")
    var status: Int32 = 0
    let hasEnded = Pause.until(patience) { waitpid(process, &status, WNOHANG) == process }
    if !hasEnded {
      kill(process, SIGKILL)
      waitpid(process, &status, 0)
    }
    let signal = status & 0x7F
    let code = signal == 0 ? status >> 8 & 0xFF : 128 + signal
    return CommandResult(
      code: hasEnded ? code : nil, output: try Self.text(base + ".out"), errors: try Self.text(base + ".err"))
  }

  private func spawn(output: String, errors: String) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    // Swift is not shown the file action that changes the folder; `env` becomes the program after doing it.
    let words = (["env", "-C", folder, program] + arguments).map { strdup($0) }
    let variables = environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") }
    defer { for word in words + variables { free(word) } }
    var process: pid_t = 0
    let failure = posix_spawn(&process, "/usr/bin/env", &actions, nil, words + [nil], variables + [nil])
    guard failure == 0 else {
      throw TmuxFailure(description: "\(program): \(String(cString: strerror(failure)))")
    }
    return process
  }

  private static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
  }
}
