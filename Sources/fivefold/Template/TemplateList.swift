import ArgumentParser
import BidModel
import BidStorage
import Screen
import Workbench

/// `fivefold template list`
struct TemplateList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Every template: kind, id, title, version, where it is from, who uses it.",
    discussion: "Example: fivefold template list themes --in my-bids --format json")

  @Argument(help: "A kind, such as answers or themes; every kind when left out.")
  var kind: String?

  @Option(help: "text or json.")
  var format: ReportFormat = .text

  @OptionGroup var template: TemplateOptions

  /// What is told of one template.
  struct Row: Encodable {
    var kind: String
    var id: String
    var title: String
    var version: String
    var origin: String
    var path: String
    var hides: [String]
    /// Whether every bid uses it, without naming it.
    var isUsedByAll: Bool
    /// The folders of the bids that name it.
    var usedBy: [String]
    /// Why it cannot be read; left out when it can.
    var fault: String?
  }

  func validate() throws {
    if let kind, TemplateKind(name: kind) == nil {
      let known = TemplateKind.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("‘\(kind)’ is no kind of template: use \(known).")
    }
  }

  func run() throws {
    let surroundings = template.surroundings
    let library = template.library(surroundings)
    let uses =
      template.workspace(surroundings).map {
        TemplateUses(workspace: $0, files: surroundings.files, library: library)
      } ?? TemplateUses()
    let catalogue = TemplateCatalogue(library, uses: uses)
    let wanted = kind.flatMap { TemplateKind(name: $0) }
    let rows = catalogue.entries.filter { wanted == nil || $0.name.kind == wanted }.map { entry in
      Row(
        kind: entry.name.kind.rawValue, id: entry.name.id, title: entry.title, version: entry.version,
        origin: entry.origin.rawValue, path: entry.path, hides: entry.hidden,
        isUsedByAll: uses.isUsedByAll(entry.name), usedBy: uses.bids[entry.name] ?? [], fault: entry.fault)
    }
    if format == .json { return print(try JSONText.of(rows)) }
    for row in rows {
      let users = row.isUsedByAll ? "every bid" : row.usedBy.joined(separator: ", ")
      let use = users.isEmpty ? "" : "  used by \(users)"
      let words = row.fault.map { "cannot be read: \($0)" } ?? row.title
      print(
        TextWidth.pad("\(row.kind)/\(row.id)", columns: 40) + " "
          + TextWidth.pad("v\(row.version)", columns: 5)
          + " " + TextWidth.pad(row.origin, columns: 10) + " " + words + use)
    }
  }
}

/// `fivefold template show`
struct TemplateShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print a template's file, or what it comes to with what it extends.",
    discussion: "Example: fivefold template show answers/ics-five-part --resolved")

  @Argument(help: "Such as answers/ics-five-part.")
  var name: String

  @Flag(help: "Print it laid over what it extends, without comments.")
  var resolved = false

  @Option(help: "text or json.")
  var format: ReportFormat = .text

  @OptionGroup var template: TemplateOptions

  /// A template's text as JSON.
  struct Document: Encodable {
    var template: String
    var path: String
    var text: String
  }

  func run() throws {
    let surroundings = template.surroundings
    let document = try CommandFailure.catching { () throws(StorageError) in
      let library = template.library(surroundings)
      let name = try library.name(name)
      let (path, bytes) = try library.source(name.kind.rawValue, name.id)
      var document = Document(
        template: "\(name)", path: path, text: String(decoding: bytes, as: UTF8.self))
      guard resolved else { return document }
      let value = try library.resolved(bytes, kind: name.kind.rawValue, id: name.id, path: path)
      document.text = value.map { YAMLPrinter.text(of: $0) } ?? ""
      return document
    }
    if format == .json { return print(try JSONText.of(document)) }
    let text = document.text
    print(text, terminator: text.hasSuffix("\n") ? "" : "\n")
  }
}

/// `fivefold template new`
struct TemplateNew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Copy a template into the workspace, to be edited there.",
    discussion: """
      Examples:
        fivefold template new answers/ics-five-part --in my-bids
        fivefold template new themes/five-pillars --as our-pillars --in my-bids
      Under its own name the copy goes before the shipped file; under another it is a template of its own.
      """)

  @Argument(help: "The template to begin with.")
  var name: String

  @Option(name: .customLong("as"), help: ArgumentHelp("Another id for the copy.", valueName: "id"))
  var newID: String?

  @Option(help: "text or json.")
  var format: ReportFormat = .text

  @OptionGroup var template: TemplateOptions

  /// The new file as JSON.
  struct Document: Encodable {
    var template: String
    var path: String
  }

  func run() throws {
    let surroundings = template.surroundings
    let document = try CommandFailure.catching { () throws(StorageError) in
      let name = try template.library(surroundings).name(name)
      return Document(
        template: "\(TemplateName(name.kind, newID ?? name.id))",
        path: try template.own(surroundings).copy(name, as: newID))
    }
    print(format == .json ? try JSONText.of(document) : document.path)
  }
}
