/// What an answer is made of: the parts, what each is for, and what is expected in it.
package struct AnswerTemplate: Hashable, Sendable {
  package var id: String
  package var title: String
  package var version: String
  package var parts: [PartTemplate]

  package init(id: String, title: String, version: String, parts: [PartTemplate]) {
    self.id = id
    self.title = title
    self.version = version
    self.parts = parts
  }

  /// The part named `key`.
  package func part(_ key: String?) -> PartTemplate? { parts.first { $0.key == key } }

  /// The part that a heading with these words opens: by title or alias, whatever the case.
  package func part(headed words: String) -> PartTemplate? {
    let wanted = words.lowercased()
    return parts.first {
      $0.title.lowercased() == wanted || $0.aliases.contains { $0.lowercased() == wanted }
    }
  }
}

/// One part of an answer template.
package struct PartTemplate: Hashable, Sendable {
  package var key: String
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

  package init(key: String, title: String) {
    self.key = key
    self.title = title
  }
}
