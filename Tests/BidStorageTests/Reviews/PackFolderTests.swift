import BidModel
import BidStorage
import BidTestSupport
import Testing

/// A pack proves itself unchanged, or says what changed; versions come back to the byte.
@Suite struct PackFolderTests {
  private let files = MemoryFileSystem()
  private var packs: PackFolder { PackFolder(files: files, host: "desk") }
  private let contents: [String: [UInt8]] = ["a.txt": [1, 2], "b/c.txt": [3], "b/é x.txt": []]

  @Test("one state frozen twice is one pack with the same bytes")
  func same() throws {
    let first = try packs.write(contents, in: "/packs", prefix: "pack")
    let bytes = files.contents
    #expect(try packs.write(contents, in: "/packs", prefix: "pack") == first)
    #expect(files.contents == bytes)
    #expect(try packs.faults(in: first).isEmpty)
  }

  @Test(
    "a pack that is there and differs is named, and never written over",
    arguments: [
      ("a.txt", [1, 3], "a.txt was changed"), ("d.txt", [1], "d.txt was added"),
      ("b/c.txt", nil, "b/c.txt is missing"), (PackFolder.manifest, [1], "MANIFEST.sha256 was changed"),
    ] as [(String, [UInt8]?, String)])
  func frozenAgain(_ name: String, _ bytes: [UInt8]?, _ fault: String) throws {
    let pack = try packs.write(contents, in: "/packs", prefix: "pack")
    if let bytes { files.put(bytes, at: "\(pack)/\(name)") } else { try files.unlink("\(pack)/\(name)") }
    let tampered = files.contents
    let error = #expect(throws: StorageError.self) {
      try packs.write(contents, in: "/packs", prefix: "pack")
    }
    #expect(error.map { "\($0)" }?.contains(fault) == true, "\(String(describing: error))")
    #expect(files.contents == tampered)
  }

  @Test("a pack that was not finished is gone on with, unless what is there differs")
  func unfinished() throws {
    let pack = try packs.write(contents, in: "/packs", prefix: "pack")
    let whole = files.contents
    try files.unlink("\(pack)/\(PackFolder.manifest)")
    try files.unlink("\(pack)/b/c.txt")
    _ = try packs.write(contents, in: "/packs", prefix: "pack")
    #expect(files.contents == whole)
    try files.unlink("\(pack)/\(PackFolder.manifest)")
    files.put([9], at: "\(pack)/a.txt")
    #expect(throws: StorageError.self) { try packs.write(contents, in: "/packs", prefix: "pack") }
  }

  @Test("the folder's name vouches for the manifest; under another name nothing does")
  func seal() throws {
    let pack = try packs.write(contents, in: "/packs", prefix: "pack")
    let seal = try packs.seal(of: pack)
    #expect(seal.fits == true)
    #expect(pack.hasSuffix(seal.digest.prefix(12)))
    for (path, bytes) in files.contents where path.hasPrefix(pack) {
      files.put(bytes, at: "/copy" + path.dropFirst(pack.count))
    }
    let copied = try packs.seal(of: "/copy")
    #expect(copied.digest == seal.digest && copied.fits == nil)
    #expect(try packs.faults(in: "/copy").isEmpty)
  }

  @Test(
    "one byte, a file more or less, or a rewritten manifest is found and named",
    arguments: [
      ("a.txt", [1, 3], "a.txt was changed."), ("d.txt", [1], "d.txt was added."),
      ("b/c.txt", nil, "b/c.txt is missing."),
    ] as [(String, [UInt8]?, String)])
  func tampered(_ name: String, _ bytes: [UInt8]?, _ fault: String) throws {
    let pack = try packs.write(contents, in: "/packs", prefix: "pack")
    if let bytes { files.put(bytes, at: "\(pack)/\(name)") } else { try files.unlink("\(pack)/\(name)") }
    #expect(try packs.faults(in: pack) == [fault])
    var forged = contents
    forged[name] = bytes
    files.put(PackFolder.manifest(of: forged), at: "\(pack)/\(PackFolder.manifest)")
    #expect(try packs.faults(in: pack) == ["MANIFEST.sha256 was changed: the folder is named for another."])
  }

  @Test("restoring a version as an edit gives its bytes back, and undoing that gives those of before")
  func restoring() throws {
    var tried = 0
    for seed in 1...150 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      let bytes = random.document()
      guard let old = try? AnswerFile.scan(bytes, id: AnswerID("a.md")).answer else { continue }
      tried += 1
      var answer = old
      for _ in 0..<6 { try answer.apply(random.edit(of: answer)) }
      let before = AnswerFile.print(answer)
      var inverses: [Edit] = []
      for edit in answer.restoring(old) { inverses.append(try answer.apply(edit)) }
      #expect(AnswerFile.print(answer) == bytes, "seed \(seed)")
      for edit in inverses.reversed() { try answer.apply(edit) }
      #expect(AnswerFile.print(answer) == before, "seed \(seed)")
    }
    #expect(tried >= 140)
  }

  @Test("a comparison says what was removed, added and reworded, by words")
  func comparison() {
    let changes = AnswerComparison.changes(
      from: ["Same.", "We visit each person weekly at home.", "Gone for good."],
      to: ["Same.", "We visit each person daily at home.", "Brand-new sentence here."])
    #expect(
      changes == [
        .same("Same."),
        .reworded([
          .init(kind: .same, text: "We visit each person "), .init(kind: .removed, text: "weekly"),
          .init(kind: .added, text: "daily"), .init(kind: .same, text: " at home."),
        ]), .added("Brand-new sentence here."), .removed("Gone for good."),
      ])
  }
}
