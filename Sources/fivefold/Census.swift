import ArgumentParser
import BidAnalysis
import BidModel
import BidStorage
import Foundation
import Workbench

/// `fivefold census`, for whoever prunes patterns: not listed, since it says nothing of a bid.
struct Census: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print for each pattern in how many places of a text it fits, and in how many it stands alone.",
    discussion: """
      Example: fivefold census Tests/Gold/tune.jsonl Tests/Gold/quiet.md
      Files ending in .jsonl hold an object with "text" a line, others are plain text. One line a pattern, parted by tabs: \
      list, pattern, places, places where no other pattern of its list covers the same words. Exits 2 at the first \
      line that is no such object.
      """,
    shouldDisplay: false)

  @Argument(help: "JSON Lines files with sentences, or texts.")
  var files: [String]

  @OptionGroup var lens: LensOptions

  func run() throws {
    let reader = try lens.reader(weighs: false)
    var census = PatternCensus(themes: reader.themes, signals: reader.signals)
    for file in files {
      let bytes = try CommandFailure.catching { () throws(StorageError) in
        try FileReader(files: LocalFileSystem()).read(file, limit: 64 << 20).bytes
      }
      if file.hasSuffix(".jsonl") {
        let texts = try CommandFailure.catching { () throws(AnalyseLine.Refusal) in
          try AnalyseLine.texts(of: Data(bytes), source: file)
        }
        for text in texts { census.add(text) }
      } else {
        for line in bytes.split(separator: 0x0A) { census.add(String(decoding: line, as: UTF8.self)) }
      }
    }
    for row in census.census() { print("\(row.list)\t\(row.pattern)\t\(row.matches)\t\(row.alone)") }
  }
}
