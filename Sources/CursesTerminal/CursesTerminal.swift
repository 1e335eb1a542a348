import CNcurses
import Glibc
import Screen

/// The terminal that the program was started in, and its only owner.
///
/// ncurses is used for output alone. Input is read as bytes from a descriptor of our own; signals come through
/// a pipe, and wake-ups through an eventfd, so that one `poll` waits for everything.
///
/// The terminal is given back by `close`, by `exit`, and by the signals that end a process. After `kill -9`
/// nothing can: the shell's `reset` does.
///
/// Limitations: one at a time, because ncurses and signal handlers belong to the process. Output blocks while the
/// terminal does not read it.
package final class CursesTerminal: Terminal {
  /// What to switch on.
  package struct Options: Hashable, Sendable {
    /// Use the palette; otherwise attributes alone, for `NO_COLOR` and monochrome.
    package var colors: Bool
    /// Ask for reports of the mouse. The terminal's own selection then needs Shift.
    package var mouse: Bool

    /// What to switch on; unless told otherwise, colours and the mouse.
    package init(colors: Bool = true, mouse: Bool = true) {
      self.colors = colors
      self.mouse = mouse
    }
  }

  /// The size of the window as last reported.
  package internal(set) var size: Size
  /// The byte that this terminal's Backspace key sends, for `InputDecoder`.
  package let eraseByte: UInt8

  let options: Options
  let window: UnsafeMutablePointer<WINDOW>
  private let screen: OpaquePointer
  /// Reads without blocking when it is our own; otherwise standard input, which is polled before each read.
  let input: Int32
  let inputIsOurs: Bool
  let output: Int32 = STDOUT_FILENO
  let signals: Int32
  let channel = WakeChannel()
  let palette: ColorPairs
  /// What is shown, as far as ncurses was told.
  var shown: Surface
  var presentation: UInt64 = 0
  var glyphs: [fivefold_glyph] = []
  /// Where input is read to.
  var buffer = [UInt8](repeating: 0, count: 65_536)
  var cursorIsVisible = true
  private(set) var isOpen = true

  /// Takes the terminal of standard input and output over.
  /// - Throws: `TerminalError`, with nothing changed, when there is none or its type is not known.
  package init(options: Options = Options()) throws(TerminalError) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    Self.useUnicodeLocale()
    self.options = options
    fivefold_remember(STDOUT_FILENO)
    eraseByte = fivefold_erase_character()
    var reason: Int32 = 0
    guard let screen = fivefold_open(STDOUT_FILENO, &reason), let window = fivefold_window() else {
      let type = getenv("TERM").map { String(cString: $0) } ?? ""
      throw reason == 0 ? .unknownType(type) : reason == 1 ? .tooSimple(type) : .system(errno)
    }
    self.screen = screen
    self.window = window
    signals = fivefold_catch_signals()
    let own = Self.openInput()
    input = own ?? STDIN_FILENO
    inputIsOurs = own != nil
    palette = ColorPairs(enabled: options.colors)
    size = Size(rows: Int(getmaxy(window)), columns: Int(getmaxx(window)))
    shown = Surface(size: size)
    noecho()
    _ = fivefold_raw(STDOUT_FILENO)
    def_prog_mode()
    // Otherwise ncurses looks for typed keys while it draws, and puts the drawing off.
    typeahead(-1)
    fitWindow()
    fivefold_arm(modes(on: false))
    send(modes(on: true))
  }

  deinit { close() }

  /// Makes sure that letters beyond ASCII can be drawn: a locale without UTF-8 is replaced by `C.UTF-8`.
  private static func useUnicodeLocale() {
    setlocale(LC_ALL, "")
    let codeset = nl_langinfo(Int32(CODESET)).map { String(cString: $0) } ?? ""
    if codeset != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
  }

  /// Opens the terminal once more, because O_NONBLOCK on the shared standard input would reach the shell.
  private static func openInput() -> Int32? {
    guard let name = ttyname(STDIN_FILENO) else { return nil }
    let descriptor = open(name, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    return descriptor >= 0 ? descriptor : nil
  }

  /// The sequences that switch the terminal's modes on, or all of them off.
  private func modes(on: Bool) -> String {
    let end = on ? "h" : "l"
    var text = "\u{1B}[?2004\(end)"
    if options.mouse { text += "\u{1B}[?1000\(end)\u{1B}[?1002\(end)\u{1B}[?1006\(end)" }
    return text
  }

  /// Writes past ncurses, which must have flushed what it had.
  func send(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(output, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else if errno != EINTR {
        return
      }
    }
  }

  /// Makes ncurses' window as large as the terminal says it is.
  func fitWindow() {
    var rows: Int32 = 0
    var columns: Int32 = 0
    guard fivefold_size(output, &rows, &columns) else { return }
    let now = Size(rows: Int(rows), columns: Int(columns))
    guard now != size || getmaxy(window) != rows || getmaxx(window) != columns else { return }
    resizeterm(rows, columns)
    size = now
    repaintAll()
  }

  /// Forgets what is shown, so that the next `present` draws everything anew.
  func repaintAll() {
    werase(window)
    clearok(window, true)
    shown = Surface(size: size)
    presentation += 1
  }

  private func leave() {
    send(modes(on: false))
    curs_set(1)
    endwin()
    fivefold_wipe()
    fivefold_disarm()
    fivefold_cooked(output)
  }

  /// Sets the terminal up again after it was lent or the process stood still.
  func enter() {
    fivefold_remember(output)
    reset_prog_mode()
    _ = fivefold_raw(output)
    curs_set(cursorIsVisible ? 1 : 0)
    fivefold_arm(modes(on: false))
    send(modes(on: true))
    repaintAll()
    fitWindow()
  }

  /// Gives the terminal back, stops the job, and sets up again when it goes on.
  package func suspend() {
    guard isOpen else { return }
    leave()
    fivefold_stop()
    enter()
  }

  /// Gives the terminal to `body` and takes it back.
  package func runOutside(_ body: () -> Void) {
    guard isOpen else { return body() }
    leave()
    body()
    enter()
  }

  /// Gives the terminal back. A second call does nothing.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    leave()
    delscreen(screen)
    if inputIsOurs { Glibc.close(input) }
  }

  /// The bell.
  package func ring() {
    if isOpen { beep() }
  }

  /// Makes `wait` return; any thread may call it.
  package var wake: @Sendable () -> Void {
    let channel = channel
    return { channel.raise() }
  }
}
