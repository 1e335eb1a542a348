import BidModel
import Testing

@testable import BidExchange

/// The page that is read and printed.
@Suite struct HTMLExportTests {
  private func html(_ blocks: [Block], hidden: Bool = false) -> String {
    var part = PartTemplate(key: "evidence", title: "Evidence")
    part.isHidden = hidden
    let template = AnswerTemplate(id: "t", title: "T", version: "1", parts: [part])
    let answer = Answer(
      id: AnswerID("answers/2.1.md"),
      parts: [Part(id: PartID(1), key: "evidence", title: "Evidence", blocks: blocks)])
    var question = Question()
    (question.number, question.title, question.text) = ("2.1", "A & <B>", "Why?\nHow?")
    let context = ExportContext(template: template, values: KPIValues(), rule: CountRule(id: "", title: ""))
    let file = HTMLExport.file((answer: answer, question: question), title: "Bid", context)
    #expect(file.name == "2.1.html")
    return String(decoding: file.bytes, as: UTF8.self)
  }

  private func block(_ kind: Block.Kind, _ text: String, _ number: Int = 1) -> Block {
    Block(id: BlockID(number), kind: kind, text: text)
  }

  @Test(
    "each kind of block becomes its element, and everything typed is escaped",
    arguments: [
      (Block.Kind.prose, "a < b & \"c\" <script>", "<p>a &lt; b &amp; &quot;c&quot; &lt;script&gt;</p>"),
      (.prose, "one\ntwo", "<p>one<br>\ntwo</p>"), (.heading(level: 3), "Sub-ask", "<h4>Sub-ask</h4>"),
      (.prose, "Down {{flow.start}}.", "<p>Down <span class=\"awaiting\">[awaiting flow.start]</span>.</p>"),
      (
        .prose, "**bold** and *slanted*, 2 * 3 * 4",
        "<p><strong>bold</strong> and <em>slanted</em>, 2 * 3 * 4</p>"
      ),
      (
        .table, "| a | b |\n|---|---|\n| 1 | <2> |",
        "<tr><th>a</th><th>b</th></tr>\n<tr><td>1</td><td>&lt;2&gt;</td></tr>"
      ),
      (.bullet(ListMarker()), "One", "<ul>\n<li>One</li>\n</ul>"),
      (.numbered(ListMarker(symbol: "3.")), "Three", "<ol start=\"3\">\n<li>Three</li>\n</ol>"),
      (.prose, "bell\u{7}", "<p>bell</p>"),
    ])
  func blocks(_ kind: Block.Kind, _ text: String, _ expected: String) {
    let page = html([block(kind, text)])
    #expect(page.contains(expected), "\(page)")
  }

  @Test("lists nest by their indents, and every element that opens closes")
  func lists() {
    let deep = ListMarker(indent: "  ")
    let page = html([
      block(.bullet(ListMarker()), "a", 1), block(.bullet(deep), "b", 2), block(.numbered(deep), "c", 3),
      block(.bullet(ListMarker()), "d", 4), block(.prose, "e", 5),
    ])
    #expect(
      page.contains(
        "<ul>\n<li>a<ul>\n<li>b</li>\n</ul>\n<ol>\n<li>c</li>\n</ol>\n</li>\n<li>d</li>\n</ul>\n<p>e</p>"),
      "\(page)")
    for tag in ["ul", "ol", "li", "h2", "h3"] {
      #expect(page.ranges(of: "<\(tag)>").count == page.ranges(of: "</\(tag)>").count, "\(tag)")
    }
  }

  @Test("hidden parts and comments are left out, and nothing points outside the file")
  func leftOut() {
    #expect(!html([block(.prose, "secret")], hidden: true).contains("secret"))
    let page = html([block(.verbatim, "<!-- note -->"), block(.prose, "shown", 2)])
    #expect(!page.contains("note") && page.contains("shown"))
    #expect(
      !page.contains("http:") && !page.contains("https:") && !page.contains("<script")
        && !page.contains("src="))
    #expect(page.contains("<h2>2.1 A &amp; &lt;B&gt;</h2>") && page.contains("@media print"))
  }

  @Test("a count of one is one word")
  func one() { #expect(html([block(.prose, "One")]).contains("1 word, 3 characters")) }
}
