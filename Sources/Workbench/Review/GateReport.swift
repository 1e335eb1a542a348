import BidAnalysis
import BidModel

/// What `fivefold gate` prints.
package enum GateReport {
  /// A line for each point, `path:line: kind: message`, what blocks first; then how many.
  ///
  /// - Parameters:
  ///   - base: The folder that paths are given from, when they lie in it.
  ///   - keys: Whether each line is followed by the key that a waiver names.
  package static func text(_ gate: Gate, base: String?, keys: Bool = false) -> String {
    var lines: [String] = []
    for item in gate.blocking {
      lines.append("\(shown(item.path, base)):\(item.line): \(item.kind.rawValue): \(item.message)")
      if keys { lines.append("    \(item.key)") }
    }
    for item in gate.waived {
      let by = [item.waiver?.by ?? "", item.waiver?.on ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
      lines.append(
        "\(shown(item.path, base)):\(item.line): waived\(by.isEmpty ? "" : " (\(by))"): \(item.kind.rawValue):"
          + " \(item.message) – \(item.waiver?.reason ?? "")")
      if keys { lines.append("    \(item.key)") }
    }
    let count = gate.blocking.count
    lines.append(
      count == 0
        ? "Nothing blocks\(gate.waived.isEmpty ? "" : "; \(gate.waived.count) waived")."
        : "\(count) \(count == 1 ? "point blocks" : "points block"), \(gate.waived.count) waived.")
    return lines.joined(separator: "\n") + "\n"
  }

  /// The same as JSON.
  ///
  /// - Throws: ``JSONRefusal``, for a value that JSON has no form of.
  package static func json(_ gate: Gate) throws(JSONRefusal) -> String {
    let points = gate.items.map { item in
      GateDocument.Point(
        kind: item.kind.rawValue, key: item.key, message: item.message, path: item.path, line: item.line,
        blocks: item.blocks, reason: item.waiver?.reason)
    }
    return try JSONText.of(GateDocument(schema: "fivefold.gate/1", isClear: gate.isClear, points: points))
  }

  private static func shown(_ path: String, _ base: String?) -> String {
    guard let base, path.hasPrefix(base + "/") else { return path }
    return String(path.dropFirst(base.count + 1))
  }
}

/// The JSON that `fivefold gate` prints.
struct GateDocument: Encodable {
  var schema: String
  var isClear: Bool
  var points: [Point]

  struct Point: Encodable {
    var kind: String
    var key: String
    var message: String
    var path: String
    var line: Int
    var blocks: Bool
    var reason: String?
  }
}
