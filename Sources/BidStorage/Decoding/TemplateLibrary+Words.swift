import BidModel

extension TemplateLibrary {
  /// The list of acronyms `id`.
  ///
  /// - Throws: `templateMissing`, or what is wrong with the file, with its line.
  package func acronyms(_ id: String) throws(StorageError) -> AcronymList { try value(id) }

  /// The text of every word list, `words/*.txt`; of two with one name the nearer alone.
  ///
  /// A list that cannot be read is left out: it only makes spelling ask about more words.
  ///
  /// - Complexity: O(*n*) in the bytes of the lists.
  package func wordLists() -> [String] {
    var seen: Set<String> = []
    var texts: [String] = []
    for folder in locator.folders {
      let path = FilePath.join(folder.path, "words")
      for name in (try? reader.files.list(path)) ?? [] where name.hasSuffix(".txt") {
        guard seen.insert(name).inserted, let file = try? reader.read(FilePath.join(path, name)) else {
          continue
        }
        texts.append(String(decoding: file.bytes, as: UTF8.self))
      }
    }
    return texts
  }
}
