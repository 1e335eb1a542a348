import BidModel
import BidStorage

/// A place in another bid of the workspace that the person asked to go to.
package struct Destination: Hashable, Sendable {
  /// The bid's folder, or the file of an answer.
  package var path: String
  /// The words to go to: the whole paragraph, and the bytes of it to select.
  package var words: Words?

  /// Words of a paragraph, known by the paragraph's text: numbers of blocks differ from one opening to the next.
  package struct Words: Hashable, Sendable {
    package var text: String
    /// UTF-8 bytes of ``text``.
    package var range: Range<Int>
  }

  package init(path: String, words: Words? = nil) {
    self.path = path
    self.words = words
  }
}

/// A bid that has been opened to be shown next, and the place to show in it.
package struct Opening {
  package var bid: OpenedBid
  package var destination: Destination

  /// - Throws: Why it cannot be opened, as a sentence with the path.
  package init(_ destination: Destination, in surroundings: Surroundings) throws(StorageError) {
    let target = try WorkspaceLoader(files: surroundings.files).target(destination.path)
    bid = try OpenedBid(target, in: surroundings)
    self.destination = destination
  }
}

extension WorkbenchState {
  /// Selects the words that someone came for, or says that they are gone.
  package mutating func arrive(at destination: Destination) {
    guard let words = destination.words else { return }
    let blocks = currentAnswer.parts.lazy.flatMap(\.blocks)
    guard let block = blocks.first(where: { $0.text == words.text }) else {
      return say("The words that were found are no longer there.", as: .note)
    }
    reveal(words.range, of: block.id, in: editor.answer)
  }
}
