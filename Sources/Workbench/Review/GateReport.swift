import BidAnalysis
import BidModel
import BidStorage

/// What `fivefold gate` prints.
package enum GateReport {
  /// A line for each point, `path:line: kind: message`, what blocks first; then waivers that fit no point any
  /// more, then how many.
  ///
  /// - Parameters:
  ///   - shown: How a path is printed.
  ///   - waivers: The path of `waivers.yaml`.
  ///   - keys: Whether each line is followed by the key that a waiver names.
  static func text(_ gate: Gate, shown: ShownPath, waivers: String, keys: Bool = false) -> String {
    var lines: [String] = []
    for item in gate.blocking {
      lines.append("\(shown(item.path)):\(item.line): \(item.kind.rawValue): \(item.message)")
      if keys { lines.append("    \(item.key)") }
    }
    for item in gate.waived {
      let by = [item.waiver?.by ?? "", item.waiver?.on ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
      lines.append(
        "\(shown(item.path)):\(item.line): waived\(by.isEmpty ? "" : " (\(by))"): \(item.kind.rawValue):"
          + " \(item.message) – \(item.waiver?.reason ?? "")")
      if keys { lines.append("    \(item.key)") }
    }
    for waiver in gate.staleWaivers {
      lines.append("\(shown(waivers)):\(max(1, waiver.line)): stale waiver: \(words(on: waiver))")
    }
    let count = gate.blocking.count
    lines.append(
      count == 0
        ? "Nothing blocks\(gate.waived.isEmpty ? "" : "; \(gate.waived.count) waived")."
        : "\(count) \(count == 1 ? "point blocks" : "points block"), \(gate.waived.count) waived.")
    return lines.joined(separator: "\n") + "\n"
  }

  /// What there is to say of a waiver that fits no point any more.
  static func words(on waiver: Waiver) -> String {
    "‘\(waiver.item)’ (\(waiver.reason)) fits no point any more: that one is mended, or has changed since. Take it out"
      + " of waivers.yaml."
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
    return try JSONText.of(
      GateDocument(isClear: gate.isClear, points: points, staleWaivers: gate.staleWaivers.map(\.item)))
  }
}

extension OpenedBid {
  /// What `fivefold gate` prints, its paths given from the folder `base`.
  ///
  /// - Parameter keys: Whether each line is followed by the key that a waiver names.
  package func gateText(_ gate: Gate, base: String, keys: Bool, in surroundings: Surroundings) -> String {
    let current = (try? surroundings.files.realPath(of: ".")) ?? "/"
    let shown = ShownPath(from: base, workspace: workspace, current: current)
    return GateReport.text(
      gate, shown: shown, waivers: FilePath.join(session.review?.folder ?? base, "waivers.yaml"), keys: keys)
  }
}

/// The JSON that `fivefold gate` prints.
struct GateDocument: Encodable {
  var schema = "fivefold.gate/1"
  var isClear: Bool
  var points: [Point]
  /// Keys of waivers that fit no point any more.
  var staleWaivers: [String]

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
