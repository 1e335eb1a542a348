import BidAnalysis
import BidModel
import BidStorage

/// A template open in the studio: its text, and what is known of it beside the text.
package struct StudioFile: Hashable, Sendable {
  package var name: TemplateName
  /// The workspace's file.
  package var path: String
  package var text: StudioText
  /// The text as the file had it when it was read or written last.
  package private(set) var saved: [UInt8]
  /// The text as the journal has it.
  private(set) var journalled: Journalled
  /// What was applied last from this text, while nothing has been typed since: undo takes that back first.
  var applied: Applied?
  /// What stands beside the text.
  package var view = View.faults
  /// The first line of the view that is shown.
  package var viewTop = 0
  /// What is wrong with the text as it stands.
  package var faults: [TemplateFault] = []
  /// The lines of the view, as they were found last.
  package var found: [StudioLine] = []
  /// The sentence that is tried.
  package var sentence = ""
  /// The words that were looked for last.
  package var sought = ""
  /// What labelled sentences are read as by the text as it was saved; `nil` until that is asked for.
  var savedReadings: LabelledTrial.Readings?
  /// Whether typing goes into the sentence.
  package var isTrying = false

  /// What can stand beside the text.
  package enum View: String, CaseIterable, Hashable, Sendable {
    case faults = "Check"
    case tests = "Its own tests"
    case sentence = "Try a sentence"
    case labelled = "Labelled sentences"
    case impact = "Impact on answers"
    case preview = "A blank answer"
    case differences = "Against the shipped file"
  }

  /// A text that the journal has, and its ``StudioText/revision``.
  struct Journalled: Hashable, Sendable {
    var bytes: [UInt8]
    var revision: Int
  }

  /// An application of the template to answers.
  struct Applied: Hashable, Sendable {
    /// The ``StudioText/revision`` it was applied at.
    var revision: Int
    /// One of the answers that it changed.
    var answer: AnswerID
    /// Whether it has been taken back.
    var isUndone = false
  }

  package init(_ name: TemplateName, path: String, bytes: [UInt8]) {
    self.name = name
    self.path = path
    text = StudioText(bytes)
    saved = bytes
    journalled = Journalled(bytes: bytes, revision: 0)
  }

  /// Whether the journal lacks something of the text.
  var isUnjournalled: Bool { text.revision != journalled.revision }

  /// Notes that the journal has the text as it stands.
  mutating func noteJournalled() { journalled = Journalled(bytes: text.bytes, revision: text.revision) }

  /// Notes that the file holds `bytes`, and the journal nothing that goes beyond them.
  mutating func take(saved bytes: [UInt8]) {
    saved = bytes
    journalled = Journalled(bytes: bytes, revision: text.revision)
  }

  /// Whether the text differs from the file.
  package var isModified: Bool { text.bytes != saved }

  /// The text in the place of the file.
  package var trial: TrialTemplate { TrialTemplate(name, path: path, bytes: text.bytes) }
}
