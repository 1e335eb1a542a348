import BidAnalysis
import BidModel
import BidStorage

/// What stands beside the text in the studio.
extension WorkbenchLoop {
  /// Says what is wrong with the studio's text, and after `delay` finds out again what stands beside it: some
  /// views read whole bids, which must not keep typing waiting.
  func refreshStudio(_ library: TemplateLibrary, after delay: Duration) {
    guard let file = state.openTemplate else { return }
    var trial = library
    trial.trials = [file.trial]
    let faults = trial.faults(in: file.text.bytes, of: file.name, path: file.path)
    let isBroken = faults.contains { !$0.isAdvice } && file.view != .differences
    state.touchStudio {
      $0.faults = faults
      if isBroken { $0.found = [] }
    }
    studioDue = isBroken ? nil : now().advanced(by: delay)
    needsPanes = true
  }

  /// Finds out again what the studio shows beside the text, when that is due.
  func runStudio(_ time: ContinuousClock.Instant) {
    guard let due = studioDue, due <= time else { return }
    studioDue = nil
    guard let file = state.openTemplate, let surroundings = desk.surroundings, var trial = desk.library else {
      return
    }
    trial.trials = [file.trial]
    var found: [StudioLine] = []
    do throws(StorageError) { found = try lines(of: file, trial, surroundings) } catch {
      found = [StudioLine("✗ \(error)", .bad)]
    }
    state.touchStudio { $0.found = found }
    needsPanes = true
  }

  private func lines(
    of file: StudioFile, _ trial: TemplateLibrary, _ surroundings: Surroundings
  ) throws(StorageError) -> [StudioLine] {
    switch file.view {
    case .faults: return []
    case .tests: return testLines(try trial.tests(of: file.name), of: file)
    case .sentence: return try sentenceLines(file, trial)
    case .labelled: return try labelledLines(file, library: trial)
    case .impact: return try impactLines(file, surroundings)
    case .preview: return try previewLines(file, trial)
    case .differences:
      let located = try trial.locator.locate(kind: file.name.kind.rawValue, id: file.name.id)
      guard let other = located.hidden.first else { return [StudioLine("It hides no other template.")] }
      let old = String(decoding: try desk.reader.read(other).bytes, as: UTF8.self)
      let rows = LineDifference.rows(from: old, to: String(decoding: file.text.bytes, as: UTF8.self))
      guard !rows.isEmpty else { return [StudioLine("✓ The same as \(other).", .good)] }
      return rows.map { row in
        StudioLine(row.mark + row.line, row.mark == "-" ? .bad : row.mark == "+" ? .good : .plain)
      }
    }
  }

  private func testLines(_ tests: TemplateTests?, of file: StudioFile) -> [StudioLine] {
    guard let tests else { return [StudioLine("This kind has no sentences of its own to try.")] }
    let isGood = tests.failures.isEmpty
    let head = StudioLine(
      "\(isGood ? "✓" : "✗") \(tests.passed) of \(tests.results.count) sentences are read as the file says.",
      isGood ? .good : .bad)
    return [head]
      + tests.failures.map { failure in
        // A sentence that runs over several lines is known by how it begins.
        let start = failure.sentence.prefix(24)
        let line = file.text.lines.firstIndex { $0.contains(start) }
        return StudioLine("✗ \(failure.sentenceOfFailure)", .bad, line: line.map { $0 + 1 })
      }
  }

  private func sentenceLines(
    _ file: StudioFile, _ trial: TemplateLibrary
  ) throws(StorageError) -> [StudioLine] {
    guard !file.sentence.isEmpty else { return [] }
    let themes = file.name.kind == .themes ? try trial.themeSet(file.name.id) : state.session.themes
    let reader = trial.reader(themes, signals: try trial.signalLexicon(reader.signals.id))
    var problems: [FileProblem] = []
    let checks = trial.checks(themes: themes, problems: &problems)
    let read = SentenceTrial(file.sentence, reader: reader, checks: checks, values: state.session.values)
    let lines = read.isEmpty ? ["It shows no theme, holds no signal and sets off no check."] : read.lines
    return lines.map { StudioLine($0) }
  }

  private func previewLines(
    _ file: StudioFile, _ trial: TemplateLibrary
  ) throws(StorageError) -> [StudioLine] {
    guard case .answer(let template) = try trial.content(file.name) else {
      return [StudioLine("Only an answer template has a blank answer.")]
    }
    return template.parts.flatMap { part -> [StudioLine] in
      var notes: [String] = []
      if part.isHidden { notes.append("not submitted") }
      if part.isOptional { notes.append("optional") }
      if part.repeats { notes.append("may be repeated") }
      if part.export != .own { notes.append("\(part.export.rawValue) at export") }
      if part.share > 0 { notes.append("\(Int(part.share.rounded()))% of the limit") }
      let head = "## \(part.title)" + (notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))")
      let guidance = part.guidance.split(separator: "\n").map { "  \($0)" }
      return ([head] + guidance + part.prompts.map { "  ? \($0)" }).map { StudioLine($0) }
    }
  }
}
