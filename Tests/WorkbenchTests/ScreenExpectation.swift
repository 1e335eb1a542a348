import BidStorage
import BidTestSupport
import Testing

extension Golden {
  /// Expects `text` to be the golden `name` of these tests.
  static func expect(_ text: String, is name: String, _ location: SourceLocation = #_sourceLocation) throws {
    let folder = FilePath.join(RepositoryFiles.root, "Tests/WorkbenchTests/Goldens")
    let lines = try difference(text, name: name, in: folder)
    #expect(
      lines.isEmpty, "\(name) is not what it was:\n\(lines.joined(separator: "\n"))", sourceLocation: location
    )
  }
}
