import BidLanguage

/// The words of a phrase that carry its meaning, and their forms.
///
/// Two words are forms of one when they share their beginning and differ in an ending: *escalate*,
/// *escalation*; *triage*, *triaged*. At least four letters and two thirds of the longer must be shared.
///
/// Limitations: *care* and *career* differ enough not to be taken for one, *organ* and *organise* do not.
enum ContentWord {
  /// Whether `word`, in lower case, carries meaning by itself.
  static func isOne(_ word: String) -> Bool { word.utf8.count > 2 && !common.contains(word) }

  /// The words of `text` that carry meaning, each once, in order.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  static func words(of text: String) -> [String] {
    var text = text
    var found: [String] = []
    let tokens = Tokenizer().tokens(in: text)
    text.withUTF8 { bytes in
      for token in tokens where token.kind == .word {
        let word = Tokenizer.normalised(UnsafeBufferPointer(rebasing: bytes[token.range]))
        if isOne(word), !found.contains(word) { found.append(word) }
      }
    }
    return found
  }

  /// Whether `word` is a form of `other`.
  static func isForm(_ word: String, of other: String) -> Bool {
    if word == other { return true }
    let shared = zip(word.utf8, other.utf8).prefix { $0 == $1 }.count
    let longer = max(word.utf8.count, other.utf8.count)
    if shared == min(word.utf8.count, other.utf8.count), longer - shared <= 2, shared >= 3 { return true }
    return shared >= 4 && shared * 3 >= longer * 2 - 2
  }

  private static let common: Set<String> = [
    "and", "the", "how", "you", "your", "will", "our", "for", "with", "that", "this", "which", "what", "who",
    "when", "where", "are", "was", "were", "has", "have", "had", "its", "their", "them", "they", "from",
    "into",
    "any", "all", "each", "including", "include", "describe", "explain", "provide", "outline", "please",
    "should", "must", "can", "could", "would", "may", "is", "be", "been", "being", "demonstrate", "detail",
    "details", "ensure", "set", "out", "also", "other", "such", "these", "those", "shown", "show", "within",
    "across", "about", "approach", "across", "against", "through", "both", "than", "more", "not", "give",
    "state", "response", "answer", "question", "bidder", "bidders", "tenderer", "tenderers", "improve",
    "done", "using", "use", "made",
    "make", "work", "working", "ways", "way", "meet", "deliver", "delivered", "plan", "plans",
  ]
}
