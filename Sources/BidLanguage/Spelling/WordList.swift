/// A list of right spellings, as `words.txt` and the files of `Templates/words/` hold it: one on a line.
///
/// A line that begins with `#` is a comment. A word in small letters fits any capitals; one with capitals
/// fits as it is written.
package struct WordList: Hashable, Sendable {
  /// In the order of the file, each once.
  package private(set) var words: [String] = []

  /// Reads the text of a file, whose lines may end in any way.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package init(_ text: String) {
    var seen: Set<String> = []
    for line in text.split(whereSeparator: \.isNewline) {
      let word = line.drop { $0 == " " || $0 == "\t" || $0 == "\u{FEFF}" }
      let end = word.lastIndex { $0 != " " && $0 != "\t" }
      guard let end, word.first != "#" else { continue }
      let entry = String(word[...end])
      if seen.insert(entry).inserted { words.append(entry) }
    }
  }

  /// The words that spelling can use: an entry of several words gives each of them.
  ///
  /// - Complexity: O(*n*) in the words.
  package var spellings: [String] {
    words.flatMap { entry in
      entry.split(whereSeparator: { " /&,.()".contains($0) }).map(String.init)
    }
  }

  /// The text of a file with one more line, its line ends as they were.
  ///
  /// What was there stays to the byte; a last line without an end gets one.
  ///
  /// - Returns: `nil` when the file has the word already.
  /// - Complexity: O(*n*) in the length of the file.
  package static func appending(_ word: String, to bytes: [UInt8]) -> [UInt8]? {
    let text = String(decoding: bytes, as: UTF8.self)
    guard !WordList(text).words.contains(word) else { return nil }
    let lineEnd = text.utf8.contains(0x0D) && text.contains("\r\n") ? "\r\n" : "\n"
    let isOpen = bytes.last.map { $0 != 0x0A } ?? false
    return bytes + Array(((isOpen ? lineEnd : "") + word + lineEnd).utf8)
  }
}
