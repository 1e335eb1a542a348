import BidExchange
import Testing

/// Pages of a PDF, as far as it says so openly.
@Suite struct PDFPagesTests {
  @Test(
    "the page tree's root says how many pages there are",
    arguments: [
      ("%PDF-1.4 1 0 obj << /Type /Pages /Kids [2 0 R] /Count 12 >>", 12),
      ("%PDF-1.4 <</Count 3/Type/Pages>> <</Type/Pages/Count 2>>", 3),
      ("%PDF-1.4 << /Type /Outlines /Count 9 >>", nil), ("%PDF-1.7 compressed", nil),
      ("%PDF-1.4 /Count", nil),
    ] as [(String, Int?)])
  func pages(_ text: String, _ count: Int?) {
    #expect(PDFPages.isPDF(Array(text.utf8)))
    #expect(PDFPages.count(in: Array(text.utf8)) == count)
  }
}
