import BidTestSupport
import Screen
import Testing

@testable import Workbench

/// What must hold of every command, since keymap, footer, palette, help and docs are made from the table.
@Suite struct CommandTableTests {
  private let table = CommandTable.standard

  @Test(
    "every command has a title, and a line of help that ends in a full stop",
    arguments: CommandTable.standard.commands)
  func help(_ command: Command) {
    #expect(!command.title.isEmpty)
    #expect(command.help.hasSuffix(".") && command.help.count > 10 && !command.help.contains("\n"))
    #expect(!command.contexts.isEmpty)
    #expect(HelpText.plain.contains(command.help), "\(command.id) is missing from the help screen")
  }

  @Test("no two commands share an id, and no key means two things in one place")
  func clashes() {
    #expect(Set(table.commands.map(\.id)).count == table.commands.count)
    #expect(table.clashes == [])
  }

  @Test("a clash is found in one context, and between one context and everywhere")
  func findsClashes() {
    let command = { (id: String, key: String, contexts: Set<Command.Context>) in
      Command(id, id, "Does it.", keys: [key], in: contexts) { _ in }
    }
    let everywhere = command("a.a", "F5", [.anywhere])
    #expect(CommandTable([everywhere, command("a.b", "F5", [.text])]).clashes.count == 1)
    #expect(CommandTable([command("a.a", "F5", [.text]), command("a.b", "F5", [.text])]).clashes.count == 1)
    #expect(CommandTable([everywhere, command("a.b", "F6", [.text])]).clashes == [])
    #expect(CommandTable([command("a.a", "Up", [.text]), command("a.b", "Up", [.list])]).clashes == [])
  }

  @Test("every command of the footer has a key, and each key in the table is read back from its name")
  func keys() {
    for command in table.commands {
      #expect(command.footer == nil || !command.keys.isEmpty, "\(command.id)")
      for key in command.keys { #expect(Key(name: key.name) == key, "\(command.id): \(key.name)") }
    }
  }

  @Test("every key arrives as itself from the bytes a terminal sends")
  func bytes() {
    for command in table.commands {
      for key in command.keys {
        var decoder = InputDecoder(erase: 0x7F)
        // A bare sign is what people type: where text is only read, it is taken for its key.
        var expected = InputEvent.key(key)
        if case .character(let character) = key.code, key.modifiers.isEmpty {
          expected = .text(String(character))
        }
        #expect(decoder.decode(key.terminalBytes) == [expected], "\(command.id): \(key.name)")
      }
    }
  }

  @Test("a function key always has a second key, for terminals that keep it")
  func secondKeys() {
    for command in table.commands
    where command.keys.contains(where: { if case .function = $0.code { true } else { false } }) {
      let others = command.keys.filter { if case .function = $0.code { false } else { true } }
      #expect(!others.isEmpty, "\(command.id) has only \(command.keys.map(\.name))")
    }
  }

  @Test("docs/keys.md is what the table says")
  func documentation() throws {
    let known = String(decoding: try RepositoryFiles.bytes(of: "docs/keys.md"), as: UTF8.self)
    #expect(
      Golden.difference(from: known, to: HelpText.markdown) == [],
      "Run: fivefold keys --markdown > docs/keys.md")
  }

  @Test("the palette finds a command by words of its title before those of its help")
  func palette() {
    #expect(table.matching("").count == table.commands.count)
    #expect(table.matching("SAVE").first?.id == "file.save")
    #expect(table.matching("portal copy").first?.id == "file.copy-portal")
    #expect(table.matching("no such thing").isEmpty)
  }

  @Test(
    "other words for a command find it too",
    arguments: [
      ("fill kpi", "kpi.edit"), ("search", "find.open"), ("exit", "file.quit"),
      ("question text", "plan.question"),
      ("shorten", "plan.cut"), ("word count", "file.statistics"), ("assign", "plan.details"),
    ])
  func otherWords(_ query: String, _ id: String) {
    #expect(
      table.matching(query, in: .text).prefix(3).contains { $0.id == id },
      "\(table.matching(query, in: .text).prefix(5).map(\.id))")
  }

  @Test(
    "the palette lists what means something where it was opened, each title once, and says when nothing does")
  func paletteHere() throws {
    let bench = try WorkbenchHarness(.sample())
    let titles = { bench.state.paletteCommands("").map(\.title) }
    bench.keys("F2")
    #expect(Set(titles()).count == titles().count)
    #expect(!titles().contains("Restore the part") && !titles().contains("Cut this sentence"))
    bench.type("cut")
    #expect(bench.state.paletteCommands("cut").filter { $0.title == "Cut" }.map(\.id) == ["edit.cut"])
    bench.keys("Ctrl-U")
    bench.type("zzz")
    #expect(bench.screen.contains("No command here is called ‘zzz’."))
    bench.keys("Enter")
    #expect(bench.screen.contains("No command here"))
    bench.keys("Esc", "Alt-3", "F2")
    bench.type("italic")
    #expect(bench.screen.contains("‘Italic’ works only in the text."))
  }
}
