/// The answer templates that the answers of one bid were begun with.
///
/// An answer names its template and the version of it, and keeps both when the template moves on: so an
/// edited template changes no answer until it is applied.
package struct AnswerTemplates: Hashable, Sendable {
  /// The bid's own, for answers that name none.
  package var standard: AnswerTemplate
  /// The others, and other versions of it.
  package var others: [AnswerTemplate] = []

  package init(_ standard: AnswerTemplate, others: [AnswerTemplate] = []) {
    self.standard = standard
    self.others = others
  }

  /// The template of an answer: that of its id and version, else that of its id, else the bid's own; with the
  /// private parts that the answer still has of an earlier one.
  ///
  /// - Complexity: O(*n*) in the templates and the keys of the front matter, a dozen or two.
  package func template(of frontMatter: FrontMatter?) -> AnswerTemplate {
    named(by: frontMatter).keepingPrivate(of: frontMatter)
  }

  private func named(by frontMatter: FrontMatter?) -> AnswerTemplate {
    guard let id = frontMatter?["template"], !id.isEmpty else { return standard }
    let version = frontMatter?["template_version"]
    if standard.id == id, version == nil || standard.version == version { return standard }
    let named = others.filter { $0.id == id }
    return named.first { $0.version == version } ?? (standard.id == id ? standard : named.first ?? standard)
  }

  /// Adds `template`, in the place of one with its id and version.
  package mutating func add(_ template: AnswerTemplate) {
    if standard.id == template.id, standard.version == template.version {
      standard = template
      return
    }
    others.removeAll { $0.id == template.id && $0.version == template.version }
    others.append(template)
  }
}
