import BidModel

/// Reads templates by kind and id from wherever they are found.
///
/// Only what a bid names is read.
package struct TemplateLibrary: Sendable {
  package let locator: TemplateLocator
  /// Reads the files.
  let reader: FileReader

  package init(files: any FileSystem, locator: TemplateLocator) {
    self.locator = locator
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

  /// The weights that the lexicon `signals` names; `nil` when it decides by its patterns alone.
  ///
  /// - Throws: As ``answerTemplate(_:)``.
  package func labelWeights(of signals: SignalLexicon) throws(StorageError) -> LabelWeights? {
    guard let id = signals.weights else { return nil }
    let (yaml, path) = try read("weights", id)
    return try LabelWeights(yaml: yaml, id: id, path: path)
  }

  /// Reads the template `id` of `kind`, as YAML, and says where it was found.
  func read(_ kind: String, _ id: String) throws(StorageError) -> (YAMLValue?, path: String) {
    let located = try locator.locate(kind: kind, id: id)
    let bytes = try reader.read(located.path, limit: StrictYAML.sizeLimit).bytes
    return (try StrictYAML.parse(bytes, path: located.path), located.path)
  }
}
