import BidAnalysis
import Foundation

/// How the reading of numbers compares with the labels.
struct NumberScores {
  /// Mentions seen, missed, and found where there is none.
  private(set) var seen = 0
  private(set) var missed = 0
  private(set) var extra = 0
  /// For each kind: rightly given, given in all, labelled in all.
  private(set) var kinds: [String: (right: Int, given: Int, labelled: Int)] = [:]
  /// For each field of a claim: right and compared.
  private(set) var fields: [String: (right: Int, all: Int)] = [:]
  private(set) var tally = NumberReading.Tally()
  /// What was read otherwise than labelled.
  private(set) var differences: [String] = []

  init(_ sentences: [LabelledSentence]) {
    for sentence in sentences {
      let reading = BlockNumbers(sentence.text).reading
      tally = tally + reading.tally
      compareMentions(of: sentence, reading)
      compareClaims(of: sentence, reading)
    }
  }

  /// Share of the labelled numbers that were given their kind.
  var kindAccuracy: Double {
    let right = kinds.values.reduce(0) { $0 + $1.right }
    return Double(right) / Double(max(1, seen + missed))
  }

  /// F1 of telling claims from other numbers.
  var claimF1: Double {
    let claim = kinds["claim"] ?? (0, 0, 0)
    return 2 * Double(claim.right) / Double(max(1, claim.given + claim.labelled))
  }

  /// Share of the labelled fields of claims that were read.
  var fieldAccuracy: Double {
    let sums = fields.values.reduce((0, 0)) { ($0.0 + $1.right, $0.1 + $1.all) }
    return Double(sums.0) / Double(max(1, sums.1))
  }

  // MARK: Comparing

  private mutating func compareMentions(of sentence: LabelledSentence, _ reading: NumberReading) {
    for label in sentence.mentions {
      kinds[label.kind, default: (0, 0, 0)].labelled += 1
      guard let found = reading.mentions.first(where: { $0.span.overlaps(label.range) }) else {
        missed += 1
        differences.append("\(sentence.id) not seen: \(label.text)")
        continue
      }
      seen += 1
      kinds[found.kind.rawValue, default: (0, 0, 0)].given += 1
      if found.kind.rawValue == label.kind {
        kinds[label.kind, default: (0, 0, 0)].right += 1
      } else {
        differences.append(
          "\(sentence.id) \(label.text): \(found.kind), labelled \(label.kind) in: \(sentence.text)")
      }
    }
    for found in reading.mentions where !sentence.mentions.contains(where: { $0.range.overlaps(found.span) })
    {
      extra += 1
      kinds[found.kind.rawValue, default: (0, 0, 0)].given += 1
      differences.append("\(sentence.id) seen at \(found.span) as \(found.kind) in: \(sentence.text)")
    }
  }

  private mutating func compareClaims(of sentence: LabelledSentence, _ reading: NumberReading) {
    for (index, label) in sentence.claims.enumerated() {
      let mentions = sentence.mentions.filter { $0.claim == index }
      let found = reading.claims.max { overlap($0, mentions) < overlap($1, mentions) }
      let claim = found.flatMap { overlap($0, mentions) > 0 ? $0 : nil }
      score("from", label.from, claim?.from?.value, in: sentence)
      score("to", label.to, claim?.to?.value, in: sentence)
      score("change", label.change, claim?.changes.first?.figure.value, in: sentence)
      score("part", label.part, claim?.part?.value, in: sentence)
      score("whole", label.whole, claim?.whole?.value, in: sentence)
      score("comparator", label.comparator, claim?.comparator?.value, in: sentence)
      if let unit = label.unit {
        score("unit", claim.map { Self.unit($0.unit, is: unit) } ?? false, in: sentence)
      }
      if let way = label.direction {
        score(
          "direction", (claim?.direction ?? claim?.changes.first?.direction)?.rawValue == way, in: sentence)
      }
      score("status", claim?.status.rawValue == label.status, in: sentence)
      score(
        "metric", claim.map { Self.metric($0, of: sentence.text, is: label.metric) } ?? false, in: sentence)
    }
  }

  private func overlap(_ claim: NumberClaim, _ mentions: [LabelledSentence.Mention]) -> Int {
    claim.figures.count { figure in mentions.contains { $0.range.overlaps(figure.span) } }
  }

  private mutating func score(
    _ field: String, _ label: Double?, _ value: Double?, in sentence: LabelledSentence
  ) {
    guard let label else { return }
    score(field, value.map { abs($0 - label) < 0.01 * max(1, abs(label)) } ?? false, in: sentence)
  }

  private mutating func score(_ field: String, _ isRight: Bool, in sentence: LabelledSentence) {
    fields[field, default: (0, 0)].all += 1
    if isRight { fields[field, default: (0, 0)].right += 1 }
    if !isRight { differences.append("\(sentence.id) \(field) in: \(sentence.text)") }
  }

  private static func unit(_ unit: NumberUnit, is label: String) -> Bool { unit.name == label }

  /// Whether at least half of the words of the label and of the reading are the same.
  private static func metric(_ claim: NumberClaim, of text: String, is label: String) -> Bool {
    let small: Set<String> = ["the", "of", "a", "an", "in", "for", "to", "on", "with", "and", "by", "at"]
    func words(_ text: String) -> Set<String> {
      Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)).subtracting(small)
    }
    let read = words(String(decoding: Array(text.utf8)[claim.metric.span], as: UTF8.self) + " " + claim.verb)
    let wanted = words(label)
    return 2 * read.intersection(wanted).count >= wanted.count && !wanted.isEmpty
  }

  // MARK: Printing

  /// The table that the tests print.
  var table: String {
    func percent(_ part: Int, _ whole: Int) -> String {
      String(format: "%5.1f%%", 100 * Double(part) / Double(max(1, whole)))
    }
    var lines = [
      "numbers seen \(seen) of \(seen + missed), \(extra) beside; understood \(tally.understood), checked \(tally.checked) of \(tally.seen)"
    ]
    for (kind, count) in kinds.sorted(by: { $0.key < $1.key }) {
      lines.append(
        "  \(kind.padding(toLength: 10, withPad: " ", startingAt: 0)) precision \(percent(count.right, count.given)) recall \(percent(count.right, count.labelled)) of \(count.labelled)"
      )
    }
    for (field, count) in fields.sorted(by: { $0.key < $1.key }) {
      lines.append(
        "  claim's \(field.padding(toLength: 10, withPad: " ", startingAt: 0)) \(percent(count.right, count.all)) of \(count.all)"
      )
    }
    return lines.joined(separator: "\n")
  }
}
