import BidModel
import BidStorage

/// A question of the bid as it is being typed: a new one, or the one that an answer in hand responds to.
package struct QuestionForm: FieldForm, Hashable, Sendable {
  /// The answer whose question it is; `nil` for a new one.
  package let answer: AnswerID?
  package var title: String
  package var fields: [FormField]
  package var selected = 0
  /// Numbers that the bid has already.
  let taken: Set<String>
  /// Keys of the themes that can be asked for, with their titles.
  let themes: [Theme]
  /// Ids of the scoring scales there are.
  let scales: [String]
  /// What the fields stand for, in their order.
  private let keys: [Key]
  /// Whether Enter was pressed, so that what is still empty is told.
  var isAsked = false

  /// A theme that a question can ask for.
  package struct Theme: Hashable, Sendable {
    var key: String
    var title: String
  }

  /// Keys of the front matter that the form edits.
  enum Key: String, CaseIterable {
    case number = "question"
    case title, text
    case subAsks = "sub_asks"
    case limit, weight
    case themes = "target_themes"
    case scale
  }

  /// The form for a new question, or for that of `open`.
  init(_ open: OpenAnswer? = nil, session: BidSession) {
    answer = open?.id
    title = open.map { "Question \($0.name)" } ?? "New question"
    taken = Set(session.answers.map(\.question.number).filter { !$0.isEmpty })
    themes = session.lenses.flatMap(\.themes).map { Theme(key: $0.key, title: $0.title) }
    scales = session.scaleNames
    keys = Key.allCases.filter { open == nil || $0 != .number }
    let matter = open?.answer.frontMatter
    fields = keys.map { key in
      let (label, hint) = Self.layout(key)
      var field = FormField(label: label, text: matter?[key.rawValue] ?? "", hint: hint)
      field.takesLines = key == .text || key == .subAsks
      return field
    }
  }

  private static func layout(_ key: Key) -> (label: String, hint: String) {
    switch key {
    case .number: ("Number", "2.3")
    case .title: ("Title", "Mobilisation")
    case .text: ("Question", "the buyer's words, pasted")
    case .subAsks: ("Sub-asks", "Referral; Escalation; Results")
    case .limit: ("Limit", "750 words")
    case .weight: ("Weight", "15")
    case .themes: ("Themes", "integration, digital")
    case .scale: ("Scale", "the bid's own")
    }
  }

  /// Completes a theme or a scale, or moves the cursor.
  mutating func choose(by step: Int) {
    if step > 0, let name = offered { return field.complete(with: name) }
    field.move(by: step)
  }

  /// What can stand in the field in hand; nothing for free words.
  var choices: [String] {
    switch keys[selected] {
    case .themes: themes.map(\.key)
    case .scale: scales
    default: []
    }
  }

  /// What Right would complete the field in hand to.
  var offered: String? { fields[selected].offered(from: choices) }

  /// The words of a field: lines without space at their ends, and none that is empty at either end.
  private func text(_ key: Key) -> String {
    guard let index = keys.firstIndex(of: key) else { return "" }
    let lines = fields[index].text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.trimmingSpaces() }
    let first = lines.firstIndex { !$0.isEmpty } ?? 0
    let last = lines.lastIndex { !$0.isEmpty } ?? first
    return lines.isEmpty ? "" : lines[first...last].joined(separator: "\n")
  }

  // MARK: What is wrong

  /// What keeps the form from being accepted, in one sentence, and the field that it is about.
  private var trouble: (key: Key, words: String)? {
    let number = text(.number)
    if answer == nil, number.isEmpty {
      return (.number, "Give the question the buyer's number, such as 2.3.")
    }
    if answer == nil, taken.contains(number) {
      return (.number, "The bid has a question \(number) already.")
    }
    if text(.title).isEmpty { return (.title, "Give the question a short title.") }
    let limit = text(.limit)
    if !limit.isEmpty, Question.Limit(text: limit) == nil, Question.pages(limit) == nil {
      return (.limit, "‘\(limit)’ is not a limit: write 750 words, 5000 characters or 2 pages.")
    }
    if !text(.weight).isEmpty, Question.percentage(text(.weight)) == nil {
      return (.weight, "The weight is a number of per cent, such as 15.")
    }
    if let unknown = themeEntries.first(where: { theme(named: $0) == nil }) {
      let known = themes.map(\.key).joined(separator: ", ")
      return (.themes, "‘\(unknown)’ is no theme of this bid. It has \(known).")
    }
    let scale = text(.scale)
    if !scale.isEmpty, !scales.isEmpty, !scales.contains(scale) {
      return (.scale, "There is no scale ‘\(scale)’. There are \(scales.joined(separator: ", ")).")
    }
    return nil
  }

  /// What keeps the form from being accepted, in one sentence.
  var fault: String? { trouble?.words }

  /// What the box says of that: of a field that is still empty only once Enter was pressed.
  var shownFault: String? {
    guard let trouble else { return nil }
    return isAsked || !text(trouble.key).isEmpty ? trouble.words : nil
  }

  /// Goes to the field that keeps the form from being accepted.
  mutating func showFault() {
    isAsked = true
    guard let index = trouble.flatMap({ keys.firstIndex(of: $0.key) }), index != selected else { return }
    enter(index)
  }

  private var themeEntries: [String] {
    text(.themes).split(separator: ",").map { $0.trimmingSpaces() }.filter { !$0.isEmpty }
  }

  private func theme(named name: String) -> String? {
    themes.first { [$0.key.lowercased(), $0.title.lowercased()].contains(name.lowercased()) }?.key
  }

  // MARK: What it says

  private var themeKeys: [String] { themeEntries.compactMap(theme(named:)) }

  private var weight: String? {
    let words = text(.weight)
    return (words.hasSuffix("%") ? String(words.dropLast()).trimmingSpaces() : words).nonEmpty
  }

  /// One a line; on a single line semicolons part them.
  private var subAsks: [String] {
    let text = text(.subAsks)
    return text.split(separator: text.contains("\n") ? "\n" : ";").map { $0.trimmingSpaces() }
      .filter { !$0.isEmpty }
  }

  /// The new question that the fields spell.
  var question: WorkspaceScaffold.NewQuestion {
    var question = WorkspaceScaffold.NewQuestion(number: text(.number), title: text(.title))
    question.text = text(.text)
    question.limit = text(.limit).nonEmpty
    question.weight = weight
    question.subAsks = subAsks
    question.targetThemes = themeKeys
    question.scale = text(.scale).nonEmpty
    return question
  }

  /// The front matter with what was changed; every other byte of it is kept.
  ///
  /// - Returns: `nil` when nothing was changed.
  func frontMatter(from old: FrontMatter?) -> FrontMatter? {
    var matter = old ?? FrontMatter()
    for (key, field) in zip(keys, fields) {
      let known = matter[key.rawValue] ?? ""
      // What was not touched stays as it was written.
      guard field.text != known else { continue }
      let value =
        switch key {
        case .subAsks: subAsks.joined(separator: "\n")
        case .themes: themeKeys.joined(separator: ", ")
        case .weight: weight ?? ""
        default: text(key)
        }
      if value != known { matter[key.rawValue] = value }
    }
    return matter == old || (old == nil && matter.entries.isEmpty) ? nil : matter
  }
}

extension WorkbenchState {
  /// Opens the form for a new question.
  mutating func newQuestion() { overlays.append(.question(QuestionForm(session: session))) }

  /// Opens the form for the question of the answer in hand.
  mutating func editQuestion() {
    show(answerInHand())
    guard canEdit() else { return }
    overlays.append(.question(QuestionForm(session.answers[currentIndex], session: session)))
  }

  /// Has the file of a new question made, and shown; or writes what the form says into the front matter of
  /// the answer, as one step.
  mutating func acceptQuestion(_ form: QuestionForm) {
    guard form.fault == nil else {
      var form = form
      form.showFault()
      overlays[overlays.count - 1] = .question(form)
      return
    }
    overlays.removeLast()
    guard let id = form.answer else { return effects.append(.newQuestion(form.question)) }
    guard let open = session[id], id == editor.answer, canEdit() else { return }
    guard let matter = form.frontMatter(from: open.answer.frontMatter) else {
      return say("Nothing was changed.", as: .note)
    }
    session.sealUndo()
    perform("Change the question", [.frontMatter(matter)], from: editor.caret)
    session.sealUndo()
    say("The question was changed; Ctrl-Z takes it back.", as: .note)
  }
}
