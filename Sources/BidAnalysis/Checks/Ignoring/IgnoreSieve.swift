import BidModel

/// Parts the findings that may stand from those to show, and finds notes that do nothing.
///
/// A note in the text speaks of the findings of its check in the next block. An entry of `ignores.yaml`
/// speaks of one finding: the one whose words and block fit best; where several fit equally, the one with
/// the entry's ordinal among them. An entry whose words are gone lets nothing else stand.
package struct IgnoreSieve: Sendable {
  private let checks: Checks
  private let entries: [IgnoreEntry]

  package init(checks: Checks, entries: [IgnoreEntry] = []) {
    self.checks = checks
    self.entries = entries
  }

  /// Sifts `findings`, which are those of `answer` in order.
  ///
  /// - Complexity: O(*b* + *f*·*e*) in blocks, findings and entries.
  package func sift(_ findings: [Finding], of answer: Answer) -> SiftedFindings {
    let notes = self.notes(in: answer)
    let own = entries.filter { $0.answer == answer.id.fileName }
    guard !notes.isEmpty || !own.isEmpty else {
      var all = SiftedFindings()
      all.shown = findings
      return all
    }
    var reasons: [Int: (String, IgnoredFinding.Source)] = [:]
    for (index, entry) in matches(own, findings, in: answer) {
      reasons[index] = (entry.reason, .file(by: entry.by))
    }
    var used: Set<Int> = []
    for (index, finding) in findings.enumerated() {
      let fitting = notes.indices.filter { number in
        notes[number].hasTarget && notes[number].note.check == finding.check
          && notes[number].target == finding.place?.block
      }
      guard let number = fitting.first(where: { !notes[$0].note.reason.isEmpty }) else { continue }
      used.formUnion(fitting)
      reasons[index] = (notes[number].note.reason, .note)
    }
    var sifted = SiftedFindings()
    for (index, finding) in findings.enumerated() {
      if let (reason, source) = reasons[index] {
        sifted.ignored.append(IgnoredFinding(finding, reason: reason, source: source))
      } else {
        sifted.shown.append(finding)
      }
    }
    let faults = notes.enumerated().compactMap { fault(of: $1, isUsed: used.contains($0), in: answer.id) }
    sifted.shown = placed(faults, among: sifted.shown, of: answer)
    return sifted
  }

  /// The entries for `answer` that no finding of it fits any more.
  package func unused(_ findings: [Finding], of answer: Answer) -> [IgnoreEntry] {
    let own = entries.filter { $0.answer == answer.id.fileName }
    let used = Set(matches(own, findings, in: answer).map(\.1))
    return own.filter { !used.contains($0) }
  }

  // MARK: Entries

  private func matches(
    _ entries: [IgnoreEntry], _ findings: [Finding], in answer: Answer
  ) -> [(Int, IgnoreEntry)] {
    var anchors: [Int: FindingAnchor] = [:]
    return entries.compactMap { entry in
      let fits = findings.indices.filter { findings[$0].check == entry.check }.map { index in
        let anchor = anchors[index] ?? FindingAnchor(findings[index], in: answer)
        anchors[index] = anchor
        return (index: index, fit: anchor.fit(entry))
      }
      guard let best = fits.map(\.fit).max(), best > 0 else { return nil }
      let equal = fits.filter { $0.fit == best }
      guard equal.indices.contains(entry.ordinal - 1) else { return nil }
      return (equal[entry.ordinal - 1].index, entry)
    }
  }

  // MARK: Notes

  private struct PlacedNote {
    var note: IgnoreNote
    /// The block it stands in.
    var block: BlockID
    /// The block it speaks of; `nil` for the answer as a whole, or for nothing.
    var target: BlockID?
    /// Whether it speaks of anything.
    var hasTarget: Bool
  }

  private func notes(in answer: Answer) -> [PlacedNote] {
    var placed: [PlacedNote] = []
    for part in answer.parts {
      var next: BlockID?
      var own: [PlacedNote] = []
      for block in part.blocks.reversed() {
        guard block.kind == .verbatim else {
          if !block.isEmpty { next = block.id }
          continue
        }
        guard block.text.contains("fivefold:") else { continue }
        for note in IgnoreNote.notes(in: block.text).reversed() {
          own.append(
            PlacedNote(
              note: note, block: block.id, target: next, hasTarget: next != nil || part.title == nil))
        }
      }
      placed += own.reversed()
    }
    return placed
  }

  private func fault(of placed: PlacedNote, isUsed: Bool, in answer: AnswerID) -> Finding? {
    let note = placed.note
    let place = Finding.Place(answer: answer, block: placed.block, range: note.range)
    let check = IgnoreWithoutEffect()
    if checks[note.check] == nil {
      let nearest = EditDistance.nearest(to: note.check, among: checks.all.map(\.id))
      return check.finding(
        "There is no check named ‘\(note.check)’, so this note lets nothing stand.",
        fix: nearest.map { "Did you mean \($0)?" } ?? "Run ‘fivefold check --list’ for the names.", at: place)
    }
    if note.reason.isEmpty {
      return check.finding(
        "This note gives no reason, so it lets nothing stand.",
        fix: "Add why the finding may stand, behind the check's name.", at: place)
    }
    guard !isUsed else { return nil }
    return check.finding(
      "Nothing that follows has a finding of \(note.check), so this note is not needed.",
      fix: "Take the note out.", at: place)
  }

  /// `faults` put among `findings` in the order of the text.
  private func placed(_ faults: [Finding], among findings: [Finding], of answer: Answer) -> [Finding] {
    guard !faults.isEmpty else { return findings }
    let position = { (finding: Finding) in
      finding.place?.block.flatMap { answer.place(of: $0) } ?? BlockPlace(part: -1, block: 0)
    }
    // Sorting is stable, so what stands at one place keeps its order.
    return (findings + faults).enumerated().sorted {
      (position($0.element), $0.offset) < (position($1.element), $1.offset)
    }.map(\.element)
  }
}
