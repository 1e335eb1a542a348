import BidModel

extension TemplateLibrary {
  /// The checks that are data: every file of `checks/`, by id.
  ///
  /// - Throws: What is wrong with a file, with its line.
  package func phraseRules() throws(StorageError) -> [PhraseRule] {
    var rules: [PhraseRule] = []
    for located in try locator.list(kind: "checks") {
      let (yaml, path) = try read("checks", located.id)
      rules.append(try PhraseRule(yaml: yaml, id: located.id, path: path))
    }
    return rules
  }

  /// The list of names `id`; an empty one where no folder has it.
  ///
  /// - Throws: What is wrong with the file, with its line.
  package func nameList(_ id: String) throws(StorageError) -> NameList {
    do throws(StorageError) {
      let (yaml, path) = try read("directory", id)
      return try NameList(yaml: yaml, id: id, path: path)
    } catch {
      guard case .templateMissing = error else { throw error }
      return NameList(id: id)
    }
  }
}
