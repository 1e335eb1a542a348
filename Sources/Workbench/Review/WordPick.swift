import BidModel

/// Words picked inside a block of the walked text, grown and shrunk from one end.
///
/// What is picked reaches from one word to another; the end that moves is on the side of the last word taken.
struct WordPick: Hashable, Sendable {
  /// The block that the words stand in.
  var block: BlockID
  /// UTF-8 bytes of the rendered text: the word that was picked first, and the last one taken.
  private var first: Range<Int>
  private var last: Range<Int>

  /// Picks one word.
  init(_ word: Range<Int>, in block: BlockID) {
    self.block = block
    (first, last) = (word, word)
  }

  /// UTF-8 bytes of the rendered text.
  var range: Range<Int> {
    min(first.lowerBound, last.lowerBound)..<max(first.upperBound, last.upperBound)
  }

  private var growsRight: Bool { last.lowerBound >= first.lowerBound }

  /// Takes the next word that way in, or gives the last one back; a single word grows either way.
  ///
  /// - Returns: `false` at the end of the block.
  mutating func move(forward: Bool, among words: [Range<Int>]) -> Bool {
    let range = range
    let isGrowing = forward == growsRight || first == last
    let next: Range<Int>?
    switch (forward, isGrowing) {
    case (true, true): next = words.first { $0.upperBound > range.upperBound }
    case (false, true): next = words.last { $0.lowerBound < range.lowerBound }
    case (true, false): next = words.first { $0.lowerBound > range.lowerBound }
    case (false, false): next = words.last { $0.upperBound < range.upperBound }
    }
    guard let next else { return false }
    let isBack = forward ? next.lowerBound >= first.lowerBound : next.upperBound <= first.upperBound
    last = !isGrowing && isBack ? first : next
    return true
  }

  /// Moves the free end by a character.
  ///
  /// - Returns: `false` at the end of the block, or where nothing would be left.
  mutating func nudge(forward: Bool, in text: String) -> Bool {
    let range = range
    let end = growsRight ? range.upperBound : range.lowerBound
    guard let place = TextStep.grapheme(in: text, from: end, forward: forward) else { return false }
    let moved =
      growsRight
      ? range.lowerBound..<max(range.lowerBound, place) : min(place, range.upperBound)..<range.upperBound
    guard !moved.isEmpty else { return false }
    switch growsRight {
    case true where place > first.upperBound: last = min(last.lowerBound, place)..<place
    case false where place < first.lowerBound: last = place..<max(last.upperBound, place)
    default: (first, last) = (moved, moved)
    }
    return true
  }

  /// The words of a rendered text, a filled placeholder as one.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  static func words(of rendered: RenderedText) -> [Range<Int>] {
    let chips = rendered.runs.filter { $0.chip != nil }.map(\.rendered)
    var words: [Range<Int>] = []
    var offset = 0
    var start: Int?
    func close() {
      if let begun = start { words.append(begun..<offset) }
      start = nil
    }
    var chip = chips[...]
    for scalar in rendered.text.unicodeScalars {
      if let next = chip.first, offset >= next.lowerBound {
        close()
        if offset == next.lowerBound { words.append(next) }
        if offset + scalar.utf8.count >= next.upperBound { chip = chip.dropFirst() }
      } else if TextStep.isWord(scalar) {
        if start == nil { start = offset }
      } else {
        close()
      }
      offset += scalar.utf8.count
    }
    close()
    return words
  }
}

/// Picking words inside a sentence of the walk, to comment on exactly them.
extension WorkbenchState {
  /// The block in hand as it is shown, with its words.
  private var pickable: (stop: WalkStop, rendered: RenderedText, words: [Range<Int>])? {
    guard let walk = reviewing.walk, let stops = walkText?.stops, stops.indices.contains(walk.stop),
      let open = walkedAnswer
    else { return nil }
    let stop = stops[walk.stop]
    let rendered = RenderedText(open.answer[stop.place].text, values: session.values)
    return (stop, rendered, WordPick.words(of: rendered))
  }

  /// Extends what is picked by a word; begins with the first or the last word of the sentence in hand.
  mutating func extendPick(forward: Bool) {
    guard let (stop, rendered, words) = pickable else { return }
    guard var pick = reviewing.walk?.pick, pick.block == stop.block else {
      let own = words.filter {
        stop.rendered.lowerBound <= $0.lowerBound && $0.upperBound <= stop.rendered.upperBound
      }
      guard let word = forward ? own.first : own.last else { return say("There is no word here.", as: .note) }
      return hold(WordPick(word, in: stop.block), in: rendered)
    }
    guard pick.move(forward: forward, among: words) else { return sayPickEnds() }
    hold(pick, in: rendered)
  }

  /// Picks the next word alone.
  mutating func movePick(forward: Bool) {
    guard let (stop, rendered, words) = pickable else { return }
    guard let range = reviewing.walk?.pick?.range else { return extendPick(forward: forward) }
    let word =
      forward
      ? words.first { $0.lowerBound >= range.upperBound } : words.last { $0.upperBound <= range.lowerBound }
    guard let word else { return sayPickEnds() }
    hold(WordPick(word, in: stop.block), in: rendered)
  }

  /// Moves the free end of what is picked by a character.
  mutating func nudgePick(forward: Bool) {
    guard let (stop, rendered, _) = pickable else { return }
    guard var pick = reviewing.walk?.pick, pick.block == stop.block else {
      return extendPick(forward: forward)
    }
    guard pick.nudge(forward: forward, in: rendered.text) else { return sayPickEnds() }
    hold(pick, in: rendered)
  }

  private mutating func sayPickEnds() {
    say("The paragraph ends here: Shift with Up or Down selects over several.", as: .note)
  }

  /// Holds what is picked, and goes to the sentence that it begins in.
  private mutating func hold(_ pick: WordPick, in rendered: RenderedText) {
    reviewing.walk?.pick = pick
    reviewing.walk?.anchor = nil
    guard let stops = walkText?.stops,
      let stop = stops.lastIndex(where: {
        $0.block == pick.block && $0.rendered.lowerBound <= pick.range.lowerBound
      })
    else { return }
    reviewing.walk?.stop = stop
  }

  /// The words that are picked in the text as written, a placeholder whole; `nil` when none are.
  var pickedWords: (place: BlockPlace, range: Range<Int>)? {
    guard let pick = reviewing.walk?.pick, let (stop, rendered, _) = pickable, stop.block == pick.block,
      pick.range.upperBound <= rendered.text.utf8.count
    else { return nil }
    return (stop.place, rendered.sourceRange(pick.range))
  }
}
