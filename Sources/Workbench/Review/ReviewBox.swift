import BidAnalysis
import BidModel
import BidStorage

/// The review's screens, which lie over the whole window.
package struct ReviewBox: Hashable, Sendable {
  package var screen: Screen
  package var selected = 0
  package var top = 0
  /// The comment that is selected in the fix list, whatever its row; `nil` before one was.
  var fix: FixItem.ID?

  package init(_ screen: Screen) { self.screen = screen }

  /// What is shown.
  package enum Screen: Hashable, Sendable {
    /// Rounds and everything else there is.
    case home
    /// Text, question and scale.
    case walk
    /// What is to be fixed.
    case fixes
    /// Scores side by side.
    case scores
    /// What the scores come to.
    case projection
    /// What changed since the last review.
    case changes
    /// The versions of an answer.
    case versions
    /// A version beside the text of now.
    case comparison
    /// What still blocks.
    case gate

    /// What the screen is called.
    var title: String {
      switch self {
      case .home: "Review"
      case .walk: "Walk"
      case .fixes: "Fix list"
      case .scores: "Scores side by side"
      case .projection: "Projected score"
      case .changes: "What changed since you last reviewed"
      case .versions: "Versions of this answer"
      case .comparison: "Then and now"
      case .gate: "Gate"
      }
    }
  }
}

/// What the person at the keyboard is reviewing, kept while the program runs.
package struct Reviewing: Hashable, Sendable {
  /// The walk in hand; `nil` before one was begun.
  package var walk: ReviewWalk?
  /// The screen that was left last.
  package var last: ReviewBox?
  /// The row of the first screen that was opened last.
  var homeRow = 0
  /// Which comments the fix list shows; `nil` for all.
  var filter: FixItem.Status?
  /// Lines of what changed since the last review, by question.
  var changes: [ChangedAnswer] = []
  /// Versions of the answer in hand, the newest first.
  var versions: [StoredVersion] = []
  /// The version that others are compared with, when it is not the text of now.
  var base: StoredVersion?
  /// The version that is compared.
  var compared: ComparedVersion?
  /// Where the comparison was asked for: the screen to go back to; `nil` for the text.
  var comparedFrom: ReviewBox.Screen?
  /// Versions that reviewers read, by answer and file: what the fix list shows as before.
  var read: [ReadVersion: Answer] = [:]
  /// Versions that were to be compared and are no longer in the history.
  var gone: Set<ReadVersion> = []
  /// Figures that the person was told changed since they were signed.
  var toldFigures: [AnswerID: [SignedChange.Figure]] = [:]
  /// Lines of the audit for versions that a text which is not saved went back to, and those that undo took back,
  /// the newest last.
  var restores: [AnswerID: [AuditEntry]] = [:]
  var undoneRestores: [AnswerID: [AuditEntry]] = [:]
  /// Whether what changed is shown as one page.
  var showsOnePage = false
  /// Whether a comparison is side by side.
  var isSideBySide = false
  /// What blocked when the gate was last looked at.
  var gate: [GateItem] = []
  /// Waivers that fitted no point of it.
  var staleWaivers: [Waiver] = []
  /// What steps of a text that is not saved say of comments, the newest last.
  var held: [AnswerID: [HeldResolution]] = [:]
  /// The form whose words are being written: it comes back when the disk refuses them.
  var keptForm: ReviewForm?
  /// Signed answers that somebody has chosen to edit.
  var unlocked: Set<AnswerID> = []

  /// An answer that changed since it was reviewed.
  struct ChangedAnswer: Hashable, Sendable {
    var answer: AnswerID
    /// The version that was reviewed; empty when it never was.
    var version: String
    /// Whether that version is no longer in the history, so that there is nothing to compare with.
    var isGone = false
    var comparison: AnswerComparison
  }

  /// A version with what its file says.
  struct ComparedVersion: Hashable, Sendable {
    var version: StoredVersion
    var answer: Answer
    /// The other side; `nil` for the text of now.
    var other: StoredVersion?
    var otherAnswer: Answer?
  }

  /// A version of an answer.
  struct ReadVersion: Hashable, Sendable {
    var answer: AnswerID
    /// Its name in `history/`.
    var file: String
  }
}

/// Where a reviewer stands in a round.
package struct ReviewWalk: Hashable, Sendable {
  package var round: String
  /// Index of the answer.
  package var answer: Int
  /// Index of the sentence in hand.
  package var stop = 0
  /// The other end of a selection; `nil` for none.
  var anchor: Int?
  /// Words picked inside a sentence; `nil` for none.
  var pick: WordPick?
  /// The comment or finding that was gone to last, and where: the next one is the one after it.
  var shown: ShownMark?
  /// Which page of the question's side is shown.
  var sidePage = 0
  /// When the last key came, for the time spent.
  var readAt: ContinuousClock.Instant?
  /// Time spent since it was last written down.
  var unwritten = Duration.zero

  /// A comment or finding, by ``WalkMark/id``, and the sentence it was shown at.
  struct ShownMark: Hashable, Sendable {
    var mark: String
    var stop: Int
  }

  /// When a reviewer who presses no key is taken to have gone away.
  static let isAwayAfter = Duration.seconds(300)

  /// Time spent since it was last written down, that since the last key included.
  func spent(at time: ContinuousClock.Instant) -> Duration {
    unwritten + min(readAt.map { max(.zero, $0.duration(to: time)) } ?? .zero, Self.isAwayAfter)
  }

  package init(round: String, answer: Int, stop: Int = 0) {
    self.round = round
    self.answer = answer
    self.stop = stop
  }
}

/// What a review asks the loop for.
package enum ReviewEffect: Hashable, Sendable {
  case keep([ReviewChange])
  case reload
  case audit(AuditEntry)
  case findChanges
  case listVersions(AnswerID)
  /// Compare a version with another; with the text of now where there is none.
  case compare(AnswerID, StoredVersion, with: StoredVersion?)
  /// Read the versions that reviewers commented on.
  case readReviewed
  /// Show a file of the bid in the person's own editor, at a line.
  case openFile(String, line: Int)
  /// Write the one-page list of what changed.
  case exportChanges
  case judge
  case waive(Waiver)
  case name(String)
  case unlock(AnswerID)
  /// Ask for the agreed score of the answer at an index, once others' files are read anew.
  case agree(Int)
  /// Open the form to correct one's own comment.
  case correct(OwnComment)
  /// Take one's own comment back.
  case withdraw(OwnComment)
  /// Walk a round that the person was asked about.
  case beginWalk(String)
}
