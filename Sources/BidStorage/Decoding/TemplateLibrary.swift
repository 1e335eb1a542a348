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
  package func answerTemplate(_ id: String) throws(StorageError) -> AnswerTemplate {
    let (yaml, path) = try read("answers", id)
    return try AnswerTemplate(yaml: yaml, id: id, path: path)
  }

  /// The KPI set `id`.
  ///
  /// - Throws: As ``answerTemplate(_:)``.
  package func kpiSet(_ id: String) throws(StorageError) -> KPISet {
    let (yaml, path) = try read("kpis", id)
    return try KPISet(yaml: yaml, id: id, path: path)
  }

  /// The count rule `id`.
  ///
  /// - Throws: As ``answerTemplate(_:)``.
  package func countRule(_ id: String) throws(StorageError) -> CountRule {
    let (yaml, path) = try read("counts", id)
    return try CountRule(yaml: yaml, id: id, path: path)
  }

  /// The scoring scale `id`.
  ///
  /// - Throws: As ``answerTemplate(_:)``.
  package func scale(_ id: String) throws(StorageError) -> ScoringScale {
    let (yaml, path) = try read("scales", id)
    return try ScoringScale(yaml: yaml, id: id, path: path)
  }

  /// The theme set `id`.
  ///
  /// - Throws: As ``answerTemplate(_:)``.
  package func themeSet(_ id: String) throws(StorageError) -> ThemeSet {
    let (yaml, path) = try read("themes", id)
    return try ThemeSet(yaml: yaml, id: id, path: path)
  }

  /// The signals' language `id`.
  ///
  /// - Throws: As ``answerTemplate(_:)``.
  package func signalLexicon(_ id: String) throws(StorageError) -> SignalLexicon {
    let (yaml, path) = try read("signals", id)
    return try SignalLexicon(yaml: yaml, id: id, path: path)
  }

  /// The criteria `id`.
  ///
  /// - Throws: As ``answerTemplate(_:)``.
  package func criteria(_ id: String) throws(StorageError) -> CriteriaSet {
    let (yaml, path) = try read("criteria", id)
    return try CriteriaSet(yaml: yaml, id: id, path: path)
  }

  /// The phrases `id`.
  ///
  /// - Throws: As ``answerTemplate(_:)``.
  package func phrases(_ id: String) throws(StorageError) -> PhraseBook {
    let (yaml, path) = try read("phrases", id)
    return try PhraseBook(yaml: yaml, id: id, path: path)
  }

  /// The question set `id`.
  ///
  /// - Throws: As ``answerTemplate(_:)``.
  package func questionSet(_ id: String) throws(StorageError) -> QuestionSet {
    let (yaml, path) = try read("bids", id)
    return try QuestionSet(yaml: yaml, id: id, path: path)
  }

  /// The checklist `id`.
  ///
  /// - Throws: As ``answerTemplate(_:)``.
  package func checklist(_ id: String) throws(StorageError) -> Checklist {
    let (yaml, path) = try read("checklists", id)
    return try Checklist(yaml: yaml, id: id, path: path)
  }

  /// The weights that the lexicon `signals` names; `nil` when it decides by its patterns alone.
  ///
  /// - Throws: As ``answerTemplate(_:)``.
  package func labelWeights(of signals: SignalLexicon) throws(StorageError) -> LabelWeights? {
    guard let id = signals.weights else { return nil }
    let (yaml, path) = try read("weights", id)
    return try LabelWeights(yaml: yaml, id: id, path: path)
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
