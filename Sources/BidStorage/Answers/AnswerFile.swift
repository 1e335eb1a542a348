import BidModel

/// An answer as a file: bytes to value and back, without losing one.
///
/// - `print(scan(bytes).answer)` is `bytes`, for every file of valid UTF-8 whose front matter is closed.
/// - After an edit of one block, the lines of that block alone differ.
/// - Scanning what was printed gives the answer back, whatever was typed
///   (``BidModel/Answer/fileContent`` says up to what).
///
/// A file is: an optional byte order mark; optional front matter between `---` lines at the very start;
/// text; and parts, each opened by a level-two heading (`## Our Role`). Within a part, a run of
/// non-blank lines is one paragraph, and the author's line breaks stay. Bullets, numbered items,
/// headings of other levels, tables and kept lines (comments, fenced blocks, rules) are blocks too.
///
/// Decisions where Markdown is wider: indented lines are words, never code; a line that begins with `>`
/// is words with a visible `>`; an underline of `=` or `-` makes no heading; a comment or fence that is
/// never closed is words, so that it hides nothing; and a second heading with the same title is a part
/// without a template key, so that both stand.
package enum AnswerFile {
  /// Reads an answer from the bytes of its file.
  ///
  /// `template`: Names the parts; `nil` leaves every part without a key.
  /// - Throws: ``ScanError`` when the bytes are not UTF-8, or the front matter is never closed.
  /// - Complexity: O(*n*) in the number of bytes.
  package static func scan(
    _ bytes: [UInt8], id: AnswerID, template: AnswerTemplate? = nil
  ) throws(ScanError) -> ScannedAnswer {
    try scan(bytes, id: id) { _ in template }
  }

  /// Reads an answer whose template is one of `templates`, as its front matter says.
  ///
  /// - Throws: As ``scan(_:id:template:)``.
  /// - Complexity: O(*n*) in the number of bytes.
  package static func scan(
    _ bytes: [UInt8], id: AnswerID, templates: AnswerTemplates?
  ) throws(ScanError) -> ScannedAnswer {
    try scan(bytes, id: id) { templates?.template(of: $0) }
  }

  /// Reads an answer from the bytes of its file; `choosing` gives the template for its front matter.
  ///
  /// - Throws: As ``scan(_:id:template:)``.
  /// - Complexity: O(*n*) in the number of bytes.
  package static func scan(
    _ bytes: [UInt8], id: AnswerID, choosing: (FrontMatter?) -> AnswerTemplate?
  ) throws(ScanError) -> ScannedAnswer {
    if let fault = UTF8Fault(in: bytes) { throw .notUTF8(fault) }
    let result: Result<ScannedAnswer, ScanError> = bytes.withUnsafeBufferPointer { buffer in
      Result { () throws(ScanError) -> ScannedAnswer in
        var scanner = AnswerScanner(buffer)
        return try scanner.scan(id: id, choosing: choosing)
      }
    }
    return try result.get()
  }

  /// The bytes of the file that holds `answer`.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package static func print(_ answer: Answer) -> [UInt8] {
    var printer = AnswerPrinter(answer)
    let bytes = printer.print()
    guard printer.metUnclosedMark, !holds(bytes, answer) else { return bytes }
    var careful = AnswerPrinter(answer, escapesUnclosedMarks: true)
    return careful.print()
  }

  private static func holds(_ bytes: [UInt8], _ answer: Answer) -> Bool {
    guard let scanned = try? scan(bytes, id: answer.id) else { return false }
    return scanned.answer.fileContent == answer.fileContent
  }
}

/// An answer that was read, and what in its file was not understood.
package struct ScannedAnswer: Sendable {
  package var answer: Answer
  /// Lines that are kept but not understood, in file order.
  package var problems: [FileProblem]
  /// The first line that a merge left behind (`<<<<<<<` or `>>>>>>>`), from 1; such a file is opened
  /// read-only, on the conflict screen.
  package var conflictLine: Int?
}

/// Why a file cannot be read as an answer. Nothing was changed.
package enum ScanError: Error, Hashable, Sendable, CustomStringConvertible {
  case notUTF8(UTF8Fault)
  /// The `---` on the first line opens front matter that no later line closes.
  case unclosedFrontMatter(line: Int)

  /// Line of the file, from 1.
  package var line: Int {
    switch self {
    case .notUTF8(let fault): fault.line
    case .unclosedFrontMatter(let line): line
    }
  }

  /// What is wrong and the way out, without the path.
  package var description: String {
    switch self {
    case .notUTF8(let fault):
      "line \(fault.line) is not UTF-8 (byte 0x\(fault.hexadecimal)). Nothing was changed; convert the file to UTF-8."
    case .unclosedFrontMatter(let line):
      "the front matter that ‘---’ opens on line \(line) is never closed. Nothing was changed; add a line ‘---’ after its last key."
    }
  }
}

/// The first byte of a file that is not UTF-8.
package struct UTF8Fault: Hashable, Sendable {
  /// Line of the file, from 1.
  package let line: Int
  /// Offset in bytes from the start of the file.
  package let offset: Int
  package let byte: UInt8

  /// Two digits: `FF`.
  package var hexadecimal: String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
  }

  /// Finds the fault in `bytes`, if there is one.
  ///
  /// - Complexity: O(*n*).
  package init?(in bytes: [UInt8]) {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      offset = error.byteOffsets.lowerBound
      byte = bytes[offset]
      line = 1 + bytes[..<offset].count { $0 == 0x0A }
    }
  }
}
