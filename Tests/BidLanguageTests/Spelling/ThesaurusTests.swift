import Foundation
import Testing

@testable import BidLanguage

/// Reading a thesaurus in MyThes' format.
@Suite struct ThesaurusTests {
  private static let entries = """
    UTF-8
    able|1
    (adj)|capable|competent (similar term)|unable (antonym)
    care|2
    (noun)|attention|aid (generic term)
    (verb)|look after
    café|1
    (noun)|coffee shop
    zeal|1
    -|ardour

    """

  /// Writes the two files and opens them.
  private func thesaurus(encoding: String = "UTF-8") throws -> Thesaurus? {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "thesaurus-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var index = "\(encoding)\n4\n"
    for word in ["able", "café", "care", "zeal"] {
      let place = try #require(Self.entries.range(of: "\n\(word)|")).lowerBound
      index += "\(word)|\(Self.entries.utf8.distance(from: Self.entries.startIndex, to: place) + 1)\n"
    }
    let (idx, dat) = (folder.appendingPathComponent("th.idx"), folder.appendingPathComponent("th.dat"))
    try Data(index.utf8).write(to: idx)
    try Data(Self.entries.utf8).write(to: dat)
    return Thesaurus(index: idx.path, entries: dat.path)
  }

  @Test("each word of the index is found with its meanings, whatever its place")
  func found() throws {
    let thesaurus = try #require(try thesaurus())
    #expect(thesaurus.meanings(of: "care").map(\.kind) == ["noun", "verb"])
    #expect(thesaurus.meanings(of: "Care").first?.synonyms == ["attention", "aid (generic term)"])
    #expect(thesaurus.meanings(of: "able").first?.synonyms.count == 3)
    #expect(thesaurus.meanings(of: "café").first?.synonyms == ["coffee shop"])
    #expect(thesaurus.meanings(of: "zeal") == [Thesaurus.Meaning(kind: "", synonyms: ["ardour"])])
    #expect(thesaurus.meanings(of: "cares").count == 2)
  }

  @Test("a word that is not there has no meanings", arguments: ["", "aaa", "b", "carf", "zz", "4", "|"])
  func missing(_ word: String) throws {
    #expect(try #require(try thesaurus()).meanings(of: word) == [])
  }

  @Test("a machine without a thesaurus has none, nor has a file in an unknown encoding")
  func none() throws {
    #expect(Thesaurus(index: "/none.idx", entries: "/none.dat") == nil)
    #expect(try thesaurus(encoding: "KOI8-R") == nil)
  }
}
