import BidModel
import BidStorage

extension BidSession {
  /// Takes the findings that may stand from `ignores.yaml`; a fault of the file is a problem of the bid.
  mutating func takeIgnores(at path: String, files: any FileSystem) {
    ignoresPath = path
    do {
      ignores = try IgnoreFile.read(try FileReader(files: files).read(path).bytes, path: path)
    } catch {
      if case .missing = error { return }
      problems.append(FileProblem(error, path: path).finding)
    }
  }
}
