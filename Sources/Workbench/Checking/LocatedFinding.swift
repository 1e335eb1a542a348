import BidAnalysis
import BidModel

/// A finding with its place in the file.
package struct LocatedFinding: Hashable, Sendable {
  package var finding: Finding
  /// As it was opened.
  package var path: String
  package var start: SourcePlace
  /// After the last code point.
  package var end: SourcePlace
  /// The words it points to; empty when it points to none.
  package var quote: String
  /// What it is known by from run to run, whatever line it stands on.
  package var fingerprint: String
  /// Why it may stand; `nil` when nobody said that it may.
  package var ignored: Ignored?
  /// Where the mechanical fix goes; `nil` without one.
  package var fix: Fix?

  /// Why a finding may stand, and where that was said.
  package struct Ignored: Hashable, Sendable {
    package var reason: String
    /// Whether a comment in the answer says so, not `ignores.yaml`.
    package var isInSource: Bool
  }

  /// Words that mend the fault, and the stretch of the file they replace.
  package struct Fix: Hashable, Sendable {
    package var start: SourcePlace
    package var end: SourcePlace
    package var text: String
  }
}

extension LocatedFinding {
  /// Finds the place of `finding` in the file of `answer`.
  init(_ finding: Finding, in answer: Answer, map: SourceMap, ignored: Ignored? = nil) {
    let block = finding.place?.block
    let range = finding.place?.range ?? 0..<0
    let line = finding.place?.line ?? 1
    let place = { (offset: Int) in
      block.map { map.place(of: $0, offset: offset) } ?? SourcePlace(line: line, column: 1)
    }
    let anchor = FindingAnchor(finding, in: answer)
    self.finding = finding
    path = finding.place?.answer.path ?? answer.id.path
    start = place(range.lowerBound)
    end = place(range.upperBound)
    quote = finding.place?.range == nil ? "" : anchor.quote
    fix = finding.replacement.map { replacement in
      Fix(
        start: place(replacement.range.lowerBound), end: place(replacement.range.upperBound),
        text: replacement.text)
    }
    self.ignored = ignored
    var print = Fingerprint(of: finding.check)
    for words in [answer.id.fileName, anchor.quote, anchor.before, anchor.after] { print.add(words) }
    fingerprint = print.description
  }
}
