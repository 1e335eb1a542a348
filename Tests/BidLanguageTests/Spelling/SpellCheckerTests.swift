import Glibc
import Testing

@testable import BidLanguage

/// What is British spelling, by the dictionary of this machine.
@Suite struct SpellCheckerTests {
  private func checker() throws -> SpellChecker {
    let files = try #require(
      DictionaryFiles.british(environment: [:]) { access($0, R_OK) == 0 }, "hunspell-en-gb is installed")
    return try #require(SpellChecker(files))
  }

  @Test("right words are right, in -ise and in -ize, with hyphens, possessives and either apostrophe")
  func right() throws {
    let checker = try checker()
    let words = [
      "organise", "organize", "organisation", "organization", "prioritised", "prioritized", "colour",
      "centre",
      "day-to-day", "person-centred", "nurse's", "nurse’s", "don't", "don’t", "CARE", "Monday",
      "non-elective",
      "co-production", "multi-agency", "MDT-led", "post-discharge", "re-admission", "naïve", "hos\u{AD}pital",
    ]
    for word in words { #expect(checker.faults(in: word) == [], "\(word)") }
  }

  @Test(
    "wrong words are wrong, and of a compound only the piece",
    arguments: [
      ("recieve", 0..<7), ("color", 0..<5), ("monday", 0..<6), ("analyze", 0..<7), ("capsise", 0..<7),
      ("person-centerd", 7..<14), ("co-prodution", 3..<12), ("wrod's", 0..<6),
    ])
  func wrong(_ word: String, _ fault: Range<Int>) throws {
    #expect(try checker().faults(in: word) == [fault])
  }

  @Test("added words are right in the capitals they allow, and are suggested")
  func added() throws {
    let checker = try checker()
    #expect(!checker.faults(in: "reablementt").isEmpty)
    checker.add(["prehabbing", "Quuxside"])
    for word in ["prehabbing", "Prehabbing", "PREHABBING", "prehabbing's", "Quuxside", "Quuxside’s"] {
      #expect(checker.faults(in: word) == [], "\(word)")
    }
    #expect(!checker.faults(in: "quuxside").isEmpty)
    #expect(checker.suggestions(for: "prehabing").contains("prehabbing"))
  }

  @Test("suggestions begin with the likeliest and keep a possessive ending")
  func suggestions() throws {
    let checker = try checker()
    #expect(checker.suggestions(for: "recieve").first == "receive")
    for (word, british) in [("labor", "labour"), ("center", "centre"), ("organizaton", "organisation")] {
      #expect(checker.suggestions(for: word).first == british)
    }
    #expect(checker.suggestions(for: "nurze’s").contains("nurse’s"))
    #expect(checker.suggestions(for: "recieve", limit: 1).count == 1)
    #expect(checker.suggestions(for: "qqqqzzzzxxxx") == [])
  }

  @Test("without a dictionary there is none, and a folder of DICPATH goes first")
  func files() {
    #expect(DictionaryFiles.british(environment: [:]) { _ in false } == nil)
    let found = DictionaryFiles.british(environment: ["DICPATH": "/a:/b", "HOME": "/home/x"]) {
      $0.hasPrefix("/b/") || $0.hasPrefix("/usr/")
    }
    #expect(found == DictionaryFiles(affixes: "/b/en_GB.aff", words: "/b/en_GB.dic"))
  }
}
