/// The two files of a Hunspell dictionary.
package struct DictionaryFiles: Hashable, Sendable {
  /// The path of the rules, `en_GB.aff`.
  package var affixes: String
  /// The path of the words, `en_GB.dic`.
  package var words: String

  package init(affixes: String, words: String) {
    self.affixes = affixes
    self.words = words
  }

  /// The British English dictionary of this machine.
  ///
  /// Looked for in the folders of `DICPATH`, which Hunspell's own program reads too, then in the user's
  /// data folder, then where Linux distributions put dictionaries.
  ///
  /// - Parameter exists: Whether there is a file at a path.
  /// - Returns: `nil` when there is none.
  package static func british(
    environment: [String: String], exists: (String) -> Bool
  ) -> DictionaryFiles? {
    for folder in folders(environment, system: ["hunspell", "myspell", "myspell/dicts"], own: "hunspell") {
      let files = DictionaryFiles(affixes: "\(folder)/en_GB.aff", words: "\(folder)/en_GB.dic")
      if exists(files.affixes), exists(files.words) { return files }
    }
    return nil
  }

  /// Folders to look in: those of `DICPATH`, `own` below the user's data folder, and `system` below the
  /// machine's.
  static func folders(_ environment: [String: String], system: [String], own: String) -> [String] {
    let asked = environment["DICPATH", default: ""].split(separator: ":").map(String.init)
    let home = environment["HOME"].map { "\($0)/.local/share" }
    let user = [environment["XDG_DATA_HOME"], home].compactMap { $0 }.filter { $0.hasPrefix("/") }
    let shared = ["/usr/share", "/usr/local/share"].flatMap { base in system.map { "\(base)/\($0)" } }
    return asked + user.map { "\($0)/\(own)" } + shared
  }
}
