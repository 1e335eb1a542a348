extension Answer {
  /// Whether keys of front matter stand in the text, as they do when the line that opens it is lost.
  ///
  /// Limitations: a text that begins with a line such as `question: …` on purpose is taken for it.
  package var hasLostFrontMatter: Bool {
    guard frontMatter == nil, let text = parts.first?.blocks.first?.text else { return false }
    let key = text.prefix { $0.isLetter || $0 == "_" }
    return ["question", "title", "text", "weight", "limit", "state", "template"].contains(String(key))
      && text.dropFirst(key.count).first == ":"
  }
}
