import BidModel

extension ReviewRound {
  /// Reads a file of `Templates/rounds/`.
  ///
  /// - Throws: `malformed` with the line.
  package init(
    yaml: YAMLValue?, id: String, path: String, reading: YAMLReading? = nil
  ) throws(StorageError) {
    var map = try YAMLMap(yaml, path: path, reading: reading)
    let header = try TemplateHeader(&map, kind: "round", id: id)
    self.init(
      id: header.id, title: header.title, who: try map.text("who"), asks: try map.texts("asks"),
      isIndependent: try map.flag("independent", default: false),
      isScored: try map.flag("scored", default: false), isSigned: try map.flag("signed", default: false),
      isBlind: try map.flag("blind", default: false), order: try map.optionalInteger("order") ?? 0)
    if asks.isEmpty {
      try map.fault(
        "asks", "the round asks for nothing", remedy: "List what reviewers are to do", isOfWhole: true)
    }
    try map.finish()
  }
}

extension TemplateLibrary {
  /// Every round of `rounds/`, in order; a file that cannot be read is told in `problems` and left out.
  package func rounds(problems: inout [FileProblem]) -> [ReviewRound] {
    var rounds: [ReviewRound] = []
    for located in (try? locator.list(kind: "rounds")) ?? [] {
      do throws(StorageError) {
        let (yaml, path) = try read("rounds", located.id)
        rounds.append(try ReviewRound(yaml: yaml, id: located.id, path: path))
      } catch {
        problems.append(FileProblem(error, path: located.path))
      }
    }
    return rounds.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
  }
}
