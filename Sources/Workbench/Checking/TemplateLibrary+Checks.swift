import BidAnalysis
import BidModel
import BidStorage

extension Checks {
  /// Settings of checks that do not exist, as faults of the bid's file.
  func unknownSettings(_ settings: [String: CheckSetting], path: String) -> [Finding] {
    settings.keys.filter { self[$0] == nil }.sorted().map { id in
      FileProblem(
        path: path, message: "There is no check named ‘\(id)’, in this file or in fivefold.yaml.",
        fix: "Run ‘fivefold check --list’ for the names."
      ).finding
    }
  }
}

extension TemplateLibrary {
  /// Every check: those in code, those that are data, and what they know beside the text.
  ///
  /// - Parameter problems: Receives what is wrong with a file of `checks/` or `directory/`, with its line.
  package func checks(
    themes: ThemeSet? = nil, names: KnownNames = KnownNames(), questions: [Question] = [],
    settings: [String: CheckSetting] = [:], problems: inout [FileProblem]
  ) -> Checks {
    var context = CheckContext(themes: themes)
    context.names = names
    context.wellKnownAcronyms = Set(nameList("well-known-acronyms", problems: &problems).names)
    context.acronyms = AcronymWords((try? acronyms("acronyms"))?.acronyms ?? [])
    context.questionNumbers = Set(questions.map(\.number).filter { !$0.isEmpty })
    return Checks(
      Checks.standard + phraseRules(problems: &problems).map(\.check), context: context,
      settings: settings)
  }
}

extension BidSession {
  /// Takes the checks of `library`; faults of their files are problems of the bid.
  mutating func takeChecks(
    from library: TemplateLibrary, bid: Bid? = nil, others: [Bid] = [],
    settings: [String: CheckSetting] = [:],
    path: String = ""
  ) {
    var faults: [FileProblem] = []
    let names = bid.map {
      KnownNames(bid: $0, others: others, systems: library.nameList("ics-historical", problems: &faults))
    }
    checks = library.checks(
      themes: themes, names: names ?? KnownNames(), questions: answers.map(\.question), settings: settings,
      problems: &faults)
    fileProblems += faults.map(\.finding) + checks.unknownSettings(settings, path: path)
  }
}
