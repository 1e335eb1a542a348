import CHunspell

/// A dictionary as Hunspell holds it: the one owner of the C library's handle.
///
/// Hunspell writes to its tables while it looks words up, so a handle belongs to one thread at a time:
/// not `Sendable`. Loading en_GB takes tens of milliseconds, and so do the suggestions for one word.
final class HunspellDictionary {
  private let handle: OpaquePointer

  /// Loads the dictionary whose rules and words are in the two files of `files`.
  ///
  /// - Returns: `nil` when the library gives no handle, or the words are not in UTF-8.
  init?(_ files: DictionaryFiles) {
    guard let handle = Hunspell_create(files.affixes, files.words) else { return nil }
    guard let encoding = Hunspell_get_dic_encoding(handle), String(cString: encoding) == "UTF-8" else {
      Hunspell_destroy(handle)
      return nil
    }
    self.handle = handle
  }

  deinit { Hunspell_destroy(handle) }

  /// Whether the dictionary has `word`, or makes it by its rules.
  ///
  /// - Complexity: O(*n*) in the length of the word, in the order of a microsecond.
  func contains(_ word: String) -> Bool { Hunspell_spell(handle, word) != 0 }

  /// Takes `word` into the dictionary for as long as it is loaded. Capitals are required as written,
  /// except that a whole word in capitals always fits.
  func add(_ word: String) { _ = Hunspell_add(handle, word) }

  /// What the writer may have meant by `word`, the likeliest first.
  ///
  /// - Complexity: Tens of milliseconds.
  func suggestions(for word: String) -> [String] {
    var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    let count = Hunspell_suggest(handle, &list, word)
    guard count > 0 else { return [] }
    defer { Hunspell_free_list(handle, &list, count) }
    return (0..<Int(count)).compactMap { index in
      guard let entry = list?[index] else { return nil }
      return String(cString: entry)
    }
  }
}
