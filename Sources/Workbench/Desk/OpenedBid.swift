import BidAnalysis
import BidModel
import BidStorage

/// A bid as it was opened: the session, and what its files held.
package struct OpenedBid {
  package var session: BidSession
  package var known: [AnswerID: BidDesk.KnownFile]
  package var lexicon: SignalLexicon
  /// Where the bid's templates are found.
  package let library: TemplateLibrary
  /// The answer to show first.
  package var shown: AnswerID?
  /// The folder of the workspace; `nil` for a loose file.
  package var workspace: String?
  /// The folder of the bid; `nil` for a loose file.
  package var bid: String?
  /// Names that the workspace and the bid know: organisation, buyer, places, people and their posts.
  package var names: [String] = []

  /// Opens what `target` names.
  ///
  /// - Throws: Why it cannot be opened, as a sentence with the path.
  package init(_ target: OpenTarget, in surroundings: Surroundings) throws(StorageError) {
    switch target {
    case .bid(let workspace, let bid, let answer):
      try self.init(workspace: workspace, bid: bid, answer: answer, in: surroundings)
      if let answer, shown == nil {
        // It is damaged, which this says, or a copy that stands beside an answer.
        _ = try WorkspaceLoader(files: surroundings.files).answer(at: answer, template: nil)
        self = try OpenedBid(.loose(answer), in: surroundings)
      }
    case .loose(let path): try self.init(loose: path, isNew: false, in: surroundings)
    case .newFile(let path): try self.init(loose: path, isNew: true, in: surroundings)
    case .emptyWorkspace(let path):
      throw .refused(
        problem: "the workspace \(path) has no bid yet",
        remedy: "Make one with ‘fivefold new bid NAME --in \(path)’")
    }
    session.me = surroundings.user
    session.secondsNow = surroundings.secondsNow
  }

  /// The places of the answers that the path names: the one, or all of the bid.
  package var named: [Int] {
    session.answers.indices.filter { shown == nil || session.answers[$0].id == shown }
  }

  private init(workspace: String, bid path: String, answer: String?, in surroundings: Surroundings)
    throws(StorageError)
  {
    let loader = WorkspaceLoader(files: surroundings.files)
    let library = surroundings.library(workspace: workspace)
    let folder = try loader.workspace(at: workspace)
    var choice = TemplateChoice.standard
    var shelf: TemplateShelf?
    let bid = try loader.bid(at: path) { bid throws(StorageError) in
      choice = bid.choice.filled(from: folder.workspace.defaults).filled(from: .standard)
      let loaded = TemplateShelf(library, standard: try library.answerTemplate(choice.template ?? ""))
      shelf = loaded
      return loaded
    }
    guard !bid.answers.isEmpty, let templates = shelf?.templates else {
      let reasons = bid.problems.map(\.description).joined(separator: " ")
      throw .refused(
        problem: "the bid \(path) has no answer that can be opened\(reasons.isEmpty ? "" : ": \(reasons)")",
        remedy: "Add a question with ‘fivefold new question NUMBER TITLE --in \(path)’")
    }
    var rule = try library.countRule(choice.counts ?? "")
    rule.includesHeadings = bid.bid.exportsHeadings
    let values = KPIValues(
      register: folder.register, set: try library.kpiSet(choice.kpis ?? ""), scope: bid.bid.scope,
      today: surroundings.today)
    let problems = (folder.problems + bid.problems).map(\.finding)
    var lenses: [ThemeSet] = []
    for id in choice.themes.isEmpty ? [""] : choice.themes { lenses.append(try library.themeSet(id)) }
    session = BidSession(
      heading: BidHeading(bid.bid), answers: bid.answers.map(OpenAnswer.init),
      template: templates.standard, themes: lenses[0], lenses: lenses, templates: templates, rule: rule,
      scale: try library.scale(choice.scale ?? ""),
      values: values, problems: problems)
    session.noteUnknownNames(scales: Set(library.ids(of: .scales)))
    session.bidPath = FilePath.join(path, "bid.yaml")
    session.unreadable = bid.unreadable
    session.otherBids = loader.bidFolders(in: workspace).filter {
      FilePath.name(of: $0) != FilePath.name(of: path)
    }
    session.team = bid.bid.team.map { member in
      folder.workspace.people.first { $0.id == member.person }
        ?? Workspace.Person(id: member.person, name: "", post: "")
    }
    session.quantityProblems =
      folder.registerFile?.quantityProblems(by: values.set).mapValues(\.finding) ?? [:]
    session.takeChecks(
      from: library, bid: bid.bid, others: loader.otherBids(than: path, in: workspace),
      settings: choice.checks, path: FilePath.join(path, "bid.yaml"))
    session.checklists = choice.checklists
    session.fileProblems += Self.unknownChecklists(
      choice.checklists, known: library.ids(of: .checklists), path: FilePath.join(path, "bid.yaml"))
    session.textCommands = folder.workspace.commands
    session.takeIgnores(at: FilePath.join(path, "ignores.yaml"), files: surroundings.files)
    session.takeReviews(
      of: bid.bid, workspace: folder.workspace, workspacePath: workspace, at: path, library: library,
      in: surroundings)
    known = Dictionary(uniqueKeysWithValues: bid.answers.map { ($0.answer.id, BidDesk.KnownFile($0)) })
    lexicon = try library.signalLexicon(SignalLexicon.standardID)
    self.library = library
    // The answer was found through its real path or a link to it: compare what they lead to.
    shown =
      answer.flatMap { path in
        bid.answers.first {
          $0.answer.id.path == path || $0.file.target == (try? surroundings.files.realPath(of: path))
        }
      }?.answer.id
    self.workspace = workspace
    self.bid = path
    names = folder.workspace.names + bid.bid.names
  }

  /// Checklists that the bid names and nobody has.
  private static func unknownChecklists(_ ids: [String], known: [String], path: String) -> [Finding] {
    ids.filter { !known.contains($0) }.map { id in
      FileProblem(
        path: path, message: "There is no checklist ‘\(id)’.",
        fix: "Correct its name, or take it out: there are \(known.joined(separator: ", "))."
      ).finding
    }
  }

  private init(loose path: String, isNew: Bool, in surroundings: Surroundings) throws(StorageError) {
    let library = surroundings.library(workspace: nil)
    let choice = TemplateChoice.standard
    let template = try library.answerTemplate(choice.template ?? "")
    let id = AnswerID(path)
    let answer: OpenAnswer
    if isNew {
      let empty = try? AnswerFile.scan([], id: id, template: template)
      guard let empty else { throw .missing(path: path) }
      answer = OpenAnswer(answer: empty.answer, question: Question())
      known = [id: BidDesk.KnownFile(path: path, bytes: [], digest: nil)]
    } else {
      let document = try WorkspaceLoader(files: surroundings.files).answer(at: path, template: template)
      answer = OpenAnswer(document)
      known = [id: BidDesk.KnownFile(document)]
    }
    session = BidSession(
      heading: BidHeading(), answers: [answer], template: template,
      themes: try library.themeSet(choice.themes[0]), rule: try library.countRule(choice.counts ?? ""),
      values: KPIValues(set: try library.kpiSet(choice.kpis ?? ""), today: surroundings.today))
    session.rule.includesHeadings = false
    session.takeChecks(from: library)
    lexicon = try library.signalLexicon(SignalLexicon.standardID)
    self.library = library
    shown = id
  }

  /// What reads the bid's blocks. Its weights are read from their file now, not when the bid is opened.
  ///
  /// - Throws: What is wrong with that file.
  package func reader() throws(StorageError) -> BlockReader {
    BlockReader(themes: session.themes, signals: lexicon, weights: try library.labelWeights(of: lexicon))
  }

  /// As ``reader()``; when the weights cannot be read the patterns decide, and `failed` is told why.
  package func reader(orElse failed: (StorageError) -> Void) -> BlockReader {
    do throws(StorageError) { return try reader() } catch {
      failed(error)
      return BlockReader(themes: session.themes, signals: lexicon)
    }
  }
}

extension OpenAnswer {
  /// An answer as its file holds it.
  init(_ document: AnswerDocument) {
    var faults: [FrontMatterProblem] = []
    let question = document.answer.frontMatter.map { Question($0, problems: &faults) } ?? Question()
    let path = document.answer.id.path
    let problems =
      document.problems.map(\.finding)
      + faults.map { FileProblem(path: path, line: $0.line, message: $0.message).finding }
    self.init(
      answer: document.answer, question: question, problems: problems,
      readOnlyReason: document.readOnlyReason)
    hasConflict = document.conflictLine != nil
  }
}

extension BidDesk.KnownFile {
  init(_ document: AnswerDocument) {
    self.init(path: document.answer.id.path, bytes: document.file.bytes, digest: document.file.digest)
  }
}

extension BidHeading {
  init(_ bid: Bid) {
    self.init(
      buyer: bid.buyer, title: bid.title, lot: bid.lot,
      closes: bid.deadline.isEmpty ? nil : Deadline(bid.deadline, zone: bid.timeZone))
  }
}

extension Workspace {
  /// The names that `fivefold.yaml` gives.
  fileprivate var names: [String] {
    ([organisation] + people.flatMap { [$0.name, $0.post] }).filter { !$0.isEmpty }
  }
}

extension Bid {
  /// The names that `bid.yaml` gives.
  fileprivate var names: [String] { [buyer, ics, place].filter { !$0.isEmpty } }
}
