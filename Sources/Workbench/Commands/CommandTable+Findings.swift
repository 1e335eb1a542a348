import BidAnalysis
import BidModel

extension CommandTable {
  static let findingCommands: [Command] = [
    Command(
      "go.next-finding", "Next finding", "Goes to the next finding, those of the whole answer too.",
      keys: ["F6", "Alt-J"], footer: "Next finding"
    ) { $0.goToFinding(by: 1) },
    Command(
      "go.previous-finding", "Previous finding", "Goes to the finding before.",
      keys: ["Shift-F6", "Alt-Shift-J"]
    ) { $0.goToFinding(by: -1) },
    Command(
      "go.mend", "Mend the finding", "Applies the fix of the finding in hand, where one is mechanical.",
      keys: ["Alt-X"], in: [.text, .findings]
    ) { $0.mendFinding() },
    Command(
      "go.ignore", "Let the finding stand", "Asks why the finding in hand may stand, and keeps the reason.",
      keys: ["Alt-E"]
    ) { $0.askWhyToIgnore() },
  ]
}

extension WorkbenchState {
  /// Selects the words of the next finding after the cursor, or of the one before, and says what it is;
  /// from the last one it goes on with the first. A finding of the whole answer leaves the cursor where it is.
  mutating func goToFinding(by step: Int) {
    let findings = currentFindings
    guard let first = findings.first, let last = findings.last else {
      return say("No findings in this answer.", as: .note)
    }
    if let walked = walkedFinding, let index = findings.firstIndex(of: walked) {
      let next = (index + step + findings.count) % findings.count
      return goTo(findings[next])
    }
    goTo(findingBeside(by: step, among: findings) ?? (step > 0 ? first : last))
  }

  /// The finding that was gone to last, as long as the cursor was not moved since.
  private var walkedFinding: Finding? {
    guard let walk = planning.findingWalk, walk.answer == editor.answer, walk.caret == editor.caret,
      walk.anchor == editor.anchor
    else { return nil }
    return walk.finding
  }

  /// The finding next to the cursor, or to the one that is selected; `nil` when none follows.
  private func findingBeside(by step: Int, among all: [Finding]) -> Finding? {
    let answer = currentAnswer
    let spot = { (finding: Finding) -> FindingSpot? in
      guard let place = finding.place?.block.flatMap({ answer.place(of: $0) }) else { return nil }
      return FindingSpot(place: place, offset: finding.place?.range?.lowerBound ?? 0)
    }
    let findings = all.filter { spot($0) != nil }
    guard let caret = answer.place(of: editor.caret.block) else { return nil }
    // A finding that was gone to is selected: from there the list goes on, whatever overlaps it.
    let start =
      editor.anchor.flatMap { $0.block == editor.caret.block ? $0.offset : nil } ?? editor.caret.offset
    let selected = Finding.Place(
      answer: editor.answer, block: editor.caret.block,
      range: min(start, editor.caret.offset)..<editor.caret.offset)
    let here = FindingSpot(place: caret, offset: editor.caret.offset)
    if step > 0 {
      let from = findings.lastIndex { $0.place == selected }.map { $0 + 1 }
      return from.map { findings[$0...].first } ?? findings.first { spot($0).map { $0 > here } ?? false }
    }
    let to = findings.firstIndex { $0.place == selected }
    return to.map { findings[..<$0].last } ?? findings.last { spot($0).map { $0 < here } ?? false }
  }

  /// Selects the finding's words, where it has a place in the text, and its row in the pane, and says what it is.
  private mutating func goTo(_ next: Finding) {
    if let place = next.place, let block = place.block {
      reveal(place.range, of: block, in: place.answer)
    } else {
      focus = .editor
    }
    selectRow(of: next)
    planning.findingWalk = FindingWalk(
      finding: next, answer: editor.answer, caret: editor.caret, anchor: editor.anchor)
    say("\(next.message) \(next.fix)\(mendWords(next))", as: next.severity == .error ? .error : .warning)
  }

  /// The key that mends `finding`, in brackets; nothing where only the writer can.
  func mendWords(_ finding: Finding) -> String {
    guard finding.replacement != nil, let key = commands["go.mend"]?.keys.first else { return "" }
    return " (\(key.name) mends it.)"
  }

  /// The finding that commands mean: the selected one in the pane, else the one the cursor is at.
  var findingInHand: Finding? {
    if focus == .findings { return selectedFinding }
    if let walked = walkedFinding { return walked }
    let offset = editor.caret.offset
    return currentFindings.first { finding in
      guard finding.place?.block == editor.caret.block, let range = finding.place?.range else { return false }
      return range.lowerBound <= offset && offset <= range.upperBound
    }
  }

  /// Puts the words of the finding's fix into the text, as one change that can be undone.
  mutating func mendFinding() {
    guard session.unread.isEmpty else { return say("The text is still being read: try again.", as: .note) }
    guard let finding = findingInHand else { return say(Self.noFinding, as: .note) }
    guard let replacement = finding.replacement, let block = finding.place?.block else {
      return say("Only you can mend this one. \(finding.fix)", as: .note)
    }
    guard canEdit(), let place = currentAnswer.place(of: block),
      replacement.range.upperBound <= currentAnswer[place].text.utf8.count
    else { return }
    let before = editor.caret
    session.sealUndo()
    editor.caret = TextPosition(
      block: block, offset: replacement.range.lowerBound + replacement.text.utf8.count)
    perform(
      "Mend",
      [
        .text(
          block, offset: replacement.range.lowerBound, length: replacement.range.count,
          with: replacement.text, source: nil)
      ], from: before)
    session.sealUndo()
    say("Mended: \(finding.message) Ctrl-Z takes it back.", as: .note)
  }

  /// Opens the box that asks why the finding in hand may stand.
  mutating func askWhyToIgnore() {
    guard session.unread.isEmpty else { return say("The text is still being read: try again.", as: .note) }
    guard let finding = findingInHand else { return say(Self.noFinding, as: .note) }
    guard session.checks[finding.check] != nil else {
      return say("A fault of a file cannot be ignored: mend the file.", as: .note)
    }
    guard session.ignoresPath != nil else {
      return say(
        "A file outside a workspace keeps no list: write <!-- fivefold: ignore \(finding.check) why --> in it.",
        as: .note)
    }
    let entry = session.ignoreEntry(for: finding, in: session.answers[currentIndex])
    overlays.append(
      .prompt(
        Prompt(
          title: "Why may this stand?", lines: [finding.message, finding.reason].filter { !$0.isEmpty },
          hint: "Enter keeps it in ignores.yaml · Esc leaves the finding", purpose: .ignore(entry))))
  }

  private static let noFinding = "No finding is in hand: F6 goes to the next one."
}

/// The finding that a walk stands at, and where the cursor was left.
struct FindingWalk: Hashable, Sendable {
  var finding: Finding
  var answer: AnswerID
  var caret: TextPosition
  var anchor: TextPosition?
}

/// Where a finding or the cursor stands in an answer.
private struct FindingSpot: Comparable {
  var place: BlockPlace
  var offset: Int

  static func < (left: FindingSpot, right: FindingSpot) -> Bool {
    (left.place, left.offset) < (right.place, right.offset)
  }
}
