/// An answer template filled in, to learn from. Data of `Templates/examples/`.
package struct WorkedExample: Hashable, Sendable {
  /// The file's name without `.yaml`.
  package var id: String
  /// What the example is of.
  package var title: String
  /// The file's version, which its author counts up.
  package var version: String
  /// What kind of service it tells of.
  package var service: String
  /// Id of the answer template whose parts it fills.
  package var template: String
  /// Text by the key of its part, in the order of the file.
  package var parts: [Text]
  /// The one sentence that can be quoted.
  package var tenderLine: String

  package init(
    id: String, title: String, version: String, service: String, template: String, parts: [Text],
    tenderLine: String
  ) {
    self.id = id
    self.title = title
    self.version = version
    self.service = service
    self.template = template
    self.parts = parts
    self.tenderLine = tenderLine
  }

  /// What stands in one part.
  package struct Text: Hashable, Sendable {
    /// The key of the template's part that it fills.
    package var key: String
    /// What stands in the part.
    package var text: String

    package init(key: String, text: String) {
      self.key = key
      self.text = text
    }
  }
}
