import BidAnalysis
import BidModel
import BidTestSupport
import Foundation
import Testing

@testable import Workbench

/// The structure that SARIF 2.1.0 (OASIS, errata 01) asks for, section by section.
@Suite struct SARIFTests {
  private func log() throws -> [String: Any] {
    let text = """
      ## Context

      Fell to {{flow.los_reducd}}. Partnership is in our DNA.

      <!-- fivefold: ignore placeholder-unknown agreed -->

      {{x y}}

      """
    let scene = WorkbenchScene.answers(["1 a.md": text])
    var report = CheckReport(base: "/bids/bids/test/answers")
    report.add(try WorkbenchHarness(scene).state.session)
    let json = try JSONSerialization.jsonObject(with: Data(report.sarif(version: "1.2.3").utf8))
    return try #require(json as? [String: Any])
  }

  private func run() throws -> [String: Any] { try #require((try log()["runs"] as? [[String: Any]])?.first) }

  private func results() throws -> [[String: Any]] { try #require(try run()["results"] as? [[String: Any]]) }

  private func rules() throws -> [[String: Any]] {
    let driver = try #require((try run()["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "Fivefold")
    #expect((driver["semanticVersion"] as? String) == "1.2.3")
    return try #require(driver["rules"] as? [[String: Any]])
  }

  @Test("the log names version and schema and holds one run with its column kind (3.13, 3.14)")
  func head() throws {
    let log = try log()
    #expect(log["version"] as? String == "2.1.0")
    #expect((log["$schema"] as? String)?.hasSuffix("sarif-schema-2.1.0.json") == true)
    #expect((log["runs"] as? [Any])?.count == 1)
    #expect(try run()["columnKind"] as? String == "unicodeCodePoints")
  }

  @Test("every check is declared as a rule, with unique id, texts and level (3.19.23, 3.49)")
  func ruleSet() throws {
    let rules = try rules()
    let ids = rules.compactMap { $0["id"] as? String }
    #expect(Array(ids.prefix(Checks.standard.count)) == Checks.standard.map(\.id))
    #expect(ids.contains("american-spelling") && Set(ids).count == ids.count)
    for rule in rules {
      for key in ["shortDescription", "fullDescription", "help"] {
        #expect(((rule[key] as? [String: Any])?["text"] as? String)?.isEmpty == false)
      }
      let level = (rule["defaultConfiguration"] as? [String: Any])?["level"] as? String
      #expect(["error", "warning", "note"].contains(level))
    }
  }

  @Test("each result names its rule by id and index, and has level, message and fingerprint (3.27)")
  func resultSet() throws {
    let rules = try rules()
    let results = try results()
    #expect(results.count == 3)
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
      #expect(["error", "warning", "note"].contains(result["level"] as? String))
      #expect(((result["message"] as? [String: Any])?["text"] as? String)?.isEmpty == false)
      #expect((result["partialFingerprints"] as? [String: String])?["fivefoldQuote/v1"]?.isEmpty == false)
    }
  }

  @Test(
    "each location has a relative URI with its base, and a region of lines and columns from 1 (3.28–3.30)")
  func locations() throws {
    let bases = try #require(try run()["originalUriBaseIds"] as? [String: [String: String]])
    for result in try results() {
      let location = try #require((result["locations"] as? [[String: Any]])?.first)
      let physical = try #require(location["physicalLocation"] as? [String: Any])
      let artifact = try #require(physical["artifactLocation"] as? [String: String])
      #expect(artifact["uri"] == "1%20a.md")
      let base = try #require(artifact["uriBaseId"].flatMap { bases[$0]?["uri"] })
      #expect(base.hasPrefix("file:///") && base.hasSuffix("/"))
      let region = try #require(physical["region"] as? [String: Int])
      #expect(Set(region.keys) == ["startLine", "startColumn", "endLine", "endColumn"])
      #expect(region.values.allSatisfy { $0 >= 1 })
      #expect(try #require(region["endColumn"]) > (try #require(region["startColumn"])))
    }
  }

  @Test("all results say whether they are suppressed, and one that is says where and why (3.27.23, 3.35)")
  func suppressions() throws {
    let all = try results().map { try #require($0["suppressions"] as? [[String: String]]) }
    #expect(all.filter { !$0.isEmpty } == [[["kind": "inSource", "justification": "agreed"]]])
  }

  @Test("a mechanical fix deletes a region of the same file and puts words in (3.55–3.57)")
  func fixes() throws {
    let fixes = try results().compactMap { ($0["fixes"] as? [[String: Any]])?.first }
    let change = try #require((fixes.first?["artifactChanges"] as? [[String: Any]])?.first)
    #expect((change["artifactLocation"] as? [String: String])?["uri"] == "1%20a.md")
    let replacement = try #require((change["replacements"] as? [[String: Any]])?.first)
    #expect((replacement["deletedRegion"] as? [String: Int])?["startColumn"] == 9)
    #expect((replacement["insertedContent"] as? [String: String])?["text"] == "{{flow.los_reduced}}")
  }
}
