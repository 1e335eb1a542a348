/// A check that is data: phrases not to be written, with what to write instead where that is certain; or, with
/// ``steps``, things that an answer should say and does not.
///
/// A phrase is words with spaces between. `word*` is any word that begins so; a word written with a capital
/// is met only with that capital. Hyphens count as spaces.
package struct PhraseRule: Hashable, Sendable {
  /// What the check is called, looks for and says.
  package var about: CheckDescription
  /// What a finding says; `{quote}` stands for the words met and `{instead}` for the replacement.
  package var message: String
  /// The phrases that it finds, as patterns.
  package var phrases: [String]
  /// Phrases with what to write instead.
  package var swaps: [Swap]
  /// Longer phrases in which the words are right.
  package var exceptions: [String]
  /// What an answer should say, for a check that looks for what is missing.
  package var steps: StepList?
  /// Sentences that must set it off.
  package var bad: [String]
  /// Sentences that must not.
  package var good: [String]

  /// A phrase and what to write instead.
  package struct Swap: Hashable, Sendable {
    /// The words to be replaced.
    package var phrase: String
    /// The words to use.
    package var instead: String

    package init(phrase: String, instead: String) {
      self.phrase = phrase
      self.instead = instead
    }
  }

  package init(
    about: CheckDescription, message: String, phrases: [String] = [], swaps: [Swap] = [],
    exceptions: [String] = [], steps: StepList? = nil, bad: [String] = [], good: [String] = []
  ) {
    self.about = about
    self.message = message
    self.phrases = phrases
    self.swaps = swaps
    self.exceptions = exceptions
    self.steps = steps
    self.bad = bad
    self.good = good
  }
}
