import Glibc

/// Programs of this machine, started without a shell and found by `PATH`.
package struct LocalPrograms: Programs {
  /// How long a filter may run, in seconds, and how many bytes it may print.
  package var seconds = 10
  package var outputLimit = 1_000_000

  package init() {}

  /// Runs a program that has the terminal to itself.
  ///
  /// Stopping it with its own key stops this program too, so that the shell has the terminal; `fg` brings both back.
  package func runInTerminal(_ arguments: [String], environment: [String: String]) -> ProgramEnd {
    var before = sigaction()
    var action = sigaction()
    action.__sigaction_handler.sa_handler = SIG_DFL
    sigaction(SIGTSTP, &action, &before)
    defer { sigaction(SIGTSTP, &before, nil) }
    switch start(arguments, environment: environment, files: nil) {
    case .failure(let failure): return .notStarted(failure.reason)
    case .success(let child):
      var status: Int32 = 0
      while waitpid(child, &status, 0) < 0 {
        guard errno == EINTR else { return .notStarted("it was lost sight of") }
      }
      return Self.end(of: status)
    }
  }

  /// Gives `input` to a program through files without a name, so that neither waits for the other.
  package func filter(
    _ input: [UInt8], through arguments: [String], environment: [String: String], isGivenUp: () -> Bool
  ) -> FilterResult {
    guard let source = tmpfile(), let output = tmpfile(), let errors = tmpfile() else {
      return FilterResult(end: .notStarted("there is no room for temporary files"))
    }
    defer { for file in [source, output, errors] { fclose(file) } }
    guard input.isEmpty || fwrite(input, 1, input.count, source) == input.count, fflush(source) == 0 else {
      return FilterResult(end: .notStarted("there is no room for temporary files"))
    }
    rewind(source)
    let files = [fileno(source), fileno(output), fileno(errors)]
    switch start(arguments, environment: environment, files: files) {
    case .failure(let failure): return FilterResult(end: .notStarted(failure.reason))
    case .success(let child):
      let end = wait(for: child, output: fileno(output), isGivenUp: isGivenUp)
      let firstLine = Self.contents(of: errors, limit: 500).prefix { $0 != 0x0A }
      return FilterResult(
        end: end, output: Self.contents(of: output, limit: outputLimit + 1),
        firstError: String(decoding: firstLine, as: UTF8.self))
    }
  }

  /// Waits for a filter, and ends it with all that it started when it goes beyond its bounds.
  private func wait(for child: pid_t, output: Int32, isGivenUp: () -> Bool) -> ProgramEnd {
    let end = ContinuousClock.now.advanced(by: .seconds(seconds))
    var status: Int32 = 0
    var pause: Int32 = 1
    while true {
      let waited = waitpid(child, &status, WNOHANG)
      var facts = stat()
      let isTooLong = fstat(output, &facts) == 0 && facts.st_size > outputLimit
      if waited == child {
        kill(-child, SIGKILL)
        return isTooLong ? .printedTooMuch(bytes: outputLimit) : Self.end(of: status)
      }
      if waited < 0, errno != EINTR { return .notStarted("it was lost sight of") }
      let isGivenUp = isGivenUp()
      if isTooLong || isGivenUp || ContinuousClock.now >= end {
        kill(-child, SIGKILL)
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        return isGivenUp
          ? .givenUp : isTooLong ? .printedTooMuch(bytes: outputLimit) : .tookTooLong(seconds: seconds)
      }
      // Nothing to be woken by: a child's end comes as no event of a descriptor.
      poll(nil, 0, pause)
      pause = min(20, pause * 2)
    }
  }

  private struct StartFailure: Error { var reason: String }

  /// Starts a program: on the terminal, or as a group of its own with `files` as its three standard ones.
  private func start(
    _ arguments: [String], environment: [String: String], files: [Int32]?
  ) -> Result<pid_t, StartFailure> {
    guard let name = arguments.first, !name.isEmpty else {
      return .failure(StartFailure(reason: "it has no name"))
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    if let files {
      for (number, file) in files.enumerated() {
        posix_spawn_file_actions_adddup2(&actions, file, Int32(number))
      }
      posix_spawnattr_setpgroup(&attributes, 0)
      posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    }
    var argv: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] =
      environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in argv + variables { free(pointer) } }
    var child: pid_t = 0
    let code = posix_spawnp(&child, name, &actions, &attributes, &argv, &variables)
    guard code == 0 else {
      return .failure(
        StartFailure(reason: code == ENOENT ? "there is no such program" : String(cString: strerror(code))))
    }
    return .success(child)
  }

  private static func end(of status: Int32) -> ProgramEnd {
    let signal = status & 0x7F
    // A shell, and posix_spawn itself, say 127 when there is no such program.
    return signal == 0 ? .exited((status >> 8) & 0xFF) : .signalled(signal)
  }

  private static func contents(of file: UnsafeMutablePointer<FILE>, limit: Int) -> [UInt8] {
    // The program wrote at a place of its own: read from the start, past the buffer of the stream.
    var bytes = [UInt8](repeating: 0, count: limit)
    var length = 0
    while length < limit {
      let count = bytes.withUnsafeMutableBytes { buffer in
        pread(fileno(file), buffer.baseAddress?.advanced(by: length), limit - length, off_t(length))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      length += count
    }
    return Array(bytes[..<length])
  }
}
