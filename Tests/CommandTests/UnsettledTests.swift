import Foundation
import Testing

extension Trait where Self == ConditionTrait {
  /// A test in a real terminal that does not pass every time yet, for a reason not found: it runs when
  /// `FIVEFOLD_UNSETTLED` is set, and is skipped, visibly, otherwise.
  static var unsettled: Self {
    .enabled(
      if: ProcessInfo.processInfo.environment["FIVEFOLD_UNSETTLED"] != nil,
      "does not pass every time yet; set FIVEFOLD_UNSETTLED to run it")
  }
}
