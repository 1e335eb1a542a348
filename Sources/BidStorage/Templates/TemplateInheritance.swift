/// Lays a template that says `extends: NAME` over the one it names.
///
/// Keys of the file replace those of its base; mappings are laid over each other key by key. Two lists whose
/// items are named (`key`, or `id` in question sets) are joined by those names: an item with a name the base
/// has is laid over it, one with `remove: yes` takes it out, a new one goes last. Any other list replaces the
/// base's whole.
///
/// Limitations: items keep the base's order; a file that needs another order is a copy, not an extension.
/// The places of what comes from the base are lines of the base.
enum TemplateInheritance {
  /// The keys of `own` over those of `base`.
  ///
  /// - Complexity: O(*n* · *m*) in the keys of the two, level by level.
  static func merge(_ own: YAMLValue, over base: YAMLValue) -> YAMLValue {
    switch (own.content, base.content) {
    case (.mapping(let mine), .mapping(let theirs)):
      var pairs = theirs
      for pair in mine {
        if let index = pairs.firstIndex(where: { $0.key == pair.key }) {
          let value = merge(pair.value, over: pairs[index].value)
          pairs[index] = YAMLPair(key: pair.key, line: pair.line, column: pair.column, value: value)
        } else {
          pairs.append(pair)
        }
      }
      return YAMLValue(content: .mapping(pairs), line: own.line, column: own.column)
    case (.sequence(let mine), .sequence(let theirs)):
      guard !mine.isEmpty, mine.allSatisfy({ name(of: $0) != nil }) else { return own }
      return YAMLValue(
        content: .sequence(join(mine, over: theirs)), line: own.line, column: own.column)
    default: return own
    }
  }

  private static func join(_ mine: [YAMLValue], over theirs: [YAMLValue]) -> [YAMLValue] {
    var items = theirs
    for item in mine {
      let index = items.firstIndex { name(of: $0) == name(of: item) }
      if let index, isRemoval(item) {
        items.remove(at: index)
      } else if let index {
        items[index] = merge(item, over: items[index])
      } else {
        items.append(item)
      }
    }
    return items
  }

  /// What names an item of a list; `nil` for one without a name.
  private static func name(of item: YAMLValue) -> String? {
    for key in ["key", "id"] {
      if case .scalar(let text, _) = value(of: key, in: item)?.content { return text }
    }
    return nil
  }

  private static func isRemoval(_ item: YAMLValue) -> Bool {
    if case .scalar(let text, _) = value(of: "remove", in: item)?.content { text == "yes" } else { false }
  }

  /// The value of `key` in a mapping.
  static func value(of key: String, in item: YAMLValue) -> YAMLValue? {
    guard case .mapping(let pairs) = item.content else { return nil }
    return pairs.first { $0.key == key }?.value
  }
}
