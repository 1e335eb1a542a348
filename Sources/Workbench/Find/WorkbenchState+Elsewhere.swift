import BidModel
import BidStorage
import Screen

extension WorkbenchState {
  /// The rows of what was found in other bids: the bid, the question, and the words around the match.
  func elsewhereRows(width: Int) -> [PaneRow] {
    let lead = min(34, width / 3)
    return find.elsewhere.map { hit in
      let before = hit.text.prefix(utf8: hit.range.lowerBound).replacing("\n", with: " ")
      let found = hit.text.prefix(utf8: hit.range.upperBound).suffix(utf8From: hit.range.lowerBound)
      let after = hit.text.suffix(utf8From: hit.range.upperBound).replacing("\n", with: " ")
      let words = Self.excerpt(before, found, String(after.prefix(120)), columns: max(8, width - lead - 1))
      return PaneRow([
        (TextWidth.pad("\(hit.bid) · \(hit.name)", columns: lead) + " ", theme.dim), (words, theme.text),
      ])
    }
  }

  /// Leaves this bid for the one that a match stands in, and goes to the match.
  mutating func openElsewhere(_ index: Int) {
    guard find.elsewhere.indices.contains(index) else { return }
    let hit = find.elsewhere[index]
    overlays.removeLast()
    go(to: Destination(path: hit.path, words: .init(text: hit.text, range: hit.range)))
  }
}

extension BidDesk {
  /// The answers of the workspace's other bids; those that cannot be read are left out.
  ///
  /// - Complexity: O(*n*) in the bytes of those files.
  func otherBids(template: AnswerTemplate) -> [OtherBid] {
    guard let workspace = registerPath.map(FilePath.folder), let own = exportFolder.map(FilePath.folder)
    else {
      return []
    }
    let loader = WorkspaceLoader(files: files)
    let here = (try? files.realPath(of: own)) ?? own
    return loader.bidFolders(in: workspace).filter { ((try? files.realPath(of: $0)) ?? $0) != here }.map {
      folder in
      let answers = FilePath.join(folder, "answers")
      let names = ((try? files.list(answers)) ?? []).sorted().filter {
        $0.hasSuffix(".md") && !$0.hasPrefix(".")
      }
      return OtherBid(
        name: FilePath.name(of: folder),
        answers: names.compactMap {
          try? loader.answer(at: FilePath.join(answers, $0), template: template).answer
        })
    }
  }

  /// Takes the locks of all of `ids`, or none.
  ///
  /// - Returns: Why they cannot be had, in one sentence; `nil` when they are, or locks are off.
  func lock(all ids: [AnswerID]) -> String? {
    var taken: [AnswerID] = []
    for id in ids where held[id] == nil {
      guard let reason = lock(id) else {
        taken.append(id)
        continue
      }
      for id in taken { held.removeValue(forKey: id)?.release() }
      return reason
    }
    return nil
  }
}

extension WorkbenchLoop {
  /// Makes a replacement when the files of all its answers can be had, else says why none was made.
  func replace(_ plan: ReplacePlan) {
    let ids = plan.answers.map(\.answer)
    for id in ids {
      if let reason = state.session[id]?.readOnlyReason {
        return state.say("Nothing was replaced. \(reason)", as: .warning)
      }
    }
    if let reason = state.signatureInTheWay(of: ids) {
      return state.say("Nothing was replaced. \(reason)", as: .warning)
    }
    if let reason = desk.lock(all: ids) { return state.say("Nothing was replaced. \(reason)", as: .error) }
    state.lockedAnswers.formUnion(ids)
    state.perform(plan)
  }
}
