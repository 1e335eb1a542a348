/// A lens: named themes with the words that show them. Data of `Templates/themes/`.
package struct ThemeSet: Hashable, Sendable {
  /// The file's name without `.yaml`.
  package var id: String
  /// What the lens is called.
  package var title: String
  /// The file's version, which its author counts up.
  package var version: String
  /// Where the themes come from, in one line.
  package var source = ""
  /// Day on which what the file says was true, `yyyy-mm-dd`.
  package var factsAsOf = ""
  /// Word classes of this set; those of the ``SignalLexicon`` may be used as well.
  package var classes: [WordClass] = []
  /// In the order they are shown and counted.
  package var themes: [Theme]

  package init(id: String, title: String, version: String, themes: [Theme]) {
    self.id = id
    self.title = title
    self.version = version
    self.themes = themes
  }

  /// Where the theme named `key` stands.
  package func index(of key: String) -> Int? { themes.firstIndex { $0.key == key } }
}

/// One theme of a set: what it means and which words show that a sentence is about it.
package struct Theme: Hashable, Sendable, Identifiable {
  /// What files and questions name it by, such as `equity`.
  package var key: String
  /// What the theme is called.
  package var title: String
  /// What belongs to it, in a sentence or two.
  package var meaning: String
  /// Words that show it.
  package var indicators: Indicators
  /// What to write for each mark that is missing: begins in lower case, without a full stop.
  package var needs: [Mark: String]
  /// Sentences that hold it, for the file's own test.
  package var holds: [String] = []
  /// Sentences that do not.
  package var lacks: [String] = []

  /// The key: what tells the themes of a set apart.
  package var id: String { key }

  package init(
    key: String, title: String, meaning: String = "", indicators: Indicators = Indicators(),
    needs: [Mark: String] = [:]
  ) {
    self.key = key
    self.title = title
    self.meaning = meaning
    self.indicators = indicators
    self.needs = needs
  }

  /// The words that show a theme.
  package struct Indicators: Hashable, Sendable {
    /// Each shows the theme alone.
    package var strong: [TermPattern] = []
    /// Each shows the theme alone, whatever the weights say.
    package var sure: [TermPattern] = []
    /// Each shows it together with another weak one or a helper, never alone.
    package var weak: [TermPattern] = []
    /// Each supports a weak one; two helpers show nothing.
    package var helpers: [TermPattern] = []
    /// Homonyms and fixed phrases whose words show nothing.
    package var exceptions: [TermPattern] = []
    /// Whether a sentence that opens with *this*, *it* or *they* takes the theme from the one before.
    package var inherits = true
    /// Whether a sentence that goes on with a route or a follow-up, and names no theme, takes the theme
    /// from the one before.
    package var continues = false
    /// Whether a sentence that reports a measured result must also say who works, how often, by what
    /// route or with what follow-up.
    package var needsWork = false
    /// Whether a sentence that reports a measured result belongs to the theme for that alone.
    package var countsResults = false

    package init() {}
  }
}
