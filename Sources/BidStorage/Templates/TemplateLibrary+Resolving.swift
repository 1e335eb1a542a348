import BidModel

/// A template's text that is tried before it is saved: it is read in the place of the file at its path.
package struct TrialTemplate: Hashable, Sendable {
  package var name: TemplateName
  /// The file it would be saved as.
  package var path: String
  package var bytes: [UInt8]

  package init(_ name: TemplateName, path: String, bytes: [UInt8]) {
    self.name = name
    self.path = path
    self.bytes = bytes
  }
}

/// A file that extends another, and the line where it says so.
package struct ExtendingFile: Hashable, Sendable {
  package var path: String
  /// From 1.
  package var line: Int
}

extension TemplateLibrary {
  /// Reads what the template `name` holds.
  ///
  /// - Throws: `templateMissing`, or what is wrong with the file, with its line.
  package func content(_ name: TemplateName) throws(StorageError) -> TemplateContent {
    let (yaml, path) = try read(name.kind.rawValue, name.id)
    return try TemplateContent(name.kind, yaml: yaml, id: name.id, path: path)
  }

  /// The text of the template `name` and the file it is in; a trial's goes before the disk's.
  ///
  /// - Throws: `templateMissing`, or why the file cannot be read.
  package func source(_ kind: String, _ id: String) throws(StorageError) -> (path: String, bytes: [UInt8]) {
    if let trial = trials.first(where: { $0.name.kind.rawValue == kind && $0.name.id == id }) {
      return (trial.path, trial.bytes)
    }
    let located = try locator.locate(kind: kind, id: id)
    return (located.path, try reader.read(located.path, limit: StrictYAML.sizeLimit).bytes)
  }

  /// Reads the text of a file as YAML, laid over what it extends; `reading` gathers what is wrong with that.
  ///
  /// - Throws: `malformed` with the line where `extends` names what is not there, itself, or a file that
  ///   extends this one.
  package func resolved(
    _ bytes: [UInt8], kind: String, id: String, path: String, below: [ExtendingFile] = [],
    reading: YAMLReading? = nil
  ) throws(StorageError) -> YAMLValue? {
    let parsed = try StrictYAML.parse(bytes, path: path)
    guard let yaml = parsed, case .mapping(let pairs) = yaml.content,
      let pair = pairs.first(where: { $0.key == "extends" })
    else { return parsed }
    let fault = { (problem: String, remedy: String) in
      StorageError.malformed(path: path, line: pair.line, problem: problem, remedy: remedy)
    }
    if case .scalar(let text, _) = pair.value.content, let known = TemplateKind(rawValue: kind) {
      reading?.note(
        .init(
          key: "extends", text: text, form: .names(.templates(known)), line: pair.value.line,
          column: pair.value.column))
    }
    guard case .scalar(let base, _) = pair.value.content, TemplateLocator.isName(base) else {
      throw fault("'extends' must be the id of one template", "Write the file's name without .yaml")
    }
    let chain = below + [ExtendingFile(path: path, line: pair.line)]
    guard chain.count <= 8 else {
      throw fault("more than 8 files extend each other", "Copy the base instead")
    }
    let source = try baseSource(base, kind: kind, id: id, path: path, fault: fault)
    if let start = chain.firstIndex(where: { $0.path == source.path }) {
      // Told at the file that is looked at, which is where a person stands.
      let ring = (chain[start...].map(\.path) + [source.path]).map { FilePath.name(of: $0) }
      throw .malformed(
        path: chain[0].path, line: chain[0].line,
        problem: "the files extend each other in a ring: \(ring.joined(separator: ", "))",
        remedy: "Take 'extends' out of one of them")
    }
    guard
      let lower = try resolved(source.bytes, kind: kind, id: base, path: source.path, below: chain)
    else { throw fault("the file '\(base)' is empty", "Name another") }
    // A fault of the base is told at the base's own line.
    if let known = TemplateKind(rawValue: kind) {
      _ = try TemplateContent(known, yaml: lower, id: base, path: source.path)
    }
    let own = YAMLValue(
      content: .mapping(pairs.filter { $0.key != "extends" }), line: yaml.line, column: yaml.column)
    var inheritance = TemplateInheritance()
    let merged = inheritance.merge(own, over: lower.standing(atLine: pair.line, column: pair.column))
    if let reading {
      for fault in inheritance.faults { reading.note(fault) }
    } else if let first = inheritance.faults.first {
      throw .malformed(path: path, line: first.line, problem: first.problem, remedy: first.remedy)
    }
    return merged
  }

  /// The templates that extend `name`, or extend one that does; not those of its own name.
  ///
  /// - Complexity: O(*n*) in the files of the kind, for each level.
  package func extenders(of name: TemplateName) -> [TemplateName] {
    var bases: [String: String] = [:]
    for id in ids(of: name.kind) where id != name.id {
      guard let bytes = try? source(name.kind.rawValue, id).bytes,
        let yaml = (try? StrictYAML.parse(bytes, path: id)) ?? nil,
        case .scalar(let base, _) = TemplateInheritance.value(of: "extends", in: yaml)?.content
      else { continue }
      bases[id] = base
    }
    var found: Set = [name.id]
    while let next = bases.first(where: { found.contains($0.value) && !found.contains($0.key) }) {
      found.insert(next.key)
    }
    return found.subtracting([name.id]).sorted().map { TemplateName(name.kind, $0) }
  }

  /// The file that `extends: base` means: for a file that extends its own name, the next farther one.
  private func baseSource(
    _ base: String, kind: String, id: String, path: String, fault: (String, String) -> StorageError
  ) throws(StorageError) -> (path: String, bytes: [UInt8]) {
    guard base == id else {
      do { return try source(kind, base) } catch {
        guard case .templateMissing = error else { throw error }
        throw fault("there is no template '\(base)' of the kind '\(kind)'", "Check the name after 'extends'")
      }
    }
    let files = (try? locator.locate(kind: kind, id: id)).map { [$0.path] + $0.hidden } ?? []
    let farther = files.firstIndex(of: path).map { Array(files[($0 + 1)...]) } ?? files
    guard let next = farther.first else {
      throw fault(
        "'\(id)' extends itself, and no farther folder has a file of that name", "Name another template")
    }
    return (next, try reader.read(next, limit: StrictYAML.sizeLimit).bytes)
  }

  /// The answer template `id` as it was in `version`: the nearest file that says so, hidden ones and the
  /// copies `ID@VERSION.yaml` kept beside them among those looked at; `nil` when no file does.
  package func answerTemplate(_ id: String, version: String) -> AnswerTemplate? {
    if let nearest = try? answerTemplate(id), nearest.version == version { return nearest }
    guard let located = try? locator.locate(kind: "answers", id: id) else { return nil }
    let kept = locator.folders.map { FilePath.join($0.path, "answers/\(Self.keptName(id, version))") }
    for path in [located.path] + located.hidden + kept {
      guard let bytes = try? reader.read(path, limit: StrictYAML.sizeLimit).bytes,
        let yaml = try? resolved(bytes, kind: "answers", id: id, path: path),
        let template = try? AnswerTemplate(yaml: yaml, id: id, path: path), template.version == version
      else { continue }
      return template
    }
    return nil
  }

  /// The name of the file that an old version is kept under.
  package static func keptName(_ id: String, _ version: String) -> String {
    "\(id)@\(FileNames.safe(version)).yaml"
  }
}
