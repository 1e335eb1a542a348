import BidModel
import BidStorage
import BidTestSupport
import Testing

/// The templates that ship, as a library in memory.
enum ShippedTemplates {
  /// Every template file but word lists and the sample workspace: its kind, id and path.
  static let files: [ShippedTemplate] = RepositoryFiles.templates.keys.sorted().compactMap { path in
    let parts = path.split(separator: "/").map(String.init)
    guard parts.count == 2, path.hasSuffix(".yaml"), let kind = TemplateKind(rawValue: parts[0]) else {
      return nil
    }
    return ShippedTemplate(kind: kind, id: String(parts[1].dropLast(5)), path: path)
  }

  /// The shipped library, with `own` files of a workspace before it.
  static func library(own: [String: String] = [:]) -> TemplateLibrary {
    let disk = MemoryFileSystem()
    for (path, bytes) in RepositoryFiles.templates where !path.hasPrefix("samples/") {
      disk.put(bytes, at: "/usr/share/fivefold/Templates/\(path)")
    }
    for (path, text) in own { disk.put(Array(text.utf8), at: "/team/templates/\(path)") }
    return TemplateLibrary(
      files: disk,
      locator: TemplateLocator(
        files: disk, argument: nil, workspace: "/team", userData: nil, program: "/usr/bin/fivefold"))
  }
}

/// One file that ships.
struct ShippedTemplate: Hashable, Sendable, CustomTestStringConvertible {
  var kind: TemplateKind
  var id: String
  var path: String
  var bytes: [UInt8] { RepositoryFiles.templates[path] ?? [] }
  var testDescription: String { path }
}
