import BidStorage

/// The files that a workbench in a test opens, all in memory.
///
/// Paths are invented (`/bids`, `/state`, `/templates`), so that no golden names a folder of the machine.
package struct WorkbenchScene: Sendable {
  package let files = MemoryFileSystem()
  /// What is opened.
  package var path: String

  /// The sample workspace, opened at its bid or at one of its answers.
  ///
  /// - Parameter isSigned: Whether it has its signatures.
  package static func sample(answer: String? = nil, isSigned: Bool = true) -> WorkbenchScene {
    let bid = "/bids/bids/harbourside-d2a"
    let scene = WorkbenchScene(path: answer.map { "\(bid)/answers/\($0)" } ?? bid)
    let prefix = "samples/harbourside/"
    for (path, bytes) in RepositoryFiles.templates where path.hasPrefix(prefix) {
      if !isSigned, path.contains("/reviews/gold/") { continue }
      scene.files.put(bytes, at: "/bids/\(path.dropFirst(prefix.count))")
    }
    return scene
  }

  /// A workspace of one bid with these answers, by the names of their files, and with `register` as the
  /// text of `kpis.csv`.
  package static func answers(_ answers: [String: String], register: String = "", scope: String = "")
    -> WorkbenchScene
  {
    let scene = WorkbenchScene(path: "/bids/bids/test")
    scene.put("organisation: Test\n", at: "/bids/fivefold.yaml")
    if !register.isEmpty { scene.put(register, at: "/bids/kpis.csv") }
    let scopeLine = scope.isEmpty ? "" : "scope: \(scope)\n"
    scene.put("title: Test bid\nbuyer: Test buyer\n\(scopeLine)", at: "/bids/bids/test/bid.yaml")
    for (name, text) in answers { scene.put(text, at: "/bids/bids/test/answers/\(name)") }
    return scene
  }

  /// A Markdown file outside any workspace.
  package static func loose(_ text: String) -> WorkbenchScene {
    let scene = WorkbenchScene(path: "/loose/answer.md")
    scene.put(text, at: scene.path)
    return scene
  }

  private init(path: String) {
    self.path = path
    for (path, bytes) in RepositoryFiles.templates where !path.hasPrefix("samples/") {
      files.put(bytes, at: "/templates/\(path)")
    }
  }

  /// Puts the shipped templates where an installed program has them.
  package func installTemplates() {
    for (path, bytes) in RepositoryFiles.templates where !path.hasPrefix("samples/") {
      files.put(bytes, at: "/usr/share/fivefold/Templates/\(path)")
    }
  }

  /// Puts a file there, as another program would.
  package func put(_ text: String, at path: String) { files.put(Array(text.utf8), at: path) }

  /// The text of a file; empty when there is none.
  package func text(at path: String) -> String {
    files.bytes(at: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// The path of the answer that `name` is the file's name of.
  package func answerPath(_ name: String) -> String {
    path.hasSuffix(".md") ? path : FilePath.join(path, "answers/\(name)")
  }
}
