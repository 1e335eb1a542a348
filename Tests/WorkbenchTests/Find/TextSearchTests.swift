import Testing

@testable import Workbench

/// What a query finds in a text, as a table.
@Suite struct TextSearchTests {
  private func found(_ query: SearchQuery, in text: String) throws -> [String] {
    var budget = SearchBudget()
    return try TextSearch(query).matches(in: text, budget: &budget).map {
      String(text.prefix(utf8: $0.range.upperBound).suffix(utf8From: $0.range.lowerBound))
    }
  }

  @Test(
    "plain words are found whatever their case, quotes and line breaks look like, until a capital is typed",
    arguments: [
      ("partner", "Partners and a partner", ["Partner", "partner"]),
      ("Partner", "Partners and a partner", ["Partner"]),
      ("don't", "They don’t; we don't", ["don’t", "don't"]),
      ("two words", "two\nwords, two words", ["two\nwords", "two words"]),
      ("aa", "aaaaa", ["aa", "aa"]), ("é", "É é e\u{301}", ["É", "é"]), ("e", "e\u{301} e", ["e"]),
      ("👩‍👧", "a 👩‍👧 b", ["👩‍👧"]), ("ß", "Straße", ["ß"]), ("", "anything", []), ("x", "", []),
      (".*", "a.*b", [".*"]), ("{{flow", "{{flow.x}}", ["{{flow"]),
    ])
  func plain(_ query: String, _ text: String, _ matches: [String]) throws {
    #expect(try found(SearchQuery(query), in: text) == matches)
  }

  @Test(
    "whole words leave out longer ones",
    arguments: [
      ("care", "care carer aftercare care-home (care)", 3), ("the", "the theme The", 2),
      ("h.", "36 h. oh.", 1), ("year", "year’s years", 0),
    ])
  func wholeWords(_ query: String, _ text: String, _ count: Int) throws {
    #expect(try found(SearchQuery(query, wholeWords: true), in: text).count == count)
  }

  @Test(
    "a pattern finds what it says",
    arguments: [
      ("\\d+ ?h", "from 36 h to 18h", ["36 h", "18h"]), ("colou?r", "Color colour", ["Color", "colour"]),
      ("a|bc|b", "abcb", ["a", "bc", "b"]), ("[^ ,]+", "one, two", ["one", "two"]),
      ("[a-c-]+", "ab-c d", ["ab-c"]), ("[]x]+", "]x", ["]x"]),
      ("^\\w+", "one two\nthree", ["one", "three"]),
      ("\\w+$", "one two\nthree", ["two", "three"]), ("<.+?>", "<a><b>", ["<a>", "<b>"]),
      ("<.+>", "<a><b>", ["<a><b>"]), ("(ab){2,3}", "ab abab abababab", ["abab", "ababab"]),
      ("x{0}y", "xy", ["y"]), ("\\bcare\\b", "care carer", ["care"]), ("\\Bcare", "aftercare care", ["care"]),
      ("\\{\\{[^}]+\\}\\}", "a {{b.c}} d", ["{{b.c}}"]), ("{{\\w", "{{b}}", ["{{b"]),
      ("(?:a|b)+c", "abac c", ["abac"]), ("\\S+", "naïve café", ["naïve", "café"]), ("x*", "axxb", ["xx"]),
      ("(a*)*", "baa", ["aa"]), ("É", "é É", ["É"]), ("é", "é É", ["é", "É"]), ("[A-C]+", "abcABC", ["ABC"]),
      ("[a-c]+", "abcABC", ["abcABC"]), (".", "👍", ["👍"]), ("\\W+", "a, b", [", "]),
    ])
  func pattern(_ query: String, _ text: String, _ matches: [String]) throws {
    #expect(try found(SearchQuery(query, isPattern: true), in: text) == matches)
  }

  @Test(
    "a pattern that cannot be read is one sentence",
    arguments: [
      ("(a", "opens a bracket ‘(’"), ("a)", "closes a bracket"), ("[a", "opens a bracket ‘[’"),
      ("*a", "Nothing stands before ‘*’"), ("a**", "Two repeats"), ("\\", "single backslash"),
      ("\\q", "‘\\q’ means nothing"), ("(a)\\1", "refer back"), ("(?=a)", "‘(?:’"), ("[z-a]", "smaller"),
      ("a{3,2}", "smaller"), ("^*", "cannot be repeated"), ("((a{100}){100}){100}", "too large"),
      ("a{2000}", "up to 1000"), (String(repeating: "(", count: 60), "nested"),
    ])
  func faults(_ query: String, _ words: String) {
    let fault = #expect(throws: SearchFault.self) {
      try TextSearch(SearchQuery(query, isPattern: true))
    }
    #expect(fault?.description.contains(words) == true, "\(fault?.description ?? "")")
    #expect(fault?.description.hasSuffix(".") == true)
  }

  @Test(
    "a pattern that would take other machines for ever takes a bounded number of steps",
    arguments: ["(a+)+b", "(a*)*b", "(a|aa)+b", "(.*)(.*)(.*)(.*)b", "(a?){30}a{30}b"])
  func pathological(_ query: String) throws {
    let text = String(repeating: "a", count: 400)
    let search = try TextSearch(SearchQuery(query, isPattern: true))
    var budget = SearchBudget()
    #expect(try search.matches(in: text, budget: &budget).isEmpty)
    var small = SearchBudget(steps: 200)
    #expect(throws: SearchFault.self) { try search.matches(in: text, budget: &small) }
  }

  @Test("a search ends at as many matches as were asked for", arguments: [false, true])
  func limit(_ isPattern: Bool) throws {
    var budget = SearchBudget(matches: 3)
    let search = try TextSearch(SearchQuery("a", isPattern: isPattern))
    #expect(try search.matches(in: "aaaaa", budget: &budget).count == 3)
    #expect(try search.matches(in: "aaaaa", budget: &budget).isEmpty)
  }

  @Test(
    "groups are put where the replacement names them",
    arguments: [
      ("(\\w+) (\\w+)", "one two", "$2 $1", "two one"), ("(a)|(b)", "b", "<$1$2>", "<b>"),
      ("x", "x", "$0$0", "xx"), ("x", "x", "$$1", "$1"), ("x", "x", "£$", "£$"),
      ("((a)b)", "ab", "$2-$1", "a-ab"), ("(\\d+) h", "36 h", "$1 hours", "36 hours"),
    ])
  func replacement(_ query: String, _ text: String, _ words: String, _ result: String) throws {
    let search = try TextSearch(SearchQuery(query, isPattern: true))
    var budget = SearchBudget()
    let match = try #require(try search.matches(in: text, budget: &budget).first)
    #expect(try search.replacement(words, for: match, in: text) == result)
  }

  @Test("a group that is not there is told; in plain text a dollar is a dollar")
  func missingGroup() throws {
    var budget = SearchBudget()
    let pattern = try TextSearch(SearchQuery("a", isPattern: true))
    let match = try #require(try pattern.matches(in: "a", budget: &budget).first)
    #expect(throws: SearchFault.self) { try pattern.replacement("$1", for: match, in: "a") }
    let plain = try TextSearch(SearchQuery("a"))
    #expect(try plain.replacement("$1", for: match, in: "a") == "$1")
  }

  @Test(
    "letters of a name find it, the start of words before all",
    arguments: [
      ("or", ["Our Role", "Prevention or else"], "Our Role"),
      ("21int", ["3.1 Digital", "2.1 Integration"], "2.1 Integration"),
      ("pc", ["Specific", "Partnership Controls"], "Partnership Controls"),
      ("evi", ["Relieving", "Evidence"], "Evidence"),
    ])
  func fuzzy(_ query: String, _ names: [String], _ best: String) {
    let fits = names.compactMap { name in FuzzyMatch(query, in: name).map { ($0, name) } }
    #expect(fits.max { $0.0 < $1.0 }?.1 == best)
    #expect(FuzzyMatch("zq", in: best) == nil)
  }
}
