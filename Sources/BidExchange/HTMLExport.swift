import BidModel

/// Answers as one HTML file for reading and printing: no script, no link to anything outside itself.
///
/// It holds what is submitted, with part headings for the reader; hidden parts, comments and coverage
/// are left out. Everything that was typed is escaped.
package enum HTMLExport {
  /// An answer and the question it answers.
  package typealias Item = (answer: Answer, question: Question)

  /// One file of `items`, with a list of contents when there are several.
  ///
  /// - Parameters:
  ///   - title: What the page is called, such as the bid's name.
  ///   - name: The file's name without its ending.
  package static func file(_ items: [Item], title: String, name: String, _ context: ExportContext)
    -> ExportedFile
  {
    var body = "<header><h1>\(escaped(title))</h1></header>\n"
    if items.count > 1 { body += contents(items) }
    var total = TextCount()
    for (index, item) in items.enumerated() {
      let count = SubmissionText(
        item.answer, template: context.template(of: item.answer), values: context.values, rule: context.rule
      ).count
      total += count
      body += article(item, id: "q\(index + 1)", count: count, context)
    }
    return ExportedFile(name: name + ".html", text: page(title: title, body: body), count: total)
  }

  /// One answer as a file named as its own.
  package static func file(_ item: Item, title: String, _ context: ExportContext) -> ExportedFile {
    let name = context.name(of: item.answer, ending: "")
    return file([item], title: title, name: name, context)
  }

  private static func contents(_ items: [Item]) -> String {
    let rows = items.enumerated().map { index, item in
      "<li><a href=\"#q\(index + 1)\">\(escaped(heading(item)))</a></li>\n"
    }
    return "<nav><ul>\n\(rows.joined())</ul></nav>\n"
  }

  private static func heading(_ item: Item) -> String {
    let words = [item.question.number, item.question.title].filter { !$0.isEmpty }.joined(separator: " ")
    return words.isEmpty ? item.answer.id.path.split(separator: "/").last.map(String.init) ?? "Answer" : words
  }

  private static func article(_ item: Item, id: String, count: TextCount, _ context: ExportContext) -> String
  {
    var text = "<article id=\"\(id)\">\n<h2>\(escaped(heading(item)))</h2>\n"
    if !item.question.text.isEmpty {
      let lines = item.question.text.split(separator: "\n").map { escaped(String($0)) }
      text += "<blockquote><p>\(lines.joined(separator: "<br>\n"))</p></blockquote>\n"
    }
    let template = context.template(of: item.answer)
    for part in item.answer.parts where template.part(part.key)?.isSubmitted != false {
      if let title = part.title, template.part(part.key)?.export != .merged {
        text += "<h3>\(escaped(title))</h3>\n"
      }
      var blocks = HTMLBlocks(values: context.values)
      for block in part.blocks { blocks.add(block) }
      text += blocks.finish()
    }
    let note =
      item.question.limit.map { "\(count[$0.unit]) of \($0.unit.phrase($0.amount))" } ?? count.phrase
    return text + "<p class=\"count\">\(escaped(note))</p>\n</article>\n"
  }

  private static func page(title: String, body: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en-GB">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>\(escaped(title))</title>
    <style>
    \(style)
    </style>
    </head>
    <body>
    \(body)</body>
    </html>

    """
  }

  /// For screens and paper: black on white, a measure that reads well, each answer on a page of its own.
  private static let style = """
    body { font: 12pt/1.5 Georgia, "Times New Roman", serif; color: #111; background: #fff; max-width: 42em; margin: 2em auto; padding: 0 1em; }
    h1, h2, h3, h4, h5, h6, nav, .count { font-family: Arial, Helvetica, sans-serif; line-height: 1.25; }
    h2 { margin-top: 2.5em; border-bottom: 1px solid #999; }
    blockquote { margin: 1em 0; padding-left: 1em; border-left: 3px solid #999; color: #333; }
    table { border-collapse: collapse; width: 100%; }
    th, td { border: 1px solid #999; padding: .3em .5em; text-align: left; vertical-align: top; }
    .awaiting { outline: 1px dashed #111; font-weight: bold; }
    .count { color: #555; font-size: .85em; text-align: right; }
    @page { size: A4; margin: 20mm; }
    @media print {
      body { margin: 0; max-width: none; font-size: 11pt; }
      nav { display: none; }
      article { break-before: page; }
      article:first-of-type { break-before: auto; }
      h2, h3, h4 { break-after: avoid; }
      p, li, tr { orphans: 3; widows: 3; break-inside: avoid; }
    }
    """

  /// The text with what means something in HTML written out; control characters are left out.
  static func escaped(_ text: some StringProtocol) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      case "\n", "\t": result.append(scalar)
      default:
        if scalar.properties.generalCategory != .control { result.append(scalar) }
      }
    }
    return String(result)
  }
}
