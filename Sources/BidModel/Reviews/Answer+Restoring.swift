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

  /// The edits that put a paragraph back to what and where it was in `version`: a moved one is taken out of its
  /// place and put back behind what it stood behind.
  ///
  /// - Returns: `nil` when its place or its part is gone.
  /// - Complexity: O(*n*) in the length of the answer.
  package func restoring(_ paragraph: PlacedParagraph, from version: Answer) -> [Edit]? {
    guard paragraph.isMoved else {
      guard let part = (paragraph.now ?? paragraph.then)?.part else { return nil }
      return restoringParagraph(
        inPart: part, old: paragraph.then?.number, new: paragraph.now?.number, before: paragraph.before,
        from: version
      ).map { [$0] }
    }
    guard let then = paragraph.then, let now = paragraph.now,
      parts.contains(where: { $0.anchorName == then.part }),
      let removal = restoringParagraph(
        inPart: now.part, old: nil, new: now.number, before: nil, from: version)
    else { return nil }
    var rest = self
    guard (try? rest.apply(removal)) != nil else { return nil }
    var before = paragraph.before
    // What stood below the paragraph that was taken out has moved up by one.
    if then.part == now.part, let place = before, place >= now.number { before = place > 0 ? place - 1 : nil }
    let insertion = rest.restoringParagraph(
      inPart: then.part, old: then.number, new: nil, before: before, from: version)
    return insertion.map { [removal, $0] }
  }

  /// The edit that makes a paragraph say what it said in `version`, kind and all; takes out one that the version
  /// lacks, and puts back one that is gone, behind what stood before it.
  ///
  /// - Parameters:
  ///   - old: Its number among the paragraphs of the version's part that are not empty.
  ///   - new: Its number among those of this answer's part.
  /// - Returns: `nil` when neither has it, or the part is gone.
  /// - Complexity: O(*n*) in the length of the part.
  private func restoringParagraph(
    inPart name: String, old: Int?, new: Int?, before: Int?, from version: Answer
  ) -> Edit? {
    guard let index = parts.firstIndex(where: { $0.anchorName == name }) else { return nil }
    let part = parts[index]
    let written = part.blocks.indices.filter { !part.blocks[$0].isEmpty }
    let paragraph = old.flatMap { number -> Block? in
      let all = version.parts.first { $0.anchorName == name }?.blocks.filter { !$0.isEmpty } ?? []
      return all.indices.contains(number) ? all[number] : nil
    }
    guard let new else {
      guard let paragraph else { return nil }
      let place = BlockPlace(
        part: index, block: before.flatMap { written.indices.contains($0) ? written[$0] : nil } ?? 0)
      guard before == nil else { return inserting(paragraph.kind, text: paragraph.text, after: place) }
      var first = paragraph.copy(id: BlockID(nextBlockNumber))
      if part.isEmpty { return .blocks(part.id, at: 0, count: 1, with: [first]) }
      if first.gap.isEmpty { first.gap = lineEnding }
      return .blocks(part.id, at: 0, count: 0, with: [first])
    }
    guard written.indices.contains(new) else { return nil }
    guard let paragraph else {
      guard part.blocks.count == 1 else {
        return .blocks(part.id, at: written[new], count: 1, with: [])
      }
      let id = part.blocks[0].id
      return .text(id, offset: 0, length: part.blocks[0].text.utf8.count, with: "", source: nil)
    }
    var block = paragraph.copy(id: BlockID(nextBlockNumber))
    // The last paragraph of a part may have been another one then.
    if written[new] + 1 < part.blocks.count, block.gap.isEmpty { block.gap = part.blocks[written[new]].gap }
    return .blocks(part.id, at: written[new], count: 1, with: [block])
  }

  /// `parts` with ids that no part or block of this answer has had.
  private func renumbered(_ parts: [Part]) -> [Part] {
    var ids = self
    return parts.map { part in
      Part(
        id: ids.makePartID(), key: part.key, title: part.title, headingSource: part.headingSource,
        blocks: part.blocks.map { $0.copy(id: ids.makeBlockID()) })
    }
  }
}

extension Block {
  /// The same block under another id.
  fileprivate func copy(id: BlockID) -> Block {
    Block(id: id, kind: kind, text: text, source: source, gap: gap)
  }
}
