import BidModel

/// What a reader takes and nobody can have meant: told when a file is checked, so that a bid which uses one all
/// the same still opens.
extension TemplateLibrary {
  /// What is unsound in a template that could be read, with its places.
  ///
  /// - Complexity: O(*n* · *m*) in the texts and the names among them.
  func unsound(
    _ content: TemplateContent, _ reading: YAMLReading, path: String
  ) -> [TemplateFault] {
    var sound = Soundness(reading, path: path)
    sound.checkHeader()
    switch content {
    case .answer(let template): sound.check(template)
    case .themes(let set): sound.check(set)
    case .signals(let lexicon): sound.check(lexicon)
    case .kpis(let set): sound.check(set)
    case .check(let rule): sound.check(rule)
    default: break
    }
    return sound.faults
  }
}

/// Gathers what is unsound in one file.
private struct Soundness {
  private(set) var faults: [TemplateFault] = []
  private let texts: [YAMLReading.Text]
  private let path: String

  init(_ reading: YAMLReading, path: String) {
    texts = reading.texts
    self.path = path
  }

  private mutating func say(_ key: String, _ text: String?, _ problem: String, _ remedy: String) {
    // Of two that are alike the later is the one too many.
    let place = texts.last { $0.key == key && (text == nil || $0.text == text) }
    faults.append(
      TemplateFault(
        path: path, line: place?.line, column: place?.column, problem: problem, remedy: remedy))
  }

  mutating func checkHeader() {
    if let version = texts.first(where: { $0.key == "version" })?.text, !Self.isVersion(version) {
      say(
        "version", version, "'\(version)' is no version",
        "Begin with a digit and go on with digits, letters, points or hyphens, such as 2 or 2.1")
    }
    if let day = texts.first(where: { $0.key == "facts_as_of" })?.text, !Self.isDay(day) {
      say(
        "facts_as_of", day, "'\(day)' is no day", "Write year, month and day, such as 2026-04-01")
    }
  }

  mutating func check(_ template: AnswerTemplate) {
    for part in template.parts where part.share < 0 || part.share > 100 {
      say(
        "share", part.share.plain, "\(part.share.plain) is no share of a limit",
        "Write a number from 0 to 100")
    }
    for part in template.parts { checkKey(part.key, called: "part") }
    for (index, part) in template.parts.enumerated() {
      for other in template.parts[..<index] where part.key != other.key {
        let names = [part.title] + part.aliases
        guard let twice = names.first(where: { other.isHeaded($0.lowercased()) }) else { continue }
        say(
          twice == part.title ? "title" : "aliases", twice,
          "'\(twice)' is a heading of '\(other.key)' as well",
          "Give each part headings of its own: files know parts by them")
      }
    }
  }

  mutating func check(_ set: ThemeSet) {
    for theme in set.themes where !theme.key.isEmpty {
      checkKey(theme.key, called: "theme")
      let signs = theme.indicators
      let isShown =
        !signs.strong.isEmpty || !signs.sure.isEmpty || !signs.weak.isEmpty || signs.continues
        || signs.countsResults
      guard !isShown else { continue }
      say(
        "key", theme.key, "nothing shows the theme '\(theme.key)'",
        "Give it phrases under \"strong:\", \"sure:\" or \"weak:\"")
    }
  }

  mutating func check(_ lexicon: SignalLexicon) {
    let rules = lexicon.rules.values
    guard
      rules.allSatisfy({
        $0.counts.isEmpty && $0.weak.isEmpty && $0.withResult.isEmpty && $0.standards.isEmpty
      })
    else { return }
    say("title", nil, "the file knows no signal", "Give phrases to at least one under \"signals:\"")
  }

  mutating func check(_ set: KPISet) {
    let known = ["baseline", "value", "change", "period", "source"]
    for kpi in set.kpis where !kpi.key.isEmpty {
      if !kpi.family.isEmpty, kpi.key.prefix(while: { $0 != "." }) != kpi.family {
        say(
          "key", kpi.key, "the key '\(kpi.key)' does not begin with its family '\(kpi.family)'",
          "Write '\(kpi.family).' and the KPI's own name")
      }
      for word in Self.gaps(in: kpi.narrative) where !known.contains(word) {
        say(
          "narrative", kpi.narrative, "'{\(word)}' is filled with nothing",
          "Use \(known.map { "{\($0)}" }.joined(separator: ", "))")
      }
    }
  }

  mutating func check(_ rule: PhraseRule) {
    let known =
      rule.steps == nil
      ? [("message", rule.message, ["quote", "instead"]), ("fix", rule.about.fix, ["instead"])]
      : [("message", rule.message, ["missing"]), ("fix", rule.about.fix, ["needs"])]
    for (key, text, words) in known {
      for word in Self.gaps(in: text) where !words.contains(word) {
        say(
          key, text, "'{\(word)}' is filled with nothing",
          "Use \(words.map { "{\($0)}" }.joined(separator: " or "))")
      }
    }
    var seen: Set<String> = []
    for phrase in rule.phrases where !seen.insert(phrase.lowercased()).inserted {
      say("phrases", phrase, "the phrase '\(phrase)' is there twice", "Take one out")
    }
  }

  private mutating func checkKey(_ key: String, called name: String) {
    let isPlain = TemplateLocator.isName(key.replacing("_", with: "-"))
    guard !key.isEmpty, !isPlain else { return }
    say(
      "key", key, "'\(key)' cannot be the key of a \(name)",
      "Use small letters, digits and hyphens: other files name it by its key")
  }

  /// The words in braces.
  private static func gaps(in text: String) -> [String] {
    text.matches(of: #/\{([^{}]*)\}/#).map { String($0.1) }
  }

  private static func isVersion(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return true }
    return ("0"..."9").contains(first)
      && text.unicodeScalars.allSatisfy {
        ("0"..."9").contains($0) || ("a"..."z").contains($0) || ("A"..."Z").contains($0) || $0 == "."
          || $0 == "-"
      }
  }

  /// Whether `text` is a day of the calendar, `yyyy-mm-dd`; an empty one is told of elsewhere.
  private static func isDay(_ text: String) -> Bool {
    guard !text.isEmpty else { return true }
    guard let match = text.wholeMatch(of: #/([0-9]{4})-([0-9]{2})-([0-9]{2})/#), let year = Int(match.1),
      let month = Int(match.2), let day = Int(match.3), (1...12).contains(month)
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...lengths[month - 1]).contains(day)
  }
}
