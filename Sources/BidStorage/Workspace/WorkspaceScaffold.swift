import BidModel
import Glibc

/// Makes new workspaces, bids and questions as files, and overwrites nothing.
package struct WorkspaceScaffold: Sendable {
  private let files: any FileSystem
  private let writer: AtomicWriter

  package init(files: any FileSystem, host: String) {
    self.files = files
    writer = AtomicWriter(files: files, host: host)
  }

  /// Makes a workspace in the folder at `path`, which may be there already.
  ///
  /// - Returns: The files that were made.
  /// - Throws: `alreadyThere` when the folder is a workspace already.
  package func newWorkspace(at path: String, organisation: String) throws(StorageError) -> [String] {
    try files.provideFolder(path)
    try files.provideFolder(FilePath.join(path, "bids"))
    try files.provideFolder(FilePath.join(path, "library"))
    let description = """
      # A Fivefold workspace. See docs/files.md for every key.
      organisation: \(QuotedScalar.write(organisation))
      people: []
      defaults:
        template: ics-five-part
        lenses: [ics-scoring]
        kpis: ics-kpi-set
        counts: word-processor
        scale: zero-to-five

      """
    return [
      try write(Array(description.utf8), to: FilePath.join(path, "fivefold.yaml")),
      try write(RegisterFile.empty(path: "kpis.csv").printed(), to: FilePath.join(path, "kpis.csv")),
      try write([], to: FilePath.join(path, "words.txt")),
    ]
  }

  /// What a new bid is made with.
  package struct NewBid: Sendable {
    package var title: String
    package var buyer = ""
    package var lot = ""
    package var place = ""
    package var deadline = ""
    package var scope = ""
    /// Lenses by id; the workspace's own when empty.
    package var lenses: [String] = []

    package init(title: String) { self.title = title }
  }

  /// Makes a bid in a workspace.
  ///
  /// - Returns: The bid's folder.
  /// - Throws: `alreadyThere` when there is one of that name.
  package func newBid(_ bid: NewBid, in workspace: String, name: String) throws(StorageError) -> String {
    let folder = FilePath.join(FilePath.join(workspace, "bids"), FileNames.safe(name))
    try files.provideFolder(FilePath.join(workspace, "bids"))
    try files.provideFolder(folder)
    try files.provideFolder(FilePath.join(folder, "answers"))
    let text = """
      title: \(QuotedScalar.write(bid.title))
      buyer: \(QuotedScalar.write(bid.buyer))
      place: \(QuotedScalar.write(bid.place))
      lot: \(QuotedScalar.write(bid.lot))
      deadline: \(QuotedScalar.write(bid.deadline))
      time_zone: Europe/London
      scope: \(QuotedScalar.write(bid.scope))
      headings_exported: no
      \(bid.lenses.isEmpty ? "# lenses: [ics-scoring]" : "lenses: [\(bid.lenses.joined(separator: ", "))]")

      """
    _ = try write(Array(text.utf8), to: FilePath.join(folder, "bid.yaml"))
    return folder
  }

  /// Makes the answers of a question set in a new bid.
  ///
  /// - Returns: The files.
  /// - Throws: `templateMissing` or what is wrong with a template; `alreadyThere` for a file of that name.
  package func newQuestions(
    of set: QuestionSet, in bid: String, library: TemplateLibrary, standard: AnswerTemplate
  ) throws(StorageError) -> [String] {
    var made: [String] = []
    for item in set.questions {
      var question = NewQuestion(number: item.number, title: item.title)
      question.text = item.text.trimmingLineEnds()
      (question.subAsks, question.limit, question.weight) = (item.subAsks, item.limit, item.weight)
      (question.scale, question.targetThemes) = (item.scale, item.themes)
      question.criterion = item.criterion
      let template = try item.template.map { id throws(StorageError) in try library.answerTemplate(id) }
      made.append(try newQuestion(question, in: bid, template: template ?? standard))
    }
    return made
  }

  /// What a new question is made with.
  package struct NewQuestion: Hashable, Sendable {
    package var number: String
    package var title: String
    package var text = ""
    package var subAsks: [String] = []
    package var limit: String?
    package var weight: String?
    package var scale: String?
    package var targetThemes: [String] = []
    package var criterion: String?

    package init(number: String, title: String) {
      self.number = number
      self.title = title
    }
  }

  /// Makes the answer file of a question, with a heading for every part of the template.
  ///
  /// - Returns: The file.
  /// - Throws: `refused` when the bid has a question of that number, `alreadyThere` when there is a file of
  ///   that name.
  package func newQuestion(
    _ question: NewQuestion, in bid: String, template: AnswerTemplate
  ) throws(StorageError) -> String {
    let loader = WorkspaceLoader(files: files)
    for path in loader.answerPaths(inBid: bid) {
      let other = try? loader.answer(at: path, template: nil).answer.frontMatter
      guard other?["question"] == question.number else { continue }
      throw .refused(
        problem: "question \(question.number) is already there, in \(path.visible)",
        remedy: "Open that one, or give the new one another number")
    }
    let name = FileNames.safe("\(question.number)-\(question.title)") + ".md"
    try files.provideFolder(FilePath.join(bid, "answers"))
    let path = FilePath.join(FilePath.join(bid, "answers"), name)
    var matter = FrontMatter()
    matter["question"] = question.number
    matter["title"] = question.title
    if !question.text.isEmpty { matter["text"] = question.text }
    if !question.subAsks.isEmpty { matter["sub_asks"] = question.subAsks.joined(separator: "\n") }
    matter["weight"] = question.weight
    matter["limit"] = question.limit
    matter["scale"] = question.scale
    matter["criterion"] = question.criterion
    if !question.targetThemes.isEmpty {
      matter["target_themes"] = question.targetThemes.joined(separator: ", ")
    }
    matter["template"] = template.id
    matter["template_version"] = template.version
    matter["state"] = AnswerState.notStarted.rawValue
    let parts = template.parts.filter { !$0.isOptional }.enumerated().map { index, part in
      Part(
        id: PartID(index + 1), key: part.key, title: part.title,
        blocks: [Block(id: BlockID(index + 1), kind: .prose, text: "", source: "")])
    }
    let bytes = AnswerFile.print(Answer(id: AnswerID(path), frontMatter: matter, parts: parts))
    _ = try writer.write(bytes, to: path, expecting: .absent)
    return path
  }

  private func write(_ bytes: [UInt8], to path: String) throws(StorageError) -> String {
    _ = try writer.write(bytes, to: path, expecting: .absent)
    return path
  }
}

extension String {
  /// The text without line breaks at its end.
  fileprivate func trimmingLineEnds() -> String {
    var text = Substring(self)
    while text.last?.isNewline == true { text.removeLast() }
    return String(text)
  }
}

/// Names that every system takes.
package enum FileNames {
  /// A file name made of `title`: small letters, digits, points and hyphens, at most 60 bytes, and none
  /// of the names that Windows keeps for devices.
  package static func safe(_ title: String) -> String {
    var name = ""
    for scalar in title.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9", ".": name.unicodeScalars.append(scalar)
      default: if !name.hasSuffix("-") { name += "-" }
      }
    }
    name = String(name.drop { $0 == "-" || $0 == "." }.prefix(60))
    while name.hasSuffix("-") || name.hasSuffix(".") { name.removeLast() }
    let reserved: Set = ["con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "lpt1", "lpt2", "lpt3"]
    let stem = name.prefix { $0 != "." }
    return name.isEmpty ? "untitled" : reserved.contains(String(stem)) ? "x-" + name : name
  }
}
