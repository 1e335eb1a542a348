import Testing

@testable import Workbench

/// Reports as JSON.
@Suite struct JSONTextTests {
  private struct Document: Encodable {
    var rows: [[String: Double]]
  }

  @Test("a value that JSON has no form of is refused in one sentence with its place, and never left out")
  func refuses() throws {
    let refusal = #expect(throws: JSONRefusal.self) {
      try JSONText.of(Document(rows: [["weight": 1], ["weight": .nan]]))
    }
    #expect(refusal?.place == "rows.1.weight")
    #expect(
      refusal?.description.contains("rows.1.weight is no value that JSON has. Print it as text") == true)
    #expect(try JSONText.of(Document(rows: [])).contains("\"rows\" : ["))
  }
}
