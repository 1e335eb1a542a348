import BidModel
import BidStorage
import Testing

@Suite("Theme and signal files")
struct LensFileTests {
  @Test("each theme's own sentences hold it or lack it, as the file says")
  func themesTestThemselves() throws {
    let reader = try ShippedLenses.reader()
    for theme in reader.themes.themes {
      #expect(!theme.holds.isEmpty && !theme.lacks.isEmpty, "\(theme.key) has no tests")
      for sentence in theme.holds { #expect(reader.themeKeys(sentence).contains(theme.key), "\(sentence)") }
      for sentence in theme.lacks { #expect(!reader.themeKeys(sentence).contains(theme.key), "\(sentence)") }
    }
  }

  @Test("each sentence of the lexicon holds exactly the signals the file says")
  func signalsTestThemselves() throws {
    let reader = try ShippedLenses.reader()
    #expect(!reader.signals.tests.isEmpty)
    for test in reader.signals.tests {
      #expect(reader.signalNames(test.sentence) == test.signals, "\(test.sentence)")
    }
  }

  @Test("the five themes are there, each with what every mark needs")
  func fiveThemes() throws {
    let set = try ShippedLenses.themes()
    #expect(set.themes.map(\.key) == ["integration", "prevention", "equity", "digital", "value"])
    for theme in set.themes {
      for mark in Mark.allCases { #expect(theme.needs[mark]?.isEmpty == false, "\(theme.key) \(mark)") }
    }
  }

  @Test("no pattern names a class that nobody declares")
  func classesAreKnown() throws {
    #expect(try ShippedLenses.signals().unknownClasses(with: ShippedLenses.themes()).isEmpty)
  }

  @Test("a file with a fault is refused with its line")
  func refusesFaults() {
    let head = "kind: themes\nid: a\ntitle: A\nversion: '1'\nsource: s\nfacts_as_of: 2026-01-01\nthemes:\n"
    let theme = "  - key: x\n    title: X\n    meaning: m\n"
    func message(_ text: String) -> String {
      do {
        _ = try ThemeSet(yaml: Array(text.utf8), path: "t.yaml")
        return "accepted"
      } catch { return "\(error)" }
    }
    #expect(message(head + theme) == "accepted")
    #expect(message(head + theme + "    strog: [a]\n").contains("strog"))
    #expect(message(head + theme + "    strong:\n      - fine\n      - Bad Word\n").contains("13"))
    #expect(message(head + theme + theme).contains("twice"))
    #expect(message(head).contains("no theme"))
    #expect(message("kind: kpis\n").contains("kpis"))
  }
}
