import BidTestSupport
import Foundation

/// A labelled sentence of `Tests/Gold/numbers.jsonl`.
struct LabelledSentence: Decodable {
  var id: String
  /// `tuned`, on which the rules were made, or `held`, written after them.
  var set: String
  var voice: String
  var text: String
  var mentions: [Mention]
  var claims: [Claim]

  /// A number, with what it is.
  struct Mention: Decodable {
    var text: String
    /// UTF-8 bytes of the sentence.
    var start: Int
    var end: Int
    var kind: String
    var role: String?
    var claim: Int?

    var range: Range<Int> { start..<end }
  }

  /// What a claim must be read as; what is not given is not compared.
  struct Claim: Decodable {
    var metric: String
    var from: Double?
    var to: Double?
    var change: Double?
    var changeUnit: String?
    var part: Double?
    var whole: Double?
    var comparator: Double?
    var unit: String?
    var direction: String?
    var status: String
  }

  /// The mention that plays `role` in the claim at `index`.
  func mention(_ role: String, of index: Int) -> Mention? {
    mentions.first { $0.role == role && $0.claim == index }
  }

  /// The text with the words of a mention replaced.
  func replacing(_ mention: Mention, by words: String) -> String {
    var bytes = Array(text.utf8)
    bytes.replaceSubrange(mention.range, with: Array(words.utf8))
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The corpus of numbers.
enum NumberCorpus {
  /// All sentences, in the order of the file.
  static func sentences() throws -> [LabelledSentence] {
    let bytes = try RepositoryFiles.bytes(of: "Tests/Gold/numbers.jsonl")
    return try bytes.split(separator: 0x0A).map {
      try JSONDecoder().decode(LabelledSentence.self, from: Data($0))
    }
  }

  /// The sentences of one set.
  static func sentences(_ set: String) throws -> [LabelledSentence] {
    try sentences().filter { $0.set == set }
  }
}
