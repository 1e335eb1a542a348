import BidAnalysis
import BidModel
import BidStorage
import CNcurses
import Foundation
import Glibc
import Screen
import Workbench

/// The program's loop on a memory terminal, over the same files that a tmux test opens.
package struct MemoryScreen {
  /// What curses would be given, row by row, without spaces at the ends.
  package let rows: [String]

  /// Opens the file or folder at `path`, lets the loop come to rest, and takes the screen.
  ///
  /// - Throws: What the program would say instead of opening it.
  package init(of path: String, in sandbox: Sandbox, size: Size) throws {
    let surroundings = Surroundings(
      files: LocalFileSystem(), environment: sandbox.environment, program: ProgramUnderTest.path,
      templates: nil,
      host: "test", user: "writer", today: Date.now.formatted(.iso8601.year().month().day()),
      timeOfDay: { "12:00" }, secondsNow: { Int(Date.now.timeIntervalSince1970) })
    let opened = try OpenedBid(try WorkspaceLoader(files: surroundings.files).target(path), in: surroundings)
    let terminal = MemoryTerminal(size: size)
    let mailbox = Mailbox()
    mailbox.connect(terminal.wake)
    let loop = WorkbenchLoop(
      state: WorkbenchState(session: opened.session, size: size, theme: .standard, showing: opened.shown),
      terminal: terminal, desk: BidDesk(opened, in: surroundings, mailbox: mailbox),
      reader: opened.reader { _ in }, mailbox: mailbox,
      now: { terminal.now })
    loop.begin()
    repeat { loop.step() } while !loop.isIdle
    rows = Self.drawn(terminal.screen)
  }

  /// The rows as curses draws them: what a cell of it cannot hold is drawn as `DrawnCluster` says.
  private static func drawn(_ surface: Surface) -> [String] {
    let locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
    let before = uselocale(locale)
    defer {
      uselocale(before)
      freelocale(locale)
    }
    return (0..<surface.size.rows).map { row in
      var line = String.UnicodeScalarView()
      var column = 0
      while column < surface.size.columns {
        let index = row * surface.size.columns + column
        let columns = max(1, surface.columnsOfGlyph(at: index))
        let pieces = DrawnCluster.pieces(of: surface.text(of: surface.cells[index]), columns: columns) {
          Int(fivefold_width($0.value))
        }
        for piece in pieces { line.append(contentsOf: piece) }
        column += columns
      }
      while line.last == " " { line.removeLast() }
      return String(line)
    }
  }
}
