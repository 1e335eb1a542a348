import Foundation

/// A thesaurus in the format of MyThes: an index of byte offsets and a file of entries.
///
/// The index begins with the encoding and the number of entries, then has `word|offset` on each line, in
/// the order of the bytes. At that offset the file of entries has `word|meanings` and on each of the next
/// lines one meaning: `(noun)|synonym|synonym (generic term)`. Format: MyThes' own `data_layout.txt`.
///
/// Both files are mapped, and a word is found by halving the index, so that nothing is read before it is
/// asked for.
///
/// Limitations: UTF-8 and ISO 8859-1 alone; a word is looked up as it stands, then without the ending of
/// a plural.
package struct Thesaurus: Sendable {
  private let index: Data
  private let entries: Data
  private let isLatin1: Bool

  /// What a word can mean: words of one sense, and what part of speech they are.
  package struct Meaning: Hashable, Sendable {
    /// `noun`, `verb`; empty when the file does not say.
    package var kind: String
    package var synonyms: [String]

    package init(kind: String, synonyms: [String]) {
      self.kind = kind
      self.synonyms = synonyms
    }
  }

  /// Opens the thesaurus of this machine: British, else American.
  ///
  /// - Returns: `nil` when there is none, or it cannot be read.
  package init?(environment: [String: String]) {
    let folders = DictionaryFiles.folders(environment, system: ["mythes", "myspell/dicts"], own: "mythes")
    for language in ["en_GB", "en_US", "en_AU"] {
      for folder in folders {
        for name in ["th_\(language)_v2", "th_\(language)"] {
          if let found = Thesaurus(index: "\(folder)/\(name).idx", entries: "\(folder)/\(name).dat") {
            self = found
            return
          }
        }
      }
    }
    return nil
  }

  /// Opens the two files at these paths.
  ///
  /// - Returns: `nil` when one cannot be read or is in an encoding that is not known.
  package init?(index: String, entries: String) {
    guard let index = try? Data(contentsOf: URL(fileURLWithPath: index), options: .mappedIfSafe),
      let entries = try? Data(contentsOf: URL(fileURLWithPath: entries), options: .mappedIfSafe)
    else { return nil }
    let encoding = String(decoding: index.prefix { $0 != 0x0A }, as: UTF8.self).trimmingCharacters(
      in: .whitespaces)
    guard ["UTF-8", "ISO8859-1"].contains(encoding.uppercased()) else { return nil }
    self.index = index
    self.entries = entries
    isLatin1 = encoding.uppercased() != "UTF-8"
  }

  /// The meanings of `word`; none when the thesaurus lacks it.
  ///
  /// - Complexity: O(log *n*) in the entries.
  package func meanings(of word: String) -> [Meaning] {
    let small = word.lowercased()
    var forms = [word, small]
    if small.hasSuffix("ies") { forms.append(small.dropLast(3) + "y") }
    if small.hasSuffix("es") { forms.append(String(small.dropLast(2))) }
    if small.hasSuffix("s") { forms.append(String(small.dropLast())) }
    for form in forms {
      if let offset = offset(of: form) { return meanings(at: offset) }
    }
    return []
  }

  /// Where the entry of `word` stands, by halving the index.
  private func offset(of word: String) -> Int? {
    let wanted =
      isLatin1 ? Array(word.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }) : Array(word.utf8)
    var low = bodyStart
    var high = index.count
    while low < high {
      let middle = (low + high) / 2
      let start = lineStart(around: middle, from: low)
      let end = lineEnd(from: start)
      let line = index[start..<end]
      let bar = line.firstIndex(of: UInt8(ascii: "|")) ?? end
      let name = index[start..<bar]
      if name.elementsEqual(wanted) {
        return bar < end
          ? Int(String(decoding: index[(bar + 1)..<end], as: UTF8.self).trimmingCharacters(in: .whitespaces))
          : nil
      }
      if name.lexicographicallyPrecedes(wanted) { low = min(end + 1, index.count) } else { high = start }
    }
    return nil
  }

  /// The first byte after the two lines of the head.
  private var bodyStart: Int { lineEnd(from: min(index.count, lineEnd(from: 0) + 1)) + 1 }

  private func lineStart(around position: Int, from low: Int) -> Int {
    var start = position
    while start > low, index[start - 1] != 0x0A { start -= 1 }
    return start
  }

  private func lineEnd(from start: Int) -> Int {
    var end = start
    while end < index.count, index[end] != 0x0A { end += 1 }
    return end
  }

  private func meanings(at offset: Int) -> [Meaning] {
    guard offset >= 0, offset < entries.count else { return [] }
    var position = offset
    let head = nextLine(&position)
    guard let last = head.last, let count = Int(last.trimmingCharacters(in: .whitespaces)), count > 0 else {
      return []
    }
    return (0..<min(count, 64)).map { _ in
      let fields = nextLine(&position)
      let kind = fields.first?.trimmingCharacters(in: CharacterSet(charactersIn: "()- ")) ?? ""
      return Meaning(kind: kind, synonyms: fields.dropFirst().filter { !$0.isEmpty })
    }
  }

  /// The fields of the line at `position`, which moves behind it.
  private func nextLine(_ position: inout Int) -> [String] {
    var end = position
    while end < entries.count, entries[end] != 0x0A { end += 1 }
    defer { position = min(entries.count, end + 1) }
    let line = entries[position..<end]
    let text =
      isLatin1
      ? String(String.UnicodeScalarView(line.map { Unicode.Scalar($0) }))
      : String(decoding: line, as: UTF8.self)
    return text.split(separator: "|", omittingEmptySubsequences: false).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
  }
}
