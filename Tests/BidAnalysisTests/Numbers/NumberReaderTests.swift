import BidAnalysis
import BidModel
import BidTestSupport
import Testing

@Suite("Reading numbers")
struct NumberReaderTests {
  private func kinds(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return NumberReader().read(text).mentions.map {
      "\(String(decoding: bytes[$0.span], as: UTF8.self)): \($0.kind.rawValue)"
    }
  }

  @Test(
    "dates, clocks, names, references, addresses, telephone numbers, cadences and standards are no claims",
    arguments: [
      ("It opened in 2019.", ["2019: date"]),
      ("Due by 12 to 18 March 2026.", ["12: date", "18: date", "2026: date"]),
      ("Doors open from 8am to 6.30pm.", ["8am: clock", "6.30pm: clock"]),
      ("The round is at 8.45 each morning.", ["8.45: clock"]),
      ("Ward 7 and Ward 9 refer to us.", ["7: name", "9: name"]),
      ("Under Section 75 we pool funds.", ["75: name"]),
      ("A Band 6 nurse leads.", ["6: name"]),
      ("Reviews fall on days 1, 3 and 7.", ["1: name", "3: name", "7: name"]),
      ("Call NHS 111 first.", ["111: name"]),
      ("See question 2.1 and Appendix 4.", ["2.1: reference", "4: reference"]),
      ("Policy CL-118 applies.", ["118: reference"]),
      ("Our charity number is 1098765.", ["1098765: reference"]),
      ("Find us at 14 Tannery Lane.", ["14: address"]),
      ("Ring 0300 123 4567.", ["0300: phone", "123: phone", "4567: phone"]),
      ("We are here 24/7.", ["24/7: cadence"]), ("It meets every six weeks.", ["six weeks: cadence"]),
      ("Seen three times a week.", ["three: cadence"]),
      ("We reply within two working days.", ["two working days: standard"]),
      ("A 20-minute call follows.", ["20-minute: standard"]), ("We run 60 clinics.", ["60: amount"]),
    ])
  func settled(text: String, expected: [String]) { #expect(kinds(text) == expected) }

  @Test(
    "one is a number only where something shows that it counts",
    arguments: [("No one knows which one it was.", 0), ("One in four agreed.", 2), ("It took one day.", 1)])
  func one(text: String, count: Int) { #expect(kinds(text).count == count) }

  /// A claim in short: metric, from, to, changes, unit, direction, status.
  private func claims(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return NumberReader().read(text).claims.map { claim in
      let value = { (figure: Figure?) in figure.map { "\($0.value)" } ?? "-" }
      let metric = String(decoding: bytes[claim.metric.span], as: UTF8.self)
      let changes = claim.changes.map { "\($0.figure.value.rounded())\($0.figure.unit?.name ?? "")" }
      return
        "\(metric): \(value(claim.from)) \(value(claim.to)) \(changes) \(claim.unit.name) \(claim.direction?.rawValue ?? "-") \(claim.status.rawValue)"
    }
  }

  @Test(
    "a claim is read to its fields",
    arguments: [
      ("The wait fell from 36 h to 18 h.", "wait: 36.0 18.0 [] h fall achieved"),
      ("Readmissions are down 24%.", "Readmissions: - - [\"24.0%\"] % fall achieved"),
      ("There were 10 fewer admissions.", "admissions: - - [\"10.0\"]  fall achieved"),
      ("Complaints halved from 40 to 20.", "Complaints: 40.0 20.0 [\"1.0times\"]  fall achieved"),
      ("We cut agency spend by a third.", "agency spend: - - [\"33.0%\"] % fall achieved"),
      ("Retention rose six percentage points to 84%.", "Retention: - 84.0 [\"6.0points\"] % rise achieved"),
      ("We aim to reduce falls by 10%.", "falls: - - [\"10.0%\"] % fall target"),
      ("Starts are up to 118 from 26.", "Starts: 26.0 118.0 []  rise achieved"),
      ("The budget grew from £900k to £1.2m.", "budget: 900000.0 1200000.0 [] £ rise achieved"),
      ("Ulcers went from 1.8 to 0.9 per 1,000 bed days.", "Ulcers: 1.8 0.9 [] per 1,000 - achieved"),
      ("Turnover is 14%.", "Turnover: - 14.0 [] % - achieved"),
    ])
  func claim(text: String, expected: String) { #expect(claims(text) == [expected]) }

  @Test("the numbers seen, understood and checked are counted")
  func tally() {
    var reading = BlockNumbers("In 2024 the wait fell from 36 h to 18 h, and 60 people came.").reading
    #expect(reading.tally == NumberReading.Tally(seen: 4, understood: 4, checked: 2))
    reading = BlockNumbers("Nothing here.").reading
    #expect(reading.tally == NumberReading.Tally())
  }

  @Test("headings and verbatim blocks have no numbers, rows of a table are read each by itself")
  func blocks() {
    func claims(_ text: String, _ kind: Block.Kind) -> Int {
      BlockNumbers(RenderedText(text, values: KPIValues()), kind: kind).reading.claims.count
    }
    #expect(claims("The wait fell from 36 h to 18 h", .heading(level: 3)) == 0)
    #expect(claims("| Wait | fell from 36 h to 18 h |\n| Falls | fell from 9 to 5 |", .table) == 2)
  }

  @Test("mentions lie in order inside the text, whatever the text, and the reading is the same each time")
  func anyText() {
    var random = SeededGenerator(seed: 11)
    let pieces = [
      "from", "to", "36 h", "18", "50%", "fell", "rose", "by", "a third", "halved", "of", "out of", "42/50",
      "£1.2m", "(", ")",
      ",", "–", "→", ".", "2024", "8am", "per 1,000", "one", "hundred", "in", "the", "March", "Ward", "7",
      "and", "comprising",
      "more than", "é", "🙂", "\n", "-", "down", "up", "from", "9.4", "points", "now", "was", "three",
      "million", "0300", "|",
    ]
    for _ in 0..<3000 {
      let text = (0..<Int.random(in: 1...16, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }
      .joined(separator: Bool.random(using: &random) ? " " : "")
      let numbers = BlockNumbers(text)
      var end = 0
      for mention in numbers.reading.mentions {
        #expect(mention.span.lowerBound >= end && mention.span.upperBound <= text.utf8.count, "\(text)")
        end = mention.span.upperBound
      }
      for claim in numbers.reading.claims {
        #expect(claim.metric.span.upperBound <= text.utf8.count, "\(text)")
      }
      #expect(BlockNumbers(text).reading == numbers.reading, "\(text)")
    }
  }
}
