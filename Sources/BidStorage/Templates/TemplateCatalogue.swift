import BidModel

/// Every template there is, by kind and id, with where it comes from and who uses it.
package struct TemplateCatalogue: Hashable, Sendable {
  /// One template.
  package struct Entry: Hashable, Sendable {
    package var name: TemplateName
    package var title: String
    package var version: String
    package var origin: TemplateOrigin
    package var path: String
    /// Files of the same name in farther folders.
    package var hidden: [String]
    /// Bids that name it, in a few words.
    package var use: String
    /// Why it cannot be read; `nil` when it can.
    package var fault: String?
  }

  package private(set) var entries: [Entry] = []

  /// Reads the heads of all templates that `library` finds.
  ///
  /// - Complexity: O(*n*) in the bytes of the files.
  package init(_ library: TemplateLibrary, uses: TemplateUses) {
    for kind in TemplateKind.allCases {
      for located in (try? library.locator.list(kind: kind.rawValue)) ?? [] {
        entries.append(Self.entry(kind, located, library, uses: uses))
      }
    }
  }

  private static func entry(
    _ kind: TemplateKind, _ located: LocatedTemplate, _ library: TemplateLibrary, uses: TemplateUses
  ) -> Entry {
    let name = TemplateName(kind, located.id)
    var entry = Entry(
      name: name, title: located.id, version: "?", origin: located.origin, path: located.path,
      hidden: located.hidden, use: uses.phrase(of: name))
    do throws(StorageError) {
      let bytes = try library.reader.read(located.path, limit: StrictYAML.sizeLimit).bytes
      let yaml = try library.resolved(bytes, kind: kind.rawValue, id: located.id, path: located.path)
      _ = try TemplateContent(kind, yaml: yaml, id: located.id, path: located.path)
      var map = try YAMLMap(yaml, path: located.path)
      entry.title = try map.text("title")
      entry.version = try map.text("version")
    } catch {
      entry.fault = "\(error)"
    }
    return entry
  }
}
