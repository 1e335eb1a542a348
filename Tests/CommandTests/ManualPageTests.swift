import BidTestSupport
import Foundation
import Testing

extension EndToEnd {
  @Suite("The manual page")
  struct ManualPageTests {
    /// What the program says of its own commands (`--experimental-dump-help`).
    struct Command: Decodable {
      var commandName: String
      var shouldDisplay: Bool?
      var subcommands: [Command]?
      var arguments: [Argument]?
    }

    struct Argument: Decodable {
      var names: [Name]?
      var shouldDisplay: Bool?

      struct Name: Decodable {
        var kind: String
        var name: String
      }
    }

    /// Options that the page tells of once, for all commands.
    static let shared: Set<String> = ["templates", "help"]

    @Test("has every command and every option that the help shows, each option under its command")
    func complete() throws {
      struct Dump: Decodable { var command: Command }
      let dump = try Sandbox().run("--experimental-dump-help").output
      let commands = try JSONDecoder().decode(Dump.self, from: Data(dump.utf8)).command.subcommands ?? []
      let page = String(decoding: try RepositoryFiles.bytes(of: "docs/fivefold.1"), as: UTF8.self)
      for option in Self.shared.sorted() { #expect(page.contains("Fl Fl \(option)"), "--\(option)") }
      var entries: [String: String] = [:]
      for entry in page.components(separatedBy: "\n.It Cm ").dropFirst() {
        let head = entry.prefix { $0 != "\n" }.components(separatedBy: " ")
        let name = head.prefix { !["Ar", "Op"].contains($0) }.joined(separator: " ")
        entries[name] = entry.components(separatedBy: "\n.Ss ")[0].components(separatedBy: "\n.Sh ")[0]
      }
      let shown = Self.leaves(commands, below: [])
      #expect(shown.count > 30)
      for (name, command) in shown where name != "help" {
        let entry = try #require(entries[name], "\(name) is not on the page")
        for option in Self.options(of: command) {
          #expect(entry.contains(".It Fl Fl \(option)"), "\(name) --\(option)")
        }
      }
    }

    /// The commands that do something, with the words that call them.
    private static func leaves(_ commands: [Command], below: [String]) -> [(name: String, command: Command)] {
      commands.filter { $0.shouldDisplay != false }.flatMap { command in
        let words = below + [command.commandName]
        let inner = command.subcommands ?? []
        return inner.isEmpty ? [(words.joined(separator: " "), command)] : leaves(inner, below: words)
      }
    }

    private static func options(of command: Command) -> [String] {
      (command.arguments ?? []).filter { $0.shouldDisplay != false }
        .flatMap { ($0.names ?? []).filter { $0.kind == "long" }.map(\.name) }
        .filter { !shared.contains($0) && !($0 == "version" && command.commandName != "restore") }
    }
  }
}
