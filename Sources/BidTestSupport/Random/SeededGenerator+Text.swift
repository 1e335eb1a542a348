extension SeededGenerator {
  /// A few words in which everything that could be taken for structure turns up.
  package mutating func trickyText() -> String {
    (0..<Int.random(in: 1...6, using: &self)).map { _ in pick(Self.pieces) }.joined()
  }

  /// A whole file, put together from lines of every shape in any order.
  package mutating func document() -> [UInt8] {
    let ending = pick(["\n", "\n", "\r\n"])
    var text = pick(["", "", "", "\u{FEFF}"])
    if happens(oneIn: 2) { text += "---" + ending + frontMatterLines(ending) + "---" + ending + ending }
    for _ in 0..<Int.random(in: 0...30, using: &self) {
      text += pick(Self.lines) + (happens(oneIn: 20) ? pick(["\n", "\r\n"]) : ending)
      if happens(oneIn: 2) { text += String(repeating: ending, count: Int.random(in: 1...2, using: &self)) }
    }
    if happens(oneIn: 3) {
      while text.utf8.last == 0x0A { text.unicodeScalars.removeLast() }
      if text.utf8.last == 0x0D { text.unicodeScalars.removeLast() }
    }
    return Array(text.utf8)
  }

  private mutating func frontMatterLines(_ ending: String) -> String {
    (0..<Int.random(in: 0...6, using: &self)).map { _ in pick(Self.entries) + ending }.joined()
  }

  private static let pieces = [
    "a", "word ", "two words", " ", "  ", "\t", "\n", "\n\n", "- x", "\n- y", "* ", "+ z", "# h", "## part",
    "### sub",
    "1. one", "2024. year", "7) seven", "| a | b |", "|", "---", "***", "___", "===", "=", "```", "~~~",
    "`code`",
    "<!--", "-->", "<!-- c -->", "\\", "\\\\", "\\- x", "\\# y", "\n\\", "{{flow.los}}", "\\{{x}}", "> quote",
    "<<<<<<< a", ">>>>>>> b", "\r", "\u{85}", "\u{2028}", "\u{B}", "\u{C}", "\0", "\u{1B}[31m", "é",
    "e\u{301}",
    "👩‍👩‍👧", "🇬🇧", "#", " #", " ##", ".", "end.", "\u{FEFF}", "-", "+", "*", "1.", "2)",
  ]

  private static let lines = [
    "Prose that says something.", "more prose", "  indented", "\tindented by a tab", "trailing  ",
    "## Context", "## Our Role",
    "## Our Role ##", "##", "## Evidence", "# Title", "### Sub ###", "#hashtag", "- one", "- two", "* star",
    "+ plus",
    "  - deep", "\t- deeper", "-", "*", "1. first", "2. second", "3) third", "2024. was a year", "1.",
    "  continued",
    "| a | b |", "|---|---|", "---", "***", "- - -", "```", "``` swift", "~~~", "```inline```",
    "<!-- note -->", "<!--",
    "-->", "<!-- open", "close -->", "> quoted", "===", "\\- escaped", "\\", "\\\\# twice",
    "{{flow.referral_to_start}}",
    "   ", "\t", "a\rb", "\r", "line\u{2028}separator", "é", "\u{FEFF}mark", "...", "text --> more",
  ]

  private static let entries = [
    "question: 2.1", "title: 'It''s quoted'", "text: |", "  a line", "  another", "state: drafting   # why",
    "# a comment",
    "", "unknown: [a, b]", "nested:", "  - x", "- y", "broken line", "weight: 15",
    "quoted: \"a \\\"b\\\" \\n c\"",
    "folded: >-", "limit: 750 words", "title: twice", ": no key", "\tkey: x", "keep: |+",
  ]
}
