import BidModel
import BidStorage
import Checksum
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
      let read = names.compactMap {
        try? loader.answer(at: FilePath.join(answers, $0), template: template).answer
      }
      return OtherBid(
        name: FilePath.name(of: folder), answers: read, signed: signed(among: read, of: folder))
    }
  }

  /// The answers of the bid in `folder` that somebody has signed.
  private func signed(among answers: [Answer], of folder: String) -> Set<AnswerID> {
    var problems: [FileProblem] = []
    let book = ReviewBook(
      sheets: ReviewStore(bid: folder, files: files, host: host).sheets(problems: &problems), rounds: [],
      reviewers: [])
    return Set(
      answers.filter { answer in
        var faults: [FrontMatterProblem] = []
        let question = answer.frontMatter.map { Question($0, problems: &faults) } ?? Question()
        return book.signOff(of: OpenAnswer(answer: answer, question: question).reviewKey) != nil
      }.map(\.id))
  }

  /// Rewrites files of other bids, all or none; with `keeping`, what they say now becomes a version of each.
  ///
  /// - Throws: As ``MultiFileWriter``.
  func rewrite(_ changes: [Transaction.OtherFile], keeping: Bool) throws(StorageError) {
    guard !changes.isEmpty else { return }
    if keeping, let surroundings {
      for change in changes {
        let bid = FilePath.folder(of: FilePath.folder(of: change.path))
        try ReviewDesk(bid: bid, surroundings).keepVersion(
          FilePath.name(of: change.path), change.before, cause: .named, name: "before replacing", by: user,
          at: surroundings.stamp)
      }
    }
    _ = try MultiFileWriter(writer: writer, locks: locks).write(
      changes.map {
        FileChange(path: $0.path, bytes: $0.after, expecting: .digest(SHA256Digest(of: $0.before)))
      })
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
    do throws(StorageError) { try desk.rewrite(plan.files, keeping: true) } catch {
      return state.say("Nothing was replaced. \(error)", as: .error)
    }
    state.lockedAnswers.formUnion(ids)
    state.find.others = nil
    state.perform(plan)
  }

  /// Rewrites the files of other bids that an undo or a redo is about, and then does the rest of it.
  func rewrite(_ files: [Transaction.OtherFile], redoing: Bool) {
    do throws(StorageError) { try desk.rewrite(files, keeping: false) } catch {
      return state.say("Nothing was \(redoing ? "done again" : "taken back"). \(error)", as: .error)
    }
    state.undo(redoing: redoing, hasWritten: true)
  }
}
