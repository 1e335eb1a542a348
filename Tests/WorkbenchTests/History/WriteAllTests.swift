import BidModel
import BidStorage
import BidTestSupport
import Glibc
import Screen
import Testing

@testable import Workbench

/// Several answers written by one command.
@Suite struct WriteAllTests {
  static let names = ["1.md", "2.md", "3.md"]

  /// Three answers that each say "new" in hand and "old" on the disk, and the bench that holds them.
  static func changed() throws -> (WorkbenchHarness, [OpenAnswer]) {
    let scene = WorkbenchScene.answers(
      Dictionary(uniqueKeysWithValues: names.map { ($0, "## Context\n\nold \($0)\n") }))
    let bench = try WorkbenchHarness(scene)
    var answers = bench.state.session.answers
    for index in answers.indices {
      let block = answers[index].answer.parts[0].blocks[0]
      try answers[index].answer.apply(.text(block.id, offset: 0, length: 3, with: "new", source: nil))
    }
    return (bench, answers)
  }

  /// How many of the files on the disk say "new".
  static func count(_ bench: WorkbenchHarness) -> Int {
    names.count { bench.scene.text(at: bench.scene.answerPath($0)).contains("new") }
  }

  @Test("all are written, or a change on the disk stops the command before the first")
  func stops() throws {
    let (bench, answers) = try Self.changed()
    let last = bench.scene.answerPath("3.md")
    bench.scene.files.put(Array("## Context\n\ntheirs\n".utf8), at: last)
    #expect(throws: StorageError.self) { try bench.loop.desk.writeAll(answers) }
    #expect(Self.count(bench) == 0)
    bench.scene.files.put(Array("## Context\n\nold 3.md\n".utf8), at: last)
    #expect(try bench.loop.desk.writeAll(answers).isEmpty)
    #expect(Self.count(bench) == 3)
  }

  @Test("an answer that somebody else holds stops the command before the first")
  func held() throws {
    let (bench, answers) = try Self.changed()
    let other = try WorkbenchHarness(bench.scene, process: 8)
    other.keys("Ctrl-End")
    other.type("x")
    #expect(throws: StorageError.self) { try bench.loop.desk.writeAll(answers) }
    #expect(Self.count(bench) == 0)
  }

  @Test("a full disk at any write leaves every file as it was")
  func full() throws {
    for number in 1...6 {
      let (bench, answers) = try Self.changed()
      bench.scene.files.faults = FaultPlan((.kind(.write, number), .fail(ENOSPC)))
      #expect(throws: StorageError.self, "write \(number)") { try bench.loop.desk.writeAll(answers) }
      #expect(Self.count(bench) == 0, "write \(number)")
    }
  }
}
