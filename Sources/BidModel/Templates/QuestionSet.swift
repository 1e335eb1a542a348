/// Questions that a new bid begins with. Data of `Templates/bids/`.
package struct QuestionSet: Hashable, Sendable {
  /// The file's name without `.yaml`.
  package var id: String
  /// The kind of tender.
  package var title: String
  /// The file's version, which its author counts up.
  package var version: String
  /// Theme sets that such a bid is read through, the first of which is shown.
  package var lenses: [String]
  /// The questions in order.
  package var questions: [Item]

  package init(id: String, title: String, version: String, lenses: [String], questions: [Item]) {
    self.id = id
    self.title = title
    self.version = version
    self.lenses = lenses
    self.questions = questions
  }

  /// One question.
  package struct Item: Hashable, Sendable {
    /// The number it gets, such as `2.1`.
    package var number: String
    /// A short title.
    package var title: String
    /// The question in full.
    package var text: String
    /// In percent, as written.
    package var weight: String?
    /// As written: `750 words`.
    package var limit: String?
    /// The scale that it is scored on; the bid's when left out.
    package var scale: String?
    /// Keys of themes, of any of the set's lenses.
    package var themes: [String] = []
    /// The single things it asks for.
    package var subAsks: [String] = []
    /// Id of the answer template.
    package var template: String?
    /// Key of the criterion.
    package var criterion: String?

    package init(number: String, title: String, text: String) {
      self.number = number
      self.title = title
      self.text = text
    }
  }
}
