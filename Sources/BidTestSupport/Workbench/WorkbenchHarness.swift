import BidAnalysis
import BidModel
import BidStorage
import Screen
import Workbench

/// The whole program on a memory terminal and a memory disk, driven by keys.
///
/// Nothing sleeps: ``settle()`` runs the loop until it is idle, and the clock jumps to the next timer.
package final class WorkbenchHarness {
  package let terminal: MemoryTerminal
  package let loop: WorkbenchLoop
  package let files: MemoryFileSystem
  package let desk: BidDesk
  private let lexicon: SignalLexicon

  /// Opens what stands at `path` of a disk that holds the shipped templates, the sample workspace at
  /// `/sample`, and `extra`.
  ///
  /// - Throws: ``StorageError`` when it cannot be opened.
  package init(
    _ path: String = "/sample", size: Size = Size(rows: 36, columns: 120), extra: [String: String] = [:],
    theme: ColorTheme = .monochrome
  ) throws {
    files = MemoryFileSystem()
    try Self.copy(Self.repository + "/Templates", to: "/share/Templates", on: files)
    try Self.copy(Self.repository + "/Templates/samples/harbourside", to: "/sample", on: files)
    for (path, text) in extra { try Self.put(text, at: path, on: files) }
    let surroundings = Surroundings(
      files: files, environment: [:], program: nil, templates: "/share/Templates", host: "host", user: "user",
      today: "2026-11-21", timeOfDay: { "12:04" })
    let target = try WorkspaceLoader(files: files).target(path)
    let opened = try OpenedBid(target, in: surroundings)
    lexicon = opened.lexicon
    terminal = MemoryTerminal(size: size)
    let mailbox = Mailbox()
    mailbox.connect(terminal.wake)
    desk = BidDesk(opened, in: surroundings, mailbox: mailbox)
    let state = WorkbenchState(session: opened.session, size: size, theme: theme, showing: opened.shown)
    let clock = terminal
    loop = WorkbenchLoop(
      state: state, terminal: terminal, desk: desk,
      reader: BlockReader(themes: opened.session.themes, signals: opened.lexicon), mailbox: mailbox,
      now: { clock.now })
    loop.begin()
    settle()
    // The memory disk has no place for a journal, which is said once; the first key takes it away.
    keys("Ctrl-L")
  }

  /// The document in the editor.
  package var answer: Answer {
    loop.state.session[loop.state.editor.answer]?.answer ?? loop.state.session.answers[0].answer
  }

  /// The bytes that saving would write.
  package var printed: [UInt8] { AnswerFile.print(answer) }

  /// What the terminal shows, without spaces at the ends of rows.
  package var screen: String { terminal.snapshot() }

  /// Types text.
  package func type(_ text: String) {
    terminal.feed(text)
    settle()
  }

  /// Pastes text as a terminal brackets it.
  package func paste(_ text: String) {
    terminal.feed("\u{1B}[200~\(text)\u{1B}[201~")
    settle()
  }

  /// Presses keys by their names, one after another.
  package func keys(_ names: String...) {
    for name in names {
      terminal.feed(KeyBytes.bytes(of: name))
      settle()
    }
  }

  /// Changes the window's size.
  package func resize(_ size: Size) {
    terminal.resize(to: size)
    settle()
  }

  /// Runs the loop until it is idle.
  package func settle() {
    for _ in 0..<100_000 {
      if terminal.isDrained, loop.isIdle || loop.state.isFinished { return }
      loop.step()
    }
  }

  /// Whether the coverage kept up to date equals one read from nothing.
  package var coverageIsWhatAFullReadingGives: Bool {
    var fresh = BidReadings(themeCount: loop.state.session.themes.themes.count)
    let reader = BlockReader(themes: loop.state.session.themes, signals: lexicon)
    let session = loop.state.session
    for answer in session.answers {
      for part in answer.answer.parts where session.template.part(part.key)?.isHidden != true {
        for block in part.blocks {
          let reading = reader.read(RenderedText(block.text, values: session.values), kind: block.kind)
          fresh.set(reading, for: block.id, part: part.id, answer: answer.id)
        }
      }
    }
    return session.answers.allSatisfy { answer in
      fresh.coverage(of: answer.id) == session.readings.coverage(of: answer.id)
    }
  }

  /// The text of a file on the disk.
  package func text(at path: String) -> String? {
    files.bytes(at: path).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The folder of the package.
  package static let repository = #filePath.components(before: "/Sources/BidTestSupport/")

  private static func put(_ text: String, at path: String, on files: MemoryFileSystem) throws {
    try files.makeFolders(FilePath.folder(of: path), permissions: 0o755)
    files.put(Array(text.utf8), at: path)
  }

  private static func copy(_ source: String, to target: String, on files: MemoryFileSystem) throws {
    let disk = LocalFileSystem()
    try files.makeFolders(target, permissions: 0o755)
    for name in try disk.list(source) {
      let from = FilePath.join(source, name)
      let to = FilePath.join(target, name)
      if try disk.status(at: from).kind == .folder {
        try copy(from, to: to, on: files)
      } else {
        files.put(try FileReader(files: disk).read(from).bytes, at: to)
      }
    }
  }
}

extension String {
  /// What stands before `marker`.
  fileprivate func components(before marker: String) -> String {
    ranges(of: marker).first.map { String(self[..<$0.lowerBound]) } ?? self
  }
}
