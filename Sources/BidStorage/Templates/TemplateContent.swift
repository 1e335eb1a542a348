import BidModel

/// What a template file holds, by its kind.
package enum TemplateContent: Hashable, Sendable {
  case answer(AnswerTemplate)
  case themes(ThemeSet)
  case signals(SignalLexicon)
  case weights(LabelWeights)
  case kpis(KPISet)
  case check(PhraseRule)
  case counts(CountRule)
  case scale(ScoringScale)
  case criteria(CriteriaSet)
  case phrases(PhraseBook)
  case bid(QuestionSet)
  case checklist(Checklist)
  case example(WorkedExample)
  case round(ReviewRound)
  case words(AcronymList)
  case directory(NameList)

  /// Reads a file of `kind`.
  ///
  /// - Throws: `malformed` with the line of the first thing that is wrong, unless `reading` gathers all of it.
  /// - Complexity: O(*n*) in the length of the file.
  package init(
    _ kind: TemplateKind, yaml: YAMLValue?, id: String, path: String, reading: YAMLReading? = nil
  ) throws(StorageError) {
    switch kind {
    case .answers: self = .answer(try AnswerTemplate(yaml: yaml, id: id, path: path, reading: reading))
    case .themes: self = .themes(try ThemeSet(yaml: yaml, id: id, path: path, reading: reading))
    case .signals: self = .signals(try SignalLexicon(yaml: yaml, id: id, path: path, reading: reading))
    case .weights: self = .weights(try LabelWeights(yaml: yaml, id: id, path: path, reading: reading))
    case .kpis: self = .kpis(try KPISet(yaml: yaml, id: id, path: path, reading: reading))
    case .checks: self = .check(try PhraseRule(yaml: yaml, id: id, path: path, reading: reading))
    case .counts: self = .counts(try CountRule(yaml: yaml, id: id, path: path, reading: reading))
    case .scales: self = .scale(try ScoringScale(yaml: yaml, id: id, path: path, reading: reading))
    case .criteria: self = .criteria(try CriteriaSet(yaml: yaml, id: id, path: path, reading: reading))
    case .phrases: self = .phrases(try PhraseBook(yaml: yaml, id: id, path: path, reading: reading))
    case .bids: self = .bid(try QuestionSet(yaml: yaml, id: id, path: path, reading: reading))
    case .checklists: self = .checklist(try Checklist(yaml: yaml, id: id, path: path, reading: reading))
    case .examples: self = .example(try WorkedExample(yaml: yaml, id: id, path: path, reading: reading))
    case .rounds: self = .round(try ReviewRound(yaml: yaml, id: id, path: path, reading: reading))
    case .words: self = .words(try AcronymList(yaml: yaml, id: id, path: path, reading: reading))
    case .directory: self = .directory(try NameList(yaml: yaml, id: id, path: path, reading: reading))
    }
  }
}
