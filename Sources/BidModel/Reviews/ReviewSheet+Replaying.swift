extension ReviewSheet {
  /// What was done between `base` and this sheet, done again on `newer`: the same person's sheet as another
  /// window or a `git pull` has left it meanwhile.
  ///
  /// A sheet is one person's own and nearly only added to, so changes seldom meet: a field is taken from here
  /// when it was changed here, an entry when it was added or changed here, and goes when it was taken out here.
  /// Seconds add up. A new comment whose id is taken gets the next free one.
  ///
  /// Limitations: where both changed one field or entry, what was said here stands, the other's words are lost.
  /// - Complexity: O(*n*²) in the entries.
  package func replayed(from base: ReviewSheet, onto newer: ReviewSheet) -> ReviewSheet {
    var result = newer
    func take<Value: Equatable>(_ path: WritableKeyPath<ReviewSheet, Value>) {
      if self[keyPath: path] != base[keyPath: path] { result[keyPath: path] = self[keyPath: path] }
    }
    func replay<Entry: Equatable>(
      _ path: WritableKeyPath<ReviewSheet, [Entry]>, _ isSame: (Entry, Entry) -> Bool
    ) {
      let (old, own) = (base[keyPath: path], self[keyPath: path])
      for entry in old where !own.contains(where: { isSame($0, entry) }) {
        result[keyPath: path].removeAll { isSame($0, entry) }
      }
      for entry in own where !old.contains(entry) {
        if let index = result[keyPath: path].firstIndex(where: { isSame($0, entry) }) {
          result[keyPath: path][index] = entry
        } else {
          result[keyPath: path].append(entry)
        }
      }
    }
    take(\.started)
    take(\.submitted)
    take(\.version)
    take(\.left)
    take(\.reached)
    take(\.signOff)
    result.seconds = max(0, newer.seconds + seconds - base.seconds)
    replay(\.scores) { $0.criterion == $1.criterion }
    replay(\.found) { $0.ask == $1.ask }
    result.found.sort { $0.ask < $1.ask }
    let known = Set(base.comments.map(\.id))
    for comment in comments where !known.contains(comment.id) {
      var new = comment
      if result.comments.contains(where: { $0.id == new.id }) { new.id = result.nextCommentID }
      result.comments.append(new)
    }
    for comment in base.comments {
      let own = comments.first { $0.id == comment.id }
      guard own != comment, let index = result.comments.firstIndex(where: { $0.id == comment.id }) else {
        continue
      }
      if let own { result.comments[index] = own } else { result.comments.remove(at: index) }
    }
    replay(\.replies) { $0 == $1 }
    replay(\.resolutions) { $0.comment == $1.comment }
    replay(\.verifications) { $0.comment == $1.comment }
    replay(\.moderations) { $0.criterion == $1.criterion }
    return result
  }
}
