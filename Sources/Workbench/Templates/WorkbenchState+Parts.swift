import BidModel

/// Parts that an answer names or repeats as its question wants.
extension WorkbenchState {
  /// Why the part in hand cannot be given a heading, in one sentence; `nil` when it can.
  var headingUnavailable: String? {
    currentPart?.key == nil
      ? "This heading is not a part of \(currentTemplate.title): edit it in the file." : nil
  }

  /// Asks for the heading of the part in hand.
  mutating func askHeading() {
    guard canEdit(), let part = currentPart, let title = part.title else { return }
    let standard = currentTemplate.part(part.key)?.title ?? title
    var prompt = Prompt(
      title: "Rename ‘\(title)’",
      lines: ["The part stays what it is: \(standard). Only this answer's heading changes."],
      hint: "Enter renames; an empty line goes back to ‘\(standard)’",
      purpose: .heading(editor.answer, part.id))
    prompt.fields[0].offer(title)
    overlays.append(.prompt(prompt))
  }

  /// Gives a part a heading of its own; the template's when `heading` is empty.
  mutating func setHeading(_ heading: String, of id: PartID, in answer: AnswerID) {
    guard answer == editor.answer, let index = currentAnswer.index(of: id) else { return }
    var part = currentAnswer.parts[index]
    guard let key = part.key else { return }
    let standard = currentTemplate.part(key)?.title ?? ""
    let title = heading.isEmpty ? standard : heading
    let isTaken = currentAnswer.parts.contains { $0.id != id && $0.title?.lowercased() == title.lowercased() }
    guard !isTaken else { return say("Another part has the heading ‘\(title)’.", as: .warning) }
    part.title = title
    part.headingSource = nil
    var matter = currentAnswer.frontMatter ?? FrontMatter()
    let isKnown = currentTemplate.part(headed: title)?.key == key
    matter.setOwnHeading(isKnown ? nil : title, of: key)
    session.sealUndo()
    perform(
      "Rename part", [.parts(at: index, count: 1, with: [part]), .frontMatter(matter)], from: editor.caret)
  }

  /// Why the part in hand cannot be repeated, in one sentence; `nil` when it can.
  var repeatUnavailable: String? {
    currentTemplate.part(currentPart?.key)?.repeats == true
      ? nil : "This part stands once: the template says ‘repeats: yes’ of those that may stand several times."
  }

  /// Adds an empty part behind the one in hand, with the next number.
  mutating func repeatPart() {
    guard canEdit(), let part = currentPart, let own = currentTemplate.part(part.key),
      let index = currentAnswer.index(of: part.id)
    else { return }
    let answer = currentAnswer
    let count = answer.parts.count { $0.key == part.key }
    let block = Block(
      id: BlockID(answer.nextBlockNumber), kind: .prose, text: "", source: "", gap: answer.lineEnding)
    let fresh = Part(
      id: PartID(answer.nextPartNumber), key: own.key, title: "\(own.title) \(count + 1)", blocks: [block])
    let before = editor.caret
    editor.caret = TextPosition(block: block.id, offset: 0)
    session.sealUndo()
    perform("Add part", [.parts(at: index + 1, count: 0, with: [fresh])], from: before)
  }
}
