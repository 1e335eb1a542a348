import BidAnalysis
import BidModel

/// What reading one block gives: made of values alone, so that it may be made on any thread.
struct BlockExamination {
  var unread: UnreadBlock
  var part: PartID
  var placeholders: [PlaceholderMatch]
  /// `nil` in a part that claims nothing.
  var reading: BlockReading?
  var claims: [NumberClaim] = []
  var numbers = NumberReading.Tally()
  var result = Checks.BlockResult()

  init(of unread: UnreadBlock, part: PartID, placeholders: [PlaceholderMatch]) {
    self.unread = unread
    self.part = part
    self.placeholders = placeholders
  }
}
