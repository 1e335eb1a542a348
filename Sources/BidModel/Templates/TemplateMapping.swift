/// Where the text of each part goes when an answer moves from one template, or version of it, to another.
///
/// A mapping is explicit: it names every part of the answer's old template, and the headings of the answer
/// that no template knows. What it says of a part follows from where its text goes and who else goes there:
/// renamed, merged, split, moved, removed, added or kept.
package struct TemplateMapping: Hashable, Sendable {
  /// The template that the answer moves to.
  package var target: AnswerTemplate
  /// The template that it moves from; it gives the old titles.
  package var origin: AnswerTemplate
  /// Where each part's text goes, in the order of the old template: keys of ``target``, the first of which
  /// takes what nobody sends elsewhere. Nowhere means that the text stays under its old heading, unplaced.
  package var routes: [Route]

  /// Where one old part's text goes.
  package struct Route: Hashable, Sendable {
    /// Key of the old part.
    package var source: String
    /// Keys of new parts; none for a part that has no successor.
    package var targets: [String]
    /// Whether somebody said so with `--map`; else the template says so itself.
    package var isAsked = false

    package init(_ source: String, to targets: [String], isAsked: Bool = false) {
      self.source = source
      self.targets = targets
      self.isAsked = isAsked
    }
  }

  /// What becomes of a part.
  package enum Change: Hashable, Sendable {
    /// The part stays what it is.
    case kept(String)
    /// The part stays and its title changes.
    case renamed(String, from: String, to: String)
    /// Several parts become one.
    case merged([String], into: String)
    /// One part becomes several.
    case split(String, into: [String])
    /// The part stands elsewhere among its neighbours.
    case moved(String)
    /// Its text, if there is any, stays unplaced.
    case removed(String)
    /// A part that the old template did not have.
    case added(String)
  }

  package init(origin: AnswerTemplate, target: AnswerTemplate, routes: [Route]) {
    self.origin = origin
    self.target = target
    self.routes = routes
  }

  /// The mapping that the two templates give by themselves.
  ///
  /// A new part takes the text of the old part of its key, of those that it names under `was:`, by key or by
  /// title, and of those whose title is its own title or an alias. `overrides` (old key or title, new keys)
  /// go before all that.
  ///
  /// - Complexity: O(*n* · *m*) in the parts of both.
  package init(
    from origin: AnswerTemplate, to target: AnswerTemplate, overrides: [(old: String, new: [String])] = []
  ) {
    let routes = origin.parts.map { old in
      let asked = overrides.first { Self.names($0.old, old) }
      if let asked { return Route(old.key, to: asked.new, isAsked: true) }
      let sameKey = target.parts.filter { $0.key == old.key }.map(\.key)
      let named = target.parts.filter { new in new.was.contains { Self.names($0, old) } }.map(\.key)
      let found = sameKey + named.filter { !sameKey.contains($0) }
      if !found.isEmpty { return Route(old.key, to: found) }
      let titled = target.parts.first { new in
        new.isHeaded(old.title.lowercased()) && !origin.parts.contains { $0.key == new.key }
      }
      return Route(old.key, to: titled.map { [$0.key] } ?? [])
    }
    self.init(origin: origin, target: target, routes: routes)
  }

  /// Whether `name` is the key or the title of `part`.
  private static func names(_ name: String, _ part: PartTemplate) -> Bool {
    name == part.key || name.lowercased() == part.title.lowercased()
  }

  /// The keys of the new parts that text of `source` goes to.
  package func targets(of source: String) -> [String] { routes.first { $0.source == source }?.targets ?? [] }

  /// Old parts that hold text somewhere and have no successor.
  package var homeless: [String] { routes.filter(\.targets.isEmpty).map(\.source) }

  /// What becomes of each part, in the order of the old template, then what is new.
  ///
  /// - Complexity: O(*n* · *m*) in the parts of both.
  package var changes: [Change] {
    var changes: [Change] = []
    var mergedTargets: Set<String> = []
    let order = commonOrder
    for route in routes {
      let sources = { (key: String) in self.routes.filter { $0.targets.contains(key) }.map(\.source) }
      switch route.targets.count {
      case 0: changes.append(.removed(route.source))
      case 1:
        let key = route.targets[0]
        let all = sources(key)
        if all.count > 1 {
          if mergedTargets.insert(key).inserted { changes.append(.merged(all, into: key)) }
          continue
        }
        let (old, new) = (origin.part(route.source)?.title ?? "", target.part(key)?.title ?? "")
        if old != new {
          changes.append(.renamed(key, from: old, to: new))
        } else if order.moved.contains(key) {
          changes.append(.moved(key))
        } else {
          changes.append(.kept(key))
        }
      default: changes.append(.split(route.source, into: route.targets))
      }
    }
    let taken = Set(routes.flatMap(\.targets))
    return changes + target.parts.filter { !taken.contains($0.key) }.map { .added($0.key) }
  }

  /// What is told of the change, a sentence each: what becomes of every part that does not just stay, and first
  /// what would be submitted that was not before.
  ///
  /// - Complexity: O(*n* · *m*) in the parts of both.
  package var sentences: [String] {
    revealed
      + changes.compactMap { change in
        if case .kept = change { nil } else { change.sentence(in: self) }
      }
  }

  /// Parts whose text was not submitted and would be from then on, a sentence each.
  package var revealed: [String] {
    routes.compactMap { route in
      guard let old = origin.part(route.source), !old.isSubmitted,
        let new = route.targets.lazy.compactMap({ target.part($0) }).first(where: \.isSubmitted)
      else { return nil }
      return "Text of ‘\(old.title)’ was not submitted; in ‘\(new.title)’ it would be."
    }
  }

  /// Whether an answer's parts would stay exactly as they are.
  package var isIdentity: Bool {
    changes.allSatisfy { if case .kept = $0 { true } else { false } }
  }

  /// New keys that stand after one they stood before.
  private var commonOrder: (moved: Set<String>, count: Int) {
    let ranks = Dictionary(
      target.parts.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    let sequence = routes.compactMap(\.targets.first).compactMap { key in ranks[key].map { (key, $0) } }
    var moved: Set<String> = []
    for (index, item) in sequence.enumerated()
    where sequence[..<index].contains(where: { $0.1 > item.1 }) {
      moved.insert(item.0)
    }
    return (moved, sequence.count)
  }
}

extension TemplateMapping.Change {
  /// The change as a sentence, by the titles of the parts.
  package func sentence(in mapping: TemplateMapping) -> String {
    let old = { (key: String) in "‘\(mapping.origin.part(key)?.title ?? key)’" }
    let new = { (key: String) in "‘\(mapping.target.part(key)?.title ?? key)’" }
    switch self {
    case .kept(let key): return "\(new(key)) stays."
    case .renamed(_, let from, let to): return "‘\(from)’ is renamed to ‘\(to)’."
    case .merged(let sources, let into):
      return "\(sources.map(old).joined(separator: " and ")) become one part, \(new(into))."
    case .split(let source, let into):
      return "\(old(source)) is split into \(into.map(new).joined(separator: " and "));"
        + " its text goes to \(new(into[0])) unless a paragraph is sent elsewhere."
    case .moved(let key): return "\(new(key)) moves."
    case .removed(let key):
      let isPrivate = mapping.origin.part(key)?.isSubmitted == false
      return "\(old(key)) is removed; text in it stays under its heading, "
        + (isPrivate ? "and is not submitted, as before." : "unplaced.")
    case .added(let key):
      let isOptional = mapping.target.part(key)?.isOptional == true
      return "\(new(key)) is added\(isOptional ? " where somebody wants it" : "")."
    }
  }

  /// A word for scripts: `kept`, `renamed` …
  package var name: String {
    switch self {
    case .kept: "kept"
    case .renamed: "renamed"
    case .merged: "merged"
    case .split: "split"
    case .moved: "moved"
    case .removed: "removed"
    case .added: "added"
    }
  }
}
