import BidModel

/// Completion in a template's text, by asking the reader of its kind.
///
/// A *probe*, a word that no file has, is put in where the cursor stands, and the text is read as it then is.
/// The reader comes to the mapping that holds the probe and asks it for each key it knows; or it asks for the
/// text that is the probe, and says of what form it must be. So there is no list of keys but the reader itself.
///
/// Limitations: nothing is offered where the lines above the cursor are no YAML; a key whose place depends on
/// another's value is offered all the same.
extension TemplateLibrary {
  /// The probe.
  private static let probe = "zzprobezz"

  /// What can be written in line `row` behind `column` graphemes of it; `nil` where nothing is known.
  ///
  /// - Parameter row: From 0.
  /// - Complexity: O(*n*) in the text, twice.
  package func completion(
    in lines: [String], row: Int, column: Int, of name: TemplateName, path: String
  ) -> TemplateCompletion? {
    guard lines.indices.contains(row) else { return nil }
    let rest = lines[row].dropFirst(column).drop { $0 == " " || $0 == "\r" }
    guard rest.isEmpty || rest == "]" || rest.first == "," || rest.first == ":",
      let place = TemplatePlace(String(lines[row].prefix(column)))
    else { return nil }
    if place.isValue { return values(place, lines, row, name, path) }
    guard rest.first != ":" || !place.typed.isEmpty else { return nil }
    var text = lines
    text[row] = place.head + Self.probe + ": x"
    if let items = keys(text, row, name, path, hasColon: rest.first == ":"), !items.isEmpty {
      return TemplateCompletion(items, typed: place.typed)
    }
    return place.isItem ? values(place, lines, row, name, path) : nil
  }

  /// The keys that the mapping with the probe may have and has not.
  private func keys(
    _ lines: [String], _ row: Int, _ name: TemplateName, _ path: String, hasColon: Bool
  ) -> [TemplateCompletion.Item]? {
    guard let (reading, tree) = probed(lines, row, name, path),
      let asked = reading.maps.first(where: { $0.own.contains(Self.probe) })
    else { return nil }
    var known = asked.keys.map { ($0, asked.forms[$0] ?? .text) }
    let own = Self.mapping(with: Self.probe, in: tree)
    if TemplateInheritance.value(of: "extends", in: tree) != nil, own?.isItem == true {
      known += TemplateInheritance.itemKeys.map { ($0.key, $0.form) }
    }
    return known.compactMap { key, form in
      guard key != Self.probe, own?.keys.contains(key) != true else { return nil }
      let need = asked.needed.contains(key) ? ", needed" : ""
      return TemplateCompletion.Item(
        word: key, text: hasColon ? key : key + (form.isBelow ? ":" : ": "), note: form.phrase + need)
    }
  }

  /// The words of the form that the probe must be of, as a value.
  private func values(
    _ place: TemplatePlace, _ lines: [String], _ row: Int, _ name: TemplateName, _ path: String
  ) -> TemplateCompletion? {
    var text = lines
    text[row] = place.head + Self.probe + place.tail
    guard let (reading, _) = probed(text, row, name, path),
      let found = reading.texts.first(where: { $0.text == Self.probe })
    else { return nil }
    let words: [String] =
      switch found.form {
      case .oneOf(let words): words
      case .names(let names): self.words(of: names)
      case .text, .number, .map, .list: []
      }
    return TemplateCompletion(
      words.map { TemplateCompletion.Item(word: $0, text: $0, note: "") }, typed: place.typed)
  }

  /// Reads the text with the probe in it; where the lines below are no YAML, without them.
  private func probed(
    _ lines: [String], _ row: Int, _ name: TemplateName, _ path: String
  ) -> (YAMLReading, YAMLValue)? {
    for text in [lines[...], lines.prefix(row + 1)] {
      let bytes = Array(text.joined(separator: "\n").utf8)
      guard let tree = (try? StrictYAML.parse(bytes, path: path)) ?? nil else { continue }
      let reading = YAMLReading()
      // A base that is not there yet leaves the file's own keys to be read.
      let whole =
        (try? resolved(bytes, kind: name.kind.rawValue, id: name.id, path: path, reading: reading)) ?? tree
      _ = try? TemplateContent(name.kind, yaml: whole, id: name.id, path: path, reading: reading)
      return (reading, tree)
    }
    return nil
  }

  /// A mapping of the file itself.
  private struct Own {
    var keys: [String]
    /// Whether it is an item of a list.
    var isItem: Bool
  }

  private static func mapping(
    with key: String, in value: YAMLValue, isItem: Bool = false
  ) -> Own? {
    switch value.content {
    case .scalar: return nil
    case .sequence(let items):
      return items.lazy.compactMap { mapping(with: key, in: $0, isItem: true) }.first
    case .mapping(let pairs):
      if pairs.contains(where: { $0.key == key }) {
        return Own(keys: pairs.map(\.key), isItem: isItem)
      }
      return pairs.lazy.compactMap { mapping(with: key, in: $0.value) }.first
    }
  }

  /// The names that there are, in order.
  ///
  /// - Complexity: O(*n*) in the files that hold them.
  func words(of names: YAMLNames) -> [String] {
    switch names {
    case .templates(let kind): return ids(of: kind)
    case .themes:
      return ids(of: .themes).flatMap { (try? themeSet($0))?.themes.map(\.key) ?? [] }
    case .families: return kpiSets.flatMap { $0.families.map(\.key) }.inOrderOnce
    case .units: return kpiSets.flatMap { $0.kpis.map(\.unit) }.inOrderOnce
    case .criteria:
      return ids(of: .criteria).flatMap { (try? criteria($0))?.criteria.map(\.key) ?? [] }.inOrderOnce
    }
  }

  private var kpiSets: [KPISet] { ids(of: .kpis).compactMap { try? kpiSet($0) } }
}

extension [String] {
  /// Each word once, where it stands first.
  fileprivate var inOrderOnce: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
