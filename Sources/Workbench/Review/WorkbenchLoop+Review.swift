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
      case .reload: reload()
      case .audit(let entry):
        try reviews.append(entry)
        if entry.what == "ai" { state.say("Noted in the audit.", as: .note) }
      case .findChanges: findChanges(reviews, review)
      case .listVersions(let id):
        state.reviewing.versions = reviews.versions(of: id.fileName).reversed()
      case .compare(let id, let version):
        guard let open = state.session[id] else { return }
        let answer = try reviews.answer(version.file, of: open, template: state.session.template)
        state.reviewing.compared = .init(version: version, answer: answer)
        state.showReview(.comparison)
      case .judge: judge(review)
      case .waive(let waiver):
        try reviews.waive(waiver, version: review.version)
        reload()
        if let review = state.session.review { judge(review) }
      case .name(let name):
        try keepNamed(name, reviews, review)
        state.say("Kept as ‘\(name)’.", as: .note)
      case .unlock(let id): state.reviewing.unlocked.insert(id)
      }
    } catch {
      reload()
      state.say("\(error)", as: .error)
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

  private func reload() {
    guard var review = state.session.review, let reviews = desk.reviews else { return }
    reviews.reload(&review)
    state.session.review = review
    if let problem = review.problems.first { state.say(problem.description, as: .warning) }
  }

  private func findChanges(_ reviews: ReviewDesk, _ review: ReviewContext) {
    state.reviewing.changes = state.session.answers.map { open in
      let version = review.lastReviewed(open.reviewKey)
      let old = version.flatMap { try? reviews.answer($0, of: open, template: state.session.template) }
      return Reviewing.ChangedAnswer(
        answer: open.id, version: old == nil ? "" : version ?? "",
        comparison: AnswerComparison(from: old ?? open.answer, to: open.answer))
    }
  }

  private func judge(_ review: ReviewContext) {
    var input = state.session.gateInput(review)
    if let path = desk.registerPath {
      input.takeFiles(
        workspace: FilePath.folder(of: path), folder: review.folder, files: desk.files,
        programs: desk.programs, environment: desk.environment)
    }
    state.reviewing.gate = Gate(input).items
  }

  private func keepNamed(_ name: String, _ reviews: ReviewDesk, _ review: ReviewContext) throws(StorageError)
  {
    let now = reviews.stamp()
    for open in state.session.answers {
      guard let bytes = desk.known[open.id]?.bytes else { continue }
      try reviews.keepVersion(open.id.fileName, bytes, cause: .named, name: name, by: review.me, at: now)
    }
    try reviews.append(review.audit("name", why: name, at: now))
  }
}
