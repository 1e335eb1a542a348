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

  @Test(
    "a part that was not submitted and has no home is still not submitted, and comes back with its part",
    arguments: [(true, PartTemplate.Export.own), (false, .hidden)])
  func privateParts(isHidden: Bool, export: PartTemplate.Export) throws {
    var plan = Self.part("plan")
    (plan.isHidden, plan.export) = (isHidden, export)
    let origin = Self.template("1", [plan, Self.part("context")])
    let target = Self.template("2", [Self.part("context")])
    let blocks = (1...2).map { Block(id: BlockID($0), kind: .prose, text: "Text \($0).", gap: "\n") }
    var answer = Answer(
      id: AnswerID("a.md"), frontMatter: FrontMatter(),
      parts: [
        Part(id: PartID(1), key: "plan", title: "Plan", blocks: [blocks[0]]),
        Part(id: PartID(2), key: "context", title: "Context", blocks: [blocks[1]]),
      ])
    let mapping = answer.mapping(from: origin, to: target)
    #expect(mapping.changes[0].sentence(in: mapping).hasSuffix("is not submitted, as before."))
    for edit in answer.applying(mapping) { _ = try answer.apply(edit) }
    #expect(answer.parts.map(\.title) == ["Context", "Plan"])
    #expect(answer.frontMatter?["private_parts"] == "plan: Plan" && answer.frontMatter?.unplaced == [])
    let templates = AnswerTemplates(origin, others: [target])
    let template = templates.template(of: answer.frontMatter)
    let text = SubmissionText(
      answer, template: template, values: KPIValues(), rule: CountRule(id: "", title: ""))
    #expect(text.text == "Text 2.")
    #expect(template.part(headed: "plan")?.isSubmitted == false)

    let back = answer.mapping(from: template, to: origin)
    #expect(back.revealed.isEmpty)
    for edit in answer.applying(back) { _ = try answer.apply(edit) }
    #expect(answer.parts.map(\.title) == ["Plan", "Context"])
    #expect(answer.frontMatter?["private_parts"] == nil)
  }

  @Test("what was not submitted and would be is told before anything else")
  func revealed() {
    var plan = Self.part("plan")
    plan.isHidden = true
    let origin = Self.template("1", [plan, Self.part("context")])
    let open = TemplateMapping(
      from: origin, to: Self.template("2", [Self.part("plan"), Self.part("context")]))
    #expect(open.sentences == ["Text of ‘Plan’ was not submitted; in ‘Plan’ it would be."])
    let merged = TemplateMapping(
      from: origin, to: Self.template("2", [Self.part("context", was: ["plan"])]))
    #expect(merged.sentences.first == "Text of ‘Plan’ was not submitted; in ‘Context’ it would be.")
  }
}
