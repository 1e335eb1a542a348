/// Something in a file that cannot be read as it stands: told with its line, never a reason to stop.
///
/// The lines it speaks of are kept as they are.
package struct FileProblem: Hashable, Sendable {
  /// The file, as it was opened.
  package var path: String
  /// Line of the file, from 1; `nil` when the whole file is meant.
  package var line: Int?
  /// One sentence: what is wrong.
  package var message: String
  /// One sentence: the way out.
  package var fix: String

  /// The check it is listed under: `file-unreadable`, but for one that has an id of its own and is an error.
  package var check: String

  package init(
    path: String, line: Int? = nil, message: String, fix: String = "", check: String = Self.unreadable
  ) {
    self.check = check
    self.path = path
    self.line = line
    self.message = message
    self.fix = fix
  }

  /// The check of what could not be read, or not in full.
  package static let unreadable = "file-unreadable"

  /// `answers/2.1.md:3: what is wrong. The way out.`
  package var description: String {
    fix.isEmpty ? "\(place): \(message)" : "\(place): \(message) \(fix)"
  }

  /// The file and its line.
  private var place: String { line.map { "\(path):\($0)" } ?? path }

  /// The problem among the findings of the checks.
  package var finding: Finding {
    Finding(
      check: check, severity: check == Self.unreadable ? .warning : .error,
      // The sentence of a failed call names the path itself.
      message: message.contains(path) ? message : "\(place): \(message)",
      fix: fix,
      place: Finding.Place(answer: AnswerID(path), line: line))
  }
}
