import BidAnalysis
import BidModel

extension CheckReport {
  /// One line a finding, `path:line:col: severity check: message fix`, and a line that sums them up.
  package func text() -> String {
    let lines = standing.map { found in
      "\(place(of: found)): \(found.finding.severity.rawValue) \(found.finding.check): "
        + sentence(found.finding)
    }
    // A report of files that could not be read must not sound like one of files without a fault.
    guard failures.isEmpty || !lines.isEmpty || numbers.seen > 0 else { return "" }
    return (lines + [summary] + (numbers.seen == 0 ? [] : [numbers.sentence])).joined(separator: "\n") + "\n"
  }

  /// One line for each finding that may stand, with the reason.
  package func ignoredText() -> String {
    let ignored = findings.compactMap { found in found.ignored.map { (found, $0) } }
    guard !ignored.isEmpty else { return "No finding is ignored.\n" }
    return ignored.map { found, why in
      "\(place(of: found)): ignored \(found.finding.check): \(found.finding.message) — \(why.reason) "
        + "(\(why.isInSource ? "in the text" : "ignores.yaml"))\n"
    }.joined()
  }

  private func place(of found: LocatedFinding) -> String {
    "\(shown(found.path)):\(found.start.line):\(found.start.column)"
  }

  /// Message and way out, without the place that a fault of a file begins with.
  func sentence(_ finding: Finding) -> String {
    [message(finding), finding.fix].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The message, without the place that a fault of a file begins with.
  func message(_ finding: Finding) -> String {
    let place = finding.place.map { place in place.answer.path + (place.line.map { ":\($0)" } ?? "") + ": " }
    guard let place, finding.message.hasPrefix(place) else { return finding.message }
    return String(finding.message.dropFirst(place.count))
  }

  private var summary: String {
    let counts = [
      (count(.error), "error", "errors"), (count(.warning), "warning", "warnings"),
      (count(.advice), "piece of advice", "pieces of advice"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
    let ignored = findings.count - standing.count
    let tail = ignored == 0 ? "" : "; \(ignored) ignored"
    return (counts.isEmpty ? "Nothing found" : counts.joined(separator: ", ")) + tail + "."
  }
}

extension NumberReading.Tally {
  /// The counts as a sentence: what is not understood, or has nothing to be held against, is not called right.
  var sentence: String {
    "Numbers: \(seen) seen, \(understood) understood, \(checked) checked against another."
  }
}
