/// The flat keys at the head of an answer, with every byte of how they were written.
///
/// Values are read as text: `no` and `12:30` mean what they say. Comments, blank lines and keys this
/// program does not know are entries too, and stay where they are through every edit.
package struct FrontMatter: Hashable, Sendable, Codable {
  /// One key with its value, or lines that carry none.
  package struct Entry: Hashable, Sendable, Codable {
    /// `nil` for a comment or a blank line.
    package var key: String?
    /// The value as text; a block scalar's lines are joined by `\n`.
    package var value: String
    /// The lines as they stand in the file; `nil` once the value was changed.
    package var source: String?
    /// The line number in the file, from 1; 0 for an entry made here.
    package var line: Int
    /// A comment behind the value, with the spaces before its `#`; it stays when the value changes.
    package var comment: String

    /// A line with its key, or one that has none; without `source` it is printed from key and value.
    package init(key: String?, value: String, source: String?, line: Int = 0, comment: String = "") {
      self.key = key
      self.value = value
      self.source = source
      self.line = line
      self.comment = comment
    }
  }

  /// The line that opens it, exactly as it stands.
  package var opening: String
  /// Keys, comments and blank lines, in order.
  package var entries: [Entry]
  /// The line that closes it and the blank lines after it, exactly as they stand.
  package var closing: String

  /// Front matter between the lines that open and close it, as they stand in the file.
  package init(opening: String = "---\n", entries: [Entry] = [], closing: String = "---\n\n") {
    self.opening = opening
    self.entries = entries
    self.closing = closing
  }

  /// The value of `key`, or `nil` when the file does not have it.
  ///
  /// Setting a value keeps the key where it is; a new key goes last; `nil` removes the key.
  package subscript(key: String) -> String? {
    get { entries.first { $0.key == key }?.value }
    set {
      let index = entries.firstIndex { $0.key == key }
      switch (index, newValue) {
      case (let index?, let value?):
        guard entries[index].value != value else { return }
        entries[index].value = value
        entries[index].source = nil
      case (let index?, nil): entries.remove(at: index)
      case (nil, let value?): entries.append(Entry(key: key, value: value, source: nil))
      case (nil, nil): break
      }
    }
  }
}
