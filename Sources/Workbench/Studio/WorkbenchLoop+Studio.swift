import BidAnalysis
import BidModel
import BidStorage

/// What the studio asks of the disk.
extension WorkbenchLoop {
  /// Performs a request of the studio.
  func perform(_ request: StudioRequest) {
    guard let surroundings = desk.surroundings, let library = desk.library else { return }
    do throws(StorageError) {
      switch request {
      case .browse: browse(library, surroundings)
      case .open(let name): try openTemplate(name, library, surroundings)
      case .copy(let name, let id):
        _ = try folder(surroundings).copy(name, as: id)
        try edit(TemplateName(name.kind, id ?? name.id), desk.library ?? library)
      case .refresh: refreshStudio(library, surroundings)
      case .complete(let isAsked): completeInStudio(library, isAsked: isAsked)
      case .save: try saveTemplate(surroundings)
      case .setAside(let name):
        let aside = try folder(surroundings).setAside(name)
        state.overlays.removeLast()
        try takeTemplates(surroundings)
        browse(desk.library ?? library, surroundings)
        state.say(
          "The shipped \(name) counts again; yours is kept as \(FilePath.name(of: aside)).", as: .note)
      case .plan: try showPlan(library, surroundings)
      case .upgrade: showUpgrade(library)
      case .apply(let plan): apply(plan, isDeclined: false)
      case .decline(let plan): apply(plan, isDeclined: true)
      }
    } catch {
      state.say("\(error)", as: .error)
    }
  }

  /// Tells of newer versions of the templates that answers were begun with.
  func tellOfUpgrades() {
    guard let library = desk.library, let first = state.session.upgrades(in: library).first else { return }
    state.say(
      "\(first.title) has a version \(first.version): ‘Template upgrade…’ in the palette (F2) shows what it would"
        + " change.", as: .note)
  }

  func folder(_ surroundings: Surroundings) throws(StorageError) -> TemplateFolder {
    guard let workspace = desk.registerPath.map(FilePath.folder), let library = desk.library else {
      throw .refused(
        problem: "this file is in no workspace, so that there is no place for templates of its own",
        remedy: "Make one with ‘fivefold new workspace’")
    }
    return TemplateFolder(workspace: workspace, library: library, files: desk.files, host: desk.host)
  }

  private func browse(_ library: TemplateLibrary, _ surroundings: Surroundings) {
    let uses =
      desk.registerPath.map { TemplateUses(workspace: FilePath.folder(of: $0), files: desk.files) }
      ?? TemplateUses()
    var box = TemplateBox(TemplateCatalogue(library, uses: uses).entries)
    // Coming back from a template, the list stands where it stood.
    if case .sheet(.templates(let old)) = state.overlays.last {
      (box.query, box.list) = (old.query, old.list)
      state.overlays.removeLast()
    }
    state.overlays.append(.sheet(.templates(box)))
  }

  private func openTemplate(
    _ name: TemplateName, _ library: TemplateLibrary, _ surroundings: Surroundings
  ) throws(StorageError) {
    let located = try library.locator.locate(kind: name.kind.rawValue, id: name.id)
    if located.origin == .workspace { return try edit(name, library) }
    if located.origin == .argument {
      throw .refused(
        problem: "\(located.path) is in the folder given with --templates, which goes before the workspace",
        remedy: "Edit it there, or start without --templates")
    }
    let target = try folder(surroundings).file(of: name)
    state.overlays.append(
      .choice(
        Choice(
          title: "Edit a copy",
          text: [
            "\(name) is \(located.origin.rawValue) with the program.",
            "A copy in the workspace, \(target), goes before it and is yours to edit.",
          ],
          options: [
            Choice.Option("Leave it", []),
            Choice.Option("Copy it into the workspace and edit it", [.studio(.copy(name, as: nil))]),
          ])))
  }

  private func edit(_ name: TemplateName, _ library: TemplateLibrary) throws(StorageError) {
    let (path, bytes) = try library.source(name.kind.rawValue, name.id)
    state.overlays.append(.studio(StudioFile(name, path: path, bytes: bytes)))
    perform(.refresh)
  }

  private func saveTemplate(_ surroundings: Surroundings) throws(StorageError) {
    guard let file = state.studio else { return }
    try folder(surroundings).save(file.text.bytes, of: file.name)
    state.changeStudio { $0.saved = $0.text.bytes }
    perform(.refresh)
    let next =
      file.name.kind == .answers
      ? "Ctrl-E shows what it would do to the answers" : "Ctrl-E reads the bid with it"
    state.say("Saved \(FilePath.name(of: file.path)). \(next).", as: .note)
  }

  /// Shows what the template in hand would do; one that is no answer template is taken at once.
  private func showPlan(_ library: TemplateLibrary, _ surroundings: Surroundings) throws(StorageError) {
    guard let file = state.studio else { return }
    if let fault = file.faults.first(where: { !$0.isAdvice }) {
      return state.say("Mend this first: \(fault.problem). \(fault.remedy).", as: .warning)
    }
    if file.isModified { try saveTemplate(surroundings) }
    let library = desk.library ?? library
    guard file.name.kind == .answers else {
      try takeTemplates(surroundings)
      return state.say("The bid is read with \(file.name) now.", as: .note)
    }
    let plan = state.session.plan(to: try library.answerTemplate(file.name.id))
    guard !plan.items.isEmpty else {
      return state.say(
        "Every answer has this version: raise ‘version’ when parts change, so that answers follow.", as: .note
      )
    }
    state.overlays.append(.sheet(.placement(PlacementBox(plan, in: state.session, isOffer: false))))
  }

  private func showUpgrade(_ library: TemplateLibrary) {
    guard let target = state.session.upgrades(in: library).first else {
      return state.say("Every answer has the newest version of its template, or it was declined.", as: .note)
    }
    let plan = state.session.plan(to: target)
    state.overlays.append(.sheet(.placement(PlacementBox(plan, in: state.session, isOffer: true))))
  }

  private func apply(_ plan: TemplatePlan, isDeclined: Bool) {
    let ids = plan.items.map(\.answer)
    for id in ids {
      if let reason = state.session[id]?.readOnlyReason {
        return state.say("Nothing was changed. \(reason)", as: .warning)
      }
    }
    if let reason = state.signatureInTheWay(of: ids) {
      return state.say("Nothing was changed. \(reason)", as: .warning)
    }
    if let reason = desk.lock(all: ids) { return state.say("Nothing was changed. \(reason)", as: .error) }
    state.lockedAnswers.formUnion(ids)
    state.perform(plan, isDeclined: isDeclined)
  }

  /// Takes lenses, checks, count rule, scale and KPI set as the files have them now.
  private func takeTemplates(_ surroundings: Surroundings) throws(StorageError) {
    guard let bid = desk.exportFolder.map(FilePath.folder) else { return }
    let fresh = try OpenedBid(try WorkspaceLoader(files: desk.files).target(bid), in: surroundings)
    state.session.take(templatesOf: fresh.session)
    reader = surroundings.library(workspace: fresh.workspace).reader(
      state.session.themes, signals: fresh.lexicon)
    needsPanes = true
  }

  /// Finds out again what the studio shows beside the text.
  private func refreshStudio(_ library: TemplateLibrary, _ surroundings: Surroundings) {
    guard let file = state.studio else { return }
    var trial = library
    trial.trials = [file.trial]
    let faults = trial.faults(in: file.text.bytes, of: file.name, path: file.path)
    var found: [String] = []
    if !faults.contains(where: { !$0.isAdvice }) || file.view == .differences {
      found = (try? lines(of: file, trial, surroundings)) ?? []
    }
    guard case .studio(var open) = state.overlays.last else { return }
    (open.faults, open.found) = (faults, found)
    state.overlays[state.overlays.count - 1] = .studio(open)
    needsPanes = true
  }

  private func lines(
    of file: StudioFile, _ trial: TemplateLibrary, _ surroundings: Surroundings
  ) throws(StorageError) -> [String] {
    switch file.view {
    case .faults: return []
    case .tests: return try testLines(trial.tests(of: file.name))
    case .sentence: return try sentenceLines(file, trial)
    case .labelled: return try labelledLines(file, library: trial)
    case .impact: return try impactLines(file, surroundings)
    case .preview: return try previewLines(file, trial)
    case .differences:
      let located = try trial.locator.locate(kind: file.name.kind.rawValue, id: file.name.id)
      guard let other = located.hidden.first else { return ["It hides no other template."] }
      let old = String(decoding: try desk.reader.read(other).bytes, as: UTF8.self)
      let lines = LineDifference.lines(from: old, to: String(decoding: file.text.bytes, as: UTF8.self))
      return lines.isEmpty ? ["✓ The same as \(other)."] : lines
    }
  }

  private func testLines(_ tests: TemplateTests?) -> [String] {
    guard let tests else { return ["This kind has no sentences of its own to try."] }
    let sign = tests.failures.isEmpty ? "✓" : "✗"
    return ["\(sign) \(tests.passed) of \(tests.results.count) sentences are read as the file says."]
      + tests.failures.map { "✗ \($0.sentenceOfFailure)" }
  }

  private func sentenceLines(_ file: StudioFile, _ trial: TemplateLibrary) throws(StorageError) -> [String] {
    guard !file.sentence.isEmpty else { return [] }
    let themes = file.name.kind == .themes ? try trial.themeSet(file.name.id) : state.session.themes
    let reader = trial.reader(themes, signals: try trial.signalLexicon(reader.signals.id))
    var problems: [FileProblem] = []
    let checks = trial.checks(themes: themes, problems: &problems)
    let read = SentenceTrial(file.sentence, reader: reader, checks: checks, values: state.session.values)
    return read.isEmpty ? ["It shows no theme, holds no signal and sets off no check."] : read.lines
  }

  private func previewLines(_ file: StudioFile, _ trial: TemplateLibrary) throws(StorageError) -> [String] {
    guard case .answer(let template) = try trial.content(file.name) else {
      return ["Only an answer template has a blank answer."]
    }
    return template.parts.flatMap { part -> [String] in
      var notes: [String] = []
      if part.isHidden { notes.append("not submitted") }
      if part.isOptional { notes.append("optional") }
      if part.repeats { notes.append("may be repeated") }
      if part.export != .own { notes.append("\(part.export.rawValue) at export") }
      if part.share > 0 { notes.append("\(Int(part.share.rounded()))% of the limit") }
      let head = "## \(part.title)" + (notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))")
      return [head] + part.prompts.prefix(2).map { "  \($0)" }
    }
  }
}

extension BidSession {
  /// Takes lenses, checks, count rule, scale and KPI set of `other`, which was opened anew.
  mutating func take(templatesOf other: BidSession) {
    let open = themes.id
    lenses = other.lenses
    checks = other.checks
    rule = other.rule
    scale = other.scale
    values.set = other.values.set
    checklists = other.checklists
    counts.forgetAll()
    take(lens: lenses.first { $0.id == open } ?? other.themes)
  }
}
