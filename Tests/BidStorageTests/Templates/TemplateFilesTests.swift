import BidModel
import BidTestSupport
import Testing

@testable import BidStorage

/// What the files of Templates/ hold to.
@Suite("The shipped templates") struct TemplateFilesTests {
  @Test("every folder of Templates is a kind, and every YAML file there is of its folder's kind")
  func folders() {
    let strays = RepositoryFiles.templates.keys.filter { path in
      !path.hasPrefix("samples/") && !path.hasSuffix(".txt")
        && !ShippedTemplates.files.contains { $0.path == path }
    }
    #expect(strays.isEmpty)
    #expect(Set(ShippedTemplates.files.map(\.kind)) == Set(TemplateKind.allCases))
  }

  @Test("every file is read by its kind", arguments: ShippedTemplates.files)
  func isRead(_ file: ShippedTemplate) throws {
    _ = try ShippedTemplates.library().content(TemplateName(file.kind, file.id))
  }

  /// Keys below which a file names things of its own.
  private static let free: Set = ["swap", "acronyms", "words", "parts:example", "features:weights"]

  @Test("an unknown key is refused wherever it stands, with its line", arguments: ShippedTemplates.files)
  func unknownKeys(_ file: ShippedTemplate) throws {
    let yaml = try #require(try StrictYAML.parse(file.bytes, path: file.path))
    var places: [[Int]] = []
    Self.mappings(in: yaml, kind: file.kind, at: [], into: &places)
    #expect(!places.isEmpty)
    for place in places {
      let changed = Self.adding(to: yaml, at: place)
      #expect(throws: StorageError.self, "an unknown key at \(place) was accepted") {
        _ = try TemplateContent(file.kind, yaml: changed, id: file.id, path: file.path)
      }
    }
  }

  /// The paths, as indices, of the mappings whose keys the reader knows.
  private static func mappings(
    in value: YAMLValue, kind: TemplateKind, at path: [Int], into places: inout [[Int]]
  ) {
    switch value.content {
    case .scalar: return
    case .sequence(let items):
      for (index, item) in items.enumerated() {
        mappings(in: item, kind: kind, at: path + [index], into: &places)
      }
    case .mapping(let pairs):
      places.append(path)
      for (index, pair) in pairs.enumerated() {
        let isFree = free.contains(pair.key) || free.contains("\(pair.key):\(kind.word)")
        if isFree { continue }
        mappings(in: pair.value, kind: kind, at: path + [index], into: &places)
      }
    }
  }

  private static func adding(to value: YAMLValue, at path: [Int]) -> YAMLValue {
    var value = value
    switch value.content {
    case .scalar: break
    case .sequence(var items):
      guard let index = path.first else { break }
      items[index] = adding(to: items[index], at: Array(path.dropFirst()))
      value.content = .sequence(items)
    case .mapping(var pairs):
      if let index = path.first {
        pairs[index].value = adding(to: pairs[index].value, at: Array(path.dropFirst()))
      } else {
        let text = YAMLValue(content: .scalar("x", isQuoted: false), line: 3, column: 1)
        pairs.append(YAMLPair(key: "zzz", line: 3, column: 1, value: text))
      }
      value.content = .mapping(pairs)
    }
    return value
  }

  @Test("a question set names lenses, themes, templates, scales and criteria that are there")
  func questionSets() throws {
    let library = ShippedTemplates.library()
    let criteria = try Set(
      library.ids(of: .criteria).flatMap { try library.criteria($0).criteria.map(\.key) } + ["social-value"])
    for id in library.ids(of: .bids) {
      let set = try library.questionSet(id)
      let themes = Set(try set.lenses.flatMap { try library.themeSet($0).themes.map(\.key) })
      #expect(!set.lenses.isEmpty && set.questions.count > 3)
      for question in set.questions {
        _ = try library.answerTemplate(try #require(question.template))
        _ = try library.scale(try #require(question.scale))
        #expect(criteria.contains(try #require(question.criterion)), "\(id) \(question.number)")
        #expect(
          !question.themes.isEmpty && themes.isSuperset(of: question.themes), "\(id) \(question.number)")
      }
      #expect(set.questions.reduce(0) { $0 + (Double($1.weight ?? "") ?? 0) } == 100, "\(id)")
    }
  }

  @Test("an example fills every submitted part of its template, but the tender line it has of its own")
  func examples() throws {
    let library = ShippedTemplates.library()
    let ids = library.ids(of: .examples)
    #expect(!ids.isEmpty)
    for id in ids {
      guard case .example(let example) = try library.content(TemplateName(.examples, id)) else {
        Issue.record("\(id) is not read as an example")
        continue
      }
      let keys = try library.answerTemplate(example.template).parts.filter(\.isSubmitted).map(\.key)
      #expect(Set(example.parts.map(\.key)) == Set(keys).subtracting(["tender-line"]), "\(id)")
      #expect(!example.tenderLine.isEmpty)
    }
  }

  @Test("a phrase's placeholders are KPIs of the standard set")
  func phrases() throws {
    let library = ShippedTemplates.library()
    let set = try library.kpiSet("ics-kpi-set")
    for id in library.ids(of: .phrases) {
      for line in try library.phrases(id).sections.flatMap(\.lines) {
        let matches = Placeholder.matches(in: line)
        for match in matches {
          #expect(match.placeholder.flatMap { set[$0.reference.kpi] } != nil, "\(line)")
        }
      }
    }
  }
}
