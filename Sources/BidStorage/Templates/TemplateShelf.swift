import BidModel

/// Fetches the answer templates that answers name, each once, while a bid is being read.
package final class TemplateShelf {
  /// What has been fetched so far.
  package private(set) var templates: AnswerTemplates
  /// Templates that answers name and nobody has.
  package private(set) var problems: [FileProblem] = []
  private let library: TemplateLibrary
  private var asked: Set<String> = []

  /// A shelf with the bid's own template.
  package init(_ library: TemplateLibrary, standard: AnswerTemplate) {
    self.library = library
    templates = AnswerTemplates(standard)
  }

  /// The template of the answer at `path`: the version it names where that is found, else the nearest file
  /// of the name, else the bid's own.
  package func template(of frontMatter: FrontMatter?, path: String) -> AnswerTemplate {
    guard let id = frontMatter?["template"], !id.isEmpty else { return templates.standard }
    let version = frontMatter?["template_version"]
    if asked.insert("\(id)@\(version ?? "")").inserted { fetch(id, version: version, path: path) }
    return templates.template(of: frontMatter)
  }

  private func fetch(_ id: String, version: String?, path: String) {
    if let version, let old = library.answerTemplate(id, version: version) { return templates.add(old) }
    do throws(StorageError) {
      templates.add(try library.answerTemplate(id))
    } catch {
      problems.append(
        FileProblem(
          path: path, message: "The answer's template ‘\(id)’ cannot be used: \(error)",
          fix: "The bid's own template is used; correct ‘template’ in the answer."))
    }
  }
}
