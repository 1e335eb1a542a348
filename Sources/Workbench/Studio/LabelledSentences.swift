import BidAnalysis
import BidStorage
import Foundation

/// The labelled sentences of a workspace: every line of `gold/*.jsonl`, as `fivefold evaluate` reads them.
struct LabelledSentences {
  private(set) var lines: [AnalyseLine] = []
  /// The files that lines are from.
  private(set) var names: [String] = []
  /// What could not be read, a sentence each.
  private(set) var faults: [String] = []
  /// Whether there are more lines than are read.
  private(set) var isCut = false

  /// The most lines that are read while somebody types.
  static let limit = 2000

  /// Reads the files of `workspace`, in the order of their names.
  ///
  /// - Complexity: O(*n*) in their bytes.
  init(workspace: String, files: any FileSystem) {
    let folder = FilePath.join(workspace, "gold")
    let reader = FileReader(files: files)
    for name in ((try? files.list(folder)) ?? []).sorted() where name.hasSuffix(".jsonl") {
      do {
        let bytes = try reader.read(FilePath.join(folder, name), limit: 16 << 20).bytes
        let (read, refusals) = AnalyseLine.readable(in: Data(bytes), source: "gold/\(name)")
        faults += refusals.map { "✗ \($0)" }
        guard !read.isEmpty else { continue }
        names.append("gold/\(name)")
        lines += read.map(\.line)
      } catch {
        faults.append("✗ \(error)")
      }
    }
    isCut = lines.count > Self.limit
    lines = Array(lines.prefix(Self.limit))
  }

  /// The themes that lines are labelled with and that are none of `known`, in order.
  ///
  /// - Complexity: O(*n*) in the labels.
  func strangeThemes(known: Set<String>) -> [String] {
    Set(lines.flatMap { $0.themes ?? [] }).subtracting(known).sorted()
  }

  /// What `reader` gives each line.
  ///
  /// - Complexity: O(*n*) in the length of the sentences.
  func labels(by reader: BlockReader) -> [SentenceLabels] {
    reader.readings(of: lines).map { SentenceLabels($0, themes: reader.themes) }
  }
}
