import BidExchange
import BidModel
import BidStorage

extension WorkbenchLoop {
  /// Copies the answer's portal text out: to the terminal's clipboard, else into a file that it names.
  func copyPortal(_ id: AnswerID) {
    guard let answer = state.session[id] else { return }
    let context = exportContext
    let file = PortalExport.file(answer.answer, context)
    let text = String(decoding: file.bytes, as: UTF8.self)
    let empty = context.unfilled(in: answer.answer)
    let note = empty.isEmpty ? "" : " Still empty: \(empty.joined(separator: ", "))."
    let kind: Message.Kind = empty.isEmpty ? .note : .warning
    if copyOut(text) {
      return state.say("Copied \(file.count.phrase) as the portal will get them.\(note)", as: kind)
    }
    switch desk.export(file) {
    case .success(let path):
      state.say(
        "Too long for the terminal's clipboard: written to \(path), \(file.count.phrase).\(note)", as: kind)
    case .failure(let error): state.say("\(error)", as: .error)
    }
  }

  /// Writes the bid, or the loose answer, as one HTML file, and says where.
  func exportHTML() {
    let session = state.session
    let items = session.answers.map { (answer: $0.answer, question: $0.question) }
    let title = session.heading.line.isEmpty ? session.answers[0].name : session.heading.line
    let file = HTMLExport.file(items, title: title, name: "bid", exportContext)
    switch desk.export(file) {
    case .success(let path): state.say("Written to \(path), to read or print from a browser.", as: .note)
    case .failure(let error): state.say("\(error)", as: .error)
    }
  }

  private var exportContext: ExportContext {
    ExportContext(
      templates: state.session.templates, values: state.session.values, rule: state.session.rule)
  }
}
