import ArgumentParser
import BidAnalysis
import BidModel
import BidStorage
import CursesTerminal
import Screen
import Workbench

/// Opens a bid, an answer or a loose file in the terminal.
struct Open: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open a workspace, a bid, an answer or a loose file (the default).",
    discussion: "Example: fivefold open my-bids/bids/harbourside-d2a")

  @Argument(help: "A workspace, a bid, an answer or a Markdown file; the folder you stand in when left out.")
  var path: String?

  @OptionGroup var options: SharedOptions

  @OptionGroup var identity: IdentityOptions

  @Flag(name: .customLong("no-mouse"), help: "Leave the mouse to the terminal, for selecting text with it.")
  var noMouse = false

  @Option(help: ArgumentHelp("The line of the file to start at, from 1.", valueName: "n"))
  var line: Int?

  @Option(help: ArgumentHelp("The character of that line to start at, from 1.", valueName: "n"))
  var column: Int?

  func run() throws {
    var surroundings = options.surroundings
    surroundings.asked = identity.person
    let opened = try CommandFailure.catching {
      () throws(StorageError) in
      let target = try WorkspaceLoader(files: surroundings.files).target(path ?? ".")
      return try OpenedBid(target, in: surroundings)
    }
    var faults: [String] = []
    let settings = Self.settings(surroundings, faults: &faults)
    let hasColors = surroundings.environment["NO_COLOR", default: ""].isEmpty
    let terminal = try CommandFailure.catching { () throws(TerminalError) in
      try CursesTerminal(options: .init(colors: hasColors, mouse: !noMouse && settings.mouse, focus: false))
    }
    let mailbox = Mailbox()
    mailbox.connect(terminal.wake)
    let desk = BidDesk(opened, in: surroundings, mailbox: mailbox)
    var state = WorkbenchState(
      session: opened.session, size: terminal.size, theme: hasColors ? .standard : .monochrome,
      showing: opened.shown)
    faults += state.apply(settings, hasColours: hasColors)
    if let fault = faults.first { state.say(fault, as: .warning) }
    if let line { state.goToLine(line, column: column ?? 1) }
    let loop = WorkbenchLoop(
      state: state, terminal: terminal, desk: desk,
      reader: opened.reader { mailbox.post(.say("\($0)", .warning)) }, mailbox: mailbox,
      erase: terminal.eraseByte)
    loop.showsClock = true
    if opened.shown == nil, line == nil { loop.returnToPlace() }
    loop.spelling = SpellingDesk(opened, in: surroundings, mailbox: mailbox)
    loop.begin()
    loop.run()
  }

  /// The person's settings; the standard ones, and why, when their file cannot be read.
  private static func settings(_ surroundings: Surroundings, faults: inout [String]) -> Settings {
    do {
      return try Settings.read(
        folder: Places(environment: surroundings.environment).config, files: surroundings.files)
    } catch {
      faults.append("\(error)")
      return Settings()
    }
  }
}
