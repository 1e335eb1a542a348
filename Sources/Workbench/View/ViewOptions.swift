/// How a person likes the screen laid out.
package struct ViewOptions: Hashable, Sendable {
  /// The widest that text is laid out, in columns; `nil` for the whole pane.
  package var measure: Int?
  /// The columns of the list of questions; `nil` for what the window suggests.
  package var outlineWidth: Int?
  /// The columns of the panes on the right; `nil` for what the window suggests.
  package var sideWidth: Int?
  /// Whether the row with the cursor stays in the middle.
  package var typewriter = false
  /// Whether nothing but the text is shown while it is written.
  package var isQuiet = false
  /// Whether the screen is laid out for a screen reader.
  package var isLinear = false

  package init() {}

  /// The narrowest and widest measure, in columns.
  static let measures = 30...200
  /// The measure of a text that fills the window, when none was chosen.
  static let quietMeasure = 72
}
