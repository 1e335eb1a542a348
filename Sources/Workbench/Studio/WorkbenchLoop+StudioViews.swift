import BidAnalysis
import BidModel
import BidStorage

/// What stands beside or over the text in the studio and needs other files.
extension WorkbenchLoop {
  /// Offers the keys or values that may stand at the cursor.
  func completeInStudio(_ library: TemplateLibrary, isAsked: Bool) {
    guard let file = state.studio, !file.isTrying, file.text.selection == nil else { return }
    var trial = library
    trial.trials = [file.trial]
    let text = file.text
    let found = trial.completion(
      in: text.lines, row: text.row, column: text.column, of: file.name, path: file.path)
    guard let found else {
      if isAsked { state.say("No key and no word is known for this place.", as: .note) }
      return
    }
    // Nobody who begins a line asks for its keys yet; behind a key its words are what is missing.
    let line = text.lines[text.row].prefix(text.column)
    guard isAsked || !found.typed.isEmpty || line.hasSuffix(": ") || line.hasSuffix("[") else { return }
    let items = found.items.map { Completion.Item(name: $0.word, note: $0.note, text: $0.text) }
    state.overlays.append(
      .completion(Completion(items: items, typed: found.typed.count, kind: .template)))
  }

  /// What would change in every bid of the workspace that uses the template; the text in hand is counted as
  /// it stands.
  func impactLines(_ file: StudioFile, _ surroundings: Surroundings) throws(StorageError) -> [StudioLine] {
    guard let open = desk.bidFolder, let workspace = desk.registerPath.map(FilePath.folder) else {
      return [StudioLine("This file is in no bid.")]
    }
    var baseline: [TrialTemplate] = []
    let library = desk.library
    let located = try library?.locator.locate(kind: file.name.kind.rawValue, id: file.name.id)
    // Answers keep to the version that they note, so that an answer template is compared with that.
    if file.name.kind != .answers, file.saved == file.text.bytes, let hidden = located?.hidden.first {
      baseline = [TrialTemplate(file.name, path: hidden, bytes: try desk.reader.read(hidden).bytes)]
    }
    let names = [file.name] + (library?.extenders(of: file.name) ?? [])
    let uses = templateUses()
    let all = WorkspaceLoader(files: desk.files).bidFolders(in: workspace)
    let using = all.filter { bid in names.contains { uses.isUsed($0, by: FilePath.name(of: bid)) } }
    let texts = state.session.answers.filter(\.isModified).map(\.answer)
    let lens = try lensLines(file, surroundings, unsaved: texts)
    guard !using.isEmpty else {
      return lens.isEmpty ? [StudioLine("No bid of the workspace uses it.")] : lens
    }
    var lines: [StudioLine] = []
    var asked: [String] = []
    for bid in using {
      do throws(StorageError) {
        let (impact, homeless) = try TemplateImpact.of(
          file.name, bid: bid, in: surroundings, trials: [file.trial], baseline: baseline,
          unsaved: FilePath.name(of: bid) == FilePath.name(of: open) ? texts : [])
        for key in homeless where !asked.contains(key) { asked.append(key) }
        for answer in impact.answers {
          lines.append(StudioLine("\(impact.bid) · \(answer.name)"))
          lines += answer.lines.map { StudioLine("  " + $0) }
        }
      } catch {
        lines.append(StudioLine("✗ \(FilePath.name(of: bid)): \(error)", .bad))
      }
    }
    let unsaved = texts.isEmpty ? [] : [StudioLine("Text that is not saved yet is counted as it stands.")]
    let homeless = asked.map {
      StudioLine("✗ ‘\($0)’ holds text and has no successor: say ‘was: \($0)’ in a part.", .bad)
    }
    let bids = using.count == 1 ? "the bid that uses it" : "the \(using.count) bids that use it"
    if lines.isEmpty { lines = [StudioLine("✓ No answer of \(bids) would change.", .good)] }
    return unsaved + homeless + lines + lens
  }

  /// What the open bid would show through a lens that it does not name.
  private func lensLines(
    _ file: StudioFile, _ surroundings: Surroundings, unsaved: [Answer]
  ) throws(StorageError) -> [StudioLine] {
    guard file.name.kind == .themes, let bid = desk.bidFolder,
      !state.session.lenses.contains(where: { $0.id == file.name.id })
    else { return [] }
    var trial = surroundings
    trial.trials = [file.trial]
    let impact = try LensImpact(
      switching: file.name.id, on: true, bid: bid, in: trial, unsaved: unsaved)
    return [
      StudioLine("This bid does not use it. Switched on (Ctrl-E asks), it would show:")
    ] + impact.lines.map { StudioLine($0) }
  }

  /// How well labelled sentences of the workspace are read with the text as it stands, and which are read
  /// otherwise than with the text as it was saved.
  func labelledLines(
    _ file: StudioFile, library trial: TemplateLibrary
  ) throws(StorageError) -> [StudioLine] {
    guard [.themes, .signals].contains(file.name.kind) else {
      return [StudioLine("Only lenses and signals read sentences that are labelled.")]
    }
    guard let workspace = desk.registerPath.map(FilePath.folder) else {
      return [StudioLine("This file is in no bid.")]
    }
    let sentences = LabelledSentences(workspace: workspace, files: desk.files)
    let faults = sentences.faults.map { StudioLine($0, .bad) }
    guard !sentences.lines.isEmpty else {
      return faults
        + [
          "No sentence is labelled: put a file such as \(workspace)/gold/ours.jsonl there, a sentence a line,",
          "  {\"id\": \"a-1\", \"text\": \"…\", \"themes\": [\"equity\"], \"signals\": [\"role\"]}",
        ].map { StudioLine($0) }
    }
    let now = try reader(of: file.name, in: trial)
    var old = trial
    old.trials = [TrialTemplate(file.name, path: file.path, bytes: file.saved)]
    if file.savedReadings?.bytes != file.saved {
      let earlier = try? reader(of: file.name, in: old)
      let labels = earlier.map { sentences.labels(by: $0) }
      state.touchStudio { $0.savedReadings = labels.map { .init(bytes: file.saved, labels: $0) } }
    }
    let before = state.studio?.savedReadings?.labels
    let result = LabelledTrial(sentences, of: file.name.kind, by: now, before: before)
    let known = Set(
      trial.ids(of: .themes).flatMap { id in (try? trial.themeSet(id))?.themes.map(\.key) ?? [] })
    let strange = sentences.strangeThemes(known: known).map {
      StudioLine("✗ ‘\($0)’ is a theme of no lens.", .bad)
    }
    return faults + strange + result.lines
  }

  private func reader(of name: TemplateName, in library: TemplateLibrary) throws(StorageError) -> BlockReader
  {
    let themes = name.kind == .themes ? try library.themeSet(name.id) : state.session.themes
    let signals = name.kind == .signals ? name.id : reader.signals.id
    return library.reader(themes, signals: try library.signalLexicon(signals))
  }
}
