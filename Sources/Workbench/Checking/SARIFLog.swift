/// The part of SARIF 2.1.0 (OASIS, errata 01) that the checks' report uses, named as the standard names it.
struct SARIFLog: Encodable {
  var schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
  var version = "2.1.0"
  var runs: [Run]

  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  struct Run: Encodable {
    var tool: Tool
    var columnKind = "unicodeCodePoints"
    var originalUriBaseIds: [String: Location]?
    var invocations: [Invocation]
    var results: [Result]
  }

  struct Invocation: Encodable {
    var executionSuccessful: Bool
    var toolExecutionNotifications: [Notification]
  }

  struct Notification: Encodable {
    var level: String
    var message: Message
  }

  struct Tool: Encodable {
    var driver: Driver
  }

  struct Driver: Encodable {
    var name: String
    var semanticVersion: String
    var rules: [Rule]
  }

  struct Rule: Encodable {
    var id: String
    var shortDescription: Message
    var fullDescription: Message
    var help: Message
    var defaultConfiguration: Configuration
  }

  struct Configuration: Encodable {
    var level: String
  }

  struct Message: Encodable {
    /// With braces doubled, as single ones would be placeholders (§3.11.5).
    var text: String

    init(text: String) {
      self.text = text.replacing("{", with: "{{").replacing("}", with: "}}")
    }
  }

  /// Text that stands for itself, as what a fix puts in.
  struct Content: Encodable {
    var text: String
  }

  struct Result: Encodable {
    var ruleId: String
    var ruleIndex: Int
    var level: String
    var message: Message
    var locations: [PhysicalPlace]
    var partialFingerprints: [String: String]
    var suppressions: [Suppression]
    var fixes: [Fix]?
  }

  struct PhysicalPlace: Encodable {
    var physicalLocation: PhysicalLocation
  }

  struct PhysicalLocation: Encodable {
    var artifactLocation: Location
    var region: Region
  }

  struct Location: Encodable {
    var uri: String
    var uriBaseId: String?
  }

  struct Region: Encodable {
    var startLine: Int
    var startColumn: Int
    var endLine: Int
    var endColumn: Int
  }

  struct Suppression: Encodable {
    var kind: String
    var justification: String
  }

  struct Fix: Encodable {
    var description: Message
    var artifactChanges: [Change]
  }

  struct Change: Encodable {
    var artifactLocation: Location
    var replacements: [Replacement]
  }

  struct Replacement: Encodable {
    var deletedRegion: Region
    var insertedContent: Content
  }
}
