import Foundation
import Glibc

/// A fresh folder with a home, a state folder and a place to work, in which commands of the program are run.
///
/// Nothing of the person's own environment gets in. It is removed with the last reference.
package final class Sandbox {
  /// The folder, without links in its path.
  package let folder: String
  /// Where commands are run.
  package var work: String { folder + "/work" }

  package init() throws {
    let made = NSTemporaryDirectory() + "/fivefold-test-\(UUID().uuidString.prefix(8))"
    for part in ["work", "home", "state"] {
      try FileManager.default.createDirectory(atPath: "\(made)/\(part)", withIntermediateDirectories: true)
    }
    guard let real = realpath(made, nil) else { throw CocoaError(.fileNoSuchFile) }
    defer { free(real) }
    folder = String(cString: real)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The environment of every command.
  package var environment: [String: String] {
    [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": folder + "/home",
      "XDG_STATE_HOME": folder + "/state", "LANG": "C.UTF-8", "TZ": "UTC", "USER": "writer", "PS1": "ready> ",
    ]
  }

  /// Runs the program with `arguments` to its end.
  ///
  /// - Parameters:
  ///   - place: Where it is run; the place to work when left out.
  ///   - changes: Changes to the environment; an empty value takes the name away.
  /// - Throws: What Foundation says when it cannot be started.
  @discardableResult
  package func run(
    _ arguments: String..., in place: String? = nil, changing changes: [String: String] = [:]
  ) throws -> CommandResult {
    try run(arguments: arguments, in: place, changing: changes)
  }

  /// The same, for arguments in an array.
  ///
  /// - Throws: What Foundation says when it cannot be started.
  package func run(
    arguments: [String], in place: String? = nil, changing changes: [String: String] = [:]
  ) throws -> CommandResult {
    let command = ChildCommand(
      program: ProgramUnderTest.path, arguments: arguments,
      environment: environment.merging(changes) { $1 }.filter { !$0.value.isEmpty }, folder: place ?? work)
    return try command.run()
  }

  /// Runs a line of shell in the place to work.
  ///
  /// - Throws: What Foundation says when there is no shell.
  @discardableResult
  package func shell(_ line: String) throws -> CommandResult {
    try ChildCommand(program: "/bin/sh", arguments: ["-c", line], environment: environment, folder: work)
      .run()
  }
}

extension Sandbox {
  /// The absolute path of a name in the place to work.
  package func path(_ name: String) -> String { work + "/" + name }

  /// Writes a file, with the folders above it.
  ///
  /// - Throws: What the disk refuses.
  package func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  /// Writes a file's bytes, with the folders above it.
  ///
  /// - Throws: What the disk refuses.
  package func write(_ bytes: [UInt8], to name: String) throws {
    let url = URL(fileURLWithPath: path(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  /// A file's text.
  ///
  /// - Throws: What the disk refuses.
  package func text(of name: String) throws -> String { String(decoding: try bytes(of: name), as: UTF8.self) }

  /// A file's bytes.
  ///
  /// - Throws: What the disk refuses.
  package func bytes(of name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path(name))))
  }

  /// The names in a folder of the place to work, sorted.
  ///
  /// - Throws: What the disk refuses.
  package func names(in name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(name)).sorted()
  }

  /// Copies the sample workspace to `sample` in the place to work.
  ///
  /// - Throws: What the disk refuses.
  package func copySample() throws {
    try FileManager.default.copyItem(atPath: ProgramUnderTest.sample, toPath: path("sample"))
  }
}
