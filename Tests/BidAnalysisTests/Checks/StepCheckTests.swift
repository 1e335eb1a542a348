import BidAnalysis
import BidModel
import Testing

@Suite("Checks for what is missing")
struct StepCheckTests {
  private static func rule(_ change: (inout StepList) -> Void = { _ in }) -> PhraseRule {
    var list = StepList([
      .init(title: "reviewing", needs: "say who reviews", phrases: ["keep*"]),
      .init(title: "acting", needs: "say who acts", phrases: ["action*"]),
      .init(title: "verifying", needs: "say who verifies", phrases: ["<verification>", "re audit*"]),
    ])
    change(&list)
    let about = CheckDescription(
      "loop", title: "Loop", why: "It matters.", fix: "Do this: {needs}.", severity: .advice, scope: .answer)
    return PhraseRule(about: about, message: "Nothing is said of {missing}.", steps: list)
  }

  private func findings(
    _ text: String, targets: [String] = [], _ change: (inout StepList) -> Void = { _ in }
  ) throws -> [Finding] {
    var bench = try ExampleBench()
    bench.checks = Checks([Self.rule(change).check], context: bench.checks.context)
    var question = Question()
    question.targetThemes = targets
    return bench.findings(CheckExample(text, question: question))
  }

  @Test("steps are gathered over all paragraphs, and one finding names all that are missing")
  func missing() throws {
    let found = try findings("The manager keeps ten notes.\n\nShe has a garden.")
    #expect(found.map(\.message) == ["Nothing is said of acting and verifying."])
    #expect(found.first?.fix == "Do this: say who acts.")
    #expect(found.first?.place?.block == nil)
    let whole = "The manager keeps ten notes.\n\nActions have owners.\n\nA re-audit follows."
    #expect(try findings(whole).isEmpty)
  }

  @Test("a sign stands for what the reading found")
  func sign() throws {
    let text =
      "The manager keeps ten notes, and actions have owners. The quality lead audits a 10% sample of them."
    #expect(try findings(text).isEmpty)
  }

  @Test("an answer is judged only when it is long enough, begun, and has given occasion")
  func conditions() throws {
    let text = "The manager keeps ten notes."
    #expect(try findings(text) { $0.leastWords = 50 }.isEmpty)
    #expect(try findings(text) { $0.leastPresent = 2 }.isEmpty)
    #expect(try findings(text) { $0.leastMissing = 3 }.isEmpty)
    #expect(try findings(text) { $0.occasions = ["incident*"] }.isEmpty)
    #expect(try findings(text) { $0.occasions = ["notes"] }.count == 1)
    #expect(try findings("Actions have owners.") { $0.startsWithFirst = true }.isEmpty)
  }

  @Test("a check for a theme speaks to questions that ask for it")
  func theme() throws {
    let text = "The manager keeps ten notes."
    #expect(try findings(text, targets: ["integration"]) { $0.theme = "integration" }.count == 1)
    #expect(try findings(text, targets: ["equity"]) { $0.theme = "integration" }.isEmpty)
    #expect(try findings(text) { $0.theme = "integration" }.isEmpty)
  }

  @Test("what is said wants its backing in the same paragraph, and what is not said wants none")
  func backing() throws {
    let change = { (list: inout StepList) in
      list.backing = ["board"]
      list.companions = ["fewer", "less"]
    }
    #expect(try findings("There are fewer keepers now.", change).count == 1)
    #expect(try findings("There are fewer keepers now. The board watches it.", change).isEmpty)
    #expect(try findings("There are fewer keepers now.\n\nKeepers go to the board.", change).isEmpty)
    #expect(try findings("There are fewer keepers now.\n\nThe board meets.", change).count == 1)
    #expect(try findings("There are keepers now.", change).isEmpty)
  }
}

@Suite("The census of patterns")
struct PatternCensusTests {
  @Test("a pattern stands alone where no other of its list covers its words")
  func alone() throws {
    var theme = Theme(key: "t", title: "T")
    theme.indicators.strong = try ["care plan", "shared care plan", "shared ~2 plan", "dragon"].map(
      TermPattern.init)
    let themes = ThemeSet(id: "s", title: "S", version: "1", themes: [theme])
    var census = PatternCensus(themes: themes, signals: SignalLexicon(id: "l", title: "L", version: "1"))
    census.add("The shared care plan is read. A care plan is written.")
    let rows = census.census()
    #expect(rows.map(\.pattern) == ["care plan", "shared care plan", "shared ~2 plan", "dragon"])
    #expect(rows.map(\.matches) == [2, 1, 1, 0])
    // Of the two that cover the same words one stays.
    #expect(rows.map(\.alone) == [1, 1, 0, 0])
    #expect(rows[0].list == "theme t strong")
  }
}
