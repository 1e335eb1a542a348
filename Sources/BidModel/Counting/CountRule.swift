/// What a limit is measured in.
package enum CountUnit: String, Hashable, Sendable, Codable, CaseIterable {
  case words, characters

  /// An amount with the unit's name in the number it needs: `1 word`, `750 words`.
  package func phrase(_ amount: Int) -> String { "\(amount) \(name(for: amount))" }

  /// The unit's name behind `amount`: `word` behind 1.
  package func name(for amount: Int) -> String {
    amount == 1 ? String(rawValue.dropLast()) : rawValue
  }
}

/// What a portal counts, and how a submission's plain text is laid out for it.
///
/// Portals differ and none publishes its rule, so this is a setting of the bid, never a claim about a
/// product. `Templates/counts/` holds the shipped ones.
package struct CountRule: Hashable, Sendable {
  /// The file's name without `.yaml`.
  package var id: String
  /// The rule in a few words, for lists.
  package var title: String
  /// The unit when a question's limit names none.
  package var defaultUnit: CountUnit = .words
  /// Whether a hyphen parts two words.
  package var splitsWordsAtHyphens = false
  /// Whether spaces and tabs count as characters.
  package var countsSpaces = true
  /// Characters that one line break costs: 0, 1 or 2.
  package var lineBreakCost = 1
  /// What stands for the marker of a bullet in the submitted text.
  package var bullet = "• "
  /// Whether curly quotes and long dashes become plain ones in the submitted text.
  package var straightensQuotes = false
  /// Whether part headings are submitted and counted.
  package var includesHeadings = false
  /// Line breaks between two paragraphs of the submitted text: 1 or 2.
  package var paragraphGap = 2
  /// What parts two cells of a table row in the submitted text.
  package var cellSeparator = "\t"

  /// A rule of words, whose other settings are those above.
  package init(id: String, title: String) {
    self.id = id
    self.title = title
  }

  /// The same layout counted as unkindly as any portal was seen to: every space, two characters for a line
  /// break, words parted at hyphens.
  package var strictest: CountRule {
    var rule = self
    rule.countsSpaces = true
    rule.lineBreakCost = 2
    rule.splitsWordsAtHyphens = true
    return rule
  }
}
