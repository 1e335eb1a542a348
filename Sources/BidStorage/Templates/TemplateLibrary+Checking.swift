import BidModel

extension TemplateLibrary {
  /// Everything that is wrong with a template's text, in the order of its lines: each key, value and rule of
  /// its kind, and what it names and nobody has.
  ///
  /// A text that is no YAML stops the reading there: the lines above it are judged as far as they go.
  ///
  /// - Parameters:
  ///   - name: The kind and the id that its folder and file give it.
  ///   - path: The file, which need not be there yet.
  /// - Complexity: O(*n*) in the text and in the files that it names.
  package func faults(in bytes: [UInt8], of name: TemplateName, path: String) -> [TemplateFault] {
    let reading = YAMLReading()
    do throws(StorageError) {
      let yaml = try resolved(bytes, kind: name.kind.rawValue, id: name.id, path: path, reading: reading)
      let content = try TemplateContent(name.kind, yaml: yaml, id: name.id, path: path, reading: reading)
      let faults =
        reading.faults.map { TemplateFault($0, path: path) } + strangers(reading, path: path)
        + unsound(content, reading, path: path)
      let other = faults.isEmpty ? conflicts(of: content, name, path: path, text: bytes, reading) : []
      return (faults + other).sorted { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) }
    } catch {
      let fault = TemplateFault(error, path: path, text: bytes)
      return faultsAbove(fault, in: bytes, of: name, path: path) + [fault]
    }
  }

  /// What is wrong in the whole lines above a place where the text stops being YAML.
  private func faultsAbove(
    _ fault: TemplateFault, in bytes: [UInt8], of name: TemplateName, path: String
  ) -> [TemplateFault] {
    guard let line = fault.line, fault.path == path, line > 1 else { return [] }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    // What is noticed here may have begun some lines above, with a bracket or a quote.
    for last in stride(from: line - 1, to: max(0, line - 9), by: -1) {
      let above = Array(lines.prefix(last).joined(separator: [0x0A])) + [0x0A]
      let reading = YAMLReading()
      guard
        let yaml = try? resolved(
          above, kind: name.kind.rawValue, id: name.id, path: path, reading: reading),
        (try? TemplateContent(name.kind, yaml: yaml, id: name.id, path: path, reading: reading)) != nil
      else { continue }
      return reading.faults.filter { !$0.isOfWhole && $0.line <= last }.map { TemplateFault($0, path: path) }
    }
    return []
  }

  /// Names that the text gives and nothing has.
  private func strangers(_ reading: YAMLReading, path: String) -> [TemplateFault] {
    var known: [YAMLNames: [String]] = [:]
    return reading.texts.compactMap { text in
      guard case .names(let names) = text.form, names.isClosed, !text.text.isEmpty else { return nil }
      let words = known[names] ?? self.words(of: names)
      known[names] = words
      guard !words.contains(text.text), text.key != "extends" else { return nil }
      let nearest = EditDistance.nearest(to: text.text, among: words)
      return TemplateFault(
        path: path, line: text.line, column: text.column, problem: "there is no \(names.noun) '\(text.text)'",
        remedy: nearest.map { "Did you mean '\($0)'?" }
          ?? (words.isEmpty
            ? "Make one, or take the name out" : "Name one of \(words.joined(separator: ", "))"))
    }
  }

  /// What does not go with the files of others.
  private func conflicts(
    of content: TemplateContent, _ name: TemplateName, path: String, text: [UInt8], _ reading: YAMLReading
  ) -> [TemplateFault] {
    var faults: [TemplateFault] = []
    let say = { (place: YAMLReading.Text?, problem: String, remedy: String) in
      faults.append(
        TemplateFault(
          path: path, line: place?.line, column: place?.column, problem: problem, remedy: remedy))
    }
    switch content {
    case .themes(let set):
      for (other, keys) in themeKeys(exceptOf: name.id) {
        for theme in set.themes where keys.contains(theme.key) {
          say(
            reading.texts.first { $0.key == "key" && $0.text == theme.key },
            "the lens '\(other)' has a theme '\(theme.key)' as well",
            "Give the theme a key of its own: questions name themes of all lenses")
        }
      }
      for word in (try? signalLexicon(SignalLexicon.standardID))?.unknownClasses(with: set) ?? [] {
        say(
          reading.texts.first { $0.text.contains("<\(word)>") }, "'<\(word)>' is no word class",
          "Add it under 'words:', or correct the name")
      }
    case .example(let example):
      guard let template = try? answerTemplate(example.template) else { break }
      for part in example.parts where template.part(part.key) == nil {
        say(
          reading.texts.first { $0.key == part.key }, "'\(part.key)' is no part of '\(example.template)'",
          "Use the keys of its parts: \(template.parts.map(\.key).joined(separator: ", "))")
      }
    case .answer(let template):
      guard let older = farther(than: path, id: name.id), older.version == template.version,
        older.parts.map({ [$0.key, $0.title] }) != template.parts.map({ [$0.key, $0.title] })
      else { break }
      say(
        reading.texts.first { $0.key == "version" },
        "its parts differ from those of version \(older.version) that it hides",
        "Raise 'version', so that answers begun with the old parts are offered the new ones")
      faults[0].isAdvice = true
    default: break
    }
    return faults
  }

  /// The template of the same id that the file at `path` hides.
  private func farther(than path: String, id: String) -> AnswerTemplate? {
    guard let located = try? locator.locate(kind: "answers", id: id) else { return nil }
    let files = [located.path] + located.hidden
    let rest = files.firstIndex(of: path).map { files[($0 + 1)...] } ?? files[...]
    guard let next = rest.first, let bytes = try? reader.read(next).bytes,
      let yaml = try? resolved(bytes, kind: "answers", id: id, path: next)
    else { return nil }
    return try? AnswerTemplate(yaml: yaml, id: id, path: next)
  }

  /// The theme keys of every other lens.
  private func themeKeys(exceptOf id: String) -> [(lens: String, keys: Set<String>)] {
    ids(of: .themes).filter { $0 != id }.compactMap { other in
      (try? themeSet(other)).map { (other, Set($0.themes.map(\.key))) }
    }
  }
}
