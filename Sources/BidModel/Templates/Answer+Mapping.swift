/// Moving an answer to another template.
///
/// Every part of the new template that has text, or is not optional, stands in the new template's order. The
/// blocks are the same blocks: their words, kinds and ids stay, so that no character can be lost; only the
/// blank lines between blocks that come to stand beside each other are mended. Parts without a home, and
/// headings that no template knows, follow in their old order under their old headings; the former are noted
/// in the front matter as unplaced. What belongs before the first heading stays there.
///
/// A part that was not submitted and has no home, such as a Plan, keeps its key, and the front matter says so
/// (`private_parts`): what was written for the team alone never becomes text of the submission by losing its
/// place in the template.
///
/// Limitations: a split is by whole blocks; an own heading is kept only where its part goes to one place.
extension Answer {
  /// The edits that bring the answer to `mapping`'s target: one for its parts, one for its front matter.
  ///
  /// - Parameter places: Blocks that go to another part than the first of their route, by key.
  /// - Complexity: O(*n* · *m*) in the blocks and parts.
  package func applying(_ mapping: TemplateMapping, places: [BlockID: String] = [:]) -> [Edit] {
    var assembly = PartAssembly(self, mapping: mapping)
    for part in parts { assembly.add(part, places: places) }
    let result = assembly.finish()
    var matter = frontMatter ?? FrontMatter()
    matter["template"] = mapping.target.id
    matter["template_version"] = mapping.target.version
    let left = (matter.unplaced + result.unplaced).filter { name in
      result.parts.contains { $0.key == nil && $0.title?.trimmingSpaces() == name }
    }
    matter["unplaced"] =
      left.isEmpty
      ? nil
      : left.reduce(into: [String]()) { names, name in
        if !names.contains(name) { names.append(name) }
      }.joined(separator: "\n")
    matter.setPrivateParts(result.privateParts)
    for (_, key) in matter.ownHeadings where !result.privateParts.contains(where: { $0.key == key }) {
      let heading = result.ownHeadings[key]
      if mapping.targets(of: key) != [key] || heading == nil { matter.setOwnHeading(nil, of: key) }
    }
    for (key, heading) in result.ownHeadings.sorted(by: { $0.key < $1.key }) {
      matter.setOwnHeading(heading, of: key)
    }
    return [.parts(at: 0, count: parts.count, with: result.parts), .frontMatter(matter)]
  }

  /// The mapping that brings the answer from the template it was begun with to `target`.
  package func mapping(
    from origin: AnswerTemplate, to target: AnswerTemplate, overrides: [(old: String, new: [String])] = []
  ) -> TemplateMapping {
    TemplateMapping(from: origin, to: target, overrides: overrides)
  }
}

/// The parts of an answer, put together anew.
private struct PartAssemblyResult {
  var parts: [Part]
  /// Headings of text that found no place.
  var unplaced: [String]
  /// Parts that found no place and stay out of the submission.
  var privateParts: [(heading: String, key: String)]
  /// Headings that the answer itself gives, by key.
  var ownHeadings: [String: String]
}

/// The parts of an answer being put together anew.
private struct PartAssembly {
  private let mapping: TemplateMapping
  private let answer: Answer
  private let ownHeadings: [String: String]
  private var blocks: [String: [Block]] = [:]
  /// For each new part the old part that came first, whose id and heading it takes on; several for a part
  /// that repeats.
  private var carriers: [String: Part] = [:]
  private var repeated: [String: [Part]] = [:]
  private var leading: Part?
  private var strays: [Part] = []
  private var unplaced: [String] = []
  private var privateParts: [(heading: String, key: String)] = []
  private var nextBlock: Int
  private var nextPart: Int

  init(_ answer: Answer, mapping: TemplateMapping) {
    self.answer = answer
    self.mapping = mapping
    nextBlock = answer.nextBlockNumber
    nextPart = answer.nextPartNumber
    ownHeadings = Dictionary(
      answer.frontMatter?.ownHeadings.map { ($0.key, $0.heading) } ?? [],
      uniquingKeysWith: { first, _ in first })
  }

  mutating func add(_ part: Part, places: [BlockID: String]) {
    guard part.title != nil else {
      if !part.isEmpty { leading = part }
      return
    }
    let targets = part.key.map { mapping.targets(of: $0) } ?? []
    guard let first = targets.first, let home = mapping.target.part(first) else {
      return addStray(sending(part, places: places))
    }
    if home.repeats, targets.count == 1, mapping.origin.part(part.key)?.repeats == true {
      repeated[first, default: []].append(renamed(part, to: home))
      return
    }
    if carriers[first] == nil { carriers[first] = part }
    for block in part.blocks {
      let wanted = places[block.id].flatMap { key in mapping.target.part(key)?.key }
      blocks[wanted ?? first, default: []].append(block)
    }
  }

  /// The part without the paragraphs that are sent to parts of the new template.
  private mutating func sending(_ part: Part, places: [BlockID: String]) -> Part {
    guard part.key != nil else { return part }
    var rest = part
    rest.blocks = []
    for block in part.blocks {
      if let key = places[block.id].flatMap({ mapping.target.part($0)?.key }) {
        blocks[key, default: []].append(block)
      } else {
        rest.blocks.append(block)
      }
    }
    return rest
  }

  /// Keeps a part that has no home; one that holds nothing goes, with its heading.
  private mutating func addStray(_ part: Part) {
    let isKnown = part.key != nil
    if isKnown, part.blocks.allSatisfy(\.isEmpty) { return }
    if let old = mapping.origin.part(part.key), !old.isSubmitted, mapping.target.part(old.key) == nil {
      strays.append(part)
      let heading = part.title?.trimmingSpaces() ?? old.title
      if !privateParts.contains(where: { $0.heading == heading }) { privateParts.append((heading, old.key)) }
      return
    }
    var stray = part
    stray.key = nil
    strays.append(stray)
    if isKnown, let title = part.title { unplaced.append(title.trimmingSpaces()) }
  }

  mutating func finish() -> PartAssemblyResult {
    var parts: [Part] = leading.map { [$0] } ?? []
    var headings: [String: String] = [:]
    for template in mapping.target.parts {
      parts += repeated[template.key] ?? []
      let held = (blocks[template.key] ?? []).filter { !$0.isEmpty }
      if held.isEmpty, repeated[template.key] != nil { continue }
      if held.isEmpty, template.isOptional, carriers[template.key] == nil { continue }
      var part: Part
      if let carrier = carriers[template.key] {
        part = renamed(carrier, to: template)
        if let own = ownHeading(of: carrier) { headings[template.key] = own }
      } else {
        part = Part(id: takePartID(), key: template.key, title: template.title, blocks: [])
      }
      // A block that holds nothing is a place for the cursor: one is enough, and only where nothing else is.
      part.blocks = held.isEmpty ? [(blocks[template.key] ?? []).first ?? emptyBlock()] : held
      parts.append(part)
    }
    parts += strays
    if parts.isEmpty { parts = [Part(id: takePartID(), title: nil, blocks: [emptyBlock()])] }
    return PartAssemblyResult(
      parts: parts.indices.map { mended(parts[$0], isLast: $0 == parts.count - 1) }, unplaced: unplaced,
      privateParts: privateParts, ownHeadings: headings)
  }

  /// The heading that the answer itself gives a part which stays as it is.
  private func ownHeading(of part: Part) -> String? {
    guard let key = part.key, mapping.targets(of: key).count == 1 else { return nil }
    return ownHeadings[key]
  }

  /// The part under its new key: with the new title, unless somebody has chosen the heading it has.
  private func renamed(_ part: Part, to template: PartTemplate) -> Part {
    var result = part
    result.key = template.key
    let title = part.title?.trimmingSpaces() ?? ""
    let old = mapping.origin.part(part.key)
    let isStandard =
      title.lowercased() == old?.title.lowercased()
      || template.was.contains { $0.lowercased() == title.lowercased() }
    let isKnown = template.isHeaded(title.lowercased()) || template.repeats
    if ownHeading(of: part) != nil { return result }
    if title != template.title, isStandard || !isKnown {
      result.title = template.title
      result.headingSource = nil
    }
    return result
  }

  /// The part with blank lines behind its blocks where words would otherwise run together.
  private func mended(_ part: Part, isLast: Bool) -> Part {
    var part = part
    for index in part.blocks.indices {
      let isEnd = index == part.blocks.count - 1
      let next = isEnd ? nil : part.blocks[index + 1]
      let staysTight = next.map { $0.kind.isItem && part.blocks[index].kind.isItem } ?? isLast
      let hasGap = part.blocks[index].gap.utf8.contains(0x0A)
      if !hasGap, !staysTight { part.blocks[index].gap = answer.lineEnding }
    }
    return part
  }

  private mutating func takePartID() -> PartID {
    defer { nextPart += 1 }
    return PartID(nextPart)
  }

  private mutating func emptyBlock() -> Block {
    defer { nextBlock += 1 }
    return Block(id: BlockID(nextBlock), kind: .prose, text: "", source: "", gap: answer.lineEnding)
  }
}
