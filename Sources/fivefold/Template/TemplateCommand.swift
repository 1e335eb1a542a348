import ArgumentParser
import BidModel
import BidStorage
import Workbench

/// `fivefold template`
struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: "List, check, test, compare and apply templates.",
    discussion: """
      Examples:
        fivefold template list themes --in my-bids
        fivefold template new answers/ics-five-part --in my-bids
        fivefold template impact answers/ics-five-part --in my-bids
      A template is named by its kind and id, such as answers/ics-five-part.
      """,
    subcommands: [
      TemplateList.self, TemplateShow.self, TemplateNew.self, TemplateCheck.self, TemplateTest.self,
      TemplateDiff.self, TemplateImpactCommand.self, TemplateApply.self,
    ])
}

/// The workspace whose templates are meant.
struct TemplateOptions: ParsableArguments {
  @Option(
    name: .customLong("in"),
    help: ArgumentHelp("A folder of the workspace; the one you stand in when left out.", valueName: "dir"))
  var folder = "."

  @OptionGroup var options: SharedOptions

  var surroundings: Surroundings { options.surroundings }

  /// The workspace, or `nil` where the folder is in none.
  func workspace(_ surroundings: Surroundings) -> String? {
    try? WorkspaceLoader(files: surroundings.files).workspaceFolder(of: folder)
  }

  func library(_ surroundings: Surroundings) -> TemplateLibrary {
    surroundings.library(workspace: workspace(surroundings))
  }

  /// The workspace's own templates.
  func own(_ surroundings: Surroundings) throws(StorageError) -> TemplateFolder {
    let workspace = try WorkspaceLoader(files: surroundings.files).workspaceFolder(of: folder)
    return TemplateFolder(
      workspace: workspace, library: surroundings.library(workspace: workspace), files: surroundings.files,
      host: surroundings.host)
  }
}

extension TemplateLibrary {
  /// The template that `text` names: `answers/ics-five-part`, or an id that one kind alone has.
  ///
  /// - Throws: `refused` with the kinds or the names that there are.
  func name(_ text: String) throws(StorageError) -> TemplateName {
    let parts = text.split(separator: "/").map(String.init)
    if parts.count == 2 {
      guard let kind = TemplateKind(name: parts[0]) else {
        throw .refused(
          problem: "'\(parts[0])' is no kind of template",
          remedy: "Use \(TemplateKind.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      return TemplateName(kind, parts[1])
    }
    let kinds = TemplateKind.allCases.filter { ids(of: $0).contains(text) }
    guard kinds.count == 1 else {
      let names = kinds.map { "\($0.rawValue)/\(text)" }
      throw .refused(
        problem: kinds.isEmpty ? "there is no template '\(text)'" : "several templates are named '\(text)'",
        remedy: kinds.isEmpty
          ? "Run ‘fivefold template list’ for the names" : "Say \(names.joined(separator: " or "))")
    }
    return TemplateName(kinds[0], text)
  }
}
