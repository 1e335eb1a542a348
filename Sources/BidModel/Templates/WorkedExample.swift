/// An answer template filled in, to learn from. Data of `Templates/examples/`.
package struct WorkedExample: Hashable, Sendable {
  package var id: String
  package var title: String
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
    package var key: String
    package var text: String

    package init(key: String, text: String) {
      self.key = key
      self.text = text
    }
  }
}
