import BidAnalysis
import BidModel
import BidStorage

extension WorkbenchLoop {
  /// Performs what a review asks for; what the disk refuses is said, and the files are read anew.
  func perform(_ effect: ReviewEffect) {
    guard let reviews = desk.reviews, let review = state.session.review else { return }
    needsPanes = true
    do throws(StorageError) {
      switch effect {
      case .keep(let changes):
        for change in changes { state.session.review?.book.keep(try reviews.keep(change)) }
        state.applyHeld()
      case .reload: reload()
      case .audit(let entry):
        try reviews.append(entry)
        if entry.act == .ai { state.say("Noted in the audit.", as: .note) }
      case .findChanges: findChanges(reviews, review)
      case .listVersions(let id):
        state.reviewing.versions = reviews.versions(of: id.fileName).reversed()
      case .compare(let id, let version, let other):
        try compare(id, version, with: other, reviews)
      case .readReviewed: readReviewed(reviews, review)
      case .openFile(let path, let line): openFile(path, line: line)
      case .exportChanges: try exportChanges()
      case .judge: judge(review)
      case .waive(let waiver):
        try reviews.waive(waiver, version: review.version)
        reload()
        if let review = state.session.review { judge(review) }
      case .name(let name):
        try keepNamed(name, reviews, review)
        state.say("Kept as ‘\(name)’.", as: .note)
      case .unlock(let id): try unlock(id, reviews, review)
      case .agree(let index):
        reload()
        state.askForAgreement(index)
      case .correct(let own): state.correct(own)
      case .withdraw(let own): state.withdraw(own)
      case .beginWalk(let round): state.beginWalk(round)
      }
      state.reviewing.keptForm = nil
    } catch {
      reload()
      state.say("\(error)", as: .error)
      state.reopenKeptForm("\(error)")
    }
  }

  /// Keeps the text that was just saved as a version.
  func keepVersion(of answer: OpenAnswer) {
    guard let reviews = desk.reviews, let review = state.session.review else { return }
    do throws(StorageError) {
      try reviews.keepVersion(
        answer.id.fileName, AnswerFile.print(answer.answer), cause: .save, by: review.me, at: reviews.stamp())
    } catch {
      state.say("Saved, but no version could be kept: \(error)", as: .warning)
    }
  }

  /// Writes down which versions the text that was just saved went back to.
  func noteRestores(of id: AnswerID) {
    guard let reviews = desk.reviews, let entries = state.reviewing.restores.removeValue(forKey: id) else {
      return
    }
    do throws(StorageError) {
      for entry in entries { try reviews.append(entry) }
    } catch {
      state.say("Saved, but the audit could not be written: \(error)", as: .warning)
    }
  }

  /// Lets a signed answer be edited, and writes down who did.
  private func unlock(_ id: AnswerID, _ reviews: ReviewDesk, _ review: ReviewContext) throws(StorageError) {
    state.reviewing.unlocked.insert(id)
    guard let open = state.session[id], let (person, signOff) = review.book.signOff(of: open.reviewKey) else {
      return
    }
    try reviews.append(
      review.audit(
        .unlock, question: open.reviewKey, why: "signed by \(person), \(signOff.at)", at: reviews.stamp()))
  }

  /// Writes what the steps of a text that was just saved say of comments.
  ///
  /// - Returns: Why it could not be written; it is then written with the next save.
  func writeHeld(of id: AnswerID) -> String? {
    guard let reviews = desk.reviews, let held = state.reviewing.held[id] else { return nil }
    do throws(StorageError) {
      for change in held.flatMap(\.changes) { state.session.review?.book.keep(try reviews.keep(change)) }
      state.reviewing.held[id] = nil
      state.applyHeld()
      return nil
    } catch {
      return "Saved, but the comments whose words were taken are still open: \(error)"
    }
  }

  /// Forgets what the steps of a text say of comments, where that text is given up.
  func dropHeld(of id: AnswerID) {
    if state.reviewing.held.removeValue(forKey: id) != nil { reload() }
  }

  private func reload() {
    guard var review = state.session.review, let reviews = desk.reviews else { return }
    reviews.reload(&review)
    state.session.review = review
    state.applyHeld()
    if let problem = review.problems.first { state.say(problem.description, as: .warning) }
  }

  private func findChanges(_ reviews: ReviewDesk, _ review: ReviewContext) {
    state.reviewing.changes = state.session.answers.map { open in
      let version = review.lastReviewed(open.reviewKey)
      let old = version.flatMap { try? reviews.answer($0, of: open, template: state.session.template) }
      return Reviewing.ChangedAnswer(
        answer: open.id, version: version ?? "", isGone: version != nil && old == nil,
        comparison: AnswerComparison(from: old ?? open.answer, to: open.answer))
    }
  }

  /// Shows a version beside another, or beside the text of now.
  private func compare(
    _ id: AnswerID, _ version: StoredVersion, with other: StoredVersion?, _ reviews: ReviewDesk
  ) throws(StorageError) {
    guard let open = state.session[id] else { return }
    for file in [version, other].compactMap({ $0 }) where reviews.version(file.file, of: open) == nil {
      return state.tellGone(file, of: id)
    }
    let template = state.session.template
    var compared = Reviewing.ComparedVersion(
      version: version, answer: try reviews.answer(version.file, of: open, template: template))
    if let other {
      compared.other = other
      compared.otherAnswer = try reviews.answer(other.file, of: open, template: template)
    }
    state.reviewing.compared = compared
    var from: ReviewBox.Screen?
    if case .review(let box) = state.overlays.last { from = box.screen }
    if from != .comparison { state.reviewing.comparedFrom = from }
    state.showReview(.comparison)
  }

  /// Reads the versions that the comments a person may see were made on, each once.
  private func readReviewed(_ reviews: ReviewDesk, _ review: ReviewContext) {
    for item in review.book.fixes(seenBy: review.me) {
      let file = review.book.sheet(item.round, item.person, item.question).version
      guard !file.isEmpty, let open = state.session.answer(reviewedAs: item.question) else { continue }
      let key = Reviewing.ReadVersion(answer: open.id, file: file)
      guard state.reviewing.read[key] == nil else { continue }
      state.reviewing.read[key] = try? reviews.answer(file, of: open, template: state.session.template)
    }
  }

  /// Opens a file of the bid in the person's own editor at a line; then reads the bid's lists and judges anew.
  private func openFile(_ path: String, line: Int) {
    let editor = [desk.environment["VISUAL"], desk.environment["EDITOR"]].compactMap { $0 }
      .map { CommandLineWords($0).words }.first { !$0.isEmpty }
    guard let editor else {
      return state.say(
        "\(path):\(line) is mended in another editor: set VISUAL or EDITOR, and Enter opens it there.",
        as: .note)
    }
    var end = ProgramEnd.notStarted("")
    // Every common editor takes the line before the file.
    terminal.runOutside {
      end = desk.programs.runInTerminal(editor + ["+\(line)", path], environment: desk.environment)
    }
    surface.damageAll()
    state.editor.painted = []
    if let complaint = end.complaint {
      return state.say("\(editor[0]) \(complaint). The place is \(path):\(line).", as: .error)
    }
    if let surroundings = desk.surroundings, let folder = state.session.review?.folder {
      do throws(StorageError) {
        let fresh = try OpenedBid(try WorkspaceLoader(files: desk.files).target(folder), in: surroundings)
        if let bid = fresh.session.review?.bid { state.session.review?.bid = bid }
      } catch {
        return state.say("\(error)", as: .error)
      }
    }
    reload()
    if let review = state.session.review { judge(review) }
  }

  /// Writes the one page of what changed into the bid's export folder.
  private func exportChanges() throws(StorageError) {
    guard let folder = desk.exportFolder else { return }
    let page = ChangePage(state.session, changes: state.reviewing.changes)
    let path = FilePath.join(folder, "what-changed.md")
    do throws(SystemError) { try desk.files.makeFolders(folder, permissions: 0o777) } catch {
      throw .system(error, task: "make", path: folder)
    }
    _ = try desk.writer.write(Array(page.markdown.utf8), to: path, expecting: .anything)
    state.say("Written to \(path).", as: .note)
  }

  private func judge(_ review: ReviewContext) {
    var input = state.session.gateInput(review)
    if let path = desk.registerPath {
      input.takeFiles(
        workspace: FilePath.folder(of: path), folder: review.folder, files: desk.files,
        programs: desk.programs, environment: desk.environment)
    }
    let gate = Gate(input)
    (state.reviewing.gate, state.reviewing.staleWaivers) = (gate.items, gate.staleWaivers)
  }

  private func keepNamed(_ name: String, _ reviews: ReviewDesk, _ review: ReviewContext) throws(StorageError)
  {
    let now = reviews.stamp()
    for open in state.session.answers {
      guard let bytes = desk.known[open.id]?.bytes else { continue }
      try reviews.keepVersion(open.id.fileName, bytes, cause: .named, name: name, by: review.me, at: now)
    }
    try reviews.append(review.audit(.name, why: name, at: now))
  }
}
