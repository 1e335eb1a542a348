import BidLanguage
import BidModel

extension WorkbenchState {
  /// Opens the box for a misspelling, which is selected.
  mutating func openSpellingBox(_ block: BlockID, _ fault: Range<Int>) {
    let answer = currentAnswer
    guard let place = answer.place(of: block) else { return }
    let word = answer[place].text.slice(utf8: fault)
    var box = SpellingBox(
      word: word, answer: answer.id, block: block, range: fault,
      revision: session.answers[currentIndex].revision, uses: uses(of: word).count)
    box.suggestions = spelling.suggestions[word]
    if box.suggestions == nil { effects.append(.spelling(.suggest(word))) }
    overlays.append(.spelling(box))
  }

  /// Puts the correction in the word's place, here or wherever the word is misspelt, and goes on to the
  /// next; all of it is one step to undo.
  mutating func correctSpelling(everywhere: Bool) {
    guard case .spelling(let box) = overlays.last else { return }
    guard let correction = box.correction else {
      return say("There is no suggestion: type the right spelling, or Esc to edit the text.", as: .note)
    }
    overlays.removeLast()
    guard canEdit() else { return }
    guard box.answer == editor.answer, box.revision == session.answers[currentIndex].revision else {
      return walkSpelling(.here, opensBox: true)
    }
    let places = everywhere ? uses(of: box.word) : [(block: box.block, range: box.range)]
    let before = editor.caret
    var edits: [Edit] = []
    var growthBefore = 0
    // From the end of each block to its start, so that no edit moves the next one's place.
    for use in places.reversed() {
      let words = Self.correction(correction, for: box.word, as: text(of: use.block, use.range))
      edits.append(
        .text(use.block, offset: use.range.lowerBound, length: use.range.count, with: words, source: nil))
      if use.block == box.block, use.range.lowerBound < box.range.lowerBound {
        growthBefore += words.utf8.count - use.range.count
      }
    }
    session.sealUndo()
    editor.caret = TextPosition(
      block: box.block, offset: box.range.lowerBound + growthBefore + correction.utf8.count)
    perform(everywhere ? "Correct everywhere" : "Correct spelling", edits, from: before)
    session.sealUndo()
    walkSpelling(.next, opensBox: true)
    if everywhere, places.count > 1 {
      say("Corrected \(places.count) times; Ctrl-Z takes all of it back.", as: .note)
    }
  }

  /// Leaves the word alone until the program ends, and goes on when the box was open.
  mutating func ignoreSpelling() {
    guard let word = spellingWord else { return say("The cursor is not on a word.", as: .note) }
    spelling.ignore(word)
    skipSpelling(.next)
  }

  /// Adds the word to the workspace's list, and goes on when the box was open.
  mutating func addSpelling() {
    guard let word = spellingWord else { return say("The cursor is not on a word.", as: .note) }
    let entry = SpelledWord(text: word, range: 0..<word.utf8.count).withoutPossessive.text
    spelling.accept(word)
    spelling.accept(entry)
    if !spelling.vocabulary.words.contains(entry) { spelling.vocabulary.words.append(entry) }
    effects.append(.spelling(.add(entry)))
    skipSpelling(.next)
  }

  /// Goes to another misspelling when the box is open, which opens there again.
  mutating func skipSpelling(_ direction: SpellingWalk.Direction) {
    guard case .spelling = overlays.last else { return }
    overlays.removeLast()
    walkSpelling(direction, opensBox: true)
  }

  /// Moves the choice among the suggestions.
  mutating func moveInSpellingBox(by step: Int) {
    guard case .spelling(var box) = overlays.last else { return }
    box.selected = max(0, min((box.suggestions?.count ?? 1) - 1, box.selected + step))
    overlays[overlays.count - 1] = .spelling(box)
  }

  /// The word of the box, else the one at the cursor.
  private var spellingWord: String? {
    if case .spelling(let box) = overlays.last { return box.word }
    return wordAtCaret?.text
  }

  /// The word that the cursor touches, with its place in the block.
  var wordAtCaret: SpelledWord? {
    let answer = currentAnswer
    guard let place = answer.place(of: editor.caret.block) else { return nil }
    let offset = editor.caret.offset
    return SpelledWord.words(in: answer[place].text).first {
      $0.range.lowerBound <= offset && offset <= $0.range.upperBound
    }
  }

  /// The places in the answer where `word` is misspelt, in any capitals.
  private func uses(of word: String) -> [(block: BlockID, range: Range<Int>)] {
    let wanted = word.lowercased()
    return misspellings.filter { text(of: $0.block, $0.fault).lowercased() == wanted }
      .map { ($0.block, $0.fault) }
  }

  private func text(of block: BlockID, _ range: Range<Int>) -> String {
    let answer = currentAnswer
    guard let place = answer.place(of: block) else { return "" }
    return answer[place].text.slice(utf8: range)
  }

  /// The correction of `word` in the capitals of `use`.
  private static func correction(_ correction: String, for word: String, as use: String) -> String {
    guard use != word else { return correction }
    if use == use.uppercased(), use.count > 1 { return correction.uppercased() }
    guard let first = correction.first, use.first?.isUppercase == true else {
      return word.first?.isUppercase == true ? correction.lowercased() : correction
    }
    return first.uppercased() + correction.dropFirst()
  }
}
