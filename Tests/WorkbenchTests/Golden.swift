import BidStorage
import BidTestSupport
import Glibc
import Testing

/// A picture of the screen kept as a text file in `Goldens/`.
///
/// `FIVEFOLD_RECORD=1 swift test` writes the files anew; look at the difference before committing it.
enum Golden {
  /// Compares `text` with the golden named `name`, and shows the lines that differ.
  static func expect(_ text: String, is name: String, _ location: SourceLocation = #_sourceLocation) throws {
    let path = "Tests/WorkbenchTests/Goldens/\(name).txt"
    let text = text + "\n"
    if getenv("FIVEFOLD_RECORD") != nil {
      let writer = AtomicWriter(files: LocalFileSystem(), host: "test")
      _ = try writer.write(
        Array(text.utf8), to: FilePath.join(RepositoryFiles.root, path), expecting: .anything)
      return
    }
    let known = String(decoding: try RepositoryFiles.bytes(of: path), as: UTF8.self)
    let lines = difference(from: known, to: text)
    #expect(lines.isEmpty, "\(path)\n\(lines.joined(separator: "\n"))", sourceLocation: location)
  }

  /// The lines that differ, `-` as they were and `+` as they are, with their numbers.
  static func difference(from old: String, to new: String) -> [String] {
    let before = old.split(separator: "\n", omittingEmptySubsequences: false)
    let after = new.split(separator: "\n", omittingEmptySubsequences: false)
    return after.difference(from: before).map { change in
      switch change {
      case .remove(let line, let text, _): "-\(line + 1): \(text)"
      case .insert(let line, let text, _): "+\(line + 1): \(text)"
      }
    }
  }
}
