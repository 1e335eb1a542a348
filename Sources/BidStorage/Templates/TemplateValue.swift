import BidModel

/// What one kind of template file holds.
protocol TemplateValue {
  /// The kind.
  static var kind: TemplateKind { get }

  /// Reads a file of the kind.
  ///
  /// - Throws: `malformed` with the line of the first thing that is wrong, unless `reading` gathers all of it.
  init(yaml: YAMLValue?, id: String, path: String, reading: YAMLReading?) throws(StorageError)
}

extension TemplateLibrary {
  /// The template `id` of the kind that holds such values.
  ///
  /// - Throws: `templateMissing`, or what is wrong with the file, with its line.
  func value<Value: TemplateValue>(_ id: String) throws(StorageError) -> Value {
    let (yaml, path) = try read(Value.kind.rawValue, id)
    return try Value(yaml: yaml, id: id, path: path, reading: nil)
  }
}

extension AnswerTemplate: TemplateValue { static var kind: TemplateKind { .answers } }
extension ThemeSet: TemplateValue { static var kind: TemplateKind { .themes } }
extension SignalLexicon: TemplateValue { static var kind: TemplateKind { .signals } }
extension LabelWeights: TemplateValue { static var kind: TemplateKind { .weights } }
extension KPISet: TemplateValue { static var kind: TemplateKind { .kpis } }
extension PhraseRule: TemplateValue { static var kind: TemplateKind { .checks } }
extension CountRule: TemplateValue { static var kind: TemplateKind { .counts } }
extension ScoringScale: TemplateValue { static var kind: TemplateKind { .scales } }
extension CriteriaSet: TemplateValue { static var kind: TemplateKind { .criteria } }
extension PhraseBook: TemplateValue { static var kind: TemplateKind { .phrases } }
extension QuestionSet: TemplateValue { static var kind: TemplateKind { .bids } }
extension Checklist: TemplateValue { static var kind: TemplateKind { .checklists } }
extension WorkedExample: TemplateValue { static var kind: TemplateKind { .examples } }
extension ReviewRound: TemplateValue { static var kind: TemplateKind { .rounds } }
extension AcronymList: TemplateValue { static var kind: TemplateKind { .words } }
extension NameList: TemplateValue { static var kind: TemplateKind { .directory } }
