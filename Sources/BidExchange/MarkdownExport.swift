import BidModel

/// An answer as Markdown for reading: its question's name, its parts' headings, placeholders filled.
package enum MarkdownExport {
  /// The answer as a file.
  ///
  /// Hidden parts and comments are left out. Headings are for the reader and are not counted.
  package static func file(_ answer: Answer, question: Question, _ context: ExportContext) -> ExportedFile {
    let name = [question.number, question.title].filter { !$0.isEmpty }.joined(separator: " ")
    var paragraphs = name.isEmpty ? [] : ["# " + name]
    let template = context.template(of: answer)
    for part in answer.parts where template.part(part.key)?.isSubmitted != false {
      if let title = part.title, template.part(part.key)?.export != .merged {
        paragraphs.append("## " + title)
      }
      var list: [String] = []
      for block in part.blocks {
        guard let (text, isItem) = markdown(block, context.values) else { continue }
        if isItem {
          list.append(text)
          continue
        }
        if !list.isEmpty { paragraphs.append(list.joined(separator: "\n")) }
        list = []
        paragraphs.append(text)
      }
      if !list.isEmpty { paragraphs.append(list.joined(separator: "\n")) }
    }
    let count = SubmissionText(
      answer, template: template, values: context.values, rule: context.rule
    ).count
    return ExportedFile(
      name: context.name(of: answer, ending: ".md"), text: paragraphs.joined(separator: "\n\n") + "\n",
      count: count)
  }

  private static func markdown(_ block: Block, _ values: KPIValues) -> (text: String, isItem: Bool)? {
    guard !block.isEmpty else { return nil }
    let text = RenderedText(block.text, values: values).text
    switch block.kind {
    case .verbatim: return nil
    case .prose, .table: return (text, false)
    case .heading(let level): return (String(repeating: "#", count: level) + " " + text, false)
    case .bullet(let marker): return (marker.indent + "- " + text, true)
    case .numbered(let marker): return (marker.indent + marker.symbol + " " + text, true)
    }
  }
}
