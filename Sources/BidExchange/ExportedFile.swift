import BidModel
import Checksum

/// A file that an export makes, with what is needed to check it later.
package struct ExportedFile: Hashable, Sendable {
  /// The file's name, without a folder.
  package var name: String
  package var bytes: [UInt8]
  /// What the text counts as, by the bid's rule.
  package var count: TextCount
  /// The digest of `bytes`.
  package var digest: SHA256Digest

  init(name: String, text: String, count: TextCount) {
    self.name = name
    bytes = Array(text.utf8)
    self.count = count
    digest = SHA256Digest(of: bytes)
  }
}

/// What an answer is exported with.
package struct ExportContext: Sendable {
  package var templates: AnswerTemplates
  package var values: KPIValues
  package var rule: CountRule

  package init(templates: AnswerTemplates, values: KPIValues, rule: CountRule) {
    self.templates = templates
    self.values = values
    self.rule = rule
  }

  package init(template: AnswerTemplate, values: KPIValues, rule: CountRule) {
    self.init(templates: AnswerTemplates(template), values: values, rule: rule)
  }

  /// The template that `answer` was begun with.
  func template(of answer: Answer) -> AnswerTemplate { templates.template(of: answer.frontMatter) }

  /// The placeholders of the parts that are submitted which have nothing to stand for yet.
  package func unfilled(in answer: Answer) -> [String] {
    var names: [String] = []
    let template = template(of: answer)
    for part in answer.parts where template.part(part.key)?.isSubmitted != false {
      for block in part.blocks where block.kind != .verbatim {
        for match in Placeholder.matches(in: block.text) {
          guard let placeholder = match.placeholder else {
            names.append(match.inside)
            continue
          }
          switch values.status(of: placeholder) {
          case .empty, .unknown: names.append(placeholder.description)
          case .filled, .stale: break
          }
        }
      }
    }
    return names
  }

  /// The name of an answer's export: its file's name with another ending.
  func name(of answer: Answer, ending: String) -> String {
    let file = answer.id.path.split(separator: "/").last.map(String.init) ?? "answer"
    let dot = file.lastIndex(of: ".") ?? file.endIndex
    return file[..<dot] + ending
  }
}
