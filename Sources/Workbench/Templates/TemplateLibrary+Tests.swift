import BidAnalysis
import BidModel
import BidStorage

extension TemplateLibrary {
  /// Tries the sentences of the template `name`; `nil` for a kind that has none.
  ///
  /// - Throws: What is wrong with the file, with its line.
  /// - Complexity: O(*n*) in the sentences, with the compiling of patterns.
  package func tests(of name: TemplateName) throws(StorageError) -> TemplateTests? {
    switch try content(name) {
    case .themes(let set): TemplateTests(set, signals: try signalLexicon("tender-english"))
    case .signals(let lexicon): TemplateTests(lexicon, themes: try themeSet("ics-scoring"))
    case .check(let rule): TemplateTests(rule)
    default: nil
    }
  }
}
