import CStemmer

/// Snowball's English stemmer: gives the part that the forms of a word share.
///
/// The handle of the C library is costly to make and is written to by every call, so each instance
/// keeps its own for life. Not `Sendable`: make one for each thread.
package final class Stemmer {
  private let handle: OpaquePointer?

  /// Makes a stemmer; without the library's English rules words stem to themselves.
  package init() { handle = sb_stemmer_new("english", "UTF_8") }

  deinit { if let handle { sb_stemmer_delete(handle) } }

  /// The stem of `word`, which is in lower case.
  ///
  /// - Complexity: O(*n*) in the length of the word.
  package func stem(_ word: String) -> String {
    guard let handle else { return word }
    var word = word
    return word.withUTF8 { bytes in
      guard let start = bytes.baseAddress,
        let stem = sb_stemmer_stem(handle, start, Int32(truncatingIfNeeded: bytes.count))
      else { return "" }
      let count = Int(sb_stemmer_length(handle))
      return String(decoding: UnsafeBufferPointer(start: stem, count: count), as: UTF8.self)
    }
  }
}
