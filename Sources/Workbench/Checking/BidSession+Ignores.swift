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
      fileProblems.append(FileProblem(error, path: path).finding)
    }
  }
}

extension BidSession {
  /// The entry that lets `finding` stand, its reason still to be given.
  func ignoreEntry(for finding: Finding, in open: OpenAnswer) -> IgnoreEntry {
    let anchor = FindingAnchor(finding, in: open.answer)
    let alike = (wholeFindings(of: open.id) + shownFindings(in: open.answer)).filter {
      $0.check == finding.check && FindingAnchor($0, in: open.answer) == anchor
    }
    return IgnoreEntry(
      check: finding.check, answer: open.id.fileName, quote: anchor.quote, before: anchor.before,
      after: anchor.after, block: anchor.block, ordinal: (alike.firstIndex(of: finding) ?? 0) + 1, reason: "",
      by: "", on: values.today)
  }
}
