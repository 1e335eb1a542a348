import BidModel
import BidTestSupport
import Testing

@testable import BidStorage

/// The shipped lists of words.
@Suite struct WordFilesTests {
  private func library() -> TemplateLibrary {
    let files = MemoryFileSystem()
    for (path, bytes) in RepositoryFiles.templates where path.hasPrefix("words/") {
      files.put(bytes, at: "/templates/\(path)")
    }
    files.put(Array("mine\n".utf8), at: "/bids/templates/words/mine.txt")
    return TemplateLibrary(
      files: files,
      locator: TemplateLocator(
        files: files, argument: "/templates", workspace: "/bids", userData: nil, program: nil))
  }

  @Test("the shipped acronyms are dated, and each is its words' own")
  func acronyms() throws {
    let list = try library().acronyms("acronyms")
    #expect(list.acronyms.count > 100 && list.factsAsOf.count == 10)
    #expect(list["MDT"]?.introduction == "multidisciplinary team (MDT)")
    for acronym in list.acronyms {
      #expect(acronym.long.count > acronym.short.count, "\(acronym.short)")
      #expect(acronym.long.trimmingSpaces() == acronym.long)
    }
  }

  @Test("the shipped word list has several hundred words, each once, and a workspace adds its own")
  func words() throws {
    let lists = library().wordLists()
    #expect(lists.count == 2 && lists.contains("mine\n"))
    let shipped = try #require(lists.first { $0 != "mine\n" })
    let lines = shipped.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(lines.count > 500 && Set(lines).count == lines.count)
    #expect(lines.contains("reablement") && lines.allSatisfy { !$0.contains(" ") })
  }

  @Test(
    "an acronym without words, or there twice, is refused with its line",
    arguments: [("  MDT:\n", 7), ("  MDT: a b\n  MDT: c d\n", 8), ("  MDT: [a]\n", 7)])
  func faults(_ entries: String, _ line: Int) throws {
    let text =
      "kind: words\nid: x\ntitle: X\nversion: \"1\"\nsource: x\nfacts_as_of: x\nacronyms:\n\(entries)"
    do {
      _ = try AcronymList(
        yaml: try StrictYAML.parse(Array(text.utf8), path: "x.yaml"), id: "x", path: "x.yaml")
      Issue.record("\(entries) was accepted")
    } catch {
      guard case .malformed(_, let found, _, _) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(found == line + 1 || found == line)
    }
  }
}
