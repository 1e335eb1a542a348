import BidModel
import BidStorage
import BidTestSupport
import Testing

/// Templates that are laid over others.
@Suite("Extending templates") struct ExtendsTests {
  private static let head = "kind: answer\nid: ics-five-part\nversion: 2\n"

  @Test("a file that extends its own name changes what it says and keeps the rest")
  func overrides() throws {
    let text =
      Self.head + "extends: ics-five-part\nparts:\n  - key: our-role\n    title: How we deliver\n"
      + "  - key: lessons\n    title: Lessons\n    optional: yes\n"
    let template = try ShippedTemplates.library(own: ["answers/ics-five-part.yaml": text]).answerTemplate(
      "ics-five-part")
    #expect(template.version == "2" && template.title == "ICS five-part answer")
    #expect(
      template.parts.map(\.title) == [
        "Plan", "Context", "How we deliver", "Partnership Controls", "Evidence", "Assurance", "Lessons",
      ])
    #expect(template.part("our-role")?.share == 20 && template.part("our-role")?.guidance.isEmpty == false)
    #expect(template.part("lessons")?.isOptional == true)
  }

  @Test("a new part goes where it says, and one of the base moves there")
  func order() throws {
    let text =
      Self.head + "extends: ics-five-part\nparts:\n  - key: lessons\n    title: Lessons\n    after: context\n"
      + "  - key: first\n    title: First\n    before: context\n  - key: evidence\n    before: our-role\n"
      + "  - key: last\n    title: Last\n    after: lessons\n"
    let template = try ShippedTemplates.library(own: ["answers/ics-five-part.yaml": text]).answerTemplate(
      "ics-five-part")
    #expect(
      template.parts.map(\.key) == [
        "plan", "first", "context", "lessons", "last", "evidence", "our-role", "partnership-controls",
        "assurance",
      ])
    let wrong = Self.head + "extends: ics-five-part\nparts:\n  - key: a\n    title: A\n    after: nowhere\n"
    let library = ShippedTemplates.library(own: ["answers/ics-five-part.yaml": wrong])
    #expect(
      sentence { _ = try library.answerTemplate("ics-five-part") }?.contains(
        "ics-five-part.yaml:8: there is no 'nowhere' to go after") == true)
  }

  @Test("a part can be taken out, and what then does not sum to 100 is told")
  func removal() throws {
    let text = Self.head + "extends: ics-five-part\nparts:\n  - key: context\n    remove: yes\n"
    let library = ShippedTemplates.library(own: ["answers/ics-five-part.yaml": text])
    let message = sentence { _ = try library.answerTemplate("ics-five-part") }
    #expect(message?.contains("sum to 88, not 100") == true)
  }

  @Test("other lists are replaced whole")
  func lists() throws {
    let text =
      "kind: check\nid: wordy-phrase\nextends: wordy-phrase\nversion: 9\ntests:\n  bad: [In order to win.]\n"
      + "  good: [To win.]\n"
    let library = ShippedTemplates.library(own: ["checks/wordy-phrase.yaml": text])
    guard case .check(let rule) = try library.content(TemplateName(.checks, "wordy-phrase")) else {
      Issue.record("wordy-phrase is not read as a check")
      return
    }
    #expect(rule.bad == ["In order to win."] && rule.swaps.count > 3)
  }

  @Test(
    "a ring, a base that is not there and a fault in the base are told",
    arguments: [
      (["scales/a.yaml": "extends: b\nid: a\n", "scales/b.yaml": "extends: a\nid: b\n"], "in a ring"),
      (["scales/a.yaml": "extends: none\nid: a\n"], "there is no template 'none'"),
      (["scales/a.yaml": "extends: a\nid: a\n"], "extends itself"),
      (["scales/a.yaml": "extends: b\nid: a\n", "scales/b.yaml": "kind: scales\nid: c\n"], "b.yaml:2"),
      (["scales/a.yaml": "id: a\nextends: [b]\n"], "a.yaml:2"),
    ])
  func faults(_ files: [String: String], _ words: String) {
    let library = ShippedTemplates.library(own: files)
    #expect(sentence { _ = try library.scale("a") }?.contains(words) == true)
  }

  @Test("an old version is found in a hidden file and in the copy that was kept, and nowhere else")
  func versions() {
    let new = Self.head + "extends: ics-five-part\n"
    let kept = "kind: answer\nid: ics-five-part\nversion: 1.5\nextends: ics-five-part\ntitle: Kept\n"
    let library = ShippedTemplates.library(own: [
      "answers/ics-five-part.yaml": new, "answers/ics-five-part@1.5.yaml": kept,
    ])
    #expect(library.answerTemplate("ics-five-part", version: "2")?.version == "2")
    #expect(library.answerTemplate("ics-five-part", version: "1")?.title == "ICS five-part answer")
    #expect(library.answerTemplate("ics-five-part", version: "1.5")?.title == "Kept")
    #expect(library.answerTemplate("ics-five-part", version: "3") == nil)
  }

  @Test("a text that is tried is read in the place of its file, and hides none on the disk")
  func trial() throws {
    var library = ShippedTemplates.library()
    let text = Self.head + "extends: ics-five-part\ntitle: Tried\n"
    library.trials = [
      TrialTemplate(
        TemplateName(.answers, "ics-five-part"), path: "/team/templates/answers/ics-five-part.yaml",
        bytes: Array(text.utf8))
    ]
    #expect(try library.answerTemplate("ics-five-part").title == "Tried")
    #expect(library.answerTemplate("ics-five-part", version: "1")?.title == "ICS five-part answer")
  }
}
