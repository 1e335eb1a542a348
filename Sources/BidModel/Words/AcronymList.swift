/// What acronyms stand for, as a file of `Templates/words/` has it.
package struct AcronymList: Hashable, Sendable {
  /// The file's name without `.yaml`.
  package var id = ""
  /// What the list is of.
  package var title = ""
  /// The file's version, which its author counts up.
  package var version = ""
  /// Where its facts come from.
  package var source = ""
  /// The day on which they were true.
  package var factsAsOf = ""
  /// In the order of the file.
  package var acronyms: [Acronym] = []

  package init() {}

  /// The acronym written `short`.
  ///
  /// - Complexity: O(*n*) in the acronyms.
  package subscript(short: String) -> Acronym? { acronyms.first { $0.short == short } }
}

/// A short form and the words it stands for, as they are written in a sentence.
package struct Acronym: Hashable, Sendable {
  /// The letters, such as *MDT*.
  package var short: String
  /// The words in full.
  package var long: String

  package init(short: String, long: String) {
    self.short = short
    self.long = long
  }

  /// How the acronym is brought in where it is used first: `multidisciplinary team (MDT)`.
  package var introduction: String { "\(long) (\(short))" }
}
