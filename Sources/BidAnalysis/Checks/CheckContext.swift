import BidModel

/// What checks know beside the text: it changes only when files other than the answers do.
package struct CheckContext: Sendable {
  /// Index of the theme about working with others, when the set has one.
  package var partnership: Int?
  /// The keys of the themes that text is read for, in their order.
  package var themes: [String] = []
  /// The register's KPIs by their words; `nil` has them gathered for each block that needs them.
  package var measures: RegisterMeasures?
  /// Names that belong to this bid and to others.
  package var names = KnownNames()
  /// Acronyms that need no explanation, in capitals.
  package var wellKnownAcronyms: Set<String> = []
  /// What acronyms stand for.
  package var acronyms = AcronymWords()
  /// The number of each question of the bid, such as `2.1`.
  package var questionNumbers: Set<String> = []

  package init(partnership: Int? = nil) { self.partnership = partnership }

  /// What checks know of text that is read for `themes`.
  package init(themes: ThemeSet?) {
    partnership = themes?.index(of: "integration")
    self.themes = themes?.themes.map(\.key) ?? []
  }
}

/// The names of buyers, places and systems, told apart by whether they belong to the bid in hand.
package struct KnownNames: Sendable {
  /// A name that belongs elsewhere.
  package struct Foreign: Hashable, Sendable {
    package var name: String
    /// What it is, for a message: `the buyer of another bid`.
    package var what: String
    /// Whether it is known to be another bid's, and not only from a list of systems.
    package var isCertain: Bool

    package init(_ name: String, what: String, isCertain: Bool) {
      self.name = name
      self.what = what
      self.isCertain = isCertain
    }
  }

  package private(set) var foreign: [Foreign] = []
  package private(set) var table = PhraseTable([])
  /// The lots this bid is for, such as `2`; empty when it names none.
  package private(set) var lots: Set<String> = []

  package init() {}

  /// The names in `bid`'s text that would be wrong there: those of `others` and of `systems`, but none that
  /// is part of the bid's own.
  ///
  /// - Complexity: O(*n*) in the names.
  package init(bid: Bid, others: [Bid], systems: NameList) {
    let own = [bid.buyer, bid.ics, bid.place, bid.title].map { $0.lowercased() }
    let isOwn = { (name: String) in
      let lower = name.lowercased()
      return lower.isEmpty || own.contains { $0.contains(lower) }
    }
    var seen: Set<String> = []
    let add = { (name: String, what: String, isCertain: Bool, list: inout [Foreign]) in
      let parts = name.split(separator: " ")
      guard name.utf8.count > 3, parts.first?.first?.isUppercase == true, !isOwn(name),
        seen.insert(name.lowercased()).inserted
      else { return }
      list.append(Foreign(name, what: what, isCertain: isCertain))
    }
    for other in others {
      for (name, what) in [
        (other.buyer, "the buyer of another bid"), (other.ics, "the system of another bid"),
        (other.place, "the place of another bid"),
      ] {
        add(name, what, true, &foreign)
        add(Self.core(of: name), what, true, &foreign)
      }
    }
    let what =
      "an integrated care system" + (systems.factsAsOf.isEmpty ? "" : " (as of \(systems.factsAsOf))")
    for entry in systems.entries where !([entry.name] + entry.also).contains(where: isOwn) {
      for name in [entry.name] + entry.also { add(name, what, false, &foreign) }
    }
    table = PhraseTable(foreign.map(\.name))
    lots = Self.lots(in: bid.lot)
  }

  /// The name without the words that say what kind of body it is; empty when nothing else is left.
  static func core(of name: String) -> String {
    let words = name.split(separator: " ")
    let left = words.prefix { !kinds.contains($0.lowercased()) }
    return left.count < words.count ? left.joined(separator: " ") : ""
  }

  /// The numbers or letters of the lots that `text` names.
  static func lots(in text: String) -> Set<String> {
    Set(
      text.split { !($0.isLetter || $0.isNumber) }.map { $0.uppercased() }
        .filter { $0.allSatisfy(\.isNumber) || $0.count == 1 })
  }

  private static let kinds: Set<String> = [
    "icb", "ics", "nhs", "council", "trust", "integrated", "county", "city", "borough", "ccg", "health",
    "foundation", "partnership", "clinical", "university", "hospital", "hospitals", "community",
  ]
}
