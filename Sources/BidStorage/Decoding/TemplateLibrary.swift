import BidModel

/// Reads templates by kind and id from wherever they are found.
///
/// Only what a bid names is read.
package struct TemplateLibrary: Sendable {
  package let locator: TemplateLocator
  /// Texts that are read in the place of files.
  package var trials: [TrialTemplate]
  /// Reads the files.
  let reader: FileReader

  package init(files: any FileSystem, locator: TemplateLocator, trials: [TrialTemplate] = []) {
    self.locator = locator
    self.trials = trials
    reader = FileReader(files: files)
  }

  /// The answer template `id`.
  ///
  /// - Throws: `templateMissing`, or what is wrong with the file, with its line.
  package func answerTemplate(_ id: String) throws(StorageError) -> AnswerTemplate { try value(id) }

  /// The KPI set `id`.
  ///
  /// - Throws: As ``answerTemplate(_:)``.
  package func kpiSet(_ id: String) throws(StorageError) -> KPISet { try value(id) }

  /// The count rule `id`.
  ///
  /// - Throws: As ``answerTemplate(_:)``.
  package func countRule(_ id: String) throws(StorageError) -> CountRule { try value(id) }

  /// The scoring scale `id`.
  ///
  /// - Throws: As ``answerTemplate(_:)``.
  package func scale(_ id: String) throws(StorageError) -> ScoringScale { try value(id) }

  /// The theme set `id`.
  ///
  /// - Throws: As ``answerTemplate(_:)``.
  package func themeSet(_ id: String) throws(StorageError) -> ThemeSet { try value(id) }

  /// The signals' language `id`.
  ///
  /// - Throws: As ``answerTemplate(_:)``.
  package func signalLexicon(_ id: String) throws(StorageError) -> SignalLexicon { try value(id) }

  /// The criteria `id`.
  ///
  /// - Throws: As ``answerTemplate(_:)``.
  package func criteria(_ id: String) throws(StorageError) -> CriteriaSet { try value(id) }

  /// The phrases `id`.
  ///
  /// - Throws: As ``answerTemplate(_:)``.
  package func phrases(_ id: String) throws(StorageError) -> PhraseBook { try value(id) }

  /// The question set `id`.
  ///
  /// - Throws: As ``answerTemplate(_:)``.
  package func questionSet(_ id: String) throws(StorageError) -> QuestionSet { try value(id) }

  /// The checklist `id`.
  ///
  /// - Throws: As ``answerTemplate(_:)``.
  package func checklist(_ id: String) throws(StorageError) -> Checklist { try value(id) }

  /// The weights that the lexicon `signals` names; `nil` when it decides by its patterns alone.
  ///
  /// - Throws: As ``answerTemplate(_:)``.
  package func labelWeights(of signals: SignalLexicon) throws(StorageError) -> LabelWeights? {
    guard let id = signals.weights else { return nil }
    return try value(id)
  }

  /// Reads the template `id` of `kind`, as YAML laid over what it extends, and says where it was found.
  func read(_ kind: String, _ id: String) throws(StorageError) -> (YAMLValue?, path: String) {
    let (path, bytes) = try source(kind, id)
    return (try resolved(bytes, kind: kind, id: id, path: path), path)
  }

  /// The ids of a kind, trials among them, in order.
  package func ids(of kind: TemplateKind) -> [String] {
    let found = ((try? locator.list(kind: kind.rawValue)) ?? []).map(\.id)
    return Set(found + trials.filter { $0.name.kind == kind }.map(\.name.id)).sorted()
  }
}
