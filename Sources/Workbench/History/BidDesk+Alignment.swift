import BidModel
import BidStorage

extension BidDesk {
  /// The edit that makes what is read from `bytes` the answer in hand, which prints them: its paragraphs under
  /// the numbers that edits know them by.
  ///
  /// Reading a file counts its blocks anew from the top. After a save the text in hand keeps the numbers that
  /// its blocks were made with, so an edit recorded after the save would be done to another block of the file
  /// as it is read after a crash. The journal is therefore given this edit first; it changes no byte.
  ///
  /// - Returns: Nothing when the numbers agree.
  /// - Complexity: O(*n*) in the bytes.
  static func alignment(of bytes: [UInt8], with answer: Answer) -> [Edit] {
    guard let read = try? AnswerFile.scan(bytes, id: answer.id, template: nil).answer,
      !read.hasSameNumbers(as: answer)
    else { return [] }
    return [.parts(at: 0, count: read.parts.count, with: answer.parts)]
  }
}

extension Answer {
  /// Whether parts and blocks stand in the same order under the same numbers.
  ///
  /// - Complexity: O(*n*) in the number of blocks.
  func hasSameNumbers(as other: Answer) -> Bool {
    parts.count == other.parts.count
      && zip(parts, other.parts).allSatisfy { own, other in
        own.id == other.id && own.blocks.map(\.id) == other.blocks.map(\.id)
      }
  }
}
