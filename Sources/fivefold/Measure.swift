import ArgumentParser
import BidAnalysis
import BidModel
import BidStorage
import Foundation
import Workbench

/// `fivefold measure`, for `make bench`: not listed, since only whoever tunes the program needs it.
struct Measure: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print as JSON what reading a bid costs: all of it, and again after each of many letters.",
    discussion: "Example: fivefold measure answer.md",
    shouldDisplay: false)

  @Option(help: "How many letters to type, each in a paragraph of its own.")
  var letters = 400

  @OptionGroup var report: BidOptions

  /// What is printed; times in microseconds.
  struct Figures: Encodable {
    var blocks: Int
    var cold: Double
    var letterMedian: Double
    var letter95: Double
    var peakMegabytes: Double
  }

  func run() throws {
    var opened = try report.open()
    let clock = ContinuousClock()
    let reader = try opened.reader()
    var places: [(AnswerID, BlockID)] = []
    for answer in opened.session.answers {
      for part in answer.answer.parts { places += part.blocks.map { (answer.id, $0.id) } }
    }
    // Opened again, so that nothing is known of it.
    var fresh = try report.unread()
    let cold = clock.measure { fresh.session.readAll(with: reader) }
    var times: [Double] = []
    for number in 0..<letters where !places.isEmpty {
      let (answer, block) = places[number * 7919 % places.count]
      try opened.session.perform(
        "Type", [.text(block, offset: 0, length: 0, with: "x", source: nil)], in: answer, from: nil, to: nil)
      times.append(Self.microseconds(clock.measure { opened.session.readAll(with: reader) }))
    }
    times.sort()
    let figures = Figures(
      blocks: places.count, cold: Self.microseconds(cold), letterMedian: times[times.count / 2],
      letter95: times[times.count * 95 / 100], peakMegabytes: Self.peakMegabytes())
    print(try JSONText.of(figures))
  }

  private static func microseconds(_ duration: Duration) -> Double {
    let parts = duration.components
    return (Double(parts.seconds) * 1e6 + Double(parts.attoseconds) / 1e12).rounded()
  }

  /// The most memory that the process has held.
  private static func peakMegabytes() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) / 1024
  }
}
