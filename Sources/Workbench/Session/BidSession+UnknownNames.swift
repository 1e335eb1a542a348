import BidModel

extension BidSession {
  /// Notes as a problem of its file each theme and scale that an answer's front matter names and the bid does not
  /// know: left out in silence, a misspelt theme would no longer be asked for.
  ///
  /// - Parameter scales: The ids of the scales there are.
  mutating func noteUnknownNames(scales: Set<String>) {
    let known = lenses.flatMap { $0.themes.map(\.key) }
    for index in answers.indices {
      let question = answers[index].question
      for theme in question.targetThemes where !known.contains(theme) {
        note(
          "target_themes", "‘\(theme)’ is no theme of the bid's lenses.",
          "Write one of \(known.joined(separator: ", ")).", at: index)
      }
      if let scale = question.scale, !scales.contains(scale) {
        note(
          "scale", "there is no scale ‘\(scale)’.",
          "Write one of \(scales.sorted().joined(separator: ", ")).",
          at: index)
      }
    }
  }

  private mutating func note(_ key: String, _ message: String, _ fix: String, at index: Int) {
    let line = answers[index].answer.frontMatter?.entries.first { $0.key == key }?.line
    answers[index].problems.append(
      FileProblem(path: answers[index].id.path, line: line, message: message, fix: fix).finding)
  }
}
