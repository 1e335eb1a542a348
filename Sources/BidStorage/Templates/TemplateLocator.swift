/// Where a template comes from, the nearest first.
package enum TemplateOrigin: String, CaseIterable, Hashable, Sendable {
  /// The folder given with `--templates`.
  case argument
  /// `templates/` of the workspace.
  case workspace
  /// `fivefold/templates` in the user's XDG data folder.
  case user
  /// `../share/fivefold/Templates` beside the program.
  case installed
  /// `Templates/` of the source tree that the program was built in.
  case shipped
}

/// One template file and the files that it hides.
package struct LocatedTemplate: Hashable, Sendable {
  /// The kind: a folder of Templates/ ("answers", "themes" …).
  package var kind: String
  /// The file's name without `.yaml`.
  package var id: String
  /// The file.
  package var path: String
  /// Which folder it was found in.
  package var origin: TemplateOrigin
  /// Files of the same kind and id in farther folders.
  package var hidden: [String]
}

/// Finds template files: the nearest file wins whole.
///
/// In the order of `TemplateOrigin`; the shipped folder counts only where none is installed beside the
/// program. Kinds and ids are small letters, digits and hyphens, so that no name leads out of the
/// folders.
package struct TemplateLocator: Sendable {
  /// The folders that are there, nearest first.
  package let folders: [(origin: TemplateOrigin, path: String)]

  private let files: any FileSystem

  /// Looks for the folders; `program` is the running program's real path.
  ///
  /// - Complexity: O(*n*) in the folders above the program.
  package init(
    files: any FileSystem, argument: String?, workspace: String?, userData: String?,
    program: String?
  ) {
    self.files = files
    var candidates: [(TemplateOrigin, String)] = []
    // A folder that was asked for by name is kept even if it is not there, so that messages name it.
    if let argument { candidates.append((.argument, argument)) }
    if let workspace { candidates.append((.workspace, FilePath.join(workspace, "templates"))) }
    if let userData { candidates.append((.user, FilePath.join(userData, "templates"))) }
    if let program {
      let prefix = FilePath.folder(of: FilePath.folder(of: program))
      let installed = FilePath.join(prefix, "share/fivefold/Templates")
      if Self.isFolder(installed, files) {
        candidates.append((.installed, installed))
      } else if let shipped = Self.sourceTemplates(above: program, files) {
        candidates.append((.shipped, shipped))
      }
    }
    folders = candidates.filter { $0.0 == .argument || Self.isFolder($0.1, files) }
  }

  /// The template `id` of `kind`.
  ///
  /// - Throws: `templateMissing` with the places looked at; `refused` for a name that can be none.
  /// - Complexity: O(*n*) in the folders.
  package func locate(kind: String, id: String) throws(StorageError) -> LocatedTemplate {
    for name in [kind, id] where !Self.isName(name) {
      throw .refused(
        problem: "'\(name)' cannot be the name of a template",
        remedy: "Use small letters, digits and hyphens")
    }
    let found = folders.compactMap { folder in
      let path = FilePath.join(folder.path, "\(kind)/\(id).yaml")
      return isFile(path) ? (folder.origin, path) : nil
    }
    guard let nearest = found.first else {
      throw .templateMissing(
        kind: kind, id: id, looked: folders.map { FilePath.join($0.path, kind) })
    }
    return LocatedTemplate(
      kind: kind, id: id, path: nearest.1, origin: nearest.0, hidden: found.dropFirst().map(\.1))
  }

  /// Every template of `kind`, by id; files whose names cannot be templates' are passed over.
  ///
  /// - Throws: `refused` for a kind that can be none.
  /// - Complexity: O(*n* log *n*) in the files.
  package func list(kind: String) throws(StorageError) -> [LocatedTemplate] {
    guard Self.isName(kind) else {
      throw .refused(
        problem: "'\(kind)' cannot be a kind of template",
        remedy: "Use small letters, digits and hyphens")
    }
    var ids: Set<String> = []
    for folder in folders {
      for name in (try? files.list(FilePath.join(folder.path, kind))) ?? []
      where name.hasSuffix(".yaml") && Self.isName(String(name.dropLast(5))) {
        if isFile(FilePath.join(folder.path, "\(kind)/\(name)")) { ids.insert(String(name.dropLast(5))) }
      }
    }
    var templates: [LocatedTemplate] = []
    for id in ids.sorted() { templates.append(try locate(kind: kind, id: id)) }
    return templates
  }

  /// Whether a kind or id is well formed: `[a-z0-9-]+`.
  ///
  /// - Complexity: O(*n*) in the name's length.
  package static func isName(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy {
        (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-")
      }
  }

  /// `Templates` of the nearest folder above `program` that also holds `Package.swift`.
  private static func sourceTemplates(above program: String, _ files: any FileSystem) -> String? {
    var folder = FilePath.folder(of: program)
    while folder != "/" && folder != "." {
      let templates = FilePath.join(folder, "Templates")
      let package = FilePath.join(folder, "Package.swift")
      if isFolder(templates, files), (try? files.status(at: package))?.kind == .file {
        return templates
      }
      folder = FilePath.folder(of: folder)
    }
    return nil
  }

  private func isFile(_ path: String) -> Bool { (try? files.status(at: path))?.kind == .file }

  private static func isFolder(_ path: String, _ files: any FileSystem) -> Bool {
    (try? files.status(at: path))?.kind == .folder
  }
}
