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
    func value<Value: TemplateValue>() throws(StorageError) -> Value {
      try Value(yaml: yaml, id: id, path: path, reading: reading)
    }
    switch kind {
    case .answers: self = .answer(try value())
    case .themes: self = .themes(try value())
    case .signals: self = .signals(try value())
    case .weights: self = .weights(try value())
    case .kpis: self = .kpis(try value())
    case .checks: self = .check(try value())
    case .counts: self = .counts(try value())
    case .scales: self = .scale(try value())
    case .criteria: self = .criteria(try value())
    case .phrases: self = .phrases(try value())
    case .bids: self = .bid(try value())
    case .checklists: self = .checklist(try value())
    case .examples: self = .example(try value())
    case .rounds: self = .round(try value())
    case .words: self = .words(try value())
    case .directory: self = .directory(try value())
    }
  }
}
