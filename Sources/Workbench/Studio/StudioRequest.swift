import BidModel
import BidStorage

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
  /// The same, once typing has come to a rest.
  case refreshSoon
  /// Offer what can be written at the cursor; `isAsked` when somebody waits for it.
  case complete(isAsked: Bool)
  case save
  /// Save over a file that somebody else has changed, as the person has decided.
  case overwrite
  /// Keep both: write the text beside the file.
  case saveBeside
  /// Take the file's text from the disk, as the person has decided.
  case takeFromDisk
  /// Open the file at a path with the text that a process which died has left of it.
  case recover(String)
  /// Write what a process which died has left of a file beside it.
  case keepRecovered(String)
  /// Drop what a process which died has left of a file.
  case dropRecovered(String)
  /// Close the template in hand as it is, and forget what was not saved of it.
  case close
  /// Set the workspace's file aside, so that the shipped one counts.
  case setAside(TemplateName)
  /// Show what applying the template in hand would do, and ask.
  case plan
  /// Show what the newer version of a template would do, and ask.
  case upgrade
  /// Show every lens, to switch on or off for the bid.
  case lenses
  /// Show what switching a lens would do to the bid, and ask.
  case showLens(String)
  /// Write into `bid.yaml` that a lens is on or off.
  case switchLens(String, on: Bool)
  /// Apply a plan, once the locks of its answers are had.
  case apply(TemplatePlan)
  /// Note in the answers of a plan that it was declined.
  case decline(TemplatePlan)
}
