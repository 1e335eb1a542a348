import BidModel

/// The list of what still stands in the way of submission.
///
/// It invents no rules: what checks, counts, reviews and the bid's lists say is gathered, each with its place
/// and a key that a waiver can name. What somebody let stand in `ignores.yaml` passes with that reason.
package struct Gate: Sendable {
  /// In the order of the answers, then the bid's own lists; what passes stays in the list.
  package private(set) var items: [GateItem]
  /// Waivers that fit no point any more: what they let pass is mended, or is another thing by now.
  package private(set) var staleWaivers: [Waiver]

  /// - Complexity: O(*n*) in the answers' text and the findings.
  package init(_ input: GateInput) {
    var items = input.answers.flatMap { GateAnswerReader(input: input, answer: $0).items }
    items += Self.problems(input) + Self.evidence(input) + Self.deliverables(input)
    items += Self.clarifications(input)
    Self.number(&items)
    for index in items.indices where items[index].waiver == nil {
      guard let waiver = input.waivers.last(where: { $0.item == items[index].key }) else { continue }
      items[index].waiver = waiver
    }
    self.items = items
    let keys = Set(items.map(\.key))
    staleWaivers = input.waivers.filter { !keys.contains($0.item) }
  }

  /// What blocks.
  package var blocking: [GateItem] { items.filter(\.blocks) }
  /// What passes because somebody said so.
  package var waived: [GateItem] { items.filter { !$0.blocks } }
  /// Whether nothing blocks.
  package var isClear: Bool { blocking.isEmpty }

  private static func problems(_ input: GateInput) -> [GateItem] {
    input.problems.map { finding in
      let path = finding.place?.answer.path ?? input.bidPath
      return GateItem(
        .unreadable, [FileNameOnly.of(path), finding.message],
        "\(finding.message) \(finding.fix)".trimmingSpaces(),
        path: path, line: finding.place?.line ?? 1)
    }
  }

  /// Entries that run out before the submission's day, and are named in an answer or are what a buyer asks
  /// to see: certificates and policies.
  private static func evidence(_ input: GateInput) -> [GateItem] {
    let text = input.answers.map { answer in
      answer.answer.parts.flatMap(\.blocks).map(\.text).joined(separator: "\n").lowercased()
    }.joined(separator: "\n")
    return input.evidence.filter { $0.expires < input.day }.compactMap { entry in
      let isNamed = text.contains(entry.title.lowercased()) || text.contains(FileNameOnly.stem(entry.path))
      guard isNamed || ["certificate", "policy"].contains(entry.type) else { return nil }
      return GateItem(
        .expiredEvidence, [FileNameOnly.of(entry.path), entry.expires],
        "‘\(entry.title)’ runs out on \(entry.expires), before \(input.day). Renew it, or take it out.",
        path: entry.path, line: entry.line)
    }
  }

  private static func deliverables(_ input: GateInput) -> [GateItem] {
    input.bid.deliverables.flatMap { deliverable -> [GateItem] in
      let line = max(1, deliverable.line)
      var items: [GateItem] = []
      if !deliverable.isUploaded {
        let owner = deliverable.owner.isEmpty ? "nobody" : deliverable.owner
        items.append(
          GateItem(
            .deliverable, [deliverable.title],
            "‘\(deliverable.title)’ is not uploaded yet; \(owner) has it. Set ‘uploaded: yes’ when it is.",
            path: input.bidPath, line: line))
      }
      guard !deliverable.file.isEmpty else { return items }
      switch input.attachments[deliverable.file] ?? .missing {
      case .missing:
        items.append(
          GateItem(
            .attachment, [deliverable.title, "missing"],
            "\(deliverable.file), the file of ‘\(deliverable.title)’, is not there. Put it into the bid's folder.",
            path: input.bidPath, line: line))
      case .pages(let count):
        guard let most = deliverable.pages, count > most else { break }
        items.append(
          GateItem(
            .attachment, [deliverable.title, "\(count) of \(most) pages"],
            "\(deliverable.file) has \(count) pages, and the buyer takes \(most). Shorten it.",
            path: input.bidPath, line: line))
      case .present:
        guard let most = deliverable.pages else { break }
        items.append(
          GateItem(
            .attachment, [deliverable.title, "pages not counted"],
            "The pages of \(deliverable.file) cannot be counted, and the buyer takes \(most). Give it as a PDF.",
            path: input.bidPath, line: line))
      }
      return items
    }
  }

  private static func clarifications(_ input: GateInput) -> [GateItem] {
    input.bid.clarifications.filter { !$0.isActioned }.map { clarification in
      let done = clarification.done.trimmingSpaces()
      let standing =
        done.isEmpty
        ? "\(clarification.id) has nothing done about it: \(Self.sentence(clarification.text))"
          + " Write in ‘done’ what was done."
        : "\(clarification.id) still waits: ‘done’ says “\(Self.sentence(done))” Write there what came of it."
      return GateItem(
        .clarification, [clarification.id], standing, path: input.bidPath, line: max(1, clarification.line))
    }
  }

  /// `text` with a full stop where it has no end.
  private static func sentence(_ text: String) -> String {
    let words = text.trimmingSpaces()
    guard let last = words.last else { return words }
    return ".!?…”’".contains(last) ? words : words + "."
  }

  /// Tells apart items of one key by a number, in the order of the text, and by how many there are: when one of
  /// them goes, no waiver of the others fits, and none slides onto a point that nobody waived.
  private static func number(_ items: inout [GateItem]) {
    var counts: [String: Int] = [:]
    for item in items { counts[item.key, default: 0] += 1 }
    var seen: [String: Int] = [:]
    for index in items.indices {
      let key = items[index].key
      guard let count = counts[key], count > 1 else { continue }
      seen[key, default: 0] += 1
      items[index].key += " #\(seen[key] ?? 1) of \(count)"
    }
  }
}

/// File names, without their folders.
enum FileNameOnly {
  static func of(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  static func stem(_ path: String) -> String {
    let name = of(path)
    return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }
}
