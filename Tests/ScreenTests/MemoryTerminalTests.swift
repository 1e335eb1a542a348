import Screen
import Testing

@Suite("The memory terminal shows and counts") struct MemoryTerminalTests {
  private let size = Size(rows: 2, columns: 10)

  @Test("a letter more is one cell more")
  func counters() {
    let terminal = MemoryTerminal(size: size)
    var surface = Surface(size: size)
    surface.write("abc", at: Point(row: 0, column: 0), style: .plain)
    terminal.present(&surface, cursor: Point(row: 0, column: 3))
    let sent = terminal.cellsSent
    surface.write("abcd", at: Point(row: 0, column: 0), style: .plain)
    terminal.present(&surface, cursor: Point(row: 0, column: 4))
    #expect(terminal.cellsSent == sent + 1)
    #expect(terminal.presentCount == 2)
    #expect(terminal.snapshot() == "abcd\n")
    #expect(terminal.cursor == Point(row: 0, column: 4))
    terminal.present(&surface, cursor: nil)
    #expect(terminal.cellsSent == sent + 1)
    #expect(terminal.cursor == nil)
  }

  @Test("another surface than the last is compared whole")
  func otherSurfaces() {
    let terminal = MemoryTerminal(size: size)
    var first = Surface(size: size)
    terminal.present(&first, cursor: nil)
    var second = first
    first.write("one", at: Point(row: 0, column: 0), style: .plain)
    terminal.present(&first, cursor: nil)
    second.write("two", at: Point(row: 1, column: 0), style: .plain)
    terminal.present(&second, cursor: nil)
    #expect(terminal.snapshot() == "\ntwo")
    var fresh = Surface(size: size)
    terminal.present(&fresh, cursor: nil)
    #expect(terminal.snapshot() == "\n")
  }

  @Test("styles are told under their row")
  func styles() {
    let terminal = MemoryTerminal(size: size)
    var surface = Surface(size: size)
    surface.write("ab", at: Point(row: 0, column: 1), style: Style(foreground: .cyan, attributes: .bold))
    terminal.present(&surface, cursor: nil)
    #expect(terminal.snapshotWithStyles() == " ab\n  ╰ 1-2 bold cyan\n")
  }

  @Test("events come in order, then the deadline, to which the clock jumps")
  func events() {
    let terminal = MemoryTerminal(size: size)
    let deadline = terminal.now + .milliseconds(200)
    terminal.feed("x")
    terminal.resize(to: Size(rows: 3, columns: 3))
    terminal.send(.terminate)
    terminal.wake()
    #expect(terminal.wait(until: deadline) == [.mail, .input([0x78])])
    #expect(terminal.wait(until: deadline) == [.resized])
    #expect(terminal.size == Size(rows: 3, columns: 3))
    #expect(terminal.wait(until: nil) == [.signal(.terminate)])
    #expect(terminal.isDrained)
    #expect(terminal.wait(until: deadline) == [.deadline])
    #expect(terminal.now == deadline)
    #expect(terminal.wait(until: nil) == [])
  }
}
