import FoundationEssentials

/// What changed in a text file, as the journal keeps it: whole lines in the place of others.
///
/// The bytes that both texts begin and end with are left out, back to the end of a line, so that what is kept is
/// whole lines and therefore valid UTF-8 wherever the new text is.
///
/// Limitations: two changes far apart are one patch, with all that stands between them.
package struct LinePatch: Codable, Hashable, Sendable {
  /// Where the lines begin, in bytes of the old text.
  package var offset: Int
  /// How many bytes of the old text go.
  package var removed: Int
  /// What stands in their place.
  package var inserted: String

  /// The change from `old` to `new`; `nil` when they are the same.
  ///
  /// - Complexity: O(*n*) in the bytes.
  package init?(from old: [UInt8], to new: [UInt8]) {
    guard old != new else { return nil }
    let most = min(old.count, new.count)
    var start = 0
    while start < most, old[start] == new[start] { start += 1 }
    while start > 0, new[start - 1] != 0x0A { start -= 1 }
    var tail = 0
    while tail < most - start, old[old.count - tail - 1] == new[new.count - tail - 1] { tail += 1 }
    while tail > 0, new.count - tail > start, new[new.count - tail - 1] != 0x0A { tail -= 1 }
    offset = start
    removed = old.count - tail - start
    inserted = String(decoding: new[start..<(new.count - tail)], as: UTF8.self)
  }

  /// The text after the change; `nil` when the patch is of another text.
  ///
  /// - Complexity: O(*n*) in the bytes.
  package func applied(to text: [UInt8]) -> [UInt8]? {
    guard offset >= 0, removed >= 0, offset + removed <= text.count else { return nil }
    return Array(text[..<offset]) + Array(inserted.utf8) + Array(text[(offset + removed)...])
  }
}

extension Recovery {
  /// The text that a file edited as text had come to; `nil` for the edits of an answer.
  ///
  /// - Complexity: O(*n* · *m*) in the bytes and the entries.
  package var patchedText: [UInt8]? {
    var text = base
    for entry in entries {
      guard let patch = try? JSONDecoder().decode(LinePatch.self, from: Data(entry.payload.utf8)),
        let next = patch.applied(to: text)
      else { return nil }
      text = next
    }
    return text
  }
}
