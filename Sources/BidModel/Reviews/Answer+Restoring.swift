extension Answer {
  /// The edits that make this answer say what `version` said, front matter included, with ids of its own.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package func restoring(_ version: Answer) -> [Edit] {
    [
      .frontMatter(version.frontMatter),
      .parts(at: 0, count: parts.count, with: renumbered(version.parts)),
    ]
  }

  /// The edit that makes the part at `index` say what it said in `version`; `nil` when that has no such part.
  package func restoringPart(at index: Int, from version: Answer) -> Edit? {
    guard parts.indices.contains(index),
      let old = version.parts.first(where: { $0.anchorName == parts[index].anchorName })
    else { return nil }
    return .parts(at: index, count: 1, with: renumbered([old]))
  }

  /// `parts` with ids that no part or block of this answer has had.
  private func renumbered(_ parts: [Part]) -> [Part] {
    var ids = self
    return parts.map { part in
      Part(
        id: ids.makePartID(), key: part.key, title: part.title, headingSource: part.headingSource,
        blocks: part.blocks.map {
          Block(id: ids.makeBlockID(), kind: $0.kind, text: $0.text, source: $0.source, gap: $0.gap)
        })
    }
  }
}
