/// What an answer is made of: the parts, what each is for, and what is expected in it.
package struct AnswerTemplate: Hashable, Sendable {
  /// The file's name without `.yaml`.
  package var id: String
  /// What the template is called.
  package var title: String
  /// The file's version, which answers begun with it note.
  package var version: String
  /// Its parts in order, hidden ones among them.
  package var parts: [PartTemplate]

  package init(id: String, title: String, version: String, parts: [PartTemplate]) {
    self.id = id
    self.title = title
    self.version = version
    self.parts = parts
  }

  /// The part named `key`.
  package func part(_ key: String?) -> PartTemplate? { parts.first { $0.key == key } }

  /// The part that a heading with these words opens: by title or alias, whatever the case; for a part that
  /// repeats, with a number behind it.
  package func part(headed words: String) -> PartTemplate? {
    let wanted = words.lowercased()
    if let part = parts.first(where: { $0.isHeaded(wanted) }) { return part }
    let stem = wanted.reversed().drop { $0.isNumber || $0 == " " }.reversed()
    return parts.first { $0.repeats && $0.isHeaded(String(stem)) }
  }

  /// The template with the parts that an answer has kept of an earlier one because they were never to be
  /// submitted: hidden, and behind the others.
  ///
  /// - Complexity: O(*n*) in the parts.
  package func keepingPrivate(of frontMatter: FrontMatter?) -> AnswerTemplate {
    var template = self
    for (heading, key) in frontMatter?.privateParts ?? [] where part(key) == nil {
      var part = PartTemplate(key: key, title: heading)
      (part.isHidden, part.isOptional) = (true, true)
      template.parts.append(part)
    }
    return template
  }

  /// What the template is recorded as: `ics-five-part@1`.
  package var stamp: String { "\(id)@\(version)" }
}

/// One part of an answer template.
package struct PartTemplate: Hashable, Sendable {
  /// The part's name in files, such as `our-role`.
  package var key: String
  /// The part's heading in new answers.
  package var title: String
  /// A part that is for the writer alone: neither counted nor exported.
  package var isHidden = false
  /// Share of the limit, in percent.
  package var share: Double = 0
  /// What the writer is told, a few lines.
  package var guidance = ""
  /// Questions to answer here.
  package var prompts: [String] = []
  /// The marks expected of each target theme here.
  package var expects: MarkSet = []
  /// KPI families expected here.
  package var families: [String] = []
  /// Other headings under which a file may hold this part.
  package var aliases: [String] = []
  /// Keys or headings of the parts that this one was in earlier versions of the template.
  package var was: [String] = []
  /// A part that an answer may do without.
  package var isOptional = false
  /// A part that an answer may have several times, such as a case example.
  package var repeats = false
  /// How it is exported.
  package var export = Export.own

  /// How a part that is read and counted appears in what is submitted.
  package enum Export: String, CaseIterable, Hashable, Sendable {
    /// Under its own heading, where headings are exported.
    case own
    /// Without a heading, as the end of the part before it.
    case merged
    /// Not at all, and not counted; it is read for coverage all the same.
    case hidden
  }

  /// Whether its text is part of the submission.
  package var isSubmitted: Bool { !isHidden && export != .hidden }

  package init(key: String, title: String) {
    self.key = key
    self.title = title
  }

  /// Whether its title or an alias is `words`, which are in small letters.
  package func isHeaded(_ words: String) -> Bool {
    title.lowercased() == words || aliases.contains { $0.lowercased() == words }
  }
}
