import Synchronization

/// Goes along while a file is read: gathers every fault where a reader would stop at the first, and notes
/// which keys are asked for at which place, with the form of their values.
///
/// The strict readers know what a file may hold. With a reading they tell of a fault and go on with a stand-in
/// (an empty text, 0, the first of the words), so that one pass names all faults; and since they have asked for
/// every key by the time a mapping is finished, what they asked for is the list of keys that may stand there.
/// Validation and completion therefore rest on the readers alone.
///
/// Limitations: what was read with faults is good for nothing else; rules of a whole file ("the shares sum to
/// 100") are judged with the stand-ins.
package final class YAMLReading: Sendable {
  /// Something wrong.
  package struct Fault: Hashable, Sendable {
    /// From 1.
    package var line: Int
    /// In code points from 1.
    package var column: Int
    package var problem: String
    package var remedy: String
    /// Whether something is missing, or wrong with the file as a whole: not to be said of half a file.
    package var isOfWhole: Bool
  }

  /// A mapping and what was asked of it.
  package struct Asked: Hashable, Sendable {
    /// The keys that it has.
    package var own: [String]
    /// The keys that it may have, in the order in which they are read.
    package var keys: [String] = []
    package var forms: [String: YAMLForm] = [:]
    /// Keys that must be there.
    package var needed: Set<String> = []
  }

  /// A text that was read, with its place.
  package struct Text: Hashable, Sendable {
    package var key: String
    package var text: String
    /// The form of this one text.
    package var form: YAMLForm
    package var line: Int
    package var column: Int
  }

  private struct Notes {
    var faults: [Fault] = []
    var maps: [Asked] = []
    var texts: [Text] = []
  }

  private let notes = Mutex(Notes())

  package init() {}

  /// What is wrong, in the order of the file.
  ///
  /// - Complexity: O(*n* · log *n*) in the faults.
  package var faults: [Fault] {
    notes.withLock { $0.faults }.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
  }

  /// The mappings that were read.
  package var maps: [Asked] { notes.withLock { $0.maps } }
  /// The texts that were read.
  package var texts: [Text] { notes.withLock { $0.texts } }

  /// Notes a fault; one that is noted already is not said twice.
  func note(_ fault: Fault) { notes.withLock { if !$0.faults.contains(fault) { $0.faults.append(fault) } } }

  /// Notes a text.
  func note(_ text: Text) { notes.withLock { $0.texts.append(text) } }

  /// Notes that a mapping is read.
  ///
  /// - Returns: Its number.
  func begin(_ pairs: [YAMLPair]) -> Int {
    notes.withLock { notes in
      notes.maps.append(Asked(own: pairs.map(\.key)))
      return notes.maps.count - 1
    }
  }

  /// Notes that the mapping `index` may have `key`.
  func note(_ key: String, _ form: YAMLForm, isNeeded: Bool, in index: Int) {
    notes.withLock { notes in
      if notes.maps[index].forms.updateValue(form, forKey: key) == nil { notes.maps[index].keys.append(key) }
      if isNeeded { notes.maps[index].needed.insert(key) }
    }
  }
}
