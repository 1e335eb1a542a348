/// Lays a template that says `extends: NAME` over the one it names.
///
/// Keys of the file replace those of its base; mappings are laid over each other key by key. Two lists whose
/// items are named (`key`, or `id` in question sets) are joined by those names: an item with a name the base
/// has is laid over it, one with `remove: yes` takes it out. A new one goes last, or where its `after: NAME` or
/// `before: NAME` says; an item of the base that says so moves there. Any other list replaces the base's whole.
///
/// Limitations: what comes from the base has the place of `extends:`, for messages.
struct TemplateInheritance {
  /// What is wrong with the laying over itself.
  private(set) var faults: [YAMLReading.Fault] = []

  /// Keys that an item of a list may have beside those of its kind.
  static let itemKeys: [(key: String, form: YAMLForm)] = [
    ("after", .text), ("before", .text), ("remove", .oneOf(["yes"])),
  ]

  /// The keys of `own` over those of `base`.
  ///
  /// - Complexity: O(*n* · *m*) in the keys of the two, level by level.
  mutating func merge(_ own: YAMLValue, over base: YAMLValue) -> YAMLValue {
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
      guard !mine.isEmpty, mine.allSatisfy({ Self.name(of: $0) != nil }) else { return own }
      return YAMLValue(
        content: .sequence(join(mine, over: theirs)), line: own.line, column: own.column)
    default: return own
    }
  }

  private mutating func join(_ mine: [YAMLValue], over theirs: [YAMLValue]) -> [YAMLValue] {
    var items = theirs
    for item in mine {
      let name = Self.name(of: item)
      let index = items.firstIndex { Self.name(of: $0) == name }
      if Self.text(of: "remove", in: item) == "yes" {
        if let index {
          items.remove(at: index)
        } else {
          say(item, "remove", "the base has no '\(name ?? "")' to remove", Self.known(items))
        }
        continue
      }
      let place = Self.place(of: item)
      var bare = item
      if place != nil { bare = Self.without(["after", "before"], item) }
      if let index {
        items[index] = merge(bare, over: items[index])
      } else {
        items.append(bare)
      }
      if let place { move(index ?? items.count - 1, to: place, item, in: &items) }
    }
    return items
  }

  /// Where an item says it goes.
  private struct Place {
    var key: String
    var name: String
  }

  private mutating func move(_ index: Int, to place: Place, _ item: YAMLValue, in items: inout [YAMLValue]) {
    let moved = items.remove(at: index)
    guard let target = items.firstIndex(where: { Self.name(of: $0) == place.name }) else {
      say(item, place.key, "there is no '\(place.name)' to go \(place.key)", Self.known(items))
      return items.insert(moved, at: index)
    }
    items.insert(moved, at: place.key == "after" ? target + 1 : target)
  }

  private mutating func say(_ item: YAMLValue, _ key: String, _ problem: String, _ remedy: String) {
    guard case .mapping(let pairs) = item.content, let pair = pairs.first(where: { $0.key == key }) else {
      return
    }
    faults.append(
      .init(line: pair.line, column: pair.column, problem: problem, remedy: remedy, isOfWhole: false))
  }

  private static func known(_ items: [YAMLValue]) -> String {
    "Name one of \(items.compactMap { name(of: $0) }.joined(separator: ", "))"
  }

  private static func place(of item: YAMLValue) -> Place? {
    for key in ["after", "before"] {
      if let name = text(of: key, in: item), !name.isEmpty { return Place(key: key, name: name) }
    }
    return nil
  }

  private static func without(_ keys: [String], _ item: YAMLValue) -> YAMLValue {
    guard case .mapping(let pairs) = item.content else { return item }
    var item = item
    item.content = .mapping(pairs.filter { !keys.contains($0.key) })
    return item
  }

  /// What names an item of a list; `nil` for one without a name.
  static func name(of item: YAMLValue) -> String? { text(of: "key", in: item) ?? text(of: "id", in: item) }

  private static func text(of key: String, in item: YAMLValue) -> String? {
    if case .scalar(let text, _) = value(of: key, in: item)?.content { text } else { nil }
  }

  /// The value of `key` in a mapping.
  static func value(of key: String, in item: YAMLValue) -> YAMLValue? {
    guard case .mapping(let pairs) = item.content else { return nil }
    return pairs.first { $0.key == key }?.value
  }
}

extension YAMLValue {
  /// The same value with every part of it at one place.
  ///
  /// - Complexity: O(*n*) in the values.
  func standing(atLine line: Int, column: Int) -> YAMLValue {
    var value = self
    (value.line, value.column) = (line, column)
    switch content {
    case .scalar: break
    case .sequence(let items):
      value.content = .sequence(items.map { $0.standing(atLine: line, column: column) })
    case .mapping(let pairs):
      value.content = .mapping(
        pairs.map {
          YAMLPair(
            key: $0.key, line: line, column: column, value: $0.value.standing(atLine: line, column: column))
        })
    }
    return value
  }
}
