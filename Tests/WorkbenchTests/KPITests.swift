import BidModel
import BidTestSupport
import Screen
import Testing

/// Placeholders on the screen, their completion, and the form that edits the register.
@Suite struct KPITests {
  private static let register = InlineAnswer.register(
    "flow.los_reduced,,days,,2.5,,,,,,,,", "flow.referral_to_start,,h,36,18,,,,,,,2026-01-01,")

  @Test(
    "a chip says by signs alone how its fact stands",
    arguments: [
      ("{{flow.los_reduced}}", "[2.5 days]"), ("{{flow.referral_to_start}}", "[18 h!]"),
      ("{{flow.referral_to_start.baseline}}", "[36 h!]"), ("{{safety.incidents}}", "[◌ safety.incidents]"),
      ("{{flow.los_reduced.period}}", "[◌ flow.los_reduced.period]"), ("{{flow.nothing}}", "[?flow.nothing]"),
      ("{{not a name}}", "[?not a name]"), ("\\{{flow.los_reduced}}", "\\{{flow.los_reduced}}"),
    ])
  func chips(_ text: String, _ shown: String) throws {
    let bench = try InlineAnswer.bench("See \(text) here.", register: Self.register)
    #expect(bench.screen.contains("See \(shown) here."))
  }

  @Test("the form changes every use at once, in every answer, and writes one row of the register")
  func form() throws {
    let register = Self.register + "# kept,,,,,,,,,,,,\n"
    let scene = WorkbenchScene.answers(
      [
        "1.md": "## Evidence\n\nStays were {{flow.los_reduced}} shorter.\n",
        "2.md": "## Evidence\n\nAgain {{flow.los_reduced}} here.\n",
      ], register: register)
    let bench = try WorkbenchHarness(scene, size: Size(rows: 40, columns: 140))
    bench.keys("Ctrl-Home", "Ctrl-Right", "Ctrl-Right", "F9")
    #expect(bench.screen.contains("KPI · flow.los_reduced"), "\(bench.caretLine)")
    bench.keys("Ctrl-U")
    bench.type("3.5")
    bench.keys("Enter")
    #expect(bench.screen.contains("Stays were [3.5 days] shorter."))
    let wanted = register.replacing("days,,2.5,", with: "days,,3.5,")
    #expect(Golden.difference(from: wanted, to: scene.text(at: "/bids/kpis.csv")) == [])
    bench.keys("Alt-N")
    #expect(bench.screen.contains("Again [3.5 days] here."))
    #expect(!bench.state.session.isModified)
  }

  @Test("undo in the KPI pane takes the fact back, and the register with it")
  func undoFact() throws {
    let scene = WorkbenchScene.answers(
      ["1.md": "## Evidence\n\n{{flow.los_reduced}} shorter.\n"], register: Self.register)
    let bench = try WorkbenchHarness(scene)
    bench.keys("Ctrl-Home", "F9", "Ctrl-U")
    bench.type("9")
    bench.keys("Enter")
    #expect(scene.text(at: "/bids/kpis.csv").contains("days,,9,"))
    bench.keys("Alt-4", "Ctrl-Z")
    #expect(scene.text(at: "/bids/kpis.csv") == Self.register)
    #expect(bench.screen.contains("[2.5 days] shorter."))
  }

  @Test("a row that someone else changed meanwhile keeps their cells")
  func theirRow() throws {
    let scene = WorkbenchScene.answers(
      ["1.md": "## Evidence\n\n{{flow.los_reduced}} shorter.\n"], register: Self.register)
    let bench = try WorkbenchHarness(scene)
    scene.put(Self.register.replacing("h,36,18,", with: "h,40,20,"), at: "/bids/kpis.csv")
    bench.keys("Ctrl-Home", "F9", "Ctrl-U")
    bench.type("9")
    bench.keys("Enter")
    let text = scene.text(at: "/bids/kpis.csv")
    #expect(text.contains("days,,9,") && text.contains("h,40,20,"))
    #expect(bench.state.session.values.register[KPIReference("flow.referral_to_start")]?.value == "20")
  }

  @Test("a day that is none keeps the form open and says so")
  func faultyDay() throws {
    let bench = try InlineAnswer.bench("{{flow.los_reduced}}", register: Self.register)
    bench.keys("F9")
    bench.keys("Down", times: 9)
    bench.type("soon")
    bench.keys("Enter")
    #expect(bench.screen.contains("Review by must be a day such as 2026-09-30, not ‘soon’."))
    bench.keys("Ctrl-U", "Enter")
    #expect(bench.state.overlays.isEmpty)
  }

  @Test("two braces offer names, typing narrows them, Enter takes one, and one undo takes it back")
  func completion() throws {
    let bench = try InlineAnswer.bench("", register: Self.register)
    bench.type("Fell to {{")
    #expect(bench.screen.contains("flow.los_reduced"))
    bench.type("referral")
    bench.keys("Enter")
    #expect(bench.texts == ["Fell to {{flow.referral_to_start}}"])
    #expect(bench.caretLine.hasSuffix("|"))
    bench.keys("Ctrl-Z")
    #expect(bench.texts == ["Fell to {{referral"])
  }

  @Test(
    "a point after a KPI's name offers what else is known of it", arguments: ["baseline", "period", "source"])
  func forms(_ form: String) throws {
    let bench = try InlineAnswer.bench("", register: Self.register)
    bench.type("{{flow.los_reduced.")
    #expect(bench.screen.contains("flow.los_reduced.\(form)"))
    bench.type(String(form.prefix(3)))
    bench.keys("Enter")
    #expect(bench.texts == ["{{flow.los_reduced.\(form)}}"])
  }

  @Test("a completion goes when the key means something else, and Backspace widens it again")
  func completionGoes() throws {
    let bench = try InlineAnswer.bench("", register: Self.register)
    bench.type("{{zzz")
    #expect(bench.state.overlays.isEmpty)
    bench.keys("Backspace", "Backspace", "Backspace", "Backspace", "Backspace")
    bench.type("{{saf")
    #expect(bench.screen.contains("safety.incidents"))
    bench.keys("Backspace")
    #expect(bench.screen.contains("safety.incidents") && bench.texts == ["{{sa"])
    bench.keys("Left")
    #expect(bench.state.overlays.isEmpty)
    bench.keys("Esc")
    #expect(bench.texts == ["{{sa"])
  }

  @Test("Ctrl-K quotes a KPI without braces typed")
  func insert() throws {
    let bench = try InlineAnswer.bench("", register: Self.register)
    bench.keys("Ctrl-K")
    #expect(!bench.state.overlays.isEmpty)
    bench.keys("Enter")
    #expect(bench.texts == ["{{flow.referral_to_start}}"])
  }

  @Test("a loose file has no register, and says so")
  func loose() throws {
    let bench = try WorkbenchHarness(.loose("## Evidence\n\n{{flow.los_reduced}}\n"))
    bench.keys("Ctrl-Home", "F9")
    bench.type("3")
    bench.keys("Enter")
    #expect(
      bench.message.hasPrefix("a loose file has no KPI register") || bench.message.contains("no KPI register")
    )
  }
}
