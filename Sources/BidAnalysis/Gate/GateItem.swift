import BidModel

/// One thing that stands between the bid and its submission.
package struct GateItem: Hashable, Sendable {
  package var kind: Kind
  /// What it is known by from run to run, and what a waiver names: `required-fix: 2.1: red: ann-3`.
  ///
  /// It holds what was judged, such as the count over a limit or a digest of the words around, so that it is
  /// another key once that is something else.
  package var key: String
  /// One sentence: what is wrong and the way out.
  package var message: String
  /// The file to go to.
  package var path: String
  /// Line of the file, from 1.
  package var line: Int
  /// The answer it is in; `nil` for the bid's own files.
  package var answer: AnswerID?
  package var block: BlockID?
  /// UTF-8 bytes of the block's text.
  package var range: Range<Int>?
  /// Why it may pass; `nil` while it blocks.
  package var waiver: Waiver?

  package init(
    _ kind: Kind, _ detail: [String], _ message: String, path: String, line: Int = 1, answer: AnswerID? = nil,
    block: BlockID? = nil, range: Range<Int>? = nil
  ) {
    self.kind = kind
    key = ([kind.rawValue] + detail).joined(separator: ": ")
    self.message = message
    self.path = path
    self.line = line
    self.answer = answer
    self.block = block
    self.range = range
  }

  /// Whether it blocks.
  package var blocks: Bool { waiver == nil }

  /// What the gate looks at, in the order in which it lists it.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case unreadable
    case blank
    case overLimit = "over-limit"
    case countRule = "count-rule"
    case placeholderUnknown = "placeholder-unknown"
    case placeholderEmpty = "placeholder-empty"
    case placeholderStale = "kpi-stale"
    case leftoverNote = "leftover-note"
    case crossReference = "cross-reference"
    case foreignName = "foreign-name"
    case subAsk = "sub-ask-unanswered"
    case unplacedText = "unplaced-text"
    case requiredFix = "required-fix"
    case unsigned
    case expiredEvidence = "expired-evidence"
    case attachment
    case deliverable
    case clarification
  }
}
