import BidTestSupport
import Screen
import Testing

@testable import Workbench

/// How much work a key makes, counted and never timed.
@Suite struct WorkCountTests {
  private func bench() throws -> WorkbenchHarness {
    let bench = try WorkbenchHarness(
      .sample(answer: "2.1-integration.md"), size: Size(rows: 36, columns: 120))
    bench.keys("Ctrl-Home", "Alt-Down", "Alt-Down", "End")
    bench.type("x")
    return bench
  }

  @Test("one typed letter reads one block, wraps one block and sends a few cells")
  func letter() throws {
    let bench = try bench()
    let reads = bench.loop.readCount
    let wraps = bench.state.editor.layouts.wrapCount
    let cells = bench.terminal.cellsSent
    bench.send(Array("y".utf8))
    #expect(bench.loop.readCount == reads)
    #expect(bench.state.editor.layouts.wrapCount == wraps + 1)
    #expect(bench.terminal.cellsSent - cells <= 60)
    bench.settle()
    #expect(bench.loop.readCount == reads + 1)
    #expect(bench.state.editor.layouts.wrapCount == wraps + 1)
    #expect(bench.terminal.cellsSent - cells <= 120)
  }

  @Test("letters that arrive together are read once")
  func burst() throws {
    let bench = try bench()
    let reads = bench.loop.readCount
    let presents = bench.terminal.presentCount
    bench.send(Array(String(repeating: "a", count: 2_000).utf8))
    #expect(bench.terminal.presentCount == presents + 1)
    bench.settle()
    #expect(bench.loop.readCount == reads + 1)
    #expect(bench.terminal.presentCount <= presents + 4)
  }

  @Test("moving the cursor in a paragraph reads nothing, wraps nothing and sends nothing of the text")
  func moving() throws {
    let bench = try bench()
    let reads = bench.loop.readCount
    let wraps = bench.state.editor.layouts.wrapCount
    let cells = bench.terminal.cellsSent
    bench.keys("Left", "Left", "Right")
    #expect(bench.loop.readCount == reads)
    #expect(bench.state.editor.layouts.wrapCount == wraps)
    #expect(bench.terminal.cellsSent == cells)
  }

  @Test("a fact that changes is read again only where it is quoted")
  func fact() throws {
    let bench = try WorkbenchHarness(.sample(answer: "2.1-integration.md"))
    let uses = bench.state.session.answers.flatMap { $0.answer.parts.flatMap(\.blocks) }
      .filter { $0.text.contains("{{flow.los_reduced") }.count
    #expect(uses > 0)
    let reads = bench.loop.readCount
    bench.keys("Alt-4")
    bench.keys("Down", times: 5)
    bench.keys("Enter", "Ctrl-U")
    guard case .form(let form) = bench.state.overlays.last else {
      Issue.record("no form opened")
      return
    }
    bench.type("7")
    bench.keys("Enter")
    let quoting = bench.state.session.answers.flatMap { $0.answer.parts.flatMap(\.blocks) }
      .filter { $0.text.contains(form.reference.kpi) }.count
    #expect(bench.loop.readCount - reads == quoting)
  }
}
