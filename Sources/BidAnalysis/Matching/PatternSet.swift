import BidLanguage
import BidModel

/// All patterns of a theme set and a lexicon, made ready to be matched together.
///
/// Each pattern is written out into plain sequences of steps (an optional word gives two, `&` gives
/// both orders) and filed under every feature its first step may have. So a token is compared with
/// those patterns alone that can begin at it.
struct PatternSet {
  /// A plain sequence of steps.
  struct Line {
    /// Below ``PatternSet/classCount`` a word class, else what the maker numbered.
    var target: Int
    var isAtStart: Bool
    var steps: [Step]
  }

  /// One step: any of `choices`, after at most `gap` other words.
  struct Step {
    var choices: [Feature]
    var gap: Int
  }

  private(set) var lines: [Line] = []
  let classCount: Int
  /// The first feature of the word classes.
  private(set) var classBase: Feature = 0
  /// The lines that may begin with each feature, those of one feature side by side.
  private(set) var starters: [Int32] = []
  /// For each feature, where its lines begin in ``starters``; one more at the end.
  private(set) var starterStarts: [Int32] = []
  /// What may stand second in each line, those of one line side by side: a line of which none of these
  /// is in the rest of the sentence need not be tried.
  private(set) var followers: [Feature] = []
  /// For each line, where its seconds begin in ``followers``; one more at the end.
  private(set) var followerStarts: [Int32] = []
  private var linesByFeature: [[Int32]] = []
  private let classIndex: [String: Int]

  /// Compiles `classes`, then `patterns` with their targets counted from 0.
  ///
  /// A pattern that names an unknown class never matches; ``SignalLexicon/unknownClasses(with:)`` tells.
  init(classes: [WordClass], patterns: [(pattern: TermPattern, target: Int)], atoms: inout AtomTable) {
    var index: [String: Int] = [:]
    for item in classes where index[item.name] == nil { index[item.name] = index.count }
    classIndex = index
    classCount = index.count
    let named = classes.flatMap { item in item.patterns.map { ($0, index[item.name] ?? 0) } }
    let all = named + patterns.map { ($0.pattern, $0.target + index.count) }
    // Words first: the classes' features begin where the atoms end.
    for (pattern, _) in all {
      for choice in pattern.steps.flatMap(\.choices) { _ = atoms.feature(for: choice) }
    }
    classBase = Feature(TermPattern.TokenClass.featureCount + atoms.count)
    linesByFeature = Array(repeating: [], count: Int(classBase) + classCount)
    for (pattern, target) in all { compile(pattern, target: target, atoms: &atoms) }
    layOut()
  }

  /// Puts what every token asks for side by side in memory.
  private mutating func layOut() {
    for lines in linesByFeature {
      starterStarts.append(Int32(starters.count))
      starters += lines
    }
    starterStarts.append(Int32(starters.count))
    for line in lines {
      followerStarts.append(Int32(followers.count))
      if line.steps.count > 1 { followers += line.steps[1].choices }
    }
    followerStarts.append(Int32(followers.count))
    linesByFeature = []
  }

  private mutating func compile(_ pattern: TermPattern, target: Int, atoms: inout AtomTable) {
    var steps: [(step: Step, isOptional: Bool)] = []
    for step in pattern.steps {
      let choices = step.choices.compactMap { feature(of: $0, atoms: &atoms) }
      guard !choices.isEmpty else { return }
      steps.append((Step(choices: choices, gap: step.gap), step.isOptional))
    }
    guard let near = pattern.near else {
      return file(steps[...], target: target, isAtStart: pattern.isAtStart)
    }
    let first = steps[..<near.split]
    let second = steps[near.split...]
    file(joined(first, second, gap: near.gap)[...], target: target, isAtStart: pattern.isAtStart)
    file(joined(second, first, gap: near.gap)[...], target: target, isAtStart: pattern.isAtStart)
  }

  private func joined(
    _ first: ArraySlice<(step: Step, isOptional: Bool)>, _ second: ArraySlice<(step: Step, isOptional: Bool)>,
    gap: Int
  ) -> [(step: Step, isOptional: Bool)] {
    var second = Array(second)
    second[0].step.gap = gap
    return first + second
  }

  /// Files every reading of `steps` with and without its optional words.
  private mutating func file(
    _ steps: ArraySlice<(step: Step, isOptional: Bool)>, target: Int, isAtStart: Bool
  ) {
    guard let place = steps.firstIndex(where: \.isOptional) else {
      let line = Line(target: target, isAtStart: isAtStart, steps: steps.map(\.step))
      for feature in Set(line.steps[0].choices) { linesByFeature[Int(feature)].append(Int32(lines.count)) }
      lines.append(line)
      return
    }
    var with = Array(steps)
    with[place - steps.startIndex].isOptional = false
    var without = with
    let removed = without.remove(at: place - steps.startIndex)
    // What could stand before the missing word may stand before the one after it.
    if place - steps.startIndex < without.count {
      without[place - steps.startIndex].step.gap += removed.step.gap
    }
    file(with[...], target: target, isAtStart: isAtStart)
    file(without[...], target: target, isAtStart: isAtStart)
  }

  private func feature(of choice: TermPattern.Choice, atoms: inout AtomTable) -> Feature? {
    switch choice {
    case .token(let kind): kind.feature
    case .named(let name): classIndex[name].map { classBase + Feature($0) }
    case .form, .stem, .prefix, .suffix: atoms.feature(for: choice)
    }
  }
}
