import BidModel
import Testing

@Suite("Template mappings") struct TemplateMappingTests {
  private static func template(_ version: String, _ parts: [PartTemplate]) -> AnswerTemplate {
    AnswerTemplate(id: "t", title: "T", version: version, parts: parts)
  }

  private static func part(_ key: String, _ title: String? = nil, was: [String] = []) -> PartTemplate {
    var part = PartTemplate(key: key, title: title ?? key.prefix(1).uppercased() + key.dropFirst())
    part.was = was
    return part
  }

  private let old = template("1", [part("context"), part("role"), part("evidence"), part("assurance")])

  @Test("what becomes of each part follows from keys, titles and ‘was’")
  func changes() {
    let new = Self.template(
      "2",
      [
        Self.part("role", "How we work"), Self.part("context"), Self.part("evidence"),
        Self.part("lessons", was: ["evidence"]), Self.part("people"),
      ])
    let mapping = TemplateMapping(from: old, to: new)
    #expect(
      mapping.changes == [
        .kept("context"), .renamed("role", from: "Role", to: "How we work"),
        .split("evidence", into: ["evidence", "lessons"]), .removed("assurance"), .added("people"),
      ])
    #expect(mapping.homeless == ["assurance"])
    #expect(mapping.changes[3].sentence(in: mapping).contains("stays under its heading, unplaced"))
  }

  @Test("two parts that one new part was are merged, in their order")
  func merge() {
    let new = Self.template(
      "2", [Self.part("context"), Self.part("role"), Self.part("proof", was: ["Evidence", "assurance"])])
    let mapping = TemplateMapping(from: old, to: new)
    #expect(mapping.changes.contains(.merged(["evidence", "assurance"], into: "proof")))
  }

  @Test("what is asked goes before what the template says")
  func overrides() {
    let mapping = TemplateMapping(from: old, to: old, overrides: [("Evidence", ["assurance"]), ("role", [])])
    #expect(mapping.targets(of: "evidence") == ["assurance"] && mapping.homeless == ["role"])
    #expect(mapping.routes.filter(\.isAsked).map(\.source) == ["role", "evidence"])
  }

  @Test("a heading that somebody has chosen stays, a standard one follows the template")
  func headings() throws {
    var matter = FrontMatter()
    matter.setOwnHeading("Referral and triage", of: "role")
    let blocks = (1...3).map { Block(id: BlockID($0), kind: .prose, text: "Text \($0).", gap: "\n") }
    let answer = Answer(
      id: AnswerID("a.md"), frontMatter: matter,
      parts: [
        Part(id: PartID(1), key: "context", title: "Context", blocks: [blocks[0]]),
        Part(id: PartID(2), key: "role", title: "Referral and triage", blocks: [blocks[1]]),
        Part(id: PartID(3), key: "assurance", title: "Assurance", blocks: [blocks[2]]),
      ])
    let new = Self.template("2", [Self.part("context", "Need"), Self.part("role", "How we work")])
    var changed = answer
    for edit in answer.applying(TemplateMapping(from: old, to: new)) { try changed.apply(edit) }
    #expect(changed.parts.map(\.title) == ["Need", "Referral and triage", "Assurance"])
    #expect(changed.frontMatter?.ownHeadings.map(\.heading) == ["Referral and triage"])
    #expect(changed.frontMatter?.unplaced == ["Assurance"])
    #expect(changed.isUnplaced(changed.parts[2]) && !changed.isUnplaced(changed.parts[0]))
    #expect(changed.frontMatter?["template"] == "t" && changed.frontMatter?["template_version"] == "2")
  }

  @Test("an answer keeps to the version it was begun with while both are known")
  func versions() {
    let new = Self.template("2", [Self.part("role")])
    var templates = AnswerTemplates(old)
    templates.add(new)
    var matter = FrontMatter()
    matter["template"] = "t"
    matter["template_version"] = "2"
    #expect(templates.template(of: matter) == new)
    matter["template_version"] = "1"
    #expect(templates.template(of: matter) == old)
    matter["template_version"] = "7"
    #expect(templates.template(of: matter) == old)
    #expect(templates.template(of: nil) == old)
  }

  @Test("a part that is merged or hidden at export is counted so")
  func export() {
    var merged = Self.part("role")
    merged.export = .merged
    var hidden = Self.part("evidence")
    hidden.export = .hidden
    let template = Self.template("1", [Self.part("context"), merged, hidden])
    let answer = Answer(
      id: AnswerID("a.md"),
      parts: ["context", "role", "evidence"].enumerated().map { index, key in
        Part(
          id: PartID(index + 1), key: key, title: key.prefix(1).uppercased() + key.dropFirst(),
          blocks: [Block(id: BlockID(index + 1), kind: .prose, text: "Text \(index).", gap: "\n")])
      })
    var rule = CountRule(id: "", title: "")
    rule.includesHeadings = true
    let text = SubmissionText(answer, template: template, values: KPIValues(), rule: rule).text
    #expect(text.split(separator: "\n").map(String.init) == ["Context", "Text 0.", "Text 1."])
  }
}
