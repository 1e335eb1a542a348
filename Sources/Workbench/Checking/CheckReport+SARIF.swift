import BidModel

extension CheckReport {
  /// The report as SARIF 2.1.0: every check is declared as a rule, and a finding that may stand is a result
  /// with a suppression.
  ///
  /// - Parameter version: The program's.
  /// - Throws: ``JSONRefusal``, for a value that JSON has no form of.
  package func sarif(version: String) throws(JSONRefusal) -> String {
    let declared = declaredRules
    let index = Dictionary(declared.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let driver = SARIFLog.Driver(name: "Fivefold", semanticVersion: version, rules: declared)
    let run = SARIFLog.Run(
      tool: .init(driver: driver),
      originalUriBaseIds: base.map { [Self.baseID: SARIFLog.Location(uri: "file://\(Self.uri($0))/")] },
      invocations: [
        .init(
          executionSuccessful: failures.isEmpty,
          toolExecutionNotifications: failures.map { .init(level: "error", message: .init(text: $0)) })
      ],
      results: findings.map { result($0, ruleIndex: index[$0.finding.check] ?? -1) })
    return try Self.encode(SARIFLog(runs: [run]))
  }

  private static let baseID = "SRCROOT"

  /// The rules of the checks, and of findings that come from reading files.
  private var declaredRules: [SARIFLog.Rule] {
    let known = Set(checks.map(\.id))
    let others = Set(findings.map(\.finding.check)).subtracting(known).sorted().map { id in
      CheckDescription(
        id, title: "A file that cannot be read as it stands", why: "What is not understood is not checked.",
        fix: "Mend the line.", severity: .warning)
    }
    return (checks + others).map { about in
      SARIFLog.Rule(
        id: about.id, shortDescription: .init(text: about.title + "."),
        fullDescription: .init(text: about.why),
        help: .init(text: about.fix), defaultConfiguration: .init(level: Self.level(about.severity)))
    }
  }

  private func result(_ found: LocatedFinding, ruleIndex: Int) -> SARIFLog.Result {
    let file = location(found.path)
    let fix = found.fix.map { fix in
      SARIFLog.Fix(
        description: .init(text: found.finding.fix),
        artifactChanges: [
          .init(
            artifactLocation: file,
            replacements: [
              .init(deletedRegion: Self.region(fix.start, fix.end), insertedContent: .init(text: fix.text))
            ])
        ])
    }
    return SARIFLog.Result(
      ruleId: found.finding.check, ruleIndex: ruleIndex, level: Self.level(found.finding.severity),
      message: .init(text: sentence(found.finding)),
      locations: [
        .init(
          physicalLocation: .init(artifactLocation: file, region: Self.region(found.start, found.end)))
      ],
      partialFingerprints: ["fivefoldQuote/v1": found.fingerprint],
      suppressions: found.ignored.map { ignored in
        [.init(kind: ignored.isInSource ? "inSource" : "external", justification: ignored.reason)]
      } ?? [], fixes: fix.map { [$0] })
  }

  private func location(_ path: String) -> SARIFLog.Location {
    let name = shown(path)
    let isBelow = name != path
    let uri = name.hasPrefix("/") ? "file://" + Self.uri(name) : Self.uri(name)
    return SARIFLog.Location(uri: uri, uriBaseId: isBelow ? Self.baseID : nil)
  }

  private static func region(_ start: SourcePlace, _ end: SourcePlace) -> SARIFLog.Region {
    SARIFLog.Region(
      startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column)
  }

  private static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .advice: "note"
    }
  }

  /// A path as the path of a URI: bytes other than unreserved ones and `/` percent-encoded (RFC 3986).
  static func uri(_ path: String) -> String {
    var uri = ""
    for byte in path.utf8 {
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "-._~/".utf8.contains(byte)
      if isPlain {
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        uri += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return uri
  }
}
