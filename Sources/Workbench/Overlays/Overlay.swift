import BidModel

/// Something that lies over the panes and takes the keys until it goes.
package enum Overlay: Hashable, Sendable {
  /// The searchable list of every command.
  case palette(Palette)
  /// All keys, by where they mean something.
  case help(top: Int)
  /// The fields of one fact of the register.
  case form(KPIForm)
  /// A question that must be answered before going on.
  case choice(Choice)
  /// One line that a command asks for.
  case prompt(Prompt)
  /// Names that can follow `{{`, or words that can follow what is typed.
  case completion(Completion)
  /// Other spellings of a misspelt word.
  case spelling(SpellingBox)
  /// What to find, and what to put in its place.
  case find(FindBox)
  /// A list in a box of its own.
  case sheet(Sheet)
  /// State, people and due date of an answer.
  case details(DetailsForm)
  /// A new question.
  case question(QuestionForm)
  /// A list over the whole window.
  case page(Page)
  /// A paste of what the portal shows.
  case proof(ProofBox)
  /// A template that is being edited.
  case studio(StudioFile)
  /// A screen of the review, over the whole window.
  case review(ReviewBox)
  /// Fields of something that is said in a review.
  case reviewForm(ReviewForm)
}

/// The searchable list of commands.
package struct Palette: Hashable, Sendable {
  package var query = ""
  package var selected = 0
}

/// A question with a few answers.
package struct Choice: Hashable, Sendable {
  package var title: String
  /// What there is to know, a paragraph each.
  package var text: [String]
  package var options: [Option]
  package var selected = 0
  /// The first paragraph in view, when there are more than fit.
  package var top = 0
  /// Whether it only says something: any key closes it and then does what it always does.
  package var isNotice = false

  /// One answer, and what comes of it.
  package struct Option: Hashable, Sendable {
    package var title: String
    package var effects: [Effect]

    package init(_ title: String, _ effects: [Effect]) {
      self.title = title
      self.effects = effects
    }
  }

  package init(title: String, text: [String], options: [Option]) {
    self.title = title
    self.text = text
    self.options = options
  }
}

/// The fields of one fact, as they are being edited.
package struct KPIForm: FieldForm, Hashable, Sendable {
  package var reference: KPIReference
  package var definition: String
  /// The KPI of the set; `nil` for one that is not in it.
  package var known: KPIDefinition?
  package var fields: [FormField]
  package var selected = 0
}

/// Names or words that can stand at the cursor.
package struct Completion: Hashable, Sendable {
  package var items: [Item]
  package var selected = 0
  /// UTF-8 bytes before the cursor, which the choice replaces: the braces and what follows them, or the
  /// beginning of a word.
  package var typed: Int
  package var kind = Kind.kpi
  /// What was typed into the list itself; `nil` where typing goes into the text.
  package var filter: String?

  /// What is offered.
  package enum Kind: Hashable, Sendable {
    case kpi, words
    /// Keys or values of a template; what is typed is counted in graphemes.
    case template
    /// Words of the same meaning as this one.
    case synonyms(String)
  }

  /// One name, and how the KPI stands.
  package struct Item: Hashable, Sendable {
    package var name: String
    package var note: String
    /// What is put in, where it is not the name.
    package var text: String?
  }
}
