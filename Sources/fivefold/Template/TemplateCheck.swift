import ArgumentParser
import BidAnalysis
import BidModel
import BidStorage
import Workbench

/// `fivefold template check`
struct TemplateCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say what is wrong in template files, with line, column and the way out.",
    discussion: """
      Examples:
        fivefold template check --in my-bids
        fivefold template check themes/our-pillars
        fivefold template check draft.yaml
      Exits 1 when a file cannot be used.
      """)

  @Argument(help: "Templates by name, or files; every template when left out.")
  var names: [String] = []

  @Option(help: "text or json.")
  var format: ReportFormat = .text

  @OptionGroup var template: TemplateOptions

  /// A fault as JSON.
  struct Row: Encodable {
    var path: String
    var line: Int?
    var column: Int?
    var severity: String
    var problem: String
    var remedy: String
  }

  func run() throws {
    let surroundings = template.surroundings
    let library = template.library(surroundings)
    let faults = try CommandFailure.catching { () throws(StorageError) in
      var faults: [TemplateFault] = []
      for name in names.isEmpty ? [""] : names {
        do throws(StorageError) {
          for subject in try TemplateSubject.all(name.isEmpty ? [] : [name], library, surroundings) {
            faults += library.faults(in: subject.bytes, of: subject.name, path: subject.path)
          }
        } catch {
          guard case .malformed = error else { throw error }
          let text = (try? FileReader(files: surroundings.files).read(name).bytes) ?? []
          faults.append(TemplateFault(error, path: name, text: text))
        }
      }
      return faults
    }
    if format == .json {
      print(
        try JSONText.of(
          faults.map {
            Row(
              path: $0.path, line: $0.line, column: $0.column, severity: $0.isAdvice ? "advice" : "error",
              problem: $0.problem, remedy: $0.remedy)
          }))
    } else {
      for fault in faults { print(fault.description) }
      if faults.isEmpty { print("Nothing is wrong.") }
    }
    if faults.contains(where: { !$0.isAdvice }) { throw ExitCode(1) }
  }
}

/// A template's text, to be checked or tested.
struct TemplateSubject {
  var name: TemplateName
  var path: String
  var bytes: [UInt8]

  /// What `names` mean: templates by name, or files that say their kind; all templates when there are none.
  static func all(
    _ names: [String], _ library: TemplateLibrary, _ surroundings: Surroundings
  ) throws(StorageError) -> [TemplateSubject] {
    var subjects: [TemplateSubject] = []
    for name in names {
      if name.hasSuffix(".yaml") {
        subjects.append(try TemplateSubject(file: name, surroundings))
      } else {
        subjects.append(try TemplateSubject(try library.name(name), library))
      }
    }
    guard names.isEmpty else { return subjects }
    for kind in TemplateKind.allCases {
      for id in library.ids(of: kind) {
        subjects.append(try TemplateSubject(TemplateName(kind, id), library))
      }
    }
    return subjects
  }

  init(_ name: TemplateName, _ library: TemplateLibrary) throws(StorageError) {
    self.name = name
    (path, bytes) = try library.source(name.kind.rawValue, name.id)
  }

  /// A file of any folder: its kind is what it says of itself.
  init(file path: String, _ surroundings: Surroundings) throws(StorageError) {
    self.path = path
    bytes = try FileReader(files: surroundings.files).read(path, limit: StrictYAML.sizeLimit).bytes
    // The line is sought in the text, so that a file that is no YAML has its other faults told as well.
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let known = TemplateKind.allCases.map(\.word).joined(separator: ", ")
    guard let line = lines.firstIndex(where: { $0.hasPrefix("kind:") }) else {
      throw .malformed(
        path: path, line: 1, problem: "the key 'kind' is missing",
        remedy: "Begin with \"kind: \" and one of \(known)")
    }
    let word = lines[line].dropFirst(5).prefix { $0 != "#" }.filter { !" \r\"'".contains($0) }
    guard let kind = TemplateKind(name: String(word)) else {
      throw .malformed(
        path: path, line: line + 1, problem: "'\(word)' is no kind of template", remedy: "Use \(known)")
    }
    name = TemplateName(kind, String(FilePath.name(of: path).dropLast(".yaml".count)))
  }
}

/// `fivefold template test`
struct TemplateTest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Try the sentences that lenses, signals and checks hold themselves against.",
    discussion: """
      Examples:
        fivefold template test
        fivefold template test themes/our-pillars draft.yaml
      A file that cannot be used is told of, and the others are tried. Exits 1 when there is one, or when a
      sentence is not read as its file says.
      """)

  @Argument(help: "Templates by name, or files; every template when left out.")
  var names: [String] = []

  @Option(help: "text or json.")
  var format: ReportFormat = .text

  @OptionGroup var template: TemplateOptions

  /// A file's sentences as JSON.
  struct Row: Encodable {
    var template: String
    var passed: Int
    var failed: [Failure]
    /// Why its sentences could not be tried; left out when they could.
    var fault: String?
  }

  /// A sentence that is read otherwise.
  struct Failure: Encodable {
    var sentence: String
    var expected: String
    var found: String
    /// The failure as one sentence.
    var said: String
  }

  func run() throws {
    let surroundings = template.surroundings
    let library = template.library(surroundings)
    let subjects = try CommandFailure.catching { () throws(StorageError) in
      try TemplateSubject.all(names, library, surroundings)
    }
    let rows = subjects.compactMap { subject -> Row? in
      var trial = library
      trial.trials = [TrialTemplate(subject.name, path: subject.path, bytes: subject.bytes)]
      do throws(StorageError) {
        guard let tests = try trial.tests(of: subject.name) else { return nil }
        let failed = tests.failures.map {
          Failure(sentence: $0.sentence, expected: $0.expected, found: $0.found, said: $0.sentenceOfFailure)
        }
        return Row(template: "\(subject.name)", passed: tests.passed, failed: failed)
      } catch {
        return Row(template: "\(subject.name)", passed: 0, failed: [], fault: "\(error)")
      }
    }
    if format == .json { print(try JSONText.of(rows)) } else { tell(rows) }
    if rows.contains(where: { $0.fault != nil || !$0.failed.isEmpty }) { throw ExitCode(1) }
  }

  private func tell(_ rows: [Row]) {
    for row in rows {
      guard row.fault == nil else {
        print("\(row.template): \(row.fault ?? "")")
        continue
      }
      let count = row.passed + row.failed.count
      print("\(row.template): \(row.passed) of \(count) sentences are read as the file says.")
      for failure in row.failed { print("  \(failure.said)") }
    }
    if rows.isEmpty { print("There is nothing to try: lenses, signals and checks have sentences.") }
  }
}
