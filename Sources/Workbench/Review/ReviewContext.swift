import BidModel
import BidStorage

/// What the reviews of the bid in hand rest on: who reads, what was said, and how the bid is scored.
package struct ReviewContext: Sendable {
  /// The bid's folder.
  package var folder: String
  package var bid: Bid
  package var people: [Workspace.Person]
  /// Who sits at the keyboard.
  package var identity: Identity
  package internal(set) var book: ReviewBook
  package var waivers: [Waiver] = []
  /// Scales by id, those that questions name and the bid's own.
  package var scales: [String: ScoringScale]
  /// The bid's own scale.
  package var scale: ScoringScale
  /// Faults of the review's files.
  package var problems: [FileProblem] = []
  /// The program's version, for the audit.
  package var version: String

  /// The person's id.
  package var me: String { identity.person }

  /// A person's full name; the id of one the workspace does not know.
  package func name(of person: String) -> String {
    people.first { $0.id == person }?.name ?? person
  }

  /// The scale of a question.
  package func scale(of question: Question) -> ScoringScale {
    question.scale.flatMap { scales[$0] } ?? scale
  }

  /// Names of people, as a sentence lists them.
  package func names(of people: [String]) -> String { people.map(name(of:)).joined(separator: ", ") }
}

extension OpenAnswer {
  /// What the answer's reviews are filed under: the question's number, else the file's name.
  package var reviewKey: String {
    guard question.number.isEmpty else { return question.number }
    let name = id.fileName
    return name.hasSuffix(".md") ? String(name.dropLast(3)) : name
  }
}

extension BidSession {
  /// The answer whose reviews are filed under `key`.
  package func answer(reviewedAs key: String) -> OpenAnswer? { answers.first { $0.reviewKey == key } }

  /// Reads the reviews of the bid at `path`; their faults are problems of the bid.
  mutating func takeReviews(
    of bid: Bid, workspace: Workspace, workspacePath: String, at path: String, library: TemplateLibrary,
    in surroundings: Surroundings
  ) {
    var faults: [FileProblem] = []
    let rounds = library.rounds(problems: &faults)
    fileProblems += faults.map(\.finding)
    let standard = scale ?? ScoringScale(id: "", title: "", points: [])
    var scales: [String: ScoringScale] = [:]
    scaleNames = ((try? library.locator.list(kind: TemplateKind.scales.rawValue)) ?? []).map(\.id).sorted()
    // All of them: a question may be given another while the bid is open.
    for id in Set(answers.compactMap(\.question.scale) + scaleNames) { scales[id] = try? library.scale(id) }
    let git = Identity.gitName(
      workspace: workspacePath, environment: surroundings.environment, files: surroundings.files)
    let identity = Identity(
      asked: surroundings.asked, git: git, user: surroundings.user, people: workspace.people)
    var context = ReviewContext(
      folder: path, bid: bid, people: workspace.people, identity: identity,
      book: ReviewBook(rounds: rounds, reviewers: Set(bid.people(in: .reviewer))), scales: scales,
      scale: standard,
      version: surroundings.version)
    ReviewDesk(bid: path, surroundings).reload(&context)
    fileProblems += context.problems.map(\.finding)
    review = context
  }
}
