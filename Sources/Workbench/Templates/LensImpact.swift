import BidAnalysis
import BidModel
import BidStorage

/// What switching a lens on or off would do to a bid: nothing is changed to find it out.
///
/// A bid is read through one lens at a time, so that a lens that is switched on changes no count and no export;
/// what it would show is told for each answer, with the findings that come and go.
package struct LensImpact: Sendable {
  /// Sentences for each answer that anything is told of, by the answer's name.
  package private(set) var answers: [(name: String, lines: [String])] = []
  /// How many answers show nothing of the lens.
  package private(set) var silent = 0

  /// Reads the bid at `path` as it stands and as it would be.
  ///
  /// - Parameters:
  ///   - on: Whether the lens is switched on; else off.
  ///   - unsaved: Answers as they stand in the editor, in the place of their files.
  /// - Throws: Why the bid or the lens cannot be read.
  /// - Complexity: O(*n*) in the text of the bid, which is read three times.
  package init(
    switching id: String, on isOn: Bool, bid path: String, in surroundings: Surroundings,
    unsaved: [Answer] = []
  ) throws(StorageError) {
    let target = try WorkspaceLoader(files: surroundings.files).target(path)
    var before = try OpenedBid(target, in: surroundings)
    before.session.take(texts: unsaved)
    var after = before
    if isOn {
      after.session.lenses.append(try surroundings.library(workspace: before.workspace).themeSet(id))
    } else {
      after.session.lenses.removeAll { $0.id == id }
      if let first = after.session.lenses.first, after.session.themes.id == id {
        after.session.take(lens: first)
      }
    }
    before.session.readAll(with: try before.reader())
    after.session.readAll(with: try after.reader())
    before.session.countAll()
    after.session.countAll()
    let findings = TemplateImpact(
      bid: path, before: &before.session, after: &after.session, plans: [])
    var shown = isOn ? after : before
    shown.session.openLens(shown.session.lenses.firstIndex { $0.id == id } ?? 0)
    shown.session.readAll(with: try shown.reader())
    for answer in shown.session.answers {
      let coverage = Self.coverage(of: answer.id, in: shown.session)
      if coverage.isEmpty { silent += 1 }
      let changes = findings.answers.first { $0.path == answer.id.path }?.findings ?? []
      if !coverage.isEmpty || !changes.isEmpty { answers.append((answer.name, coverage + changes)) }
    }
  }

  private static func coverage(of id: AnswerID, in session: BidSession) -> [String] {
    let coverage = session.readings.coverage(of: id)
    return session.themes.themes.indices.compactMap { index in
      let marks = coverage.marks(of: index).marks.map(\.name)
      return marks.isEmpty
        ? nil : "‘\(session.themes.themes[index].title)’ is \(marks.joined(separator: ", "))."
    }
  }

  /// All of it, a paragraph for each answer.
  package var paragraphs: [String] {
    let told = answers.map { answer in "\(answer.name)\n  \(answer.lines.joined(separator: " "))" }
    return told + (silentSentence.map { [$0] } ?? [])
  }

  private var silentSentence: String? {
    guard silent > 0 else { return nil }
    return "\(silent == 1 ? "1 answer shows" : "\(silent) answers show") none of its themes."
  }

  /// All of it, a line each; what is said of an answer stands under its name.
  package var lines: [String] {
    let told = answers.flatMap { answer in [answer.name] + answer.lines.map { "  " + $0 } }
    return told + (silentSentence.map { [$0] } ?? [])
  }
}
