import BidModel

/// The readings of a bid's blocks, with the coverage of each part, of each answer and of the whole kept
/// up to date by difference.
///
/// Setting a block's reading takes away what the old one had added and adds the new, so its cost
/// follows the block. What is held after any sequence of edits equals what a fresh index of the same
/// blocks holds: nothing is left behind for what was removed.
///
/// An answer holds what its sentences hold and what those that quote one fact lend each other
/// (``KPILinks``); a part holds its own sentences alone.
package struct BidReadings: Hashable, Sendable {
  private let themeCount: Int
  private var answers: [AnswerID: AnswerReadings] = [:]
  private var total: Coverage

  /// The blocks of one answer.
  fileprivate struct AnswerReadings: Hashable, Sendable {
    var blocks: [BlockID: Entry] = [:]
    var parts: [PartID?: PartSum] = [:]
    /// What the blocks hold, with what ``links`` lend.
    var sum: Coverage
    /// Blocks that quote a fact.
    var quoting: Set<BlockID> = []
    var links: Set<KPILink> = []
  }

  fileprivate struct Entry: Hashable, Sendable {
    var reading: BlockReading
    var part: PartID?
  }

  fileprivate struct PartSum: Hashable, Sendable {
    var coverage: Coverage
    var blocks: Int
  }

  /// Nothing read yet, for a set of `themeCount` themes.
  package init(themeCount: Int) {
    self.themeCount = themeCount
    total = Coverage(themes: themeCount)
  }

  /// Sets the reading of a block that stands in `part`; `nil` removes the block.
  ///
  /// - Complexity: O(*s*) in the sentences of the old and the new reading; where one of them quotes a fact, of all
  ///   blocks of the answer that do.
  package mutating func set(
    _ reading: BlockReading?, for block: BlockID, part: PartID?, answer: AnswerID
  ) {
    var held = answers[answer] ?? AnswerReadings(sum: Coverage(themes: themeCount))
    // Taken out while it is changed, so that it is changed in place.
    answers[answer] = nil
    if let old = held.blocks[block] {
      if old.reading == reading && old.part == part {
        answers[answer] = held
        return
      }
      held.sum.remove(old.reading)
      total.remove(old.reading)
      held.remove(old)
    }
    held.blocks[block] = reading.map { Entry(reading: $0, part: part) }
    if let reading {
      held.sum.add(reading)
      total.add(reading)
      held.parts[part, default: PartSum(coverage: Coverage(themes: themeCount), blocks: 0)].add(reading)
    }
    let quotes = reading?.sentences.contains { !$0.quoted.isEmpty } ?? false
    if quotes || held.quoting.contains(block) {
      if quotes { held.quoting.insert(block) } else { held.quoting.remove(block) }
      relink(&held)
    }
    if !held.blocks.isEmpty { answers[answer] = held }
  }

  /// Joins the blocks of an answer anew that quote facts.
  private mutating func relink(_ held: inout AnswerReadings) {
    let links = KPILinks.links(
      between: held.quoting.compactMap { id in held.blocks[id].map { (id, $0.reading) } })
    for link in held.links.subtracting(links) {
      held.sum.remove(link)
      total.remove(link)
    }
    for link in links.subtracting(held.links) {
      held.sum.add(link)
      total.add(link)
    }
    held.links = links
  }

  /// Forgets every block of an answer.
  package mutating func removeAnswer(_ answer: AnswerID) {
    guard let held = answers.removeValue(forKey: answer) else { return }
    total.remove(held.sum)
  }

  /// Forgets the blocks of `answer` that are not among `blocks`.
  ///
  /// - Complexity: O(*n*) in the blocks of the answer.
  package mutating func keepOnly(_ blocks: Set<BlockID>, of answer: AnswerID) {
    for block in answers[answer]?.blocks.keys.filter({ !blocks.contains($0) }) ?? [] {
      set(nil, for: block, part: nil, answer: answer)
    }
  }

  /// The reading of a block, or `nil` when it was not read.
  package func reading(of block: BlockID, in answer: AnswerID) -> BlockReading? {
    answers[answer]?.blocks[block]?.reading
  }

  /// What the sentences of an answer lend the theme at `theme` through the facts they quote, in no order.
  package func links(of theme: Int, in answer: AnswerID) -> [KPILink] {
    answers[answer]?.links.filter { $0.theme == theme } ?? []
  }

  /// The coverage of one part.
  package func coverage(ofPart part: PartID?, in answer: AnswerID) -> Coverage {
    answers[answer]?.parts[part]?.coverage ?? Coverage(themes: themeCount)
  }

  /// The coverage of one answer.
  package func coverage(of answer: AnswerID) -> Coverage {
    answers[answer]?.sum ?? Coverage(themes: themeCount)
  }

  /// The coverage of the whole bid.
  package func coverage() -> Coverage { total }
}

extension BidReadings.AnswerReadings {
  /// Takes a block's entry out of its part's sum; a part without a block is forgotten.
  fileprivate mutating func remove(_ entry: BidReadings.Entry) {
    parts[entry.part]?.coverage.remove(entry.reading)
    parts[entry.part]?.blocks -= 1
    if parts[entry.part]?.blocks == 0 { parts[entry.part] = nil }
  }
}

extension BidReadings.PartSum {
  fileprivate mutating func add(_ reading: BlockReading) {
    coverage.add(reading)
    blocks += 1
  }
}
