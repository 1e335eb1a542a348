import BidModel

extension TemplateLibrary {
  /// The checks that are data: every file of `checks/`, by id.
  ///
  /// A file that cannot be read is told in `problems` and left out, so that nobody is kept from writing.
  package func phraseRules(problems: inout [FileProblem]) -> [PhraseRule] {
    var rules: [PhraseRule] = []
    for id in ids(of: .checks) {
      do throws(StorageError) {
        rules.append(try value(id))
      } catch {
        problems.append(FileProblem(error, path: "checks/\(id).yaml"))
      }
    }
    return rules
  }

  /// The list of names `id`; an empty one where no folder has it, or where it cannot be read, which is told
  /// in `problems`.
  package func nameList(_ id: String, problems: inout [FileProblem]) -> NameList {
    do throws(StorageError) {
      return try value(id)
    } catch {
      if case .templateMissing = error {
      } else {
        problems.append(FileProblem(error, path: "directory/\(id).yaml"))
      }
      return NameList(id: id)
    }
  }
}
