/// The exact plain text that is submitted for an answer, which is the text that is counted.
///
/// Parts are laid out in the order of the file, without those the template hides and, unless the rule
/// says otherwise, without their headings. Two blocks are apart by the rule's paragraph gap, two items
/// of a list by one line break.
package struct SubmissionText: Hashable, Sendable {
  /// The text, with `\n` for every line break and none at its end.
  package private(set) var text = ""
  /// What it counts as.
  package private(set) var count = TextCount()

  /// Lays out `answer` with the values that its placeholders stand for.
  ///
  /// - Complexity: O(*n*) in the length of the answer.
  package init(_ answer: Answer, template: AnswerTemplate?, values: KPIValues, rule: CountRule) {
    var tally = SubmissionTally(rule: rule)
    for part in answer.parts {
      for piece in part.pieces(template: template, values: values, rule: rule) {
        append(piece, to: &tally, rule: rule)
      }
    }
    count = tally.count
  }

  private mutating func append(_ piece: SubmissionPiece, to tally: inout SubmissionTally, rule: CountRule) {
    let breaks = tally.add(piece.count(rule: rule), isItem: piece.isItem)
    text += String(repeating: "\n", count: breaks) + piece.text
  }
}

extension Part {
  /// What the part is submitted as, piece by piece; nothing for a part the template hides.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package func pieces(template: AnswerTemplate?, values: KPIValues, rule: CountRule) -> [SubmissionPiece] {
    guard template?.part(key)?.isSubmitted != false else { return [] }
    let heading = exportedHeading(template: template, rule: rule).map { [SubmissionPiece.heading($0)] }
    return (heading ?? [])
      + blocks.compactMap { block in
        SubmissionPiece(block, rendered: RenderedText(block.text, values: values), rule: rule)
      }
  }
}

extension Part {
  /// The heading that is submitted above the part, or `nil` where none is.
  package func exportedHeading(template: AnswerTemplate?, rule: CountRule) -> String? {
    rule.includesHeadings && template?.part(key)?.export != .merged ? title : nil
  }
}

extension CountRule {
  /// Line breaks between two pieces of the submitted text, by whether each is a list item.
  package func breaks(between previousIsItem: Bool, and nextIsItem: Bool) -> Int {
    previousIsItem && nextIsItem ? 1 : paragraphGap
  }
}

extension SubmissionPiece {
  /// A part's heading, for a bid that submits them.
  package static func heading(_ title: String) -> SubmissionPiece {
    SubmissionPiece(marker: "", body: title, isItem: false)
  }

  private init(marker: String, body: String, isItem: Bool) {
    self.marker = marker
    self.body = body
    self.isItem = isItem
  }
}

/// A running count of pieces laid out one after another, with the line breaks between them.
///
/// The same sum serves the whole text and the editor's count, which adds cached counts of blocks.
package struct SubmissionTally: Sendable {
  /// What has been added so far.
  package private(set) var count = TextCount()
  private let rule: CountRule
  private var previousIsItem: Bool?

  /// An empty text that is counted by `rule`.
  package init(rule: CountRule) { self.rule = rule }

  /// Adds a piece and the line breaks that part it from the one before.
  ///
  /// - Returns: The number of those line breaks.
  @discardableResult
  package mutating func add(_ piece: TextCount, isItem: Bool) -> Int {
    var breaks = 0
    if let previousIsItem { breaks = rule.breaks(between: previousIsItem, and: isItem) }
    previousIsItem = isItem
    count += piece
    count.characters += breaks * rule.lineBreakCost
    return breaks
  }
}
