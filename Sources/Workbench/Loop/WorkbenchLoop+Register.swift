import BidExchange
import BidModel
import BidStorage

extension WorkbenchLoop {
  /// Writes the changed facts into the register, each into its own row, whatever else was changed there
  /// meanwhile.
  func saveRegister() {
    let changes = state.session.unsavedFacts
    guard !changes.isEmpty else { return }
    switch desk.saveRegister(changes) {
    case .success((let register, let clashes)):
      state.session.takeRegister(register)
      guard let clash = clashes.first else {
        return state.say("KPI saved; every use of it has changed.", as: .note)
      }
      state.say(
        "\(clash.reference): someone else has set \(clash.column) to ‘\(clash.theirs)’, which was kept; yours was ‘\(clash.mine)’.",
        as: .error)
    case .failure(let error):
      state.say("\(error) The change is kept here; Ctrl-S tries again.", as: .error)
    }
  }

  /// Writes the portal text of an answer, and says where.
  func exportPortal(_ id: AnswerID) {
    guard let answer = state.session[id] else { return }
    let context = ExportContext(
      templates: state.session.templates, values: state.session.values, rule: state.session.rule)
    let file = PortalExport.file(answer.answer, context)
    switch desk.export(file) {
    case .success(let path):
      let empty = context.unfilled(in: answer.answer)
      let note =
        empty.isEmpty
        ? ""
        : " It still has \(empty.count) empty \(empty.count == 1 ? "KPI" : "KPIs"): \(empty.joined(separator: ", "))."
      state.say(
        "Written to \(path): \(file.count.phrase).\(note)",
        as: empty.isEmpty ? .note : .warning)
    case .failure(let error): state.say("\(error)", as: .error)
    }
  }
}

extension BidSession {
  /// Takes the register as it was written, with the rows that others have changed meanwhile.
  mutating func takeRegister(_ register: KPIRegister) {
    unsavedFacts = [:]
    counts.forgetAll()
    for fact in register.facts where values.register[fact.reference] != fact {
      values.register[fact.reference] = fact
      markUnread(using: fact.reference)
    }
  }
}
