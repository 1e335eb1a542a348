import BidAnalysis
import BidModel
import BidStorage
import Testing

@Suite("Theme and signal files")
struct LensFileTests {
  @Test("each theme's own sentences hold it or lack it, as the file says", arguments: ShippedLenses.ids)
  func themesTestThemselves(_ id: String) throws {
    let reader = try ShippedLenses.reader(id)
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

  @Test("no pattern names a class that nobody declares", arguments: ShippedLenses.ids)
  func classesAreKnown(_ id: String) throws {
    #expect(try ShippedLenses.signals().unknownClasses(with: ShippedLenses.themes(id)).isEmpty)
  }

  @Test("every theme of every lens says what each mark needs, and no two lenses share a key")
  func keysAreUnique() throws {
    var seen: [String: String] = [:]
    for id in ShippedLenses.ids {
      for theme in try ShippedLenses.themes(id).themes {
        #expect(seen.updateValue(id, forKey: theme.key) == nil, "\(theme.key) is in \(id) and elsewhere")
        for mark in Mark.allCases { #expect(theme.needs[mark]?.isEmpty == false, "\(theme.key) \(mark)") }
      }
    }
    #expect(seen.count > 60)
  }

  @Test("a weak word that is said twice supports nothing by that")
  func repeatedWeakWord() throws {
    var theme = Theme(key: "t", title: "T")
    theme.indicators.weak = [try TermPattern("partner|partners"), try TermPattern("referral")]
    let set = ThemeSet(id: "s", title: "S", version: "1", themes: [theme])
    let reader = BlockReader(themes: set, signals: try ShippedLenses.signals())
    #expect(reader.themeKeys("A partner is a partner, and partners are Partners.").isEmpty)
    #expect(reader.themeKeys("Each partner takes the referral.") == ["t"])
  }

  @Test("a file with a fault is refused with its line")
  func refusesFaults() {
    let head = "kind: themes\nid: a\ntitle: A\nversion: '1'\nsource: s\nfacts_as_of: 2026-01-01\nthemes:\n"
    let theme = "  - key: x\n    title: X\n    meaning: m\n"
    func message(_ text: String) -> String {
      do {
        _ = try ThemeSet(yaml: StrictYAML.parse(Array(text.utf8), path: "a.yaml"), id: "a", path: "a.yaml")
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
