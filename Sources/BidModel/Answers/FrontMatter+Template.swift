/// What the front matter says of the answer's template.
extension FrontMatter {
  /// Headings that this answer gives parts of its template, with the parts' keys, in order:
  /// `our-role: Referral and triage` on a line of `headings`.
  package var ownHeadings: [(heading: String, key: String)] { headedKeys("headings") }

  /// Parts of an earlier template that were not to be submitted and that the template of now does not have:
  /// `plan: Plan` on a line of `private_parts`. They stay out of counts and exports.
  package var privateParts: [(heading: String, key: String)] { headedKeys("private_parts") }

  /// Sets the parts that stay private; none takes the key away.
  package mutating func setPrivateParts(_ parts: [(heading: String, key: String)]) {
    self["private_parts"] =
      parts.isEmpty ? nil : parts.map { "\($0.key): \($0.heading)" }.joined(separator: "\n")
  }

  private func headedKeys(_ name: String) -> [(heading: String, key: String)] {
    (self[name] ?? "").split(separator: "\n").compactMap { line in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let heading = line[line.index(after: colon)...].trimmingSpaces()
      return heading.isEmpty ? nil : (heading, line[..<colon].trimmingSpaces())
    }
  }

  /// Sets the heading that this answer gives the part named `key`; `nil` takes it away.
  package mutating func setOwnHeading(_ heading: String?, of key: String) {
    var lines = ownHeadings.filter { $0.key != key }
    if let heading { lines.append((heading, key)) }
    self["headings"] = lines.isEmpty ? nil : lines.map { "\($0.key): \($0.heading)" }.joined(separator: "\n")
  }

  /// Headings whose text a change of template found no place for.
  package var unplaced: [String] {
    (self["unplaced"] ?? "").split(separator: "\n").map { $0.trimmingSpaces() }.filter { !$0.isEmpty }
  }

  /// Versions of templates that were offered for this answer and declined: `ics-five-part@2`.
  package var declinedTemplates: [String] {
    (self["template_declined"] ?? "").split(separator: ",").map { $0.trimmingSpaces() }
  }
}

extension Answer {
  /// Whether `part` holds text that a change of template found no place for.
  package func isUnplaced(_ part: Part) -> Bool {
    guard part.key == nil, let title = part.title else { return false }
    return frontMatter?.unplaced.contains(title.trimmingSpaces()) ?? false
  }
}
