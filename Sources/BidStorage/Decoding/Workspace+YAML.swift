import BidModel

extension Workspace {
  /// Reads `fivefold.yaml`. A key that is not known is a problem to show, not a reason to refuse.
  ///
  /// - Throws: `malformed` with the line for a value that its key does not take.
  package init(yaml: YAMLValue?, path: String, problems: inout [FileProblem]) throws(StorageError) {
    self.init()
    guard yaml != nil else { return }
    var map = try YAMLMap(yaml, path: path)
    organisation = try map.optionalText("organisation") ?? ""
    for item in try map.list("people") {
      var entry = try YAMLMap(item, path: path)
      people.append(
        Person(
          id: try entry.text("id"), name: try entry.text("name"), post: try entry.optionalText("post") ?? ""))
      entry.report(to: &problems)
    }
    if let value = map.value("defaults"), !value.isEmpty {
      var entry = try YAMLMap(value, path: path)
      defaults = try TemplateChoice(&entry, problems: &problems)
      entry.report(to: &problems)
    }
    for item in try map.list("commands") {
      var entry = try YAMLMap(item, path: path)
      let command = TextCommand(name: try entry.text("name"), run: try entry.texts("run"))
      guard !command.run.isEmpty else {
        throw entry.error(
          "run", "the command '\(command.name)' names no program",
          remedy: "Write it as 'run: [fmt, -w, \"80\"]'")
      }
      commands.append(command)
      entry.report(to: &problems)
    }
    map.report(to: &problems)
  }
}

extension TemplateChoice {
  /// Reads what a bid or a workspace chooses. `themes` is the older name of `lenses`: where both stand, the
  /// lenses of both are taken, which is a problem to show and no reason to refuse the bid.
  ///
  /// - Throws: `malformed` with the line for a value that its key does not take.
  init(_ map: inout YAMLMap, problems: inout [FileProblem]) throws(StorageError) {
    self.init()
    template = try map.optionalText("template")
    themes = try map.oneOrMore("lenses")
    let older = try map.oneOrMore("themes")
    if !themes.isEmpty, !older.isEmpty {
      problems.append(
        FileProblem(
          path: map.path, line: map.line(of: "themes"),
          message: "‘themes’ is the older name of ‘lenses’, which stands here as well: both are read.",
          fix: "Write all of them behind ‘lenses’, and take ‘themes’ out."))
    }
    themes += older.filter { !themes.contains($0) }
    checklists = try map.oneOrMore("checklists")
    kpis = try map.optionalText("kpis")
    counts = try map.optionalText("counts")
    scale = try map.optionalText("scale")
    guard var settings = try map.optionalMap("checks") else { return }
    for pair in settings.pairs {
      let text = try settings.text(pair.key)
      guard let setting = CheckSetting(text: text) else {
        throw settings.error(
          pair.key, "'\(text)' is nothing a check can be set to",
          remedy: "Write off, advice, warning or error")
      }
      checks[pair.key] = setting
    }
  }
}

extension YAMLMap {
  /// The texts of a key that takes one text or a list of them.
  mutating func oneOrMore(_ key: String, of form: YAMLForm = .text) throws(StorageError) -> [String] {
    if let pair = pairs.first(where: { $0.key == key }), case .scalar = pair.value.content {
      return try optionalText(key, form).map { [$0] } ?? []
    }
    return try texts(key, of: form)
  }

  /// Notes keys that are not known, which stay in the file.
  func report(to problems: inout [FileProblem]) {
    do { try finish() } catch {
      guard case .malformed(let path, let line, let problem, let remedy) = error else { return }
      problems.append(FileProblem(path: path, line: line, message: problem + ".", fix: remedy + "."))
    }
  }
}
