import BidAnalysis
import BidModel

/// What the checks say of files, in the order of the files and of their text: made once, printed as text,
/// JSON or SARIF.
package struct CheckReport: Sendable {
  /// Every check that was run, those without a finding too.
  package var checks: [CheckDescription]
  package var findings: [LocatedFinding] = []
  /// How far the numbers of the answers were followed.
  package var numbers = NumberReading.Tally()
  /// Why files could not be checked at all, each a sentence.
  package var failures: [String] = []
  /// Folder that paths are given from, when they lie in it; `nil` to leave them as they are.
  package var base: String?

  package init(base: String? = nil) {
    checks = []
    self.base = base
  }

  /// Adds what was found in a bid.
  ///
  /// - Parameter only: The answer to speak of; `nil` for all of them and the bid's own files.
  package mutating func add(_ session: BidSession, only: AnswerID? = nil) {
    let known = Set(checks.map(\.id))
    checks += session.checks.all.map(\.about).filter { !known.contains($0.id) }
    for open in session.answers where only == nil || open.id == only { add(open, of: session) }
    if only == nil { addProblems(of: session) }
    number()
  }

  /// Findings that nobody has let stand.
  package var standing: [LocatedFinding] { findings.filter { $0.ignored == nil } }

  /// Whether a finding is an error that nobody has let stand.
  package var hasErrors: Bool { findings.contains { $0.ignored == nil && $0.finding.severity == .error } }

  /// How many findings of `severity` nobody has let stand.
  package func count(_ severity: Severity) -> Int {
    standing.count { $0.finding.severity == severity }
  }

  /// A path as it is printed.
  func shown(_ path: String) -> String {
    guard let base, path.hasPrefix(base + "/") else { return path }
    return String(path.dropFirst(base.count + 1))
  }

  private mutating func add(_ open: OpenAnswer, of session: BidSession) {
    let map = SourceMap(open.answer)
    numbers = numbers + session.claims.tally(of: open.id)
    let sifted = session.siftedFindings(of: open)
    var located = sifted.shown.map { LocatedFinding($0, in: open.answer, map: map) }
    located += sifted.ignored.map { ignored in
      let isInSource = ignored.source == .note
      return LocatedFinding(
        ignored.finding, in: open.answer, map: map,
        ignored: .init(reason: ignored.reason, isInSource: isInSource))
    }
    findings += located.enumerated().sorted {
      ($0.element.start, $0.offset) < ($1.element.start, $1.offset)
    }.map(\.element)
  }

  private mutating func addProblems(of session: BidSession) {
    for problem in session.problems + session.unusedIgnores() {
      let nowhere = session.answers[0].answer
      findings.append(LocatedFinding(problem, in: nowhere, map: SourceMap(nowhere)))
    }
  }

  /// Gives findings that are known by the same words a number, in the order of the text.
  private mutating func number() {
    var seen: [String: Int] = [:]
    for index in findings.indices {
      let print = String(findings[index].fingerprint.prefix(16))
      seen[print, default: 0] += 1
      findings[index].fingerprint = "\(print):\(seen[print] ?? 1)"
    }
  }
}

extension BidSession {
  /// The findings of an answer: its file's faults, its length, and what the checks say; those that may
  /// stand apart.
  package func siftedFindings(of open: OpenAnswer) -> SiftedFindings {
    let found = wholeFindings(of: open.id) + shownFindings(in: open.answer)
    var sifted = IgnoreSieve(checks: checks, entries: ignores).sift(found, of: open.answer)
    sifted.shown = open.problems + sifted.shown
    return sifted
  }

  /// Entries of `ignores.yaml` whose finding is no longer there, as findings of that file.
  package func unusedIgnores() -> [Finding] {
    guard let path = ignoresPath, !ignores.isEmpty else { return [] }
    let sieve = IgnoreSieve(checks: checks, entries: ignores)
    let names = Set(answers.map(\.id.fileName))
    var unused = ignores.filter { !names.contains($0.answer) }
    for open in answers {
      unused += sieve.unused(wholeFindings(of: open.id) + shownFindings(in: open.answer), of: open.answer)
    }
    return unused.sorted { $0.line < $1.line }.map { entry in
      var finding = IgnoreWithoutEffect().finding(
        "Nothing in \(entry.answer) has the finding of \(entry.check) that this entry lets stand.",
        fix: "Take the entry out, or look at what changed.", severity: .advice,
        at: Finding.Place(answer: AnswerID(path)))
      finding.place?.line = entry.line
      return finding
    }
  }
}
