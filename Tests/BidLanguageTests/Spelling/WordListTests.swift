import Testing

@testable import BidLanguage

/// The file of a workspace's own spellings.
@Suite struct WordListTests {
  @Test("one word a line, comments and blanks left out, each once")
  func reading() {
    let list = WordList("\u{FEFF}# comment\r\nreablement\r\n\r\n  eMAR \nreablement\nTom Ledger")
    #expect(list.words == ["reablement", "eMAR", "Tom Ledger"])
    #expect(list.spellings == ["reablement", "eMAR", "Tom", "Ledger"])
  }

  @Test(
    "a word is appended to what was there, in its line ends",
    arguments: [
      ("", "new\n"), ("a\n", "a\nnew\n"), ("a", "a\nnew\n"), ("a\r\nb\r\n", "a\r\nb\r\nnew\r\n"),
      ("a\r\nb", "a\r\nb\r\nnew\r\n"), ("# new\n", "# new\nnew\n"), ("News\n", "News\nnew\n"),
    ])
  func appending(_ before: String, _ after: String) {
    let bytes = WordList.appending("new", to: Array(before.utf8))
    #expect(bytes.map { String(decoding: $0, as: UTF8.self).debugDescription } == after.debugDescription)
  }

  @Test("a word that is there is not appended again")
  func twice() {
    #expect(WordList.appending("new", to: Array("a\n  new\n".utf8)) == nil)
  }
}
