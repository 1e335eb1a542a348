import BidModel
import BidStorage

extension OpenedBid {
  /// Opens text that is in no file, such as what came on standard input.
  ///
  /// - Throws: `notUTF8`, or `malformed` with the line.
  package init(text bytes: [UInt8], name: String, in surroundings: Surroundings) throws(StorageError) {
    let library = surroundings.library(workspace: nil)
    let choice = TemplateChoice.standard
    let template = try library.answerTemplate(choice.template ?? "")
    let scanned: ScannedAnswer
    do {
      scanned = try AnswerFile.scan(bytes, id: AnswerID(name), template: template)
    } catch {
      switch error {
      case .notUTF8(let fault): throw .notUTF8(path: name, line: fault.line, byte: fault.byte)
      case .unclosedFrontMatter(let line):
        throw .malformed(
          path: name, line: line, problem: "the front matter that ‘---’ opens is never closed",
          remedy: "Add a line ‘---’ after its last key")
      }
    }
    var faults: [FrontMatterProblem] = []
    let question = scanned.answer.frontMatter.map { Question($0, problems: &faults) } ?? Question()
    let problems =
      scanned.problems + faults.map { FileProblem(path: name, line: $0.line, message: $0.message) }
    session = BidSession(
      heading: BidHeading(),
      answers: [OpenAnswer(answer: scanned.answer, question: question, problems: problems.map(\.finding))],
      template: template, themes: try library.themeSet(choice.themes[0]),
      rule: try library.countRule(choice.counts ?? ""),
      values: KPIValues(set: try library.kpiSet(choice.kpis ?? ""), today: surroundings.today))
    session.takeChecks(from: library)
    known = [:]
    lexicon = try library.signalLexicon(SignalLexicon.standardID)
    self.library = library
  }
}
