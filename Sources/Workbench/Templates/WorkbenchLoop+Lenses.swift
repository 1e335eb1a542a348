import BidModel
import BidStorage

/// Switching lenses on and off for the bid.
extension WorkbenchLoop {
  /// Shows every lens and which of them the bid names.
  func showLenses() {
    guard let library = desk.library else { return }
    let named = state.session.lenses.map(\.id)
    var entries: [LensBox.Entry] = []
    for id in library.ids(of: .themes) {
      var entry = LensBox.Entry(
        id: id, title: id, isOn: named.contains(id), isOpen: id == state.session.themes.id)
      do throws(StorageError) { entry.title = try library.themeSet(id).title } catch {
        entry.fault = "\(error)"
      }
      entries.append(entry)
    }
    // Those of the bid first, in the order in which Alt-Shift-L opens them.
    let rank = { (entry: LensBox.Entry) in named.firstIndex(of: entry.id) ?? named.count }
    entries.sort { (rank($0), $0.id) < (rank($1), $1.id) }
    state.overlays.append(.sheet(.lenses(LensBox(entries))))
  }

  /// Shows what switching a lens would do to the bid, and asks.
  ///
  /// - Throws: Why the bid or the lens cannot be read.
  func showLens(_ id: String, _ surroundings: Surroundings) throws(StorageError) {
    guard let bid = desk.bidFolder else { return }
    let isOn = state.session.lenses.contains { $0.id == id }
    guard !isOn || state.session.lenses.count > 1 else {
      return state.say("It is the bid's only lens: switch another one on first.", as: .note)
    }
    let impact = try LensImpact(
      switching: id, on: !isOn, bid: bid, in: surroundings,
      unsaved: state.session.answers.filter(\.isModified).map(\.answer))
    let name = FilePath.name(of: bid)
    let head =
      isOn
      ? ["\(name) would no longer be read through ‘\(id)’. Now it shows:"]
      : [
        "\(name) could then be read through ‘\(id)’ as well: Alt-Shift-L opens it."
          + " Counts and exports stay as they are. It would show:"
      ]
    state.overlays.append(
      .choice(
        Choice(
          title: isOn ? "Switch a lens off" : "Switch a lens on", text: head + impact.paragraphs,
          options: [
            Choice.Option("Leave it as it is", []),
            Choice.Option(
              isOn ? "Switch it off for this bid" : "Switch it on for this bid",
              [.studio(.switchLens(id, on: !isOn))]),
          ])))
  }

  /// Writes into `bid.yaml` that a lens is on or off, and reads the bid so.
  ///
  /// - Throws: Why the file cannot be read or written; nothing is changed then.
  func switchLens(_ id: String, on isOn: Bool, _ surroundings: Surroundings) throws(StorageError) {
    guard let path = state.session.bidPath else { return }
    let old = try desk.reader.read(path)
    var ids = state.session.lenses.map(\.id).filter { $0 != id }
    if isOn { ids.append(id) }
    let bytes = try LensList.setting(ids, in: old.bytes, path: path)
    _ = try desk.writer.write(bytes, to: path, expecting: .digest(old.digest))
    try takeTemplates(surroundings)
    if case .sheet(.lenses) = state.overlays.last { state.overlays.removeLast() }
    state.say(
      isOn
        ? "‘\(id)’ is on: bid.yaml names it, and Alt-Shift-L opens it."
        : "‘\(id)’ is off: bid.yaml names it no longer.", as: .note)
    if state.openTemplate != nil { perform(StudioRequest.refresh) }
  }

  /// Takes what the bid names and what its templates hold as the disk has them now.
  ///
  /// - Returns: What is other than it was, a few words each.
  /// - Throws: What is wrong with the files.
  func takeChangedTemplates(_ surroundings: Surroundings) throws(StorageError) -> [String] {
    let old = state.session
    try takeTemplates(surroundings)
    let new = state.session
    var changed: [String] = []
    if old.lenses != new.lenses { changed.append("lenses \(new.lenses.map(\.id).joined(separator: ", "))") }
    if old.rule != new.rule { changed.append("count rule \(new.rule.id)") }
    if old.scale != new.scale { changed.append("scale \(new.scale?.id ?? "none")") }
    if old.values.set != new.values.set { changed.append("KPI set \(new.values.set.id)") }
    if old.checklists != new.checklists { changed.append("checklists") }
    return changed
  }
}
