extension Question {
  /// Reads the keys of `frontMatter`; what cannot be read is left out and told in `problems`.
  ///
  /// - Parameter problems: Receives one sentence, with the line, for each value that is not what its
  ///   key needs.
  package init(_ frontMatter: FrontMatter, problems: inout [FrontMatterProblem]) {
    self.init()
    func text(_ key: String) -> String? {
      guard let value = frontMatter[key], !value.isEmpty else { return nil }
      return value
    }
    func list(_ key: String, by separator: Character) -> [String] {
      (text(key) ?? "").split(separator: separator).map { $0.trimmingSpaces() }.filter { !$0.isEmpty }
    }
    func read<Value>(_ key: String, _ needs: String, _ parse: (String) -> Value?) -> Value? {
      guard let value = text(key) else { return nil }
      if let parsed = parse(value) { return parsed }
      let line = frontMatter.entries.first { $0.key == key }?.line ?? 0
      problems.append(FrontMatterProblem(line: line, key: key, value: value, needs: needs))
      return nil
    }
    number = text("question") ?? ""
    title = text("title") ?? ""
    self.text = text("text") ?? ""
    subAsks = list("sub_asks", by: "\n")
    weight = read("weight", "a percentage such as 15", Question.percentage)
    pageLimit = text("limit").flatMap(Question.pages)
    if pageLimit == nil {
      limit = read("limit", "a length such as '750 words', '5000 characters' or '2 pages'", Limit.init(text:))
    }
    scale = text("scale")
    minimumScore = read("minimum_score", "a whole number", { Int($0) })
    criterion = text("criterion")
    isPassFail = read("pass_fail", "yes or no", Question.flag) ?? false
    targetThemes = list("target_themes", by: ",").map { $0.trimming(while: { "[]\"'".contains($0) }) }
    template = text("template")
    templateVersion = text("template_version")
    state =
      read(
        "state", "one of " + AnswerState.allCases.map(\.rawValue).joined(separator: ", "),
        AnswerState.init(rawValue:)) ?? .notStarted
    writer = text("writer")
    expert = text("expert")
    reviewers = list("reviewers", by: ",")
    due = read("due", "a day such as 2026-12-01", { Day($0) == nil ? nil : $0 })
  }

  /// Reads `2 pages`, `1 page of A4` or `2 sides of A4`.
  package static func pages(_ text: String) -> Int? {
    let words = text.lowercased().split(separator: " ")
    guard words.count > 1, let amount = Int(words[0]), amount > 0,
      ["page", "pages", "side", "sides"].contains(words[1])
    else { return nil }
    return words.count == 2 || words[2...].elementsEqual(["of", "a4"]) ? amount : nil
  }

  /// Reads `15` or `15%`, from 0 to 100.
  package static func percentage(_ text: String) -> Double? {
    let digits = text.hasSuffix("%") ? String(text.dropLast()).trimmingSpaces() : text
    guard let value = Double(digits), value >= 0, value <= 100 else { return nil }
    return value
  }

  /// `yes`, `true`, `no` or `false` in any letters; `nil` for anything else.
  static func flag(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "yes", "true": true
    case "no", "false": false
    default: nil
    }
  }
}

extension Question.Limit {
  /// Reads `750 words`, `5,000 characters` or a bare number, which means words.
  package init?(text: String) {
    let words = text.split(separator: " ")
    guard let first = words.first, words.count <= 2,
      let amount = Int(first.filter { $0 != "," }), amount > 0
    else { return nil }
    guard words.count == 2 else {
      self.init(amount: amount, unit: .words)
      return
    }
    switch words[1].lowercased() {
    case "words", "word": self.init(amount: amount, unit: .words)
    case "characters", "character", "chars": self.init(amount: amount, unit: .characters)
    default: return nil
    }
  }
}

/// A value in the front matter that is not what its key needs.
package struct FrontMatterProblem: Hashable, Sendable {
  /// Line of the file, from 1.
  package let line: Int
  package let key: String
  package let value: String
  /// What the key takes, such as "yes or no".
  package let needs: String

  /// One sentence with the way out.
  package var message: String { "‘\(key): \(value)’ is not understood: write \(needs)." }
}

extension String {
  /// The text without characters at its ends that `leaves` says go.
  fileprivate func trimming(while leaves: (Character) -> Bool) -> String {
    guard let first = firstIndex(where: { !leaves($0) }), let last = lastIndex(where: { !leaves($0) }) else {
      return ""
    }
    return String(self[first...last])
  }
}

extension StringProtocol {
  /// The text without spaces and tabs at its ends.
  package func trimmingSpaces() -> String {
    let isSpace = { (character: Character) in character == " " || character == "\t" }
    guard let first = firstIndex(where: { !isSpace($0) }),
      let last = lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(self[first...last])
  }
}
