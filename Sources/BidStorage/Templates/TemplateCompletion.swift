/// What can be written at a place of a template's text.
package struct TemplateCompletion: Hashable, Sendable {
  /// A key or a value.
  package struct Item: Hashable, Sendable {
    package var word: String
    /// What is put in: the word, behind a key its colon.
    package var text: String
    /// The form of a key's value; empty for a value.
    package var note: String
  }

  package var items: [Item]
  /// What stands before the cursor already, which the choice replaces.
  package var typed: String

  /// The items that go with what is typed: those that begin with it, then, from two letters on, those that hold
  /// it. None when it is one of them already, so that a word that is finished asks for nothing more.
  ///
  /// - Complexity: O(*n*) in the items.
  init?(_ items: [Item], typed: String) {
    let wanted = typed.lowercased()
    guard !items.contains(where: { $0.word == typed }) else { return nil }
    let first = items.filter { $0.word.lowercased().hasPrefix(wanted) }
    let rest =
      wanted.count < 2
      ? [] : items.filter { !$0.word.lowercased().hasPrefix(wanted) && $0.word.lowercased().contains(wanted) }
    guard !(first + rest).isEmpty else { return nil }
    self.items = first + rest
    self.typed = typed
  }
}

/// The place of a text's cursor, as far as a line tells.
struct TemplatePlace {
  /// The line up to what is being typed: indentation, dashes and, for a value, its key.
  var head: String
  /// What is being typed.
  var typed: String
  /// Whether the line has a key already, so that a value is typed.
  var isValue: Bool
  /// Whether the line is an item of a list, which may be a text or have keys.
  var isItem: Bool
  /// What closes the probe again: the bracket of a list that is begun.
  var tail = ""

  /// Reads the line before the cursor; `nil` in a comment, a quote or amid other words.
  ///
  /// - Complexity: O(*n*) in the line.
  init?(_ line: String) {
    let indent = line.prefix { $0 == " " }
    var start = indent.endIndex
    while line[start...].hasPrefix("- ") { start = line.index(start, offsetBy: 2) }
    isItem = start > indent.endIndex
    let rest = line[start...]
    guard rest.first != "#", rest.first != "\"", rest.first != "'" else { return nil }
    guard let colon = rest.firstIndex(of: ":") else {
      guard rest.allSatisfy(Self.isWord) else { return nil }
      (head, typed, isValue) = (String(line[..<start]), String(rest), false)
      return
    }
    guard rest[..<colon].allSatisfy(Self.isWord) else { return nil }
    var value = rest.index(after: colon)
    guard value < rest.endIndex, rest[value] == " " else { return nil }
    while value < rest.endIndex, rest[value] == " " { value = rest.index(after: value) }
    if value < rest.endIndex, rest[value] == "[" {
      guard !rest[value...].contains("]") else { return nil }
      value = rest[value...].lastIndex { $0 == "[" || $0 == "," }.map { rest.index(after: $0) } ?? value
      while value < rest.endIndex, rest[value] == " " { value = rest.index(after: value) }
      tail = "]"
    }
    guard rest[value...].allSatisfy({ Self.isWord($0) || "%,/ ".contains($0) }) else { return nil }
    (head, typed, isValue) = (String(line[..<value]), String(rest[value...]), true)
  }

  private static func isWord(_ letter: Character) -> Bool {
    letter.isLetter || letter.isNumber || "_-.".contains(letter)
  }
}
