import BidModel

/// Answer files as people and programs leave them.
package enum AnswerCorpus {
  /// Named texts of whole files.
  package static let files: [(name: String, text: String)] = [
    ("empty file", ""),
    ("only a byte order mark", "\u{FEFF}"),
    ("only blank lines", "\n\n  \n"),
    ("only front matter", "---\nquestion: 2.1\n---\n"),
    ("only front matter, no final newline", "---\nquestion: 2.1\n---"),
    ("empty front matter", "---\n---\n\n## Context\n"),
    (
      "a plain answer",
      "---\nquestion: \"2.1\"\nstate: drafting\n---\n\n## Context\n\nOne.\n\nTwo.\n\n## Our Role\n\nThree.\n"
    ),
    ("CRLF", "---\r\nquestion: 2.1\r\n---\r\n\r\n## Context\r\n\r\nOne\r\ntwo.\r\n\r\n- a\r\n- b\r\n"),
    ("byte order mark and CRLF", "\u{FEFF}## Context\r\n\r\nText.\r\n"),
    ("no final newline", "## Context\n\nText without an end"),
    ("mixed line ends", "## Context\r\n\nOne.\r\n\nTwo\nlines.\r\n"),
    (
      "unknown keys and comments",
      "---\n# mine\nquestion: 2.1  # ours\n\ncolour: blue\ntags:\n  - a\n  - b\nweight: 15\n---\nText\n"
    ),
    ("unknown headings", "## Win themes\n\nA\n\n## Context\n\nB\n\n## Appendix\n\nC\n"),
    ("reordered parts", "## Assurance\n\nA\n\n## Context\n\nB\n\n## Evidence\n\nC\n"),
    ("a heading twice", "## Context\n\nA\n\n## Context\n\nB\n"),
    ("text before the first heading", "Lead-in.\n\n## Context\n\nB\n"),
    ("blank lines first", "\n\n## Context\n\nA\n"),
    (
      "hard-wrapped loose file",
      "Discharge to assess\nwas set up in\n2024. It runs\nevery day - even\n- really - at night.\n\nNext\nparagraph.\n"
    ),
    ("tables", "## Evidence\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nAfter.\n| tight | table |\nafter it\n"),
    (
      "comments and fences",
      "<!-- one\n\n## not a part\n-->\nText\n```\n## not a part\n- no item\n```\nMore\n<!-- tight -->\n"
    ),
    ("a comment never closed", "Text\n\n<!-- open\n\n## Context\n\nMore\n"),
    ("a fence never closed", "Text\n\n```\n\n## Context\n\nMore\n"),
    ("rules", "---\n\nText\n\n***\n\n- - -\n\nMore\n"),
    ("deep bullets", "- a\n  - b\n    - c\n\t- d\n- e\n\n  second paragraph\n- f\n  goes on\nlazily\n"),
    ("numbers", "1. a\n2. b\n\n10) c\n1. d\n   1. e\n"),
    ("empty items", "- \n- a\n-\n- b\n1.\n"),
    ("no blank lines at all", "## Context\nOne\n- a\n### Sub\nTwo\n## Our Role\nThree\n"),
    ("many blank lines", "## Context\n\n\n\nOne\n\n\n  \nTwo\n\n\n"),
    ("blank line without an end", "Text\n\n   "),
    ("closed headings", "## Context ##\n\n### Sub ###   \n\nText\n"),
    ("odd characters", "a\u{2028}b\u{85}c\u{B}d\u{C}e\0f\rg\n\u{1B}[31m\n"),
    ("escapes", "\\- one\n\n\\\\- two\n\n\\# three\n\n\\\n\n\\{{x}}\n"),
    ("quotes", "> said\n> so\n\nand on\n"),
    ("placeholders", "Fell from {{flow.referral_to_start.baseline}} to {{ flow.referral_to_start }}.\n"),
    ("conflict markers", "## Context\n\n<<<<<<< mine\nA\n=======\nB\n>>>>>>> theirs\n"),
    ("spaces at the ends", "## Context  \n\nText with two spaces  \nat the end \t\n"),
  ]
}
