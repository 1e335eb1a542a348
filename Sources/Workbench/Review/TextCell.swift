import Screen

/// Words in a column of a list.
enum TextCell {
  /// `text` clipped or filled up to `columns`.
  static func pad(_ text: String, _ columns: Int) -> String {
    TextWidth.pad(TextWidth.clip(text, columns: max(0, columns - 1)), columns: columns)
  }
}
