import BidModel

/// An answer or an example that does things without saying what came of them, or tells of a result without
/// saying what brought it about.
///
/// Sentences are counted by the links that the reading finds. What stands in the Context is the buyer's aim and
/// counts for no outcome; a measure that was achieved counts for one, whatever it measures. An example is what
/// stands under a heading such as *Case study: falls*, or a paragraph that begins so. There is at most one finding
/// an answer and one an example.
///
/// Limitations: links are counted, and whether this activity led to that outcome is not asked; the counts are
/// of sentences, so one stray result anywhere silences the answer.
package struct ChainBroken: FactCheck {
  /// The check's id.
  package static let id = "chain-broken"

  package let about = CheckDescription(
    Self.id, title: "Activities without outcomes, or outcomes out of nowhere",
    why:
      "Panels score the line from what is done to what it yields and whom it helps; a missing link is theirs to guess.",
    fix: "Tell the missing link, with a figure and its period where there is one.", severity: .advice,
    scope: .answer)
  package let good: [CheckExample] = [
    CheckExample(
      stringLiteral: Self.busy
        + "\n\nReadmissions within 30 days fell from 14% to 9% over the year to March 2026."),
    "Our nurse visits on the day of discharge.",
    CheckExample(
      "### Case study: Friday medicines\n\nThe pharmacist added a noon check of every bag that leaves on a Friday, and rings the ward about each gap. Missing medicines fell from 11 to 2 between March and September 2026."
    ),
  ]
  package let bad: [CheckExample] = [
    CheckExample(stringLiteral: Self.busy),
    CheckExample(
      "### Case study: Friday medicines\n\nThe pharmacist added a noon check of every bag that leaves on a Friday, and rings the ward about each gap. The ward sister signs the sheet, and our driver collects it."
    ),
    CheckExample(
      "Example: readmissions within 30 days fell from 14% to 9% over the year to March 2026, and the average length of stay fell by two days in the same months, which improved flow through the hospital."
    ),
  ]

  private static let busy = """
    Our nurse visits each person at home on the day of discharge and checks the medicines. The therapist assesses the \
    stairs and the bathroom, and orders equipment by telephone. The lead worker writes the plan with the person and \
    rings the practice. Every Monday the manager reviews the late visits with the ward. The coordinator records each \
    action in the tracker, and the driver brings what was forgotten. Our pharmacist teaches the care workers how to \
    read the charts, and the trainer observes each of them at two visits.
    """

  /// Words below which an answer is not judged.
  static let leastWords = 80
  /// Words below which an example is not judged.
  static let leastWordsOfExample = 25
  /// Sentences of activity from which an outcome is missed.
  static let leastActivities = 3

  package func facts(in block: CheckedBlock) -> [CheckFact] {
    switch block.block.kind {
    case .verbatim: return []
    case .heading:
      let title = Self.exampleTitle(block.words)
      return [
        CheckFact(key: "", value: title == nil ? "heading" : "example", range: 0..<0, quote: title ?? "")
      ]
    case .prose, .bullet, .numbered, .table:
      guard block.part != "context", !block.words.isEmpty else { return [] }
      var counts = ChainLink.allCases.map { link in
        block.reading.sentences.count { sentence in sentence.chain.contains { $0.link == link } }
      }
      counts.append(block.reading.sentences.count { $0.isAchieved })
      let words = (block.words.count + 5) / 10
      let isExample = block.isProse && Self.exampleTitle(Array(block.words.prefix(3))) != nil && opens(block)
      let kind = isExample ? "inline" : "text"
      let value = ([kind] + (counts + [words]).map(String.init)).joined(separator: " ")
      return [
        CheckFact(
          key: "", value: value, range: 0..<0, quote: isExample ? block.quote(0..<block.bytes.count) : "")
      ]
    }
  }

  package func findings(for key: String, uses: [FactUse], in answer: CheckedAnswer?) -> [Finding] {
    guard let answer else { return [] }
    var whole = Links()
    var example: (Links, FactUse)?
    var found: [Finding] = []
    func close() {
      if let (links, use) = example { found += finding(of: links, asExample: use) }
      example = nil
    }
    for use in uses {
      if use.fact.value == "heading" || use.fact.value == "example" {
        close()
        if use.fact.value == "example" { example = (Links(), use) }
        continue
      }
      let links = Links(use.fact.value)
      whole.add(links)
      if use.fact.value.hasPrefix("inline") {
        found += finding(of: links, asExample: use)
      } else {
        example?.0.add(links)
      }
    }
    close()
    return finding(of: whole, in: answer) + found
  }

  // MARK: Judging

  /// Sentences of each link, then those with a measure that was achieved; and words in tens.
  private struct Links {
    var counts = [0, 0, 0, 0]
    var words = 0

    init() {}

    init(_ value: String) {
      let numbers = value.split(separator: " ").compactMap { Int($0) }
      counts = Array(numbers.prefix(4))
      words = 10 * (numbers.last ?? 0)
    }

    mutating func add(_ other: Links) {
      for index in counts.indices { counts[index] += other.counts[index] }
      words += other.words
    }

    func count(_ link: ChainLink) -> Int { counts[link.number] }

    /// Whether anything is said to have come of it, be it only a figure.
    var hasResult: Bool { counts[2] > 0 || counts[3] > 0 }
  }

  private func finding(of links: Links, in answer: CheckedAnswer) -> [Finding] {
    let isExample = ["case-example", "operational-example"].contains(answer.question.template)
    guard links.words >= (isExample ? Self.leastWordsOfExample : Self.leastWords) else { return [] }
    let least = isExample ? 1 : Self.leastActivities
    let place = Finding.Place(answer: answer.id)
    let activities = links.count(.activity)
    if activities >= least, !links.hasResult {
      let what = links.count(.output) == 0 ? "no output and no outcome" : "no outcome"
      return [
        finding(
          "\(activities) \(activities == 1 ? "sentence tells" : "sentences tell") of activity, and \(what) follows.",
          fix: Self.fix(.outcome), at: place)
      ]
    }
    if activities == 0, links.count(.outcome) > 0 {
      return [
        finding("Outcomes are told, and no activity that led to them.", fix: Self.fix(.activity), at: place)
      ]
    }
    return []
  }

  private func finding(of links: Links, asExample use: FactUse) -> [Finding] {
    guard links.words >= Self.leastWordsOfExample else { return [] }
    let place = Finding.Place(answer: use.place.answer, block: use.place.block)
    if links.count(.activity) > 0, !links.hasResult {
      return [
        finding(
          "The example \"\(use.fact.quote)\" says what was done, and not what came of it.",
          fix: Self.fix(.outcome),
          at: place)
      ]
    }
    if links.count(.activity) == 0, links.count(.outcome) > 0 {
      return [
        finding(
          "The example \"\(use.fact.quote)\" tells a result, and not what was done.",
          fix: Self.fix(.activity),
          at: place)
      ]
    }
    return []
  }

  private static func fix(_ link: ChainLink) -> String {
    link.needs.prefix(1).uppercased() + link.needs.dropFirst() + "."
  }

  // MARK: Examples

  /// Whether the block's opening words are parted from the rest by a colon or a dash, or stand in bold.
  private func opens(_ block: CheckedBlock) -> Bool {
    if block.bytes.first == UInt8(ascii: "*") { return true }
    return block.words.prefix(6).dropFirst().contains { $0.joint == .strong }
  }

  /// The words of a heading or opening that announces an example, as written.
  private static func exampleTitle(_ words: [CheckedWord]) -> String? {
    let lower = words.map(\.lower)
    guard let first = lower.first else { return nil }
    let isOne =
      ["example", "examples", "vignette"].contains(first)
      || ["case", "worked", "operational"].contains(first) && lower.count > 1
        && ["example", "study", "examples", "studies", "vignette"].contains(lower[1])
    return isOne ? words.map(\.text).joined(separator: " ") : nil
  }
}
