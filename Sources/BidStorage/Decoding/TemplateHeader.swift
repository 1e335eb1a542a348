/// What every template file says of itself.
package struct TemplateHeader: Hashable, Sendable {
  package var id: String
  package var title: String
  package var version: String
  /// Where its facts come from.
  package var source: String
  /// The day on which they were true.
  package var factsAsOf: String

  /// Reads the head of a template file, and refuses a file of another kind or name.
  ///
  /// - Throws: `malformed` with the line.
  init(_ map: inout YAMLMap, kind: String, id expected: String) throws(StorageError) {
    let found = try map.text("kind", .oneOf([kind]))
    if !found.isEmpty, found != kind {
      // The folder's name in the place of the word is a slip; another kind is another folder's.
      let other = TemplateKind(name: found)
      let isFolder = other != nil && other?.word != kind
      try map.fault(
        "kind", "the file is a template of kind '\(found)', not '\(kind)'",
        remedy: isFolder
          ? "Write \"kind: \(kind)\", or move it to the folder \(other?.rawValue ?? "")"
          : "Write \"kind: \(kind)\"")
    }
    id = try map.text("id", .oneOf([expected]))
    if !id.isEmpty, id != expected {
      try map.fault(
        "id", "the id '\(id)' is not the file's name '\(expected)'", remedy: "Make them the same")
    }
    // What it names is laid under the file before it is read.
    if let known = TemplateKind(name: kind) { _ = map.value("extends", .names(.templates(known))) }
    title = try map.text("title")
    version = try map.text("version")
    source = try map.text("source")
    factsAsOf = try map.text("facts_as_of")
  }
}
