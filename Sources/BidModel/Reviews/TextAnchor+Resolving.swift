extension TextAnchor {
  /// Where the words stand in `answer` now.
  ///
  /// Two things speak for a place: its *text* (the block holds the words, best as the very same block) and
  /// its *site* (the part, and the same words right above and below the block). Copies are what makes this
  /// hard: a fixed paragraph whose copy stands elsewhere unfixed must not hand its comment to the copy. So
  ///
  /// - the block at the site comes first: where it holds the words once, that is the place, though other words of
  ///   it were edited and a copy elsewhere is as the block was;
  /// - *anchored* needs both, each pointing to this block and no other; where a neighbour was edited, one
  ///   neighbour and the block's own number in the part make the site;
  /// - *moved* needs the text alone, in one place only;
  /// - everything else is *drifted*: the words are gone, or two places fit equally. It points to the site,
  ///   if there is one, and never to words.
  ///
  /// A selection over several paragraphs is looked for paragraph by paragraph. It is found only when each
  /// is, in the order of the text and in blocks of their own, and when none was found far from a place where
  /// its own stood and was changed: else a copy could stand in for it. One that is moved makes all moved.
  ///
  /// Limitations: what is told apart is what the file holds. A copy that was put exactly where the original
  /// stood, between the same neighbours, is taken for the original.
  /// - Complexity: O(*n*) in the length of the answer, for each paragraph of the selection.
  package func place(in answer: Answer) -> AnchorPlace {
    guard isOfText else { return placeOfWhole(in: answer) }
    guard following.isEmpty else { return placeOfSpan(in: answer) }
    return placeOfBlock(in: answer)
  }

  private func placeOfSpan(in answer: Answer) -> AnchorPlace {
    let anchors = [self] + following
    let found = anchors.map { $0.placeOfBlock(in: answer) }
    let near = found.first { $0.block != nil }
    let lost = AnchorPlace(.drifted, block: near?.block, part: near?.part ?? partIndex(in: answer))
    var last: BlockPlace?
    var pieces: [AnchorPlace.Piece] = []
    for (anchor, place) in zip(anchors, found) {
      guard place.state != .drifted, let block = place.block, let range = place.range,
        let at = answer.place(of: block), last.map({ $0 < at }) ?? true,
        place.state == .anchored || anchor.sites(in: answer).allSatisfy({ $0 == at })
      else { return lost }
      last = at
      pieces.append(AnchorPlace.Piece(block: block, range: range))
    }
    let isSure = found.allSatisfy { $0.state == .anchored }
    return AnchorPlace(
      isSure ? .anchored : .moved, block: pieces[0].block, range: pieces[0].range, part: found[0].part,
      following: Array(pieces.dropFirst()))
  }

  private func placeOfBlock(in answer: Answer) -> AnchorPlace {
    let sites = sites(in: answer)
    if let own = placeInOwnBlock(sites, in: answer) { return own }
    var texts = blocksUnchanged(in: answer)
    if texts.isEmpty { texts = blocksHoldingQuote(in: answer) }
    guard let found = choose(among: texts, sites: sites, in: answer) else {
      let near = sites.count == 1 ? sites[0] : nil
      return AnchorPlace(
        .drifted, block: near.map { answer[$0].id }, part: near?.part ?? partIndex(in: answer))
    }
    let isSure = isSite(found.place, among: sites, in: answer)
    return AnchorPlace(
      isSure ? .anchored : .moved, block: answer[found.place].id, range: found.range, part: found.place.part)
  }

  /// The words in the block at the one site, where they stand there once, whatever stands elsewhere.
  ///
  /// Without a block between the same neighbours, the one of the same number with one neighbour left will do, if
  /// a side of the words inside it is as it was: less would take a stranger for the block.
  private func placeInOwnBlock(_ sites: [BlockPlace], in answer: Answer) -> AnchorPlace? {
    guard sites.count < 2 else { return nil }
    let places = sites.isEmpty ? numbered(in: answer) : sites
    let own = places.flatMap { place in holdingQuote(answer[place].text).map { (place: place, words: $0) } }
    guard own.count == 1, !sites.isEmpty || own[0].words.1 > 0 else { return nil }
    return AnchorPlace(
      .anchored, block: answer[own[0].place].id, range: own[0].words.0, part: own[0].place.part)
  }

  /// Blocks of the anchor's number in its part that have one neighbour left.
  private func numbered(in answer: Answer) -> [BlockPlace] {
    answer.parts.indices.map { BlockPlace(part: $0, block: ordinal - 1) }.filter { place in
      answer.parts[place.part].blocks.indices.contains(place.block) && isSite(place, among: [], in: answer)
    }
  }

  /// Words in a block that could be the anchor's.
  private struct Candidate {
    var place: BlockPlace
    var range: Range<Int>
    /// How many sides of the words, inside the block, are as they were.
    var sides: Int
  }

  private func placeOfWhole(in answer: Answer) -> AnchorPlace {
    guard !part.isEmpty else { return AnchorPlace(.anchored) }
    guard let index = partIndex(in: answer) else { return AnchorPlace(.drifted) }
    return AnchorPlace(.anchored, block: answer.parts[index].blocks[0].id, part: index)
  }

  private func partIndex(in answer: Answer) -> Int? { answer.parts.firstIndex { $0.anchorName == part } }

  /// The one candidate that fits best; `nil` without one, or when two fit equally.
  private func choose(among texts: [Candidate], sites: [BlockPlace], in answer: Answer) -> Candidate? {
    guard let best = texts.map(\.sides).max() else { return nil }
    let fitting = texts.filter { $0.sides == best }
    if fitting.count == 1 { return fitting[0] }
    let atSite = fitting.filter { isSite($0.place, among: sites, in: answer) }
    return atSite.count == 1 ? atSite[0] : nil
  }

  /// Blocks in the anchor's part that stand between the same words as it did.
  private func sites(in answer: Answer) -> [BlockPlace] {
    answer.parts.indices.flatMap { index -> [BlockPlace] in
      let part = answer.parts[index]
      guard part.anchorName == self.part else { return [] }
      return part.blocks.indices.filter { block in
        let neighbours = Self.neighbours(of: block, in: part)
        return neighbours.above == above && neighbours.below == below
      }.map { BlockPlace(part: index, block: $0) }
    }
  }

  /// Whether `place` is where the block stood: the only one between the same words; or, where no block is,
  /// the one of the same number with one neighbour left.
  private func isSite(_ place: BlockPlace, among sites: [BlockPlace], in answer: Answer) -> Bool {
    let part = answer.parts[place.part]
    guard part.anchorName == self.part else { return false }
    guard sites.isEmpty else { return sites == [place] }
    let neighbours = Self.neighbours(of: place.block, in: part)
    return place.block + 1 == ordinal && (neighbours.above == above || neighbours.below == below)
  }

  private func blocksUnchanged(in answer: Answer) -> [Candidate] {
    let range = offset..<offset + quote.utf8.count
    return candidates(in: answer) { text in
      // Most blocks lack the words there, and need no fingerprint.
      guard text.holds(quote, at: range), Fingerprint(of: text).description == block else { return [] }
      return [(range, 2)]
    }
  }

  private func blocksHoldingQuote(in answer: Answer) -> [Candidate] {
    candidates(in: answer, holdingQuote)
  }

  /// The bytes of the words in `text`, with how many sides of them are as they were.
  private func holdingQuote(_ text: String) -> [(Range<Int>, Int)] {
    text.places(of: quote).map { range in
      let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
      let end = text.utf8.index(text.startIndex, offsetBy: range.upperBound)
      let sides =
        (String(text[..<start].suffix(Self.context)) == before ? 1 : 0)
        + (String(text[end...].prefix(Self.context)) == after ? 1 : 0)
      return (range, sides)
    }
  }

  private func candidates(in answer: Answer, _ find: (String) -> [(Range<Int>, Int)]) -> [Candidate] {
    answer.parts.indices.flatMap { part in
      answer.parts[part].blocks.indices.flatMap { block in
        find(answer.parts[part].blocks[block].text).map {
          Candidate(place: BlockPlace(part: part, block: block), range: $0.0, sides: $0.1)
        }
      }
    }
  }
}

extension String {
  /// Whether `words` stand at the bytes `range`.
  fileprivate func holds(_ words: String, at range: Range<Int>) -> Bool {
    guard range.upperBound <= utf8.count else { return false }
    return utf8.dropFirst(range.lowerBound).prefix(range.count).elementsEqual(words.utf8)
  }

  /// The bytes of each occurrence of `words`, overlapping ones too, that cuts no character.
  fileprivate func places(of words: String) -> [Range<Int>] {
    let text = Array(utf8)
    let wanted = Array(words.utf8)
    guard !wanted.isEmpty, wanted.count <= text.count else { return [] }
    return (0...text.count - wanted.count).filter { start in
      text[start] == wanted[0] && text[start..<start + wanted.count].elementsEqual(wanted)
    }.map { $0..<$0 + wanted.count }
  }
}
