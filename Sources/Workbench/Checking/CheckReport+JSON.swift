import BidModel
import Foundation

/// The JSON that `fivefold check --format json` prints.
struct CheckDocument: Encodable {
  /// Changes when a reader of the old form would be misled.
  var schema = "fivefold.check/1"
  var summary: Summary
  var numbers: Numbers
  /// Why files could not be checked at all.
  var failures: [String]
  var findings: [Item]

  /// How far the numbers were followed.
  struct Numbers: Encodable {
    var seen: Int
    var understood: Int
    var checked: Int
  }

  struct Summary: Encodable {
    var errors: Int
    var warnings: Int
    var advice: Int
    var ignored: Int
  }

  struct Item: Encodable {
    var path: String
    var line: Int
    var column: Int
    var endLine: Int
    var endColumn: Int
    var check: String
    var severity: String
    var message: String
    var reason: String
    var fix: String
    var quote: String
    var fingerprint: String
    var replacement: Replacement?
    var ignored: String?
  }

  struct Replacement: Encodable {
    var line: Int
    var column: Int
    var endLine: Int
    var endColumn: Int
    var text: String
  }
}

extension CheckReport {
  /// The report as JSON, schema `fivefold.check/1`; findings that may stand have `ignored`, the reason.
  ///
  /// - Throws: ``JSONRefusal``, for a value that JSON has no form of.
  package func json() throws(JSONRefusal) -> String {
    let document = CheckDocument(
      summary: .init(
        errors: count(.error), warnings: count(.warning), advice: count(.advice),
        ignored: findings.count - standing.count),
      numbers: .init(seen: numbers.seen, understood: numbers.understood, checked: numbers.checked),
      failures: failures, findings: findings.map(item))
    return try Self.encode(document)
  }

  private func item(_ found: LocatedFinding) -> CheckDocument.Item {
    CheckDocument.Item(
      path: shown(found.path), line: found.start.line, column: found.start.column, endLine: found.end.line,
      endColumn: found.end.column, check: found.finding.check, severity: found.finding.severity.rawValue,
      message: message(found.finding), reason: found.finding.reason, fix: found.finding.fix,
      quote: found.quote, fingerprint: found.fingerprint,
      replacement: found.fix.map { fix in
        .init(
          line: fix.start.line, column: fix.start.column, endLine: fix.end.line, endColumn: fix.end.column,
          text: fix.text)
      }, ignored: found.ignored?.reason)
  }

  /// A document as it is printed, with its last line break.
  static func encode(_ document: some Encodable) throws(JSONRefusal) -> String {
    try JSONText.of(document) + "\n"
  }
}
