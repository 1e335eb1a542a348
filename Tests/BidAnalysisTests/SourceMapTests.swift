import BidModel
import BidStorage
import Testing

@Suite("Places in a file")
struct SourceMapTests {
  @Test("a byte of a block stands at the line and column of its character in the file")
  func places() throws {
    let long = String(repeating: "Ünïcode – words and more, ", count: 40)
    let text = "# Title\n\n- First point\n  goes on here\n\n\(long)\n\n> Quoted *café* and\n> its end\n"
    let answer = try AnswerFile.scan(Array(text.utf8), id: AnswerID("1.md")).answer
    let map = SourceMap(answer)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.unicodeScalars) }
    var seen = 0
    for block in answer.parts.flatMap(\.blocks) {
      var offset = 0
      for scalar in block.text.unicodeScalars {
        let place = map.place(of: block.id, offset: offset)
        offset += String(scalar).utf8.count
        guard scalar != "\n" else { continue }
        #expect(lines[place.line - 1][place.column - 1] == scalar)
        seen += 1
      }
    }
    #expect(seen > 1000)
  }
}
