import BidAnalysis
import BidModel
import Foundation
import Testing

/// Scratch.
@Suite struct NumberProbe {
  @Test func probe() throws {
    guard let path = ProcessInfo.processInfo.environment["PROBE"] else { return }
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      let text = String(line)
      let numbers = BlockNumbers(text)
      print("##", text)
      let u = Array(text.utf8)
      func w(_ r: Range<Int>) -> String { String(decoding: u[r], as: UTF8.self) }
      print(
        "   ",
        numbers.reading.mentions.map { "\(w($0.span))=\($0.kind)\($0.isChecked ? "*" : "")" }.joined(
          separator: "; "))
      for c in numbers.reading.claims {
        func f(_ x: Figure?) -> String {
          x.map { "\($0.value)\($0.upper.map { "-\($0)" } ?? "")\($0.unit?.name ?? "")" } ?? ""
        }
        print(
          "    > metric=\(w(c.metric.span)) \(c.metric.stems) from=\(f(c.from)) to=\(f(c.to)) chg=\(c.changes.map { f($0.figure) + ($0.direction.map { " \($0)" } ?? "") }) part=\(f(c.part))/\(f(c.whole)) parts=\(c.parts.map { f($0) }) cmp=\(f(c.comparator)) dir=\(c.direction.map { "\($0)" } ?? "-") \(c.status) \(c.isDenied ? "denied" : "") \(c.isEarlier ? "earlier" : "") per=\(c.period) scope=\(c.scope) verb=\(c.verb)"
        )
      }
      for x in numbers.faults { print("    !! \(x.kind): \(x.message)") }
    }
  }
}
