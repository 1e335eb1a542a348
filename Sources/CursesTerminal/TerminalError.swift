/// Why there is no terminal to work on.
package enum TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Standard input or output is a file or a pipe.
  case notATerminal
  /// The value of TERM names no terminal that is known here.
  case unknownType(String)
  /// The terminal cannot place its cursor.
  case tooSimple(String)
  /// The system refused; the number is its `errno`.
  case system(Int32)

  /// The reason and the way out, in one sentence.
  package var description: String {
    switch self {
    case .notATerminal:
      "Fivefold needs a terminal: its standard input and output must both be one."
    case .unknownType(let name):
      "The terminal type \(name.isEmpty ? "(TERM is not set)" : "\"\(name)\"") is not known on this computer; "
        + "try TERM=xterm-256color."
    case .tooSimple(let name):
      "The terminal type \"\(name)\" cannot place its cursor; try TERM=xterm-256color."
    case .system(let number):
      "The terminal could not be set up (system error \(number))."
    }
  }
}
