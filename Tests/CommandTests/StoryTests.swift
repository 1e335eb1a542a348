import BidTestSupport
import Foundation
import Testing

extension EndToEnd {
  @Suite("From an empty folder to the portal's text")
  struct StoryTests {
    /// The parts in the order of the template, with what is typed into each; `⌁` marks a KPI's place.
    private static let parts: [(title: String, text: String)] = [
      ("Context", "The place plan asks partners to cut avoidable admissions by 10% by March 2028."),
      (
        "Our Role",
        "Our triage nurse reviews every referral daily with the acute trust, community health and primary care in one multidisciplinary team."
      ),
      (
        "Partnership Controls",
        "A weekly MDT with GPs and social workers escalates missed visits to the hub manager within 2 hours, and early help prevents avoidable admissions."
      ),
      ("Evidence", "With NHS and council partners, our triage nurse cut referral-to-start time to "),
      (
        "Assurance",
        "The ICB's Discharge Board audits joint working each quarter and reviews prevention outcomes against visit records."
      ),
    ]

    @Test("a writer goes from an empty folder to an evidenced answer, its portal text, and back")
    func story() throws {
      let sandbox = try Sandbox.withQuestion()
      #expect(try marks(in: sandbox) == ["integration": [], "prevention": []])

      let terminal = try TmuxTerminal(sandbox)
      try terminal.open("w")
      let first = try terminal.wait(for: "an empty coverage pane") { $0.shows("target!") }
      #expect(first.row(with: "0/400 words") != nil)
      try writeParts(in: terminal)
      try terminal.save()
      #expect(try kpiStatus(in: sandbox).code == 1, "two KPIs are still empty")

      try fillKPIs(in: terminal)
      try checkEvidenced(in: terminal, sandbox)
      try terminal.quit()
      try checkExport(of: sandbox)
      try checkReopening(sandbox)
    }

    /// Writes all parts; the two KPIs of the evidence come by completion and by Ctrl-K.
    private func writeParts(in terminal: TmuxTerminal) throws {
      for (title, text) in Self.parts {
        try terminal.type(text)
        let start = String(text.prefix(16))
        try terminal.wait(for: "\(title) on screen") { $0.shows(start) }
        if title == "Evidence" { try quoteKPIs(in: terminal) }
        if title != "Assurance" { try terminal.press("M-Down") }
      }
    }

    private func quoteKPIs(in terminal: TmuxTerminal) throws {
      try terminal.press("C-k")
      try terminal.wait(for: "the list of KPIs") { $0.shows("┌ KPI ·") }
      try terminal.press("Enter")
      try terminal.wait(for: "the list's end") { !$0.shows("┌ KPI ·") }
      try terminal.type(" over the 6 months to September 2026. Satisfaction reached {{satisf")
      try terminal.wait(for: "the completion") { $0.shows("experience.satisfaction ") && $0.shows("┌ KPI ─") }
      try terminal.press("Enter")
      try terminal.wait(for: "the completion's end") { !$0.shows("┌ KPI ─") }
      try terminal.type(
        " over the same 6 months, and prevention kept avoidable readmissions down by 24% over the year.")
      try terminal.wait(for: "the sentence") { $0.shows("readmissions") }
    }

    /// Fills the facts from the KPI pane.
    private func fillKPIs(in terminal: TmuxTerminal) throws {
      try terminal.press("M-4")
      for (row, name, fields) in [
        (0, "flow.referral_to_start", ["18", "36"]), (1, "experience.satisfaction", ["94"]),
      ] {
        if row > 0 { try terminal.press("Down") }
        try terminal.press("Enter")
        try terminal.wait(for: "the form of \(name)") { $0.shows("KPI · \(name)") }
        for (index, field) in fields.enumerated() {
          if index > 0 { try terminal.press("Tab") }
          try terminal.type(field)
        }
        try terminal.press("Enter")
        try terminal.wait(for: "\(name) kept") { $0.shows("KPI saved") && !$0.shows("KPI · \(name)") }
      }
      try terminal.press("Escape")
    }

    private func checkEvidenced(in terminal: TmuxTerminal, _ sandbox: Sandbox) throws {
      try terminal.wait(for: "evidence in the coverage pane") { screen in
        screen.row(with: "Integration  ")?.contains(" ev") == true
      }
      try terminal.wait(for: "no empty KPI") {
        $0.shows("✓ flow.referral_to_start") && !$0.shows("◌ flow.referral_to_start ")
      }
      let marks = try marks(in: sandbox)
      #expect(marks["integration"]?.contains("evidenced") == true, "\(marks)")
      #expect(marks["prevention"]?.contains("evidenced") == true, "\(marks)")
    }

    private func checkExport(of sandbox: Sandbox) throws {
      let result = try sandbox.run("export", "w", "--format", "portal", "--output", "out")
      #expect(result.code == 0, "\(result.errors)")
      #expect(try sandbox.names(in: "out") == ["2.1-integration.txt", "SHA256SUMS"])
      let portal = try sandbox.text(of: "out/2.1-integration.txt")
      #expect(portal == Self.portal, "\(portal)")
      let sums = try sandbox.shell("cd out && sha256sum --check --quiet SHA256SUMS")
      #expect(sums.code == 0, "\(sums.output)\(sums.errors)")
    }

    private func checkReopening(_ sandbox: Sandbox) throws {
      let before = try sandbox.bytes(of: Sandbox.answer)
      let terminal = try TmuxTerminal(sandbox)
      try terminal.open("w")
      try terminal.wait(for: "the text that was saved") { screen in
        screen.shows("The place plan asks partners") && screen.shows("no changes")
      }
      try terminal.quit()
      #expect(try sandbox.bytes(of: Sandbox.answer) == before)
    }

    /// The portal's text of what was typed, with the KPIs' values and the one line break that the count rule has
    /// between paragraphs.
    private static let portal = """
      The place plan asks partners to cut avoidable admissions by 10% by March 2028.
      Our triage nurse reviews every referral daily with the acute trust, community health and primary care in one multidisciplinary team.
      A weekly MDT with GPs and social workers escalates missed visits to the hub manager within 2 hours, and early help prevents avoidable admissions.
      With NHS and council partners, our triage nurse cut referral-to-start time to 18 h over the 6 months to September 2026. Satisfaction reached 94% over the same 6 months, and prevention kept avoidable readmissions down by 24% over the year.
      The ICB's Discharge Board audits joint working each quarter and reviews prevention outcomes against visit records.
      """

    private func kpiStatus(in sandbox: Sandbox) throws -> CommandResult { try sandbox.run("kpis", "w") }

    /// The marks of the target themes, as the command reports them.
    private func marks(in sandbox: Sandbox) throws -> [String: [String]] {
      let result = try sandbox.run("coverage", "w", "--format", "json")
      let report = try JSONDecoder().decode(CoverageReport.self, from: Data(result.output.utf8))
      #expect(report.schema == "fivefold.coverage/1")
      let targets = try #require(report.answers.first).themes.filter(\.isTarget)
      return Dictionary(uniqueKeysWithValues: targets.map { ($0.key, $0.marks) })
    }
  }
}

/// As much of the coverage report as the tests read.
struct CoverageReport: Decodable {
  struct Answer: Decodable { var themes: [Theme] }
  struct Theme: Decodable {
    var key: String
    var isTarget: Bool
    var marks: [String]
  }

  var schema: String
  var answers: [Answer]
}
