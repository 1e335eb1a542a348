import BidModel
import BidStorage
import Testing

@testable import BidAnalysis

@Suite("Weighing words and patterns together")
struct WeighingTests {
  private func weights(_ features: [String: [(Int, Double)]], bias: Double = -1) -> LabelWeights {
    var weights = LabelWeights(
      id: "w", title: "W", version: "1",
      labels: [
        .init("integration", bias: bias, threshold: 0.5), .init("role", bias: bias, threshold: 0.5),
        .init("policy-only", bias: bias, threshold: 0.5),
      ])
    for (text, says) in features {
      guard let name = LabelWeights.Name(text) else { continue }
      weights.features[name] = says.map { LabelWeights.Weight(label: $0.0, weight: $0.1) }
    }
    return weights
  }

  private func reader(_ weights: LabelWeights) throws -> BlockReader {
    BlockReader(themes: try ShippedLenses.themes(), signals: try ShippedLenses.signals(), weights: weights)
  }

  @Test("a word can give a label that no pattern gives, and is shown as its reason")
  func word() throws {
    let text = "We sit beside the bakers."
    #expect(try ShippedLenses.reader().themeKeys(text).isEmpty)
    let sentence = try reader(weights(["baker": [(0, 3)]])).read(text).sentences[0]
    #expect(sentence.themes.map(\.theme) == [0])
    #expect(
      sentence.themes[0].spans.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) } == ["bakers"])
  }

  @Test("a word that holds the sentence together is no reason: the whole sentence is, or its quantity")
  func functionWords() throws {
    let text = "They were beside the bakers."
    let sentence = try reader(weights(["were": [(0, 3)]])).read(text).sentences[0]
    #expect(sentence.themes.first?.spans == [0..<text.utf8.count - 1])
    let both = try reader(weights(["were": [(0, 3)], "baker": [(0, 1)]])).read(text).sentences[0]
    #expect(both.themes.first?.spans == [21..<27])
    var measured = weights(["were": [(3, 3)]])
    measured.labels.append(.init("measure", bias: -1, threshold: 0.5))
    let amount = try reader(measured).read("Bakers were 9 then.").sentences[0]
    #expect(amount.signals.map(\.span) == [12..<13])
  }

  @Test("a theme that the words give by little, and no pattern, is no more than claimed")
  func unsure() throws {
    let text = "Every Monday we see the bakers and log each action with an owner and a due date."
    let index = 0
    let little = try reader(weights(["baker": [(0, 1.5)]])).read(text).sentences[0]
    #expect(little.themes.first { $0.theme == index }?.marks == .claimed)
    let much = try reader(weights(["baker": [(0, 3)]])).read(text).sentences[0]
    #expect(much.themes.first { $0.theme == index }?.marks == [.claimed, .operational])
  }

  @Test("words can outweigh a pattern, or leave it standing")
  func outweighed() throws {
    let text = "The clinical lead reviews each plan with the council every Monday."
    let agrees = try reader(weights(["~integration": [(0, 2)]]))
    #expect(agrees.read(text).sentences[0].themes.contains { $0.theme == 0 })
    let differs = try reader(weights(["~integration": [(0, 2)], "council": [(0, -4)]]))
    #expect(!differs.read(text).sentences[0].themes.contains { $0.theme == 0 })
    // Signals that the weights do not know are the patterns' own.
    #expect(differs.signalNames(text).contains(.cadence))
    #expect(!differs.signalNames(text).contains(.role))
  }

  @Test("the part and the sentence before are weighed too")
  func context() throws {
    let reader = try reader(weights(["@evidence": [(0, 2)], "<ward": [(1, 20)]]))
    #expect(reader.read(sentences: ["It is so."], part: "evidence")[0].themes.map(\.theme) == [0])
    #expect(reader.read(sentences: ["It is so."], part: "context")[0].themes.isEmpty)
    let pair = reader.read(sentences: ["The ward is full.", "It is so."], part: nil)
    #expect(pair[1].signals.map(\.signal) == [.role])
    #expect(pair[0].signals.isEmpty)
  }

  @Test("one sentence falls into one pitfall at most")
  func pitfall() throws {
    var both = weights(["policy": [(2, 3)]])
    both.labels.append(.init("equity-slogan", bias: -1, threshold: 0.5))
    both.features[.word("polici")] = [.init(label: 2, weight: 3), .init(label: 3, weight: 5)]
    let reading = try reader(both).read("We have equality policies.").sentences[0]
    #expect(reading.pitfall?.pitfall == .equitySlogan)
  }

  @Test("a file of weights says what was learnt, and reads as it was written")
  func file() throws {
    let given = weights([
      "baker": [(0, 1.25)], "a \"quoted": [(1, -0.5)], "<~role": [(2, 0.12)], "^": [(0, 1)],
    ])
    let text = given.yaml(source: "a test", day: "2026-11-21")
    let read = try LabelWeights(
      yaml: StrictYAML.parse(Array(text.utf8), path: "w.yaml"), id: "w", path: "w.yaml")
    #expect(read.features == given.features)
    #expect(read.labels == given.labels)
  }

  @Test(
    "what is no weight is refused with its line",
    arguments: ["\"a b c\": role 1", "\"a\": captain 1", "\"a\": role much", "\"a\": [role]"])
  func refused(_ line: String) throws {
    let text = weights([:]).yaml(source: "a test", day: "2026-11-21") + "  \(line)\n"
    let lines = text.split(separator: "\n").count
    do {
      _ = try LabelWeights(yaml: StrictYAML.parse(Array(text.utf8), path: "w.yaml"), id: "w", path: "w.yaml")
      Issue.record("\(line) was taken")
    } catch { #expect("\(error)".contains("w.yaml:\(lines)") || "\(error)".contains("line \(lines)")) }
  }

  @Test("what is learnt gives back the labels it was learnt from, and the same each time")
  func learning() throws {
    let reader = BlockReader(
      themes: try ShippedLenses.themes(), signals: try ShippedLenses.signals(), learnsStems: true)
    var examples: [WeightTrainer.Example] = []
    for document in 0..<8 {
      examples += reader.examples(
        ["The bakers bring bread number \(document).", "The road is long."], part: "context",
        document: "D\(document)", labels: [["integration"], []])
    }
    let trainer = WeightTrainer(examples, labels: ["integration"])
    let models = trainer.models()
    #expect(trainer.tallies(models)[0].f1 == 1)
    let learnt = trainer.weights(models, id: "w", title: "W", version: "1")
    #expect(learnt == trainer.weights(trainer.models(), id: "w", title: "W", version: "1"))
    #expect(learnt.features[.word("baker")]?.first?.weight ?? 0 > 0.12)
    let judge = try self.reader(learnt)
    #expect(judge.read(sentences: ["Our bakers work."], part: "context")[0].themes.map(\.theme) == [0])
    #expect(judge.read(sentences: ["Our road is long."], part: "context")[0].themes.isEmpty)
  }
}
