import BidStorage
import BidTestSupport
import Testing

@testable import Workbench

/// The one table that keymap, footer, palette, help and documents are made from.
@Suite("The command table")
struct CommandTableTests {
  private let table = CommandTable.standard

  @Test("no key means two commands in one place")
  func noClash() { #expect(table.clashes == []) }

  @Test(
    "every command has a title and one line of help that is a sentence",
    arguments: CommandTable.standard.commands.map(\.id))
  func help(id: String) throws {
    let command = try #require(CommandTable.standard[id])
    #expect(!command.title.isEmpty && !command.title.hasSuffix("."))
    #expect(command.help.hasSuffix(".") && !command.help.contains("\n"))
  }

  @Test("ids are unique, and what stands in the footer has a key")
  func idsAndFooter() {
    #expect(Set(table.commands.map(\.id)).count == table.commands.count)
    #expect(table.commands.filter { $0.footer != nil }.allSatisfy { !$0.keys.isEmpty })
  }

  @Test("each F-key has a second key")
  func secondKeys() {
    for command in table.commands {
      guard let first = command.keys.first, first.name.hasPrefix("F") else { continue }
      #expect(command.keys.count > 1 || command.id == "go.next-finding", "\(command.id)")
    }
  }

  @Test("docs/keys.md is what the table says")
  func keysDocument() throws {
    let path = WorkbenchHarness.repository + "/docs/keys.md"
    let bytes = try FileReader(files: LocalFileSystem()).read(path).bytes
    #expect(String(decoding: bytes, as: UTF8.self) == HelpText.markdown, "run `make docs`")
  }
}
