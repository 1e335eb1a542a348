import BidAnalysis
import BidModel
import BidStorage

/// A template open in the studio: its text, and what is known of it beside the text.
package struct StudioFile: Hashable, Sendable {
  package var name: TemplateName
  /// The workspace's file.
  package var path: String
  package var text: StudioText
  /// The text as the file has it.
  package var saved: [UInt8]
  /// What stands beside the text.
  package var view = View.faults
  /// The first line of the view that is shown.
  package var viewTop = 0
  /// What is wrong with the text as it stands.
  package var faults: [TemplateFault] = []
  /// The lines of the view, as they were found last.
  package var found: [String] = []
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

  package init(_ name: TemplateName, path: String, bytes: [UInt8]) {
    self.name = name
    self.path = path
    text = StudioText(bytes)
    saved = bytes
  }

  /// Whether the text differs from the file.
  package var isModified: Bool { text.bytes != saved }

  /// The text in the place of the file.
  package var trial: TrialTemplate { TrialTemplate(name, path: path, bytes: text.bytes) }
}

/// Something the studio needs from the disk, which only the loop performs.
package enum StudioRequest: Hashable, Sendable {
  /// Show every template.
  case browse
  /// Open a template: a workspace's own to edit, another after asking.
  case open(TemplateName)
  /// Copy a template into the workspace, under its own name or another id, and open the copy.
  case copy(TemplateName, as: String?)
  /// Find out again what the view beside the text shows.
  case refresh
  /// Offer what can be written at the cursor; `isAsked` when somebody waits for it.
  case complete(isAsked: Bool)
  case save
  /// Set the workspace's file aside, so that the shipped one counts.
  case setAside(TemplateName)
  /// Show what applying the template in hand would do, and ask.
  case plan
  /// Show what the newer version of a template would do, and ask.
  case upgrade
  /// Apply a plan, once the locks of its answers are had.
  case apply(TemplatePlan)
  /// Note in the answers of a plan that it was declined.
  case decline(TemplatePlan)
}
