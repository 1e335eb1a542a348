import BidModel

/// Who sits at the keyboard: whose files are written, and whose name the audit log gives.
///
/// It is a name that somebody gave, never a proof: on a shared folder anybody can call themselves anything.
package struct Identity: Hashable, Sendable {
  /// The person's id in the workspace, else the name as it was given.
  package var person: String
  /// Whether the workspace knows them.
  package var isKnown: Bool
  /// Where the name comes from.
  package var source: Source

  /// Where a name comes from, the first that gives one.
  package enum Source: String, Hashable, Sendable {
    case asked = "--as"
    case git
    case system = "the system user"
  }

  /// Finds who it is: who is asked for, else who git commits as, else the system's user; each by the id or the
  /// full name that the workspace has.
  ///
  /// git's name counts only when the workspace knows it, since it may be of another team's habit.
  package init(asked: String?, git: String?, user: String, people: [Workspace.Person]) {
    let known = { (name: String) -> String? in
      let wanted = name.lowercased()
      return people.first { $0.id.lowercased() == wanted || $0.name.lowercased() == wanted }?.id
    }
    if let asked, !asked.trimmingSpaces().isEmpty {
      let id = known(asked.trimmingSpaces())
      self.init(person: id ?? asked.trimmingSpaces(), isKnown: id != nil, source: .asked)
    } else if let git, let id = known(git) {
      self.init(person: id, isKnown: true, source: .git)
    } else {
      let id = known(user)
      self.init(person: id ?? user, isKnown: id != nil, source: .system)
    }
  }

  private init(person: String, isKnown: Bool, source: Source) {
    self.person = person
    self.isKnown = isKnown
    self.source = source
  }

  /// The `user.name` that git has for `workspace`: of its repository, else the person's own.
  ///
  /// Limitations: files that a configuration includes are not followed.
  package static func gitName(workspace: String, environment: [String: String], files: any FileSystem)
    -> String?
  {
    var places: [String] = []
    var folder = workspace
    while true {
      places.append(FilePath.join(folder, ".git/config"))
      let parent = FilePath.folder(of: folder)
      if parent == folder || parent == "." { break }
      folder = parent
    }
    let home = environment["HOME"]
    if let home { places.append(FilePath.join(home, ".gitconfig")) }
    if let config = environment["XDG_CONFIG_HOME"] ?? home.map({ FilePath.join($0, ".config") }) {
      places.append(FilePath.join(config, "git/config"))
    }
    let reader = FileReader(files: files)
    for place in places {
      guard let bytes = try? reader.read(place, limit: 1024 * 1024).bytes else { continue }
      if let name = userName(in: String(decoding: bytes, as: UTF8.self)) { return name }
    }
    return nil
  }

  private static func userName(in text: String) -> String? {
    var isUser = false
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.trimmingSpaces()
      if words.hasPrefix("[") {
        isUser = words.lowercased().hasPrefix("[user]")
      } else if isUser, let equals = words.firstIndex(of: "="),
        words[..<equals].trimmingSpaces().lowercased() == "name"
      {
        let value = words[words.index(after: equals)...].trimmingSpaces()
        let name =
          value.hasPrefix("\"") && value.hasSuffix("\"") ? String(value.dropFirst().dropLast()) : value
        return name.isEmpty ? nil : name
      }
    }
    return nil
  }
}
