/// A folder of bids, as `fivefold.yaml` describes it.
package struct Workspace: Hashable, Sendable {
  /// Who bids.
  package var organisation = ""
  /// The people, to whose ids bids and answers refer.
  package var people: [Person] = []
  /// The templates of bids that name none.
  package var defaults = TemplateChoice()
  /// Commands that selected text can be given to; none unless somebody names them.
  package var commands: [TextCommand] = []

  /// A workspace of which nothing is known.
  package init() {}

  /// Someone who writes, knows, reviews or decides.
  package struct Person: Hashable, Sendable {
    /// The short name that files use.
    package var id: String
    package var name: String
    /// What they are, such as *Clinical Lead*.
    package var post: String

    package init(id: String, name: String, post: String) {
      self.id = id
      self.name = name
      self.post = post
    }
  }
}

/// A program that is given text and prints what is to stand in its place.
package struct TextCommand: Hashable, Sendable {
  package var name: String
  /// The program and its arguments; no shell reads them.
  package var run: [String]

  package init(name: String, run: [String]) {
    self.name = name
    self.run = run
  }
}

/// Which templates a bid uses, by id.
package struct TemplateChoice: Hashable, Sendable {
  /// The answer template.
  package var template: String?
  /// Lenses, the first of which is shown.
  package var themes: [String] = []
  /// The KPI set.
  package var kpis: String?
  /// The count rule.
  package var counts: String?
  /// The scoring scale.
  package var scale: String?
  /// Checklists that are switched on, by id.
  package var checklists: [String] = []
  /// Checks that are off or weigh otherwise here, by id.
  package var checks: [String: CheckSetting] = [:]

  /// A choice of nothing.
  package init() {}

  /// This choice, with what it leaves open taken from `other`.
  package func filled(from other: TemplateChoice) -> TemplateChoice {
    var choice = self
    choice.template = template ?? other.template
    choice.themes = themes.isEmpty ? other.themes : themes
    choice.kpis = kpis ?? other.kpis
    choice.counts = counts ?? other.counts
    choice.scale = scale ?? other.scale
    choice.checklists = checklists.isEmpty ? other.checklists : checklists
    choice.checks = other.checks.merging(checks) { _, own in own }
    return choice
  }

  /// The templates that are used when nobody chose.
  package static let standard: TemplateChoice = {
    var choice = TemplateChoice()
    choice.template = "ics-five-part"
    choice.themes = ["ics-scoring"]
    choice.kpis = "ics-kpi-set"
    choice.counts = "word-processor"
    choice.scale = "zero-to-five"
    return choice
  }()
}
