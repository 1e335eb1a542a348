/// What an American spelling would be in Britain, by the ends of words that the two write otherwise.
///
/// Limitations: these are guesses for a dictionary to sift: `doctor` gives `doctour`, and words that differ
/// within, such as `program`, give nothing.
enum BritishSpelling {
  /// The ends, and what stands in their place.
  private static let ends: [(american: String, british: String)] = [
    ("or", "our"), ("ors", "ours"), ("ored", "oured"), ("oring", "ouring"), ("orable", "ourable"),
    ("oral", "oural"), ("er", "re"), ("ers", "res"), ("ered", "red"), ("ering", "ring"), ("og", "ogue"),
    ("ogs", "ogues"), ("ense", "ence"), ("enses", "ences"), ("eled", "elled"), ("eling", "elling"),
    ("eler", "eller"), ("elers", "ellers"), ("ill", "il"), ("illment", "ilment"), ("yze", "yse"),
    ("yzed", "ysed"), ("yzing", "ysing"), ("ize", "ise"), ("ized", "ised"), ("izes", "ises"),
    ("izer", "iser"),
    ("izers", "isers"), ("izing", "ising"), ("izable", "isable"), ("ization", "isation"),
    ("izations", "isations"), ("izational", "isational"),
  ]

  /// The forms that `word` may have, the longest end first.
  static func forms(of word: String) -> [String] {
    ends.filter { word.hasSuffix($0.american) && word.utf8.count > $0.american.utf8.count + 2 }
      .sorted { $0.american.utf8.count > $1.american.utf8.count }
      .map { word.dropLast($0.american.count) + $0.british }
  }
}
