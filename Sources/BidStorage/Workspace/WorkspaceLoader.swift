import BidModel
import Glibc

/// Finds workspaces and reads what is in them.
///
/// A file that cannot be read is a problem with its path and line; the rest of the workspace opens.
package struct WorkspaceLoader: Sendable {
  let files: any FileSystem
  let reader: FileReader

  package init(files: any FileSystem) {
    self.files = files
    reader = FileReader(files: files)
  }

  /// What `path` means: a workspace, a bid in it, an answer of it, or a file of its own.
  ///
  /// - Throws: `missing` for a path in no folder, `refused` for a folder in no workspace.
  package func target(_ path: String) throws(StorageError) -> OpenTarget {
    guard let kind = try? files.status(at: path).kind else {
      // A link that leads nowhere is not a name that is free: a save would follow it.
      if (try? files.linkStatus(at: path))?.kind == .link { throw .brokenLink(path: path) }
      guard isFolder(FilePath.folder(of: path)) else { throw .missing(path: path) }
      return .newFile(path)
    }
    if kind == .folder {
      guard let workspace = workspace(above: path) else {
        throw .refused(
          problem: "\(path.visible) is not in a workspace: no folder from there up holds fivefold.yaml",
          remedy: "Make one with ‘fivefold new workspace \(path.visible)’, or give the path of a file")
      }
      return try target(inFolder: path, of: workspace)
    }
    let folder = FilePath.folder(of: path)
    guard let workspace = workspace(above: folder), FilePath.name(of: folder) == "answers",
      isFile(FilePath.join(FilePath.folder(of: folder), "bid.yaml"))
    else { return .loose(path) }
    return .bid(workspace: workspace, bid: FilePath.folder(of: folder), answer: path)
  }

  private func target(inFolder path: String, of workspace: String) throws(StorageError) -> OpenTarget {
    var folder = path
    for _ in 0..<4 {
      if isFile(FilePath.join(folder, "bid.yaml")) {
        return .bid(workspace: workspace, bid: folder, answer: nil)
      }
      if folder == workspace { break }
      folder = FilePath.folder(of: folder)
    }
    guard let first = bidFolders(in: workspace).first else { return .emptyWorkspace(workspace) }
    return .bid(workspace: workspace, bid: first, answer: nil)
  }

  /// The nearest folder from `folder` up that holds `fivefold.yaml`.
  func workspace(above folder: String) -> String? {
    guard var current = try? files.realPath(of: folder) else { return nil }
    while true {
      if isFile(FilePath.join(current, "fivefold.yaml")) { return current }
      let parent = FilePath.folder(of: current)
      guard parent != current, parent != "." else { return nil }
      current = parent
    }
  }

  /// The workspace that `path` is in.
  ///
  /// - Throws: `refused` when it is in none.
  package func workspaceFolder(of path: String) throws(StorageError) -> String {
    guard let workspace = workspace(above: path) else {
      throw .refused(
        problem: "\(path.visible) is not in a workspace: no folder from there up holds fivefold.yaml",
        remedy: "Make one with ‘fivefold new workspace \(path.visible)’")
    }
    return workspace
  }

  /// The templates that a bid uses: its own choice, then the workspace's, then the standard.
  ///
  /// - Throws: What is wrong with `bid.yaml` or `fivefold.yaml`, with its line.
  package func choice(ofBid bid: String, workspace: String) throws(StorageError) -> TemplateChoice {
    var problems: [FileProblem] = []
    let path = FilePath.join(bid, "bid.yaml")
    let yaml = try StrictYAML.parse(try reader.read(path).bytes, path: path)
    let own = try Bid(yaml: yaml, path: path, problems: &problems).choice
    return own.filled(from: try self.workspace(at: workspace).workspace.defaults).filled(from: .standard)
  }

  /// The folders of a workspace's bids, by name.
  package func bidFolders(in workspace: String) -> [String] {
    let folder = FilePath.join(workspace, "bids")
    return ((try? files.list(folder)) ?? []).sorted().map { FilePath.join(folder, $0) }
      .filter { isFile(FilePath.join($0, "bid.yaml")) }
  }

  /// Reads `fivefold.yaml` and the register.
  ///
  /// - Throws: What is wrong with `fivefold.yaml`, with its line.
  package func workspace(at path: String) throws(StorageError) -> WorkspaceFolder {
    var problems: [FileProblem] = []
    let description = FilePath.join(path, "fivefold.yaml")
    let yaml = try StrictYAML.parse(try reader.read(description).bytes, path: description)
    let workspace = try Workspace(yaml: yaml, path: description, problems: &problems)
    var register: RegisterFile?
    let registerPath = FilePath.join(path, "kpis.csv")
    do {
      let file = try RegisterFile(scanning: try reader.read(registerPath).bytes, path: registerPath)
      register = file
      problems += file.problems
    } catch {
      if case .missing = error {} else { problems.append(FileProblem(error, path: registerPath)) }
    }
    return WorkspaceFolder(
      path: path, workspace: workspace, bids: bidFolders(in: path), registerFile: register,
      problems: problems)
  }

  /// Reads a bid and its answers.
  ///
  /// - Throws: What is wrong with `bid.yaml`, with its line.
  package func bid(at path: String, shelf: (Bid) throws(StorageError) -> TemplateShelf)
    throws(StorageError) -> BidFolder
  {
    var problems: [FileProblem] = []
    let description = FilePath.join(path, "bid.yaml")
    let yaml = try StrictYAML.parse(try reader.read(description).bytes, path: description)
    let bid = try Bid(yaml: yaml, path: description, problems: &problems)
    let shelf = try shelf(bid)
    let folder = FilePath.join(path, "answers")
    var answers: [AnswerDocument] = []
    var unreadable: [FileProblem] = []
    for name in ((try? files.list(folder)) ?? []).sorted() where name.hasSuffix(".md") {
      let file = FilePath.join(folder, name)
      if let origin = ConflictCopy.origin(of: name) {
        problems.append(
          FileProblem(path: file, message: origin, fix: "Compare it with the answer and remove it."))
        continue
      }
      if name.hasPrefix(".") || name.hasPrefix("#") { continue }
      do {
        var document = try answer(at: file) { shelf.template(of: $0, path: file) }
        if document.answer.hasLostFrontMatter {
          document.problems.append(
            FileProblem(
              path: file, line: 1,
              message:
                "No ‘---’ stands above the keys, so they are read as text and the question is unknown.",
              fix: "Put ‘---’ on a line above them."))
        }
        answers.append(document)
      } catch {
        problems.append(FileProblem(error, path: file))
        unreadable.append(FileProblem(error, path: file))
      }
    }
    problems += shelf.problems
    answers.sort { Self.order($0.answer) < Self.order($1.answer) }
    return BidFolder(path: path, bid: bid, answers: answers, problems: problems, unreadable: unreadable)
  }

  /// The paths of a bid's answers, by name, without what other programs leave beside them.
  package func answerPaths(inBid bid: String) -> [String] {
    let folder = FilePath.join(bid, "answers")
    return ((try? files.list(folder)) ?? []).sorted().filter {
      $0.hasSuffix(".md") && ConflictCopy.origin(of: $0) == nil && !$0.hasPrefix(".") && !$0.hasPrefix("#")
    }.map { FilePath.join(folder, $0) }
  }

  /// Reads one answer.
  ///
  /// - Throws: `notUTF8`, `malformed` with the line, or why the file cannot be read at all.
  package func answer(at path: String, template: AnswerTemplate?) throws(StorageError) -> AnswerDocument {
    try answer(at: path) { _ in template }
  }

  /// Reads one answer; `choosing` gives the template for its front matter.
  ///
  /// - Throws: As ``answer(at:template:)``.
  package func answer(
    at path: String, choosing: (FrontMatter?) -> AnswerTemplate?
  ) throws(StorageError) -> AnswerDocument {
    let file = try reader.read(path)
    let scanned: ScannedAnswer
    do {
      scanned = try AnswerFile.scan(file.bytes, id: AnswerID(path), choosing: choosing)
    } catch {
      switch error {
      case .notUTF8(let fault): throw .notUTF8(path: path, line: fault.line, byte: fault.byte)
      case .unclosedFrontMatter(let line):
        throw .malformed(
          path: path, line: line, problem: "the front matter that ‘---’ opens is never closed",
          remedy: "Add a line ‘---’ after its last key; nothing was changed")
      }
    }
    var reason: String?
    var problems = scanned.problems
    if let line = scanned.conflictLine {
      problems.append(
        FileProblem(
          path: path, line: line, message: "A merge left both versions here.",
          fix: "Choose between them in another editor and remove the marked lines."))
      reason =
        "\(path.visible):\(line): a merge left both versions in this file, so it is read-only. Choose between"
        + " them in another editor and remove the marked lines."
    } else if file.isReadOnly {
      reason = "\(StorageError.readOnly(path: path))"
    }
    return AnswerDocument(
      answer: scanned.answer, file: file, problems: problems, readOnlyReason: reason,
      conflictLine: scanned.conflictLine)
  }

  /// Sorts questions as people do: 2.9 before 2.10, and files without a number by name.
  private static func order(_ answer: Answer) -> QuestionOrder {
    QuestionOrder(answer.frontMatter?["question"] ?? "", name: answer.id.path)
  }

  private func isFile(_ path: String) -> Bool { (try? files.status(at: path).kind) == .file }

  private func isFolder(_ path: String) -> Bool { (try? files.status(at: path).kind) == .folder }
}

/// The place of a question among others: by the numbers in its number, then by name.
package struct QuestionOrder: Comparable {
  private let numbers: [Int]
  private let name: String

  /// - Parameter name: The file's path.
  package init(_ number: String, name: String) {
    numbers = number.split { !$0.isNumber }.compactMap { Int($0) }
    self.name = name
  }

  package static func < (left: QuestionOrder, right: QuestionOrder) -> Bool {
    if left.numbers.isEmpty != right.numbers.isEmpty { return right.numbers.isEmpty }
    if left.numbers != right.numbers { return left.numbers.lexicographicallyPrecedes(right.numbers) }
    return left.name < right.name
  }
}

/// Files that stand beside an answer without being one: a sync program leaves them when two people have edited
/// one, and so does *keep both* here.
enum ConflictCopy {
  /// How the file `name` came to be, in the ways of Dropbox, OneDrive, Syncthing, Nextcloud and ``saveLabels``;
  /// `nil` for an answer.
  static func origin(of name: String) -> String? {
    let lower = name.lowercased()
    if ["conflicted copy", ".sync-conflict-", "(conflict"].contains(where: lower.contains) {
      return "A copy that a sync program made because two people edited at once."
    }
    let label = lower.hasSuffix(".md") ? lower.dropLast(3).split(separator: ".").dropFirst().last : nil
    // A second copy has a number: `2.1.recovered-2.md`.
    let bare = label?.split(separator: "-").first.map(String.init)
    return bare.flatMap { saveLabels[$0] }
  }

  /// What keeping both puts before the ending, and what that says.
  private static let saveLabels = [
    "recovered": "Text that was recovered after a crash and kept beside the answer.",
    "mine": "Text that was kept beside the answer when its file changed on disk.",
  ]
}

extension FileProblem {
  /// An error of storage as a problem of a file.
  package init(_ error: StorageError, path: String) {
    switch error {
    case .malformed(let path, let line, let problem, let remedy):
      self.init(path: path, line: line, message: problem + ".", fix: remedy + ".")
    case .notUTF8(let path, let line, let byte):
      self.init(
        path: path, line: line, message: "not UTF-8 (byte 0x\(String(byte, radix: 16, uppercase: true))).",
        fix: "Convert the file to UTF-8; nothing was changed.")
    default: self.init(path: path, message: "\(error)")
    }
  }
}
