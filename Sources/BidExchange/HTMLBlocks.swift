import BidModel

/// Turns the blocks of a part into HTML, opening and closing lists as their items come.
struct HTMLBlocks {
  private let values: KPIValues
  private var text = ""
  /// The lists that are open, the outermost first: `ul` or `ol`.
  private var open: [String] = []

  init(values: KPIValues) { self.values = values }

  /// Adds a block; comments and empty blocks give nothing.
  mutating func add(_ block: Block) {
    guard !block.isEmpty else { return }
    switch block.kind {
    case .verbatim: return
    case .bullet(let marker): addItem(inline(block), tag: "ul", level: marker.level)
    case .numbered(let marker): addItem(inline(block), tag: "ol", level: marker.level, start: marker.symbol)
    case .prose:
      closeLists(to: 0)
      text += "<p>\(inline(block))</p>\n"
    case .heading(let level):
      closeLists(to: 0)
      // The part's own heading is the third level of the page.
      let tag = "h\(min(6, level + 1))"
      text += "<\(tag)>\(inline(block))</\(tag)>\n"
    case .table:
      closeLists(to: 0)
      text += table(block)
    }
  }

  /// Closes what is open and gives the whole.
  mutating func finish() -> String {
    closeLists(to: 0)
    return text
  }

  private mutating func addItem(_ words: String, tag: String, level: Int, start: String = "") {
    // A list can only be one deeper than the item before it.
    let depth = min(level, open.count) + 1
    closeLists(to: depth)
    if open.count == depth, open.last != tag { closeLists(to: depth - 1) }
    if open.count == depth {
      text += "</li>\n<li>\(words)"
    } else {
      let number = Int(start.prefix { $0.isNumber }).map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
      text += "<\(tag)\(tag == "ol" ? number : "")>\n<li>\(words)"
      open.append(tag)
    }
  }

  private mutating func closeLists(to depth: Int) {
    while open.count > depth { text += "</li>\n</\(open.removeLast())>\n" }
  }

  private func table(_ block: Block) -> String {
    let lines = RenderedText(block.text, values: values).text.split(separator: "\n")
    let rows = lines.map { TableRow.cells(of: $0) }
    let hasHead = rows.count > 1 && TableRow.isRule(rows[1])
    var html = "<table>\n"
    for (index, cells) in rows.enumerated() where !TableRow.isRule(cells) {
      let tag = hasHead && index == 0 ? "th" : "td"
      let row = cells.map { "<\(tag)>\(HTMLExport.escaped($0))</\(tag)>" }.joined()
      html += "<tr>\(row)</tr>\n"
    }
    return html + "</table>\n"
  }

  /// The block's words, escaped, its line breaks and emphasis kept, its placeholders filled; one that is
  /// still empty stands out on paper too.
  private func inline(_ block: Block) -> String {
    let rendered = RenderedText(block.text, values: values)
    let bytes = Array(rendered.text.utf8)
    var waiting = Emphasis.spans(in: block.text)[...]
    var open: [Emphasis] = []
    var html = ""
    for run in rendered.runs {
      let start = run.source.lowerBound
      while let last = open.last, last.close.lowerBound <= start { html += Self.tag(open.removeLast(), "/") }
      while let next = waiting.first, next.open.upperBound <= start {
        waiting.removeFirst()
        guard next.close.lowerBound > start else { continue }
        html += Self.tag(next, "")
        open.append(next)
      }
      let words = HTMLExport.escaped(String(decoding: bytes[run.rendered], as: UTF8.self))
      switch run.chip?.status {
      case .empty, .unknown: html += "<span class=\"awaiting\">\(words)</span>"
      case .filled, .stale, nil: html += words
      }
    }
    while let last = open.popLast() { html += Self.tag(last, "/") }
    return html.replacing("\n", with: "<br>\n")
  }

  private static func tag(_ emphasis: Emphasis, _ slash: String) -> String {
    emphasis.isStrong ? "<\(slash)strong>" : "<\(slash)em>"
  }
}
