import BidAnalysis
import BidModel
import BidStorage

extension TemplateLibrary {
  /// What reads text for `themes` as the program does; patterns alone decide where the weights cannot be read.
  ///
  /// - Complexity: O(*n*) in the patterns and weights, some milliseconds.
  func reader(_ themes: ThemeSet, signals: SignalLexicon) -> BlockReader {
    BlockReader(themes: themes, signals: signals, weights: (try? labelWeights(of: signals)) ?? nil)
  }

  /// Tries the sentences of the template `name`; `nil` for a kind that has none.
  ///
  /// - Throws: What is wrong with the file, with its line.
  /// - Complexity: O(*n*) in the sentences, with the compiling of patterns.
  package func tests(of name: TemplateName) throws(StorageError) -> TemplateTests? {
    switch try content(name) {
    case .themes(let set): TemplateTests(set, signals: try signalLexicon(SignalLexicon.standardID))
    case .signals(let lexicon): TemplateTests(lexicon, themes: try themeSet("ics-scoring"))
    case .check(let rule):
      TemplateTests(
        rule,
        reader: reader(try themeSet("ics-scoring"), signals: try signalLexicon(SignalLexicon.standardID)))
    default: nil
    }
  }
}
