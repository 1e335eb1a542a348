import BidModel
import Synchronization

/// Reads templates by id, each file once.
///
/// Every decoder reads strictly: an unknown key is refused with its line. Another kind of template gets
/// an extension with one call of ``load(_:_:decode:)``. Safe from any thread.
package final class TemplateLibrary: Sendable {
  /// Finds the files.
  package let locator: TemplateLocator
  private let reader: FileReader
  private let cache = Mutex<[String: any Sendable]>([:])

  package init(locator: TemplateLocator, files: any FileSystem) {
    self.locator = locator
    reader = FileReader(files: files)
  }

  /// The answer template `id`.
  ///
  /// - Throws: `templateMissing`, or `malformed` with the line.
  package func answerTemplate(_ id: String) throws(StorageError) -> AnswerTemplate {
    try load("answers", id) { header, map throws(StorageError) in try AnswerTemplate(header, &map) }
  }

  /// The KPI set `id`.
  ///
  /// - Throws: `templateMissing`, or `malformed` with the line.
  package func kpiSet(_ id: String) throws(StorageError) -> KPISet {
    try load("kpis", id) { header, map throws(StorageError) in try KPISet(header, &map) }
  }

  /// The count rule `id`.
  ///
  /// - Throws: `templateMissing`, or `malformed` with the line.
  package func countRule(_ id: String) throws(StorageError) -> CountRule {
    try load("counts", id) { header, map throws(StorageError) in try CountRule(header, &map) }
  }

  /// The scoring scale `id`.
  ///
  /// - Throws: `templateMissing`, or `malformed` with the line.
  package func scale(_ id: String) throws(StorageError) -> ScoringScale {
    try load("scales", id) { header, map throws(StorageError) in try ScoringScale(header, &map) }
  }

  /// Reads the template `id` of the folder `kind`, or gives the one read before.
  ///
  /// - Parameter decode: Reads the keys that follow the header's; the rest are refused after it.
  /// - Throws: `templateMissing`, `malformed` with the line, or what reading the file throws.
  /// - Complexity: O(*n*) in the file the first time.
  package func load<Value: Sendable>(
    _ kind: String, _ id: String,
    decode: (TemplateHeader, inout YAMLMap) throws(StorageError) -> Value
  ) throws(StorageError) -> Value {
    let name = "\(kind)/\(id)"
    if let known = cache.withLock({ $0[name] }) as? Value { return known }
    let path = try locator.locate(kind: kind, id: id).path
    let bytes = try reader.read(path, limit: StrictYAML.sizeLimit).bytes
    var map = try YAMLMap(try StrictYAML.parse(bytes, path: path), path: path)
    let header = try TemplateHeader(&map, folder: kind, id: id)
    let value = try decode(header, &map)
    try map.finish()
    cache.withLock { $0[name] = value }
    return value
  }

  /// Forgets what was read, so that changed files are read again.
  package func forget() { cache.withLock { $0 = [:] } }
}

/// The keys every template begins with.
package struct TemplateHeader: Sendable {
  package let id: String
  package let title: String
  package let version: String
  /// Where the facts come from, in one line.
  package let source: String
  /// Day on which the file's facts were true, `yyyy-mm-dd`.
  package let factsAsOf: String

  /// Reads the header of a file in the folder `folder` that is named for `id`.
  ///
  /// - Throws: `malformed` when a key is missing, or kind or id are not those of the place.
  package init(_ map: inout YAMLMap, folder: String, id wanted: String) throws(StorageError) {
    let kind = try map.text("kind")
    guard kind == folder || kind + "s" == folder else {
      throw map.error(
        "kind", "the file is of the kind '\(kind)' and lies in the folder '\(folder)'",
        remedy: "Move it, or correct its kind")
    }
    id = try map.text("id")
    guard id == wanted else {
      throw map.error(
        "id", "the file is named '\(wanted).yaml' and its id is '\(id)'", remedy: "Make the two the same")
    }
    title = try map.text("title")
    version = try map.text("version")
    source = try map.text("source")
    factsAsOf = try map.text("facts_as_of")
  }
}
