import BidModel
import BidStorage
import BidTestSupport
import Testing

/// What can be written at a place of a template, as its reader says.
@Suite("Completion in a template") struct TemplateCompletionTests {
  /// What is offered where `⌁` stands in `text`.
  private func offers(_ kind: TemplateKind, _ text: String) -> TemplateCompletion? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let row = lines.firstIndex(where: { $0.contains("⌁") }), let cut = lines[row].firstIndex(of: "⌁")
    else { return nil }
    let column = lines[row].distance(from: lines[row].startIndex, to: cut)
    return ShippedTemplates.library().completion(
      in: lines.map { $0.replacing("⌁", with: "") }, row: row, column: column, of: TemplateName(kind, "mine"),
      path: "/team/templates/\(kind.rawValue)/mine.yaml")
  }

  private static let head = "kind: answer\nid: mine\ntitle: T\n"

  @Test(
    "keys are those of the place that are not there yet",
    arguments: [
      (
        TemplateKind.answers, head + "⌁\nparts:\n  - key: a\n",
        ["extends", "version", "source", "facts_as_of"]
      ),
      (.answers, head + "fa⌁\n", ["facts_as_of"]),
      (.answers, head + "parts:\n  - key: a\n    s⌁\n", ["share"]),
      (.answers, head + "parts:\n  - key: a\n    ex⌁\n    share: 100\n", ["expects", "export"]),
      (.answers, head + "parts:\n  - k⌁\n", ["key"]),
      (.themes, "themes:\n  - key: a\n    needs:\n      cl⌁\n", ["claimed"]),
      (.themes, "themes:\n  - key: a\n    st⌁\n", ["strong"]),
      (
        .signals, "signals:\n  role:\n    ⌁\n",
        ["counts", "standards", "with_result", "weak", "helpers", "except"]
      ),
      (.signals, "pitfalls:\n  equity-slogan:\n    th⌁\n", ["theme"]),
      (.checks, "tests:\n  ⌁\n", ["bad", "good"]),
      (.bids, "questions:\n  - id: 1\n    sub⌁\n", ["sub_asks"]),
      (.kpis, "kpis:\n  - key: a.b\n    dir⌁\n", ["direction"]),
      (.rounds, "who: w\nin⌁\n", ["independent", "kind"]),
    ])
  func keys(_ kind: TemplateKind, _ text: String, _ wanted: [String]) {
    let found = offers(kind, text)?.items.map(\.word) ?? []
    #expect(found.prefix(wanted.count) == wanted[...], "\(found)")
  }

  @Test(
    "values of a closed set are offered, and names are those of other files",
    arguments: [
      (TemplateKind.answers, "kind: ⌁\n", ["answer"]),
      (.answers, "id: ⌁\n", ["mine"]),
      (.answers, "parts:\n  - key: a\n    export: ⌁\n", ["own", "merged", "hidden"]),
      (.answers, "parts:\n  - key: a\n    hidden: y⌁\n", ["yes"]),
      (.answers, "parts:\n  - key: a\n    expects: [claimed, o⌁]\n", ["operational"]),
      (.answers, "parts:\n  - key: a\n    expects:\n      - ev⌁\n", ["evidenced"]),
      (.answers, "parts:\n  - key: a\n    families: [fl⌁\n", ["flow"]),
      (.answers, "extends: ics⌁\n", ["ics-five-part"]),
      (.checks, "severity: ⌁\n", ["advice", "warning", "error"]),
      (.kpis, "kpis:\n  - key: a.b\n    direction: ⌁\n", ["lower", "higher"]),
      (.kpis, "families:\n  - key: own\n    title: t\n    meaning: m\nkpis:\n  - family: ⌁\n", ["own"]),
      (.kpis, "kpis:\n  - unit: per⌁\n", ["per 1,000 hours"]),
      (.counts, "spaces: ⌁\n", ["counted", "uncounted"]),
      (.bids, "lenses: [ics-scoring, five⌁]\n", ["five-pillars"]),
      (.bids, "questions:\n  - scale: zero-to-f⌁\n", ["zero-to-five", "zero-to-four"]),
      (.bids, "questions:\n  - themes: [equ⌁\n", ["equity"]),
      (.bids, "questions:\n  - criterion: soc⌁\n", ["social-value"]),
      (.signals, "weights: ⌁\n", ["tender-sentences"]),
      (.signals, "pitfalls:\n  equity-slogan:\n    theme: eq⌁\n", ["equity"]),
      (.signals, "tests:\n  - says: A.\n    holds: [ro⌁]\n", ["role"]),
    ])
  func values(_ kind: TemplateKind, _ text: String, _ wanted: [String]) {
    let found = offers(kind, text)?.items.map(\.word) ?? []
    #expect(found.prefix(wanted.count) == wanted[...], "\(found)")
  }

  @Test(
    "nothing is offered for free text, in comments, or for a word that is finished",
    arguments: [
      "title: Some⌁\n", "# ki⌁\n", "kind: answer⌁\n", "source: \"a⌁\n", "parts:\n  - title: On⌁\n",
      "parts:\n  - guidance: |\n      ke⌁\n", "hidden⌁: yes\n", "kind: answer\n\t⌁", "title: a: ⌁b\n",
    ])
  func silence(_ text: String) {
    #expect(offers(.answers, text) == nil)
  }

  @Test("a file that extends another is offered where an item goes")
  func inheritance() {
    let text = "extends: ics-five-part\nparts:\n  - key: next\n    ⌁\n"
    let found = offers(.answers, text)?.items.map(\.word) ?? []
    #expect(found.contains("after") && found.contains("remove") && found.contains("share"), "\(found)")
    #expect(offers(.answers, "parts:\n  - key: next\n    af⌁\n") == nil)
  }

  @Test(
    "every key of every shipped file is one that is offered at its place", arguments: ShippedTemplates.files)
  func shipped(_ file: ShippedTemplate) throws {
    let text = String(decoding: file.bytes, as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let library = ShippedTemplates.library()
    // Below these a file names things of its own.
    let free = ["swap", "acronyms", "words", "features"] + (file.kind == .examples ? ["parts"] : [])
    var tried = 0
    for (row, line) in lines.enumerated().prefix(60) {
      let key = line.drop { $0 == " " || $0 == "-" }.prefix { $0.isLetter || $0 == "_" }
      let indent = line.count - line.drop { $0 == " " || $0 == "-" }.count
      guard !key.isEmpty, key == key.lowercased(), line.dropFirst(indent + key.count).hasPrefix(":"),
        !lines[..<row].contains(where: { above in free.contains { above.hasPrefix("\($0):") } })
      else { continue }
      var half = lines
      half[row] = String(line.prefix(indent + 1))
      let found = library.completion(
        in: half, row: row, column: indent + 1, of: TemplateName(file.kind, file.id), path: file.path)
      #expect(found?.items.contains { $0.word == key } == true, "\(file.path):\(row + 1) \(line)")
      tried += 1
    }
    #expect(tried >= 6)
  }
}
