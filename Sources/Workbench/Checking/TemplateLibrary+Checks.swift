import BidAnalysis
import BidModel
import BidStorage

extension TemplateLibrary {
  /// Every check: those in code, those that are data, and what they know beside the text.
  ///
  /// - Throws: What is wrong with a file of `checks/` or `directory/`, with its line.
  package func checks(
    themes: ThemeSet? = nil, names: KnownNames = KnownNames(), questions: [Question] = []
  ) throws(StorageError) -> Checks {
    var context = CheckContext(partnership: themes?.index(of: "integration"))
    context.names = names
    context.wellKnownAcronyms = Set(try nameList("well-known-acronyms").names)
    context.questionNumbers = Set(questions.map(\.number).filter { !$0.isEmpty })
    return Checks(Checks.standard + (try phraseRules().map { PhraseCheck($0) }), context: context)
  }
}
