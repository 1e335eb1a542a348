import BidModel

extension TemplateLibrary {
  /// Everything that is wrong with a template's text: what keeps it from being read, else what it names and
  /// nobody has.
  ///
  /// - Parameters:
  ///   - name: The kind and the id that its folder and file give it.
  ///   - path: The file, which need not be there yet.
  /// - Complexity: O(*n*) in the text and in the files that it names.
  package func faults(in bytes: [UInt8], of name: TemplateName, path: String) -> [TemplateFault] {
    do throws(StorageError) {
      let yaml = try resolved(bytes, kind: name.kind.rawValue, id: name.id, path: path)
      let content = try TemplateContent(name.kind, yaml: yaml, id: name.id, path: path)
      return missingNames(of: content, name, path: path, text: bytes)
    } catch {
      return [TemplateFault(error, path: path, text: bytes)]
    }
  }

  /// What the template names and no folder has, and names that others have taken.
  private func missingNames(
    of content: TemplateContent, _ name: TemplateName, path: String, text: [UInt8]
  ) -> [TemplateFault] {
    var faults: [TemplateFault] = []
    let say = { (words: String, problem: String, remedy: String) in
      let line = Self.line(of: words, in: text)
      faults.append(
        TemplateFault(
          path: path, line: line, column: line.flatMap { TemplateFault.column(ofLine: $0, in: text) },
          problem: problem, remedy: remedy))
    }
    let isThere = { (kind: TemplateKind, id: String) in ids(of: kind).contains(id) }
    switch content {
    case .themes(let set):
      for (other, keys) in themeKeys(exceptOf: name.id) {
        for theme in set.themes where keys.contains(theme.key) {
          say(
            theme.key, "the lens '\(other)' has a theme '\(theme.key)' as well",
            "Give the theme a key of its own: questions name themes of all lenses")
        }
      }
      for word in (try? signalLexicon("tender-english"))?.unknownClasses(with: set) ?? [] {
        say("<\(word)>", "'<\(word)>' is no word class", "Add it under 'words:', or correct the name")
      }
    case .bid(let set):
      for lens in set.lenses where !isThere(.themes, lens) {
        say(lens, "there is no lens '\(lens)'", "Name one of \(ids(of: .themes).joined(separator: ", "))")
      }
      for question in set.questions {
        if let id = question.template, !isThere(.answers, id) {
          say(
            id, "there is no answer template '\(id)'",
            "Name one of \(ids(of: .answers).joined(separator: ", "))")
        }
        if let id = question.scale, !isThere(.scales, id) {
          say(id, "there is no scale '\(id)'", "Name one of \(ids(of: .scales).joined(separator: ", "))")
        }
      }
    case .example(let example):
      guard let template = try? answerTemplate(example.template) else {
        say(example.template, "there is no answer template '\(example.template)'", "Correct 'template'")
        break
      }
      for part in example.parts where template.part(part.key) == nil {
        say(part.key, "'\(part.key)' is no part of '\(example.template)'", "Use the keys of its parts")
      }
    case .answer(let template):
      guard let older = farther(than: path, id: name.id), older.version == template.version,
        older.parts.map({ [$0.key, $0.title] }) != template.parts.map({ [$0.key, $0.title] })
      else { break }
      let line = Self.line(of: "version:", in: text)
      faults.append(
        TemplateFault(
          path: path, line: line, column: line.map { _ in 1 },
          problem: "its parts differ from those of version \(older.version) that it hides",
          remedy: "Raise 'version', so that answers begun with the old parts are offered the new ones",
          isAdvice: true))
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

  /// The first line that holds `words`.
  private static func line(of words: String, in text: [UInt8]) -> Int? {
    let lines = String(decoding: text, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    return lines.firstIndex { $0.contains(words) }.map { $0 + 1 }
  }
}
