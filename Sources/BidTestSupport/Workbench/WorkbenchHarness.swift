import BidAnalysis
import BidModel
import BidStorage
import Screen
import Workbench

/// Starts nothing: a test that needs an editor stands in for it.
private struct NoPrograms: Programs {
  func runInTerminal(_ arguments: [String], environment: [String: String]) -> ProgramEnd {
    .notStarted("tests start no program")
  }

  func filter(
    _ input: [UInt8], through arguments: [String], environment: [String: String], isGivenUp: () -> Bool
  ) -> FilterResult {
    FilterResult(end: .notStarted("tests start no program"))
  }
}

/// The whole program but its terminal and its disk: keys in, screen and files out.
///
/// The clock is virtual and moves only by ``settle()``, which lets the timers run out, and ``pause(_:)``.
/// Nothing sleeps: a step ends when the loop says that it is idle.
package final class WorkbenchHarness {
  package let scene: WorkbenchScene
  package let terminal: MemoryTerminal
  package let loop: WorkbenchLoop
  /// Reads blocks as the loop does, to compare with what it has read.
  package let reader: BlockReader

  /// Opens `scene` and shows it.
  ///
  /// `journal` is the folder of the machine that the journal is kept in; without one there is no journal.
  /// `process` says whose locks the loop takes: another number is another person at the same files.
  /// `spelling` loads the machine's dictionary, which answers at once rather than on a thread of its own.
  /// `installed` puts the templates where an installed program has them, so that a workspace's own go before.
  /// `asked` is who sits at the keyboard, as `--as` gives it.
  /// `prepare` changes the state before it is first painted.
  /// `boot` names another start of the machine, so that to any later opening this process has died.
  ///
  /// - Throws: Why the scene cannot be opened.
  package init(
    _ scene: WorkbenchScene, size: Size = Size(rows: 36, columns: 120), theme: ColorTheme = .monochrome,
    journal: String? = nil, process: Int32 = 7, boot: String? = nil,
    spelling: Bool = false, installed: Bool = false, asked: String? = nil,
    prepare: (inout WorkbenchState) -> Void = { _ in }
  ) throws {
    self.scene = scene
    if installed { scene.installTemplates() }
    var surroundings = Surroundings(
      files: scene.files, environment: ["XDG_STATE_HOME": "/state"],
      program: installed ? "/usr/bin/fivefold" : nil, templates: installed ? nil : "/templates",
      host: "desk", user: "priya", today: "2026-11-21", timeOfDay: { "12:04" },
      // The same day and time, as seconds.
      secondsNow: { 1_795_262_640 })
    surroundings.asked = asked
    let opened = try OpenedBid(try WorkspaceLoader(files: scene.files).target(scene.path), in: surroundings)
    let terminal = MemoryTerminal(size: size)
    self.terminal = terminal
    let mailbox = Mailbox()
    mailbox.connect(terminal.wake)
    let holder = LockHolder(pid: process, user: "priya", host: "desk", since: "12:04")
    let desk = BidDesk(
      files: scene.files, host: "desk",
      locks: LockFolder(files: scene.files, stateFolder: "/state", holder: { holder }),
      openJournal: { () throws(StorageError) in
        guard let journal else {
          throw .featureOff(feature: "edit journal", path: "/state", reason: "the test has none")
        }
        let identity = boot.map { ProcessIdentity(pid: process, started: 1, boot: $0) }
        // SQLite's file is on the machine; the files it tells of are in memory.
        _ = try? LocalFileSystem().makeFolders(journal, permissions: 0o700)
        return try Journal.open(stateFolder: journal, files: scene.files, process: identity ?? .current())
      },
      mailbox: mailbox, registerPath: opened.workspace.map { FilePath.join($0, "kpis.csv") },
      exportFolder: opened.bid.map { FilePath.join($0, "exports") }, known: opened.known,
      timeOfDay: { "12:04" })
    desk.historyFolder = journal
    desk.reviews = opened.bid.map { ReviewDesk(bid: $0, surroundings) }
    desk.environment = ["XDG_STATE_HOME": "/state", "EDITOR": "vi"]
    desk.programs = NoPrograms()
    desk.surroundings = surroundings
    let blockReader = try opened.reader()
    var state = WorkbenchState(session: opened.session, size: size, theme: theme, showing: opened.shown)
    prepare(&state)
    reader = blockReader
    loop = WorkbenchLoop(
      state: state,
      terminal: terminal, desk: desk, reader: blockReader, mailbox: mailbox, now: { terminal.now })
    if spelling {
      loop.spelling = SpellingDesk(opened, in: surroundings, mailbox: mailbox, inline: true)
    }
    if journal != nil { loop.begin() } else if spelling { loop.beginSpelling() }
    settle()
  }

  /// What the loop holds.
  package var state: WorkbenchState { loop.state }

  /// Presses keys by their names, such as `Ctrl-S`.
  package func keys(_ names: String...) {
    for name in names {
      guard let key = Key(name: name) else { preconditionFailure("There is no key \(name).") }
      press(key)
    }
    settle()
  }

  /// Presses a key `count` times.
  package func keys(_ name: String, times count: Int) {
    for _ in 0..<count { keys(name) }
  }

  /// Types `text`, a key each grapheme, without a pause between them; a line feed is Enter.
  package func type(_ text: String) {
    for character in text { send(character == "\n" ? [0x0D] : Array(String(character).utf8)) }
    settle()
  }

  /// Pastes `text` as a terminal does.
  package func paste(_ text: String) {
    send(Array("\u{1B}[200~\(text)\u{1B}[201~".utf8))
    settle()
  }

  /// Gives the window another size.
  package func resize(_ rows: Int, _ columns: Int) {
    terminal.resize(to: Size(rows: rows, columns: columns))
    settle()
  }

  /// Lets time go by without input.
  package func pause(_ duration: Duration) { terminal.now = terminal.now.advanced(by: duration) }

  /// Sends one key and takes one step, so that what the key alone costs can be counted.
  package func press(_ key: Key) { send(key.terminalBytes) }

  /// Sends bytes and takes them in, without waiting for the panes.
  package func send(_ bytes: [UInt8]) {
    terminal.feed(bytes)
    while !terminal.isDrained, !state.isFinished { loop.step() }
  }

  /// Steps until nothing is left to do: no input, no mail, nothing to read or paint, no timer.
  package func settle() {
    while !(terminal.isDrained && loop.isIdle), !state.isFinished { loop.step() }
  }
}

extension WorkbenchHarness {
  /// The screen as text.
  package var screen: String { terminal.snapshot() }

  /// The answer in the editor.
  package var answer: Answer {
    guard let open = state.session[state.editor.answer] else {
      preconditionFailure("The editor shows an answer of the bid.")
    }
    return open.answer
  }

  /// The blocks of the answer in the editor, all parts in order.
  package var blocks: [Block] { answer.parts.flatMap(\.blocks) }

  /// The text of each block of the answer in the editor.
  package var texts: [String] { blocks.map(\.text) }

  /// The block the cursor is in.
  package var caretBlock: Block {
    guard let place = answer.place(of: state.editor.caret.block) else {
      preconditionFailure("The cursor stands in the answer.")
    }
    return answer[place]
  }

  /// The text of the cursor's block with a bar where the cursor stands.
  package var caretLine: String {
    let text = caretBlock.text
    let cut = text.utf8.index(text.startIndex, offsetBy: state.editor.caret.offset)
    return "\(text[..<cut])|\(text[cut...])"
  }

  /// What the message line says; empty when it says nothing.
  package var message: String { state.message?.text ?? "" }

  /// The bytes that the answer in the editor would be saved as.
  package var printed: [UInt8] { AnswerFile.print(answer) }

  /// The cursor of the screen; `nil` when it is hidden.
  package var cursor: Point? { terminal.cursor }
}
