import BidModel

/// Which bids of a workspace name which templates.
package struct TemplateUses: Sendable {
  /// Names of bids' folders, by template.
  package private(set) var bids: [TemplateName: [String]] = [:]
  /// The weights that decide for every bid.
  private var weights: String?

  /// Reads what the bids of `workspace` and their answers name; a bid that cannot be read names nothing.
  ///
  /// - Parameter library: The templates as seen from the workspace, one of which names the weights.
  /// - Complexity: O(*n*) in the bytes of the bids' files.
  package init(workspace: String, files: any FileSystem, library: TemplateLibrary) {
    weights = (try? library.signalLexicon(SignalLexicon.standardID))?.weights
    let loader = WorkspaceLoader(files: files)
    // Questions name one criterion by its key, not the file that it stands in.
    var criteria: [String: [String]] = [:]
    for id in library.ids(of: .criteria) {
      for item in (try? library.criteria(id))?.criteria ?? [] { criteria[item.key, default: []].append(id) }
    }
    for folder in loader.bidFolders(in: workspace) {
      guard let choice = try? loader.choice(ofBid: folder, workspace: workspace) else { continue }
      let name = FilePath.name(of: folder)
      var named: Set<String> = []
      var templates = Set([choice.template].compactMap(\.self))
      let answers = FilePath.join(folder, "answers")
      for file in (try? files.list(answers)) ?? [] where file.hasSuffix(".md") && !file.hasPrefix(".") {
        let document = try? loader.answer(at: FilePath.join(answers, file), template: nil)
        guard let matter = document?.answer.frontMatter else { continue }
        if let id = matter["template"], !id.isEmpty { templates.insert(id) }
        for id in criteria[matter["criterion"] ?? ""] ?? [] { named.insert(id) }
      }
      for id in named { add(name, to: TemplateName(.criteria, id)) }
      for id in templates { add(name, to: TemplateName(.answers, id)) }
      for id in choice.themes { add(name, to: TemplateName(.themes, id)) }
      for id in choice.checklists { add(name, to: TemplateName(.checklists, id)) }
      for (kind, id) in [
        (TemplateKind.kpis, choice.kpis), (.counts, choice.counts), (.scales, choice.scale),
      ] {
        if let id { add(name, to: TemplateName(kind, id)) }
      }
    }
  }

  /// No use at all.
  package init() {}

  private mutating func add(_ bid: String, to name: TemplateName) { bids[name, default: []].append(bid) }

  /// Whether every bid uses the template, without naming it.
  package func isUsedByAll(_ name: TemplateName) -> Bool {
    name.isAlwaysUsed || name.kind == .weights && name.id == weights
  }

  /// Whether the bid in the folder of that name uses the template.
  package func isUsed(_ name: TemplateName, by bid: String) -> Bool {
    isUsedByAll(name) || bids[name]?.contains(bid) == true
  }

  /// What uses the template, in a few words; empty for nothing.
  package func phrase(of name: TemplateName) -> String {
    if isUsedByAll(name) { return "every bid" }
    return (bids[name] ?? []).joined(separator: ", ")
  }
}
