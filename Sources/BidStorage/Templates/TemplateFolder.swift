import BidModel
import Checksum

/// The workspace's own templates: copied from others, saved, and given back for the shipped ones.
package struct TemplateFolder: Sendable {
  /// `templates/` of the workspace.
  package let path: String
  private let library: TemplateLibrary
  private let files: any FileSystem
  private let writer: AtomicWriter

  /// The folder of `workspace`, which need not be there yet.
  package init(workspace: String, library: TemplateLibrary, files: any FileSystem, host: String) {
    path = FilePath.join(workspace, "templates")
    self.library = library
    self.files = files
    writer = AtomicWriter(files: files, host: host)
  }

  /// The file that a workspace's own template has.
  package func file(of name: TemplateName) -> String {
    FilePath.join(path, "\(name.kind.rawValue)/\(name.id).yaml")
  }

  /// Copies a template into the workspace, under its own name or as `id`; comments are copied with it.
  ///
  /// - Returns: The new file.
  /// - Throws: `templateMissing`, or `refused` when the workspace has one of that name.
  package func copy(_ name: TemplateName, as id: String? = nil) throws(StorageError) -> String {
    let source = try library.locator.locate(kind: name.kind.rawValue, id: name.id)
    var bytes = try FileReader(files: files).read(source.path).bytes
    let new = TemplateName(name.kind, id ?? name.id)
    guard TemplateLocator.isName(new.id) else {
      throw .refused(
        problem: "'\(new.id)' cannot be the name of a template",
        remedy: "Use small letters, digits and hyphens")
    }
    if new.id != name.id { bytes = Self.naming(bytes, new.id) }
    let target = file(of: new)
    guard (try? files.linkStatus(at: target)) == nil else {
      throw .refused(
        problem: "\(target.visible) is already there", remedy: "Edit it, or give the copy another id")
    }
    try save(bytes, at: target, expecting: .absent)
    return target
  }

  /// Saves the text of a workspace's template. When its version changes, answers may still need the old one:
  /// it is kept beside it as `ID@VERSION.yaml`.
  ///
  /// - Parameter expecting: What the file holds that the text was made of; anything, once somebody who has
  ///   seen that it is another wants it replaced.
  /// - Throws: As a save does; nothing is written when the file is not the one that is expected.
  package func save(
    _ bytes: [UInt8], of name: TemplateName, expecting: ExpectedFile
  ) throws(StorageError) {
    let target = file(of: name)
    let old = try writer.check(target, expecting: expecting, ours: SHA256Digest(of: bytes))
    if let old, name.kind == .answers { keep(old.bytes, of: name, in: target, before: bytes) }
    try save(bytes, at: target, expecting: expecting)
  }

  /// Writes a text beside the file of a workspace's template, under a name that no template can have.
  ///
  /// - Returns: The path written.
  /// - Throws: As a save does.
  package func saveBeside(_ bytes: [UInt8], of name: TemplateName, label: String) throws(StorageError)
    -> String
  {
    try writer.writeBeside(file(of: name), bytes, label: label)
  }

  /// Sets the workspace's file aside, so that the next farther one counts again.
  ///
  /// - Returns: The name it is set aside under, which no template can have.
  /// - Throws: Why it cannot be renamed.
  package func setAside(_ name: TemplateName) throws(StorageError) -> String {
    let target = file(of: name)
    var aside = target + ".aside"
    var number = 2
    while (try? files.linkStatus(at: aside)) != nil {
      aside = "\(target).aside\(number)"
      number += 1
    }
    do { try files.rename(target, to: aside) } catch {
      throw .system(error, task: "set aside", path: target)
    }
    return aside
  }

  private func keep(_ old: [UInt8], of name: TemplateName, in target: String, before new: [UInt8]) {
    let version = { (bytes: [UInt8]) in
      (try? library.resolved(bytes, kind: "answers", id: name.id, path: target)).flatMap {
        try? AnswerTemplate(yaml: $0, id: name.id, path: target)
      }?.version
    }
    guard let before = version(old), let after = version(new), before != after else { return }
    let path = FilePath.join(FilePath.folder(of: target), TemplateLibrary.keptName(name.id, before))
    // One that is there already is the version as it was first used.
    _ = try? writer.write(old, to: path, expecting: .absent)
  }

  private func save(_ bytes: [UInt8], at path: String, expecting: ExpectedFile) throws(StorageError) {
    let folder = FilePath.folder(of: path)
    do { try files.makeFolders(folder, permissions: 0o777) } catch {
      throw .system(error, task: "make", path: folder)
    }
    _ = try writer.write(bytes, to: path, expecting: expecting)
  }

  /// The text with another value behind `id:`.
  private static func naming(_ bytes: [UInt8], _ id: String) -> [UInt8] {
    var lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .map(String.init)
    if let index = lines.firstIndex(where: { $0.hasPrefix("id:") }) { lines[index] = "id: \(id)" }
    return Array(lines.joined(separator: "\n").utf8)
  }
}
