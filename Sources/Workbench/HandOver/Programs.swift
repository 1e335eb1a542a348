/// The seam to other programs, so that a test can stand in for an editor.
package protocol Programs: Sendable {
  /// Runs a program that has the terminal to itself, and waits for its end.
  ///
  /// - Parameter arguments: The program's name and its arguments; no shell reads them.
  func runInTerminal(_ arguments: [String], environment: [String: String]) -> ProgramEnd

  /// Gives `input` to a program and takes what it prints; it has no terminal and little time.
  ///
  /// - Parameter isGivenUp: Asked again and again while it runs; ends it by saying yes.
  func filter(
    _ input: [UInt8], through arguments: [String], environment: [String: String], isGivenUp: () -> Bool
  ) -> FilterResult
}

extension Programs {
  /// Gives `input` to a program that nobody waits to give up.
  package func filter(_ input: [UInt8], through arguments: [String], environment: [String: String])
    -> FilterResult
  {
    filter(input, through: arguments, environment: environment, isGivenUp: { false })
  }
}

/// How a program ended.
package enum ProgramEnd: Hashable, Sendable {
  /// With an exit code; 0 is success.
  case exited(Int32)
  /// By a signal.
  case signalled(Int32)
  /// It was never started, for the reason given.
  case notStarted(String)
  /// It was ended here because it ran longer than the seconds given.
  case tookTooLong(seconds: Int)
  /// It was ended here because the person gave it up.
  case givenUp
  /// It was ended here because it printed more than the bytes given.
  case printedTooMuch(bytes: Int)

  /// What to tell of an end that is not success, to follow the program's name.
  package var complaint: String? {
    switch self {
    case .exited(0): nil
    case .exited(let code): "ended with code \(code)"
    case .signalled(let signal): "was ended by signal \(signal)"
    case .notStarted(let reason): "could not be started: \(reason)"
    case .tookTooLong(let seconds): "took longer than \(seconds) seconds"
    case .givenUp: "was ended with Esc"
    case .printedTooMuch(let bytes): "printed more than \(bytes / 1_000_000) MB"
    }
  }
}

/// What a program made of its input.
package struct FilterResult: Hashable, Sendable {
  package var end: ProgramEnd
  package var output: [UInt8] = []
  /// The first line of what it printed as errors.
  package var firstError = ""

  package init(end: ProgramEnd, output: [UInt8] = [], firstError: String = "") {
    self.end = end
    self.output = output
    self.firstError = firstError
  }
}

/// A command line that a person wrote in `EDITOR`, as words: spaces part them, quotes hold them together.
///
/// No shell reads it: `$`, `;` and `|` are signs like any other.
package struct CommandLineWords: Hashable, Sendable {
  package var words: [String] = []

  /// - Complexity: O(*n*) in the length of the text.
  package init(_ text: String) {
    var word: String?
    var quote: Character?
    for character in text {
      switch character {
      case "'", "\"":
        if quote == character {
          quote = nil
        } else if quote == nil {
          quote = character
          word = word ?? ""
        } else {
          word?.append(character)
        }
      case " " where quote == nil, "\t" where quote == nil:
        if let word { words.append(word) }
        word = nil
      default: word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
  }
}
