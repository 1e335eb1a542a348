import BidModel
import Testing

/// Bold and italic words, and what is submitted of them.
@Suite struct EmphasisTests {
  private func rendered(_ text: String) -> String {
    RenderedText(text, values: KPIValues()).text
  }

  @Test(
    "stars around words are left out of what is submitted, and stars that mean themselves are kept",
    arguments: [
      ("**bold** and *italic*", "bold and italic"), ("***both***", "both"),
      ("(*in* brackets)", "(in brackets)"),
      ("5*3*2", "5*3*2"), ("* alone", "* alone"), ("2 * 3 * 4", "2 * 3 * 4"), ("\\*kept*", "*kept*"),
      ("**open", "**open"), ("*a **b** c*", "a b c"), ("****", "****"), ("é*x*", "é*x*"), ("**é**", "é"),
    ])
  func submitted(_ text: String, _ expected: String) { #expect(rendered(text) == expected) }

  @Test("each submitted byte knows where it was written")
  func offsets() {
    let text = RenderedText("a **b** c", values: KPIValues())
    #expect(text.sourceRange(2..<3) == 4..<5)
    #expect(text.sourceRange(4..<5) == 8..<9)
  }
}
