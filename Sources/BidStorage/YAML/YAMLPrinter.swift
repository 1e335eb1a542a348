/// Prints a value as YAML that ``StrictYAML`` reads as the same value, every text in double quotes.
///
/// Limitations: for people to read what a file comes to; files are never rewritten with it.
package enum YAMLPrinter {
  /// The value as text, ended by a line break.
  ///
  /// - Complexity: O(*n*) in the length of the value.
  package static func text(of value: YAMLValue) -> String { lines(of: value).joined(separator: "\n") + "\n" }

  private static func lines(of value: YAMLValue) -> [String] {
    switch value.content {
    case .scalar(let text, _): return [QuotedScalar.write(text)]
    case .sequence(let items) where items.isEmpty: return ["[]"]
    case .sequence(let items):
      return items.flatMap { item in
        lines(of: item).enumerated().map { ($0 == 0 ? "- " : "  ") + $1 }
      }
    case .mapping(let pairs):
      return pairs.flatMap { pair -> [String] in
        let key =
          TemplateLocator.isName(pair.key.replacing("_", with: "-")) ? pair.key : QuotedScalar.write(pair.key)
        switch pair.value.content {
        case .scalar(let text, _): return ["\(key): \(QuotedScalar.write(text))"]
        case .sequence(let items) where items.isEmpty: return ["\(key): []"]
        default: return ["\(key):"] + lines(of: pair.value).map { "  " + $0 }
        }
      }
    }
  }
}
