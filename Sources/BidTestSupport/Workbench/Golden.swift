import BidStorage
import Glibc

/// A text that was looked at once and found right, kept in a file.
package enum Golden {
  /// The lines in which `text` and the golden `name` differ; none when they are the same.
  ///
  /// With `FIVEFOLD_RECORD` set the file is written instead, for a person to look at.
  ///
  /// - Throws: Why the file cannot be read or written.
  package static func difference(_ text: String, name: String, in folder: String) throws(StorageError)
    -> [String]
  {
    let path = FilePath.join(folder, name + ".txt")
    let files = LocalFileSystem()
    let text = text + "\n"
    guard getenv("FIVEFOLD_RECORD") == nil else {
      let writer = AtomicWriter(files: files, host: "golden")
      _ = try writer.write(Array(text.utf8), to: path, expecting: .anything)
      return []
    }
    return difference(
      from: String(decoding: try FileReader(files: files).read(path).bytes, as: UTF8.self), to: text)
  }

  /// The lines that differ, `-` as they were and `+` as they are, with their numbers.
  ///
  /// - Complexity: O(*n* · *d*) in the lines and the differences (Myers).
  package static func difference(from old: String, to new: String) -> [String] {
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
