import BidTestSupport
import Screen
import Testing

@Suite("Changed runs are the difference of two surfaces") struct ChangedRunsTests {
  @Test("the runs of random paintings turn the old picture into the new", arguments: 0..<30)
  func exact(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var picture = Surface(size: Size(rows: 4, columns: 23))
    var shown = Surface(size: picture.size)
    picture.markPresented(1)
    for _ in 0..<60 {
      for _ in 0..<Int.random(in: 0...4, using: &random) { RandomPainting.step(&picture, using: &random) }
      let runs = picture.changedRuns(since: shown)
      for run in runs {
        expectChangedEnds(run, new: picture, old: shown)
        shown.copy(run, from: picture)
      }
      #expect(same(picture, shown))
      #expect(picture.changedRuns(since: shown, everyRow: true).isEmpty)
      picture.markPresented(1)
    }
  }

  @Test("one letter is one cell, and near changes are one run")
  func runs() {
    var old = Surface(size: Size(rows: 2, columns: 20))
    old.markPresented(1)
    var new = old
    new.write("a", at: Point(row: 1, column: 3), style: .plain)
    #expect(new.changedRuns(since: old) == [ChangedRun(row: 1, columns: 3..<4)])
    new.write("b", at: Point(row: 1, column: 6), style: .plain)
    new.write("日", at: Point(row: 1, column: 15), style: .plain)
    #expect(
      new.changedRuns(since: old) == [
        ChangedRun(row: 1, columns: 3..<7), ChangedRun(row: 1, columns: 15..<17),
      ])
  }

  @Test("another size changes every row whole")
  func sizes() {
    let old = Surface(size: Size(rows: 2, columns: 3))
    let new = Surface(size: Size(rows: 1, columns: 4))
    #expect(new.changedRuns(since: old) == [ChangedRun(row: 0, columns: 0..<4)])
    #expect(Surface(size: Size(rows: 3, columns: 0)).changedRuns(since: old).isEmpty)
  }

  /// A run starts and ends with whole glyphs, and something in its first and last four columns did change.
  private func expectChangedEnds(_ run: ChangedRun, new: Surface, old: Surface) {
    #expect(new[run.row, run.columns.lowerBound].columns > 0)
    #expect(run.columns.upperBound == new.size.columns || new[run.row, run.columns.upperBound].columns > 0)
    #expect(run.columns.contains { new[run.row, $0] != old[run.row, $0] })
  }

  private func same(_ one: Surface, _ other: Surface) -> Bool {
    (0..<one.size.rows).allSatisfy { row in
      (0..<one.size.columns).allSatisfy { one[row, $0] == other[row, $0] }
    }
  }
}
