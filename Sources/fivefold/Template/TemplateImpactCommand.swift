import ArgumentParser
import BidModel
import BidStorage
import Workbench

/// `fivefold template impact`
struct TemplateImpactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "impact",
    abstract: "List every answer that a change of a template would change, before it is made.",
    discussion: """
      Examples:
        fivefold template impact answers/ics-five-part --in my-bids
        fivefold template impact themes/ics-scoring --draft draft.yaml --in my-bids --format json
      Compares the workspace's own file with the shipped one, or a draft with the file in use: parts, budgets, \
      coverage, findings and limits. Writes nothing.
      """)

  @Argument(help: "Such as answers/ics-five-part.")
  var name: String

  @Option(help: ArgumentHelp("A text to try in the place of the file in use.", valueName: "file"))
  var draft: String?

  @Option(help: "text or json.")
  var format: ReportFormat = .text

  @OptionGroup var template: TemplateOptions

  func run() throws {
    let surroundings = template.surroundings
    let (impacts, homeless) = try CommandFailure.catching { () throws(StorageError) in
      try compare(surroundings)
    }
    if format == .json { return print(try JSONText.of(impacts)) }
    for impact in impacts {
      for answer in impact.answers {
        print("\(impact.bid) \(answer.name)")
        for line in answer.lines { print("  \(line)") }
      }
    }
    if impacts.allSatisfy(\.answers.isEmpty) { print("No answer would change.") }
    for key in homeless {
      print("‘\(key)’ holds text and has no successor: say ‘was: \(key)’ in a part, or --map \(key)=NEW.")
    }
  }

  private func compare(
    _ surroundings: Surroundings
  ) throws(StorageError) -> (impacts: [TemplateImpact], homeless: [String]) {
    let library = template.library(surroundings)
    let name = try library.name(name)
    let workspace = try WorkspaceLoader(files: surroundings.files).workspaceFolder(of: template.folder)
    let reader = FileReader(files: surroundings.files)
    var trials: [TrialTemplate] = []
    var baseline: [TrialTemplate] = []
    let located = try? library.locator.locate(kind: name.kind.rawValue, id: name.id)
    if let draft {
      let own = FilePath.join(workspace, "templates/\(name).yaml")
      trials = [TrialTemplate(name, path: own, bytes: try reader.read(draft).bytes)]
    } else if let hidden = located?.hidden.first {
      baseline = [TrialTemplate(name, path: hidden, bytes: try reader.read(hidden).bytes)]
    }
    var impacts: [TemplateImpact] = []
    var homeless: [String] = []
    for bid in WorkspaceLoader(files: surroundings.files).bidFolders(in: workspace) {
      let found = try TemplateImpact.of(
        name, bid: bid, in: surroundings, trials: trials, baseline: baseline)
      impacts.append(found.impact)
      homeless += found.homeless.filter { !homeless.contains($0) }
    }
    return (impacts, homeless)
  }
}
