import BidModel
import Checksum
import Testing

@testable import BidExchange

/// What leaves the program for a portal.
@Suite("Export")
struct PortalExportTests {
  private let answer = Answer(
    id: AnswerID("answers/2.1-integration.md"),
    parts: [
      Part(
        id: PartID(1), key: "evidence", title: "Evidence",
        blocks: [
          Block(id: BlockID(1), kind: .prose, text: "Down {{flow.start}}."),
          Block(id: BlockID(2), kind: .bullet(ListMarker()), text: "One"),
        ])
    ])

  private var context: ExportContext {
    let template = AnswerTemplate(
      id: "t", title: "T", version: "1", parts: [PartTemplate(key: "evidence", title: "Evidence")])
    return ExportContext(template: template, values: KPIValues(), rule: CountRule(id: "", title: ""))
  }

  @Test("the portal's file holds the counted text and no byte more, under the answer's name")
  func portal() {
    let file = PortalExport.file(answer, context)
    #expect(file.name == "2.1-integration.txt")
    #expect(String(decoding: file.bytes, as: UTF8.self) == "Down [awaiting flow.start].\n\n• One")
    #expect(file.digest == SHA256Digest(of: file.bytes))
    #expect(file.count.words == 5)
  }

  @Test("what is still empty is named")
  func unfilled() { #expect(context.unfilled(in: answer) == ["flow.start"]) }

  @Test("the list can be checked with sha256sum")
  func list() {
    let file = PortalExport.file(answer, context)
    let list = PortalExport.list([(file, Question.Limit(amount: 10, unit: .words))])
    #expect(
      list
        == "# 5 of 10 words; 5 words, \(file.count.characters) characters\n\(file.digest)  2.1-integration.txt\n"
    )
  }

  @Test("Markdown is for reading: name, headings, lists together")
  func markdown() {
    var question = Question()
    (question.number, question.title) = ("2.1", "Integration")
    let file = MarkdownExport.file(answer, question: question, context)
    #expect(
      String(decoding: file.bytes, as: UTF8.self)
        == "# 2.1 Integration\n\n## Evidence\n\nDown [awaiting flow.start].\n\n- One\n")
  }

  @Test("the digest is SHA-256 (FIPS 180-4, one block and two)")
  func digest() {
    #expect(
      SHA256Digest(of: "abc".utf8).description
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      SHA256Digest(of: "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8).description
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
  }
}
