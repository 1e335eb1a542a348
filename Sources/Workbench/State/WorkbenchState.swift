import BidAnalysis
import BidModel
import BidStorage
import Screen

/// Everything the screen shows and the keys act on. Commands change it and leave effects for the loop.
package struct WorkbenchState: Sendable {
  package internal(set) var session: BidSession
  package internal(set) var editor: EditorState
  /// The pane that keys go to.
  package internal(set) var focus: PaneID = .editor
  /// The side pane that shares a narrow screen with the text.
  var sidePane: PaneID = .coverage
  /// What coverage is shown of.
  var coverageScope: CoverageScope = .answer
  /// What each list pane has selected and shows.
  var lists: [PaneID: ListState] = [:]
  /// What is shown of the bid's plan.
  package internal(set) var planning = Planning()
  /// What the person at the keyboard is reviewing.
  package internal(set) var reviewing = Reviewing()
  /// What reviewers say of the answer in hand.
  var comments = TextComments()
  /// What lies over the panes, the topmost last.
  package internal(set) var overlays: [Overlay] = []
  /// What the message line says.
  package internal(set) var message: Message?
  /// The text that was cut or copied last.
  package internal(set) var clipboard = ""
  /// Where the cursor of the studio's text was painted last.
  var studioCaret: Point?
  /// What is known of spelling.
  package internal(set) var spelling = SpellingState()
  /// What the loop has to perform.
  package internal(set) var effects: [Effect] = []
  /// Editors of the answers that are not shown, so that each keeps its cursor and view.
  var parked: [AnswerID: EditorState] = [:]
  /// What was searched for last, and what it found.
  package internal(set) var find = FindState()
  /// The answers whose undo of earlier sessions was looked for.
  var loadedHistories: Set<AnswerID> = []
  /// The answers whose lock was asked for.
  var lockedAnswers: Set<AnswerID> = []
  /// The window.
  var size: Size
  var theme: ColorTheme
  /// What ``theme`` is made of.
  var colours = ScreenColours()
  /// How the screen is laid out.
  package internal(set) var view = ViewOptions()
  /// The commands with the keys that mean them here.
  package internal(set) var commands = CommandTable.standard
  /// Whether the answer had findings when everything was painted last.
  var hasFindings = true
  /// What the mouse is in the middle of.
  var mouse = MouseState()
  /// When the input in hand came.
  var eventTime = ContinuousClock.now
  /// What was said last of the view, in the linear mode.
  var announced: Announced?
  /// Set when the program should end.
  package internal(set) var isFinished = false

  package init(session: BidSession, size: Size, theme: ColorTheme, showing: AnswerID? = nil) {
    self.session = session
    self.size = size
    self.theme = theme
    let index = showing.flatMap { session.index(of: $0) } ?? 0
    editor = EditorState(answer: session.answers[index].answer)
    editor.caret = session.answers[index].answer.firstEmptyPlace
  }

  /// Where each pane stands in the window.
  var screenLayout: ScreenLayout {
    ScreenLayout(size: size, focus: focus, side: sidePane, view: view, hasFindings: hasFindings)
  }

  /// Takes the effects that are to be performed.
  package mutating func takeEffects() -> [Effect] {
    defer { effects.removeAll() }
    return effects
  }

  /// Shows a message until the next key.
  package mutating func say(_ text: String, as kind: Message.Kind) {
    message = Message(text: text, kind: kind)
  }
}

/// A pane of the screen.
package enum PaneID: String, CaseIterable, Hashable, Sendable {
  case outline, editor, coverage, kpis, findings, guidance, plan

  /// The pane's name on its border.
  package var title: String {
    switch self {
    case .outline: "Questions"
    case .editor: "Text"
    case .coverage: "Coverage"
    case .kpis: "KPIs"
    case .findings: "Findings"
    case .guidance: "Guidance"
    case .plan: "Plan"
    }
  }
}

/// What coverage is summed over.
package enum CoverageScope: String, CaseIterable, Hashable, Sendable {
  case part, answer, bid
}

/// What a list pane has selected, and what part of it is in view.
package struct ListState: Hashable, Sendable {
  package var selected = 0
  package var top = 0
  /// Rows that were opened to show what is behind them, by their key.
  package var opened: Set<String> = []
}

/// What the message line says.
package struct Message: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case note, warning, error }

  package var text: String
  package var kind: Kind
}

/// Something that reaches outside the state, which only the loop performs.
package enum Effect: Hashable, Sendable {
  /// Take the lock of an answer's file, at the first edit of it.
  case lock(AnswerID)
  case save(AnswerID)
  /// Write the changed facts into `kpis.csv`, row by row.
  case saveRegister
  /// Overwrite a file that was changed on disk, as the person has decided.
  case overwrite(AnswerID)
  /// Take the file's text from the disk, as the person has decided.
  case reload(AnswerID)
  /// Keep both: write the text in hand beside the file.
  case saveBeside(AnswerID)
  /// Take the file's text from the disk when it is not the one that was read.
  case reloadIfChanged(AnswerID)
  /// Take in the answers whose files have come, and let go those whose files have gone.
  case lookForAnswers
  /// Write a setting into the person's own file; `nil` takes it out.
  case keepSetting(String, String?)
  /// Make the file of a question and show it.
  case newQuestion(WorkspaceScaffold.NewQuestion)
  case copyToClipboard(String)
  case exportPortal(AnswerID)
  /// Copy the portal text out: to the clipboard, else into a file.
  case copyPortal(AnswerID)
  /// Write the bid as one HTML file.
  case exportHTML
  case recover(AnswerID)
  case keepBoth(AnswerID)
  case discardRecovery(AnswerID)
  /// Drop the journal of edits that were given up on purpose.
  case abandon(AnswerID)
  /// Ask the spelling desk.
  case spelling(SpellingRequest)
  /// Write into `ignores.yaml` that a finding may stand.
  case keepIgnore(IgnoreEntry)
  case suspend
  /// Take up what was done in an answer in earlier sessions.
  case loadHistory(AnswerID)
  /// Take the lock of an answer, and only then go on.
  case lockFirst(AnswerID, LockedStep)
  /// Show what a replacement would change, with the undo of all its answers taken up.
  case previewReplacement
  /// Make the changes of a replacement, once the locks of all its files are had.
  case replace(ReplacePlan)
  /// Rewrite files of other bids, and when that is done take back or do again what they go with.
  case rewrite([Transaction.OtherFile], redoing: Bool)
  /// Say that an answer is saved when it prints as its file stands.
  case compareWithFile(AnswerID)
  /// Read the other bids of the workspace, to search them.
  case readOtherBids
  /// Read the bid through the lens that was opened.
  case readThroughLens
  /// Read the phrases, and offer them.
  case offerPhrases
  /// Read the checklists that the bid switches on, and show them.
  case showChecklists
  /// Do what the studio needs of the disk.
  case studio(StudioRequest)
  /// Close the template that is being edited, as it is.
  case closeStudio
  case redraw
  /// Read or write the files of a review.
  case review(ReviewEffect)
  /// Close the bid and open another.
  case go(Destination)
  case quit

  /// Whether the bid is closed by it.
  var isLeaving: Bool {
    switch self {
    case .go, .quit: true
    default: false
    }
  }
}

extension Answer {
  /// Where a writer would go on: the first counted part that is empty, else the end of the text.
  var firstEmptyPlace: TextPosition {
    let visible = parts.filter { $0.key != "plan" }
    if let empty = visible.first(where: \.isEmpty) {
      return TextPosition(block: empty.blocks[0].id, offset: 0)
    }
    return TextPosition(block: parts[0].blocks[0].id, offset: 0)
  }
}
