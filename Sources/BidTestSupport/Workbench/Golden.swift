import BidStorage
import Glibc

/// A text that was looked at once and found right, kept in a file.
package enum Golden {
  /// What differs between `text` and the golden `name`, or `nil` when nothing does.
  ///
  /// With `FIVEFOLD_RECORD` set the file is written instead, for a person to look at.
  package static func difference(_ text: String, name: String, in folder: String) -> String? {
    let path = FilePath.join(folder, name + ".txt")
    let files = LocalFileSystem()
    if getenv("FIVEFOLD_RECORD") != nil {
      let writer = AtomicWriter(files: files, host: "golden")
      do { _ = try writer.write(Array((text + "\n").utf8), to: path, expecting: .anything) } catch {
        return "\(error)"
      }
      return nil
    }
    guard let bytes = try? FileReader(files: files).read(path).bytes else { return "\(path) is not there." }
    let wanted = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let found = (text + "\n").split(separator: "\n", omittingEmptySubsequences: false)
    guard wanted != found else { return nil }
    var lines = ["\(name) is not what it was:"]
    for row in 0..<max(wanted.count, found.count) {
      let before = row < wanted.count ? wanted[row] : ""
      let after = row < found.count ? found[row] : ""
      if before != after { lines += ["\(row + 1) - \(before)", "\(row + 1) + \(after)"] }
    }
    return lines.joined(separator: "\n")
  }
}
