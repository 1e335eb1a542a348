import BidModel

/// The checks that a bid's text is held against, and what they know beside the text.
package struct Checks: Sendable {
  /// Every check, in the order in which findings at one place are shown.
  package let all: [any Check]
  package var context: CheckContext
  private let blockChecks: [any BlockCheck]
  private let factChecks: [any FactCheck]
  private let factCheckByID: [String: any FactCheck]
  private let rank: [String: Int]
  private let settings: [String: CheckSetting]

  /// The checks that the program ships in code.
  package static let standard = words + numbers

  private static let words: [any Check] = [
    QuestionNumberTwice(), NothingWritten(), UnplacedText(), WeightsNotHundred(), WriterNotInTeam(),
    KPINotANumber(),
    PlaceholderUnknown(), PlaceholderEmpty(), KPIStale(), OverLimit(), NoTimeframe(), GenericPartnership(),
    PolicyOnly(),
    EquitySlogan(), ChainBroken(),
    LeftoverNote(), ForeignName(), CrossReference(), AcronymUnexpanded(), SubAskUnanswered(),
    HeadingWithoutAsk(), MechanismFrequency(), OpeningHours(), TwoPostNames(), RepeatedParagraph(),
    RepeatedWord(), ControlCharacter(), DoubleSpace(), SpaceBeforePunctuation(), LongSentence(),
    DenseParagraph(),
    IgnoreWithoutEffect(),
  ]

  private static let numbers: [any Check] = [
    NumberArithmetic(), NumberDirection(), NumberFactor(), PercentOrPoints(), PartOfWhole(),
    PartsExceedTotal(), NumberUnitClash(), NotAsRegistered(), NotAnImprovement(),
    TypedByHand(), TwoValues(),
  ]

  /// `checks`, with what they know beside the text.
  package init(
    _ checks: [any Check] = Checks.standard, context: CheckContext = CheckContext(),
    settings: [String: CheckSetting] = [:]
  ) {
    all = checks
    self.settings = settings
    let checks = checks.filter { settings[$0.id] != .off }
    self.context = context
    blockChecks = checks.compactMap { $0 as? any BlockCheck }
    factChecks = checks.compactMap { $0 as? any FactCheck }
    factCheckByID = Dictionary(factChecks.map { ($0.id, $0) }) { first, _ in first }
    rank = Dictionary(all.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  /// The standard checks for text that is read for `themes`.
  package init(themes: ThemeSet) {
    self.init(context: CheckContext(themes: themes))
  }

  /// The check named `id`.
  package subscript(id: String) -> (any Check)? { rank[id].map { all[$0] } }

  /// What one block gives: its own findings in the order of the text, and facts to compare.
  package struct BlockResult: Hashable, Sendable {
    package var findings: [Finding] = []
    package var facts: [FactIndex.Key: [CheckFact]] = [:]

    package init() {}
  }

  /// Runs every check on one block. Verbatim blocks have no findings.
  ///
  /// - Complexity: O(*n*) in the length of the block's text.
  package func read(_ block: CheckedBlock) -> BlockResult {
    var result = BlockResult()
    guard block.block.kind != .verbatim else { return result }
    result.findings = sorted(blockChecks.flatMap { weighed($0.findings(in: block)) })
    for check in factChecks {
      let answer = check.about.scope == .bid ? nil : block.place.answer
      for fact in check.facts(in: block) {
        result.facts[FactIndex.Key(check: check.id, key: fact.key, answer: answer), default: []].append(fact)
      }
    }
    return result
  }

  /// Findings of one block in the order of the text, then of the checks.
  ///
  /// - Complexity: O(*n* log *n*) in their number.
  package func sorted(_ findings: [Finding]) -> [Finding] {
    guard findings.count > 1 else { return findings }
    return findings.sorted { key($0) < key($1) }
  }

  private func key(_ finding: Finding) -> (Int, Int, Int, String) {
    (
      finding.place?.range?.lowerBound ?? 0, rank[finding.check] ?? .max,
      finding.place?.range?.upperBound ?? 0,
      finding.message
    )
  }

  /// Findings with the weight that the workspace or the bid gives their check.
  package func weighed(_ findings: [Finding]) -> [Finding] {
    guard !settings.isEmpty, !findings.isEmpty else { return findings }
    return findings.compactMap { finding in
      switch settings[finding.check] {
      case .off: return nil
      case .severity(let severity):
        var finding = finding
        finding.severity = severity
        return finding
      case nil: return finding
      }
    }
  }

  func factCheck(_ id: String) -> (any FactCheck)? { factCheckByID[id] }

  /// What is judged of an answer even where no block speaks of it.
  func standingKeys(of question: Question, in answer: AnswerID) -> Set<FactIndex.Key> {
    var keys: Set<FactIndex.Key> = []
    for check in factChecks where check.about.scope == .answer {
      for key in check.keys(of: question) {
        keys.insert(FactIndex.Key(check: check.id, key: key, answer: answer))
      }
    }
    return keys
  }
}
