import BidAnalysis
import BidStorage
import Screen

/// How a lens or a signal file reads labelled sentences: precision, recall and F1 of each of its labels, and
/// the sentences that it reads otherwise than it did when it was saved.
struct LabelledTrial {
  private(set) var rows: [Row] = []
  private(set) var changes: [Change] = []
  /// Sentences that are not read as they are labelled, in their order.
  private(set) var errors: [Change] = []
  /// What is said before the numbers.
  private(set) var notes: [String] = []
  /// Whether there is something to compare with.
  private let isCompared: Bool

  /// What the text as it was saved reads.
  struct Readings: Hashable, Sendable {
    var bytes: [UInt8]
    var labels: [SentenceLabels]
  }

  /// A label.
  struct Row: Hashable {
    var name: String
    var now: Tally
    var before: Tally?
  }

  /// A label that a sentence got or lost.
  struct Change: Hashable {
    var label: String
    var isGiven: Bool
    /// Whether the sentence is labelled so.
    var isRight: Bool
    var text: String
  }

  /// Compares readings with labels.
  ///
  /// - Parameter before: What the text as it was saved reads, for each line; `nil` where it cannot be read.
  /// - Complexity: O(*n* · *l*) in the sentences and the labels.
  init(
    _ sentences: LabelledSentences, of kind: TemplateKind, by reader: BlockReader, before: [SentenceLabels]?
  ) {
    let given = sentences.labels(by: reader)
    let labels = SentenceLabels.all(themes: reader.themes).filter {
      ($0.group == .themes) == (kind == .themes)
    }
    isCompared = before != nil
    for label in labels {
      var row = Row(name: label.name, now: Tally(), before: before == nil ? nil : Tally())
      for (index, line) in sentences.lines.enumerated() {
        let isWanted = line.labels.labels.contains(label)
        let isGiven = given[index].labels.contains(label)
        row.now.add(wanted: isWanted, given: isGiven)
        if isGiven != isWanted {
          errors.append(Change(label: label.name, isGiven: isGiven, isRight: false, text: line.text))
        }
        guard let wasGiven = before?[index].labels.contains(label) else { continue }
        row.before?.add(wanted: isWanted, given: wasGiven)
        if isGiven != wasGiven {
          changes.append(
            Change(label: label.name, isGiven: isGiven, isRight: isGiven == isWanted, text: line.text))
        }
      }
      if !row.now.isEmpty || row.before?.isEmpty == false { rows.append(row) }
    }
    let count = sentences.lines.count
    notes.append(
      "\(count) sentences of \(sentences.names.joined(separator: ", "))"
        + (sentences.isCut ? "; the rest is for ‘fivefold evaluate’" : ""))
    let weighed = (reader.weights?.labels ?? []).intersection(labels.map(\.name))
    if let id = reader.weights?.id, !weighed.isEmpty {
      let which = weighed.count == labels.count ? "these labels" : weighed.sorted().joined(separator: ", ")
      notes.append(
        "weights/\(id) decides on \(which): what you write here is only weighed in with the rest."
          + " ‘fivefold train’ learns them anew.")
    }
  }

  /// What the pane shows.
  var lines: [StudioLine] {
    let head = Self.row("", ["P", "R", "F1", "n"], "")
    let table = rows.map { row -> String in
      let numbers = [row.now.precision, row.now.recall, row.now.f1].map(Self.decimal)
      return Self.row(row.name, numbers + ["\(row.now.support)"], Self.step(from: row.before, to: row.now))
    }
    let shown = (notes + [head] + table).map { StudioLine($0) }
    guard isCompared else { return shown + [StudioLine("The text as it was saved cannot be read.", .bad)] }
    guard !changes.isEmpty else {
      return shown + [StudioLine("✓ No sentence is read otherwise than when it was saved.", .good)] + wrong
    }
    let right = changes.count(where: \.isRight)
    let said = changes.map { change in
      StudioLine(
        "\(change.isRight ? "✓" : "✗") \(change.isGiven ? "now" : "no longer") \(change.label): “\(change.text)”",
        change.isRight ? .good : .bad)
    }
    let all = "Since the last save \(changes.count) read otherwise, \(right) of them as they are labelled:"
    return shown + [StudioLine(all)] + said + wrong
  }

  /// The sentences that are not read as they are labelled, the first of them.
  private var wrong: [StudioLine] {
    guard !errors.isEmpty else { return [] }
    let most = 40
    let rest = errors.count > most ? ["… and \(errors.count - most) more."] : []
    return [StudioLine("Not read as labelled:")]
      + errors.prefix(most).map { error in
        StudioLine("✗ \(error.isGiven ? "wrongly" : "missed") \(error.label): “\(error.text)”", .bad)
      } + rest.map { StudioLine($0) }
  }

  private static func step(from old: Tally?, to new: Tally) -> String {
    guard let old, old != new else { return "" }
    let change = Int((new.f1 * 100).rounded()) - Int((old.f1 * 100).rounded())
    return change == 0 ? " ~" : change > 0 ? " +\(change)" : " −\(-change)"
  }

  private static func decimal(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  private static func row(_ name: String, _ cells: [String], _ change: String) -> String {
    let padded = cells.map { String(repeating: " ", count: max(0, 5 - $0.count)) + $0 }.joined()
    // Spaces that do not break keep the columns where lines are wrapped.
    return (TextWidth.pad(name, columns: 16) + padded + change).replacing(" ", with: "\u{A0}")
  }
}

extension Tally {
  /// Counts one sentence.
  fileprivate mutating func add(wanted: Bool, given: Bool) {
    switch (wanted, given) {
    case (true, true): hits += 1
    case (true, false): misses += 1
    case (false, true): falseAlarms += 1
    case (false, false): break
    }
  }
}
