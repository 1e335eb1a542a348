/// What the value of a key can be, as the reader of the file asks for it.
package indirect enum YAMLForm: Hashable, Sendable {
  case text, number, map
  /// A list of such values, or of keys with values.
  case list(YAMLForm)
  /// One of a few words.
  case oneOf([String])
  /// The name of something that other files hold.
  case names(YAMLNames)

  /// The form in a few words, for a list of keys.
  package var phrase: String {
    switch self {
    case .text: "text"
    case .number: "number"
    case .map: "keys"
    case .list(.map): "list of keys"
    case .list: "list"
    case .oneOf(let words): words.prefix(4).joined(separator: ", ") + (words.count > 4 ? " …" : "")
    case .names(let names): names.phrase
    }
  }

  /// The form of one value: of an item, where it is a list.
  package var item: YAMLForm { if case .list(let item) = self { item } else { self } }

  /// Whether its value begins on a line of its own.
  package var isBelow: Bool {
    switch self {
    case .map, .list: true
    case .text, .number, .oneOf, .names: false
    }
  }
}

/// Things that files name and other files hold.
package enum YAMLNames: Hashable, Sendable {
  /// Ids of templates of a kind.
  case templates(TemplateKind)
  /// Keys of the themes of all lenses.
  case themes
  /// Keys of the families of all KPI sets.
  case families
  /// Units that KPIs of the sets have; another may be written.
  case units
  /// Keys of all criteria.
  case criteria

  /// What is named, for a list of keys.
  package var phrase: String {
    switch self {
    case .templates(let kind): "one of \(kind.rawValue)"
    case .themes: "a theme"
    case .families: "a KPI family"
    case .units: "a unit"
    case .criteria: "a criterion"
    }
  }

  /// What one of them is called in a sentence.
  package var noun: String {
    switch self {
    case .templates(.answers): "answer template"
    case .templates(.themes): "lens"
    case .templates(.scales): "scale"
    case .templates(let kind): "\(kind.word) file"
    case .themes: "theme"
    case .families: "KPI family"
    case .units: "unit"
    case .criteria: "criterion"
    }
  }

  /// Whether nothing but one of the names will do.
  package var isClosed: Bool { self != .units }
}
