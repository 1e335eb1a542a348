import BidModel

/// The plain text of an answer that goes into a portal's box: exactly what was counted, and no byte more.
package enum PortalExport {
  /// The text as a file without a final line break, since a portal may count one.
  package static func file(_ answer: Answer, _ context: ExportContext) -> ExportedFile {
    let text = SubmissionText(
      answer, template: context.template(of: answer), values: context.values, rule: context.rule)
    return ExportedFile(name: context.name(of: answer, ending: ".txt"), text: text.text, count: text.count)
  }

  /// A list of the exported files with their counts and digests, in the form that `sha256sum -c` reads,
  /// the counts as comments.
  package static func list(_ files: [(file: ExportedFile, limit: Question.Limit?)]) -> String {
    var text = ""
    for (file, limit) in files {
      let count =
        limit.map { "\(file.count[$0.unit]) of \($0.unit.phrase($0.amount))" }
        ?? CountUnit.words.phrase(file.count.words)
      text += "# \(count); \(file.count.phrase)\n"
      text += "\(file.digest)  \(file.name)\n"
    }
    return text
  }
}
