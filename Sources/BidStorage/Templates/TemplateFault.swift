/// What is wrong in a template file, with its place and the way out.
package struct TemplateFault: Hashable, Sendable {
  package var path: String
  /// From 1; `nil` when the whole file is meant.
  package var line: Int?
  /// Where the line's first word begins, in code points from 1.
  package var column: Int?
  /// A sentence without a full stop.
  package var problem: String
  /// The way out, a sentence without a full stop.
  package var remedy: String
  /// Whether the file works all the same.
  package var isAdvice = false

  package init(
    path: String, line: Int? = nil, column: Int? = nil, problem: String, remedy: String,
    isAdvice: Bool = false
  ) {
    self.path = path
    self.line = line
    self.column = column
    self.problem = problem
    self.remedy = remedy
    self.isAdvice = isAdvice
  }

  /// A fault that was gathered while the file at `path` was read.
  package init(_ fault: YAMLReading.Fault, path: String) {
    self.init(
      path: path, line: fault.line, column: fault.column, problem: fault.problem, remedy: fault.remedy)
  }

  /// The fault that `error` tells of; `text` is that of the file at `path`, to find the column in.
  package init(_ error: StorageError, path: String, text: [UInt8]) {
    self.init(path: path, problem: "", remedy: "")
    switch error {
    case .malformed(let file, let line, let problem, let remedy):
      (self.path, self.line, self.problem, self.remedy) = (file, line, problem, remedy)
      if file == path, let line { column = Self.column(ofLine: line, in: text) }
    case .notUTF8(_, let line, let byte):
      self.line = line
      if let place = StrictYAML.firstInvalidByte(of: text) {
        let before = text[..<place].reversed().prefix { $0 != 0x0A }
        column = before.count { $0 & 0xC0 != 0x80 } + 1
      }
      problem = "the line is not UTF-8 (byte 0x\(String(byte, radix: 16, uppercase: true)))"
      remedy = "Convert the file to UTF-8"
    default:
      let words = "\(error)"
      problem = words.hasSuffix(".") ? String(words.dropLast()) : words
      remedy = "Mend that first"
    }
  }

  /// `file.yaml:7:5: problem. Way out.`
  package var description: String {
    let place = [line, column].compactMap { $0.map { ":\($0)" } }.joined()
    return "\(path)\(place): \(problem). \(remedy)."
  }

  /// Where the first word of a line begins, behind the marks of list items.
  ///
  /// - Complexity: O(*n*) in the text up to the line.
  static func column(ofLine line: Int, in text: [UInt8]) -> Int? {
    var number = 1
    var start = 0
    while number < line {
      guard let end = text[start...].firstIndex(of: 0x0A) else { return nil }
      start = end + 1
      number += 1
    }
    var index = start
    while index < text.count {
      let isDash = text[index] == UInt8(ascii: "-") && index + 1 < text.count && text[index + 1] == 0x20
      guard text[index] == 0x20 || isDash else { break }
      index += 1
    }
    return index - start + 1
  }
}
