import Screen

/// One action a person can take: what it is called, what it does, and when it can be done.
///
/// The keymap, the footer, the menu, the palette, the help screen and `docs/keys.md` are all made from
/// the one table of these, so a command cannot be in one and missing from another.
package struct Command: Sendable, Identifiable {
  /// A stable name for settings files, such as `edit.undo`.
  package let id: String
  /// What the palette and the menu call it.
  package let title: String
  /// One line that says what it does.
  package let help: String
  /// The keys that do it, the one to show first.
  package private(set) var keys: [Key]
  /// Where its keys mean it.
  package let contexts: Set<Context>
  /// The word in the footer, for those that stand there.
  package let footer: String?
  /// Why it cannot be done just now, in one sentence; `nil` when it can.
  let unavailable: @Sendable (WorkbenchState) -> String?
  let perform: @Sendable (inout WorkbenchState) -> Void

  /// Where keys mean a command.
  package enum Context: String, CaseIterable, Hashable, Sendable {
    /// In every pane.
    case anywhere
    case text, outline, coverage, kpis, findings, guidance, plan
    /// In a list that lies over the panes.
    case list
    /// In a form.
    case form
    /// In the box that offers other spellings.
    case spelling
    /// In the box that finds and replaces.
    case find
    /// In a list that has a box of its own: what would be replaced, the history, statistics.
    case sheet
    /// In a template that is being edited.
    case studio
    /// In a list of the review.
    case review
    /// In the walk through a review round, where text is only read.
    case walk
    /// In the list of what reviewers ask for.
    case fixes
  }

  init(
    _ id: String, _ title: String, _ help: String, keys: [String] = [],
    in contexts: Set<Context> = [.anywhere],
    footer: String? = nil, unavailable: @escaping @Sendable (WorkbenchState) -> String? = { _ in nil },
    perform: @escaping @Sendable (inout WorkbenchState) -> Void
  ) {
    self.id = id
    self.title = title
    self.help = help
    self.keys = keys.compactMap { name in
      let key = Key(name: name)
      assert(key != nil, "\(id) names a key that does not exist: \(name)")
      return key
    }
    self.contexts = contexts
    self.footer = footer
    self.unavailable = unavailable
    self.perform = perform
  }

  /// The same command under other keys.
  func with(keys: [Key]) -> Command {
    var copy = self
    copy.keys = keys
    return copy
  }

  /// Whether a key could mean both, because they are for the same place.
  func shares(with other: Command) -> Bool {
    !contexts.isDisjoint(with: other.contexts) || contexts.contains(.anywhere)
      || other.contexts.contains(.anywhere)
  }

  /// The group it stands in, from its id.
  package var group: String { String(id.prefix { $0 != "." }) }
}
