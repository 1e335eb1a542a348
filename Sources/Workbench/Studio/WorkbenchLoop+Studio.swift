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
      case .refresh: refreshStudio(library, after: .zero)
      case .refreshSoon: refreshStudio(library, after: .milliseconds(300))
      case .complete(let isAsked): completeInStudio(library, isAsked: isAsked)
      case .save: try saveTemplate(surroundings)
      case .overwrite: try saveTemplate(surroundings, overwriting: true)
      case .saveBeside: try saveTemplateBeside(surroundings)
      case .takeFromDisk: try takeTemplateFromDisk()
      case .recover(let path): recoverTemplate(at: path)
      case .keepRecovered(let path): try keepRecoveredTemplate(at: path)
      case .dropRecovered(let path): dropRecoveredTemplate(at: path)
      case .lenses: showLenses()
      case .showLens(let id): try showLens(id, surroundings)
      case .switchLens(let id, let isOn): try switchLens(id, on: isOn, surroundings)
      case .close: closeTemplate(library, surroundings)
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
    var box = TemplateBox(TemplateCatalogue(library, uses: templateUses()).entries)
    // Coming back from a template, the list stands where it stood.
    if case .sheet(.templates(let old)) = state.overlays.last {
      (box.query, box.list) = (old.query, old.list)
      state.overlays.removeLast()
    }
    state.overlays.append(.sheet(.templates(box)))
  }

  /// Which bids of the workspace use which templates.
  func templateUses() -> TemplateUses {
    guard let workspace = desk.registerPath.map(FilePath.folder), let library = desk.library else {
      return TemplateUses()
    }
    return TemplateUses(workspace: workspace, files: desk.files, library: library)
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
    // One that is open already, under a list of templates, is shown again as it stands.
    let open = state.overlays.lastIndex {
      if case .studio(let file) = $0 { file.name == name } else { false }
    }
    if let open { return state.overlays.removeSubrange((open + 1)...) }
    let (path, bytes) = try library.source(name.kind.rawValue, name.id)
    state.overlays.append(.studio(StudioFile(name, path: path, bytes: bytes)))
    perform(.refresh)
  }

  /// Closes the template in hand; what was not saved of it has been saved or given up.
  private func closeTemplate(_ library: TemplateLibrary, _ surroundings: Surroundings) {
    guard case .studio(let file) = state.overlays.last else { return }
    desk.abandonTemplate(at: file.path)
    state.overlays.removeLast()
    browse(library, surroundings)
  }

  /// Shows what the template in hand would do; one that is no answer template is taken at once, a lens that the
  /// bid does not name after asking.
  private func showPlan(_ library: TemplateLibrary, _ surroundings: Surroundings) throws(StorageError) {
    guard let file = state.studio else { return }
    if let fault = file.faults.first(where: { !$0.isAdvice }) {
      return state.say("Mend this first: \(fault.problem). \(fault.remedy).", as: .warning)
    }
    // What is applied is the file: it must be the text that is shown, also when somebody else has changed it.
    guard try saveTemplate(surroundings) else { return }
    let library = desk.library ?? library
    guard file.name.kind == .answers else {
      try takeTemplates(surroundings)
      if file.name.kind == .themes, !state.session.lenses.contains(where: { $0.id == file.name.id }) {
        return try showLens(file.name.id, surroundings)
      }
      return state.say(wordsOfUse(of: file.name), as: .note)
    }
    let plan = state.session.plan(to: try library.answerTemplate(file.name.id))
    guard !plan.items.isEmpty else {
      return state.say(
        "Every answer has this version: raise ‘version’ when parts change, so that answers follow.", as: .note
      )
    }
    state.overlays.append(.sheet(.placement(PlacementBox(plan, in: state.session, isOffer: false))))
  }

  /// What a bid has of a template that was taken just now, as one true sentence.
  private func wordsOfUse(of name: TemplateName) -> String {
    let bid = desk.bidFolder.map(FilePath.name) ?? ""
    guard templateUses().isUsed(name, by: bid) else {
      let key = Self.bidKeys[name.kind].map { " Name it under ‘\($0)’ in bid.yaml to use it." } ?? ""
      return "Saved. This bid does not use \(name): nothing changes for it.\(key)"
    }
    guard name.kind == .themes, name.id != state.session.themes.id else {
      return "The bid is read with \(name) now."
    }
    return "The bid has the new \(name); Alt-Shift-L opens it."
  }

  /// The keys of `bid.yaml` that name templates, by kind.
  private static let bidKeys: [TemplateKind: String] = [
    .checklists: "checklists", .kpis: "kpis", .counts: "counts", .scales: "scale",
  ]

  private func showUpgrade(_ library: TemplateLibrary) {
    guard let target = state.session.upgrades(in: library).first else {
      return state.say("Every answer has the newest version of its template, or it was declined.", as: .note)
    }
    let plan = state.session.plan(to: target)
    state.overlays.append(.sheet(.placement(PlacementBox(plan, in: state.session, isOffer: true))))
  }

  /// Applies a plan to all its answers, but for those that somebody has signed.
  private func apply(_ plan: TemplatePlan, isDeclined: Bool) {
    var plan = plan
    let signed = plan.items.map(\.answer).filter { state.signatureInTheWay(of: [$0]) != nil }
    if signed.count < plan.items.count { plan.items.removeAll { signed.contains($0.answer) } }
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
    let left = signed.compactMap { state.session[$0]?.shortName }.joined(separator: ", ")
    guard !left.isEmpty, let message = state.message else { return }
    state.say("\(message.text) Signed, so left as it is: \(left).", as: message.kind)
  }

  /// Takes lenses, checks, count rule, scale and KPI set as the files have them now.
  func takeTemplates(_ surroundings: Surroundings) throws(StorageError) {
    guard let bid = desk.exportFolder.map(FilePath.folder) else { return }
    let fresh = try OpenedBid(try WorkspaceLoader(files: desk.files).target(bid), in: surroundings)
    state.session.take(templatesOf: fresh.session)
    reader = surroundings.library(workspace: fresh.workspace).reader(
      state.session.themes, signals: fresh.lexicon)
    needsPanes = true
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
    fileProblems = other.fileProblems
    counts.forgetAll()
    take(lens: lenses.first { $0.id == open } ?? other.themes)
  }
}
