import BidModel
import BidTestSupport
import Screen
import Testing

@testable import Workbench

/// Spelling in the editor, with the dictionary of this machine.
@Suite struct SpellingTests {
  private func bench(_ text: String, words: String? = nil, rows: Int = 30, columns: Int = 80) throws
    -> WorkbenchHarness
  {
    let scene = WorkbenchScene.answers(["1.md": "## Context\n\n\(text)\n"])
    if let words { scene.put(words, at: "/bids/words.txt") }
    let bench = try WorkbenchHarness(scene, size: Size(rows: rows, columns: columns), spelling: true)
    bench.keys("Ctrl-Home")
    return bench
  }

  /// The words underlined in the text, in the order of the screen.
  private func underlined(_ bench: WorkbenchHarness) -> [String] {
    let surface = bench.loop.surface
    let area = bench.state.editor.area
    var words: [String] = []
    for (offset, row) in bench.state.editor.painted.enumerated() where row.line?.block != nil {
      var word = ""
      for column in area.column...area.endColumn {
        let isMarked =
          column < area.endColumn && surface[area.row + offset, column].style.attributes.contains(.underline)
        if isMarked {
          word += surface[area.row + offset, column].text
        } else if !word.isEmpty {
          words.append(word)
          word = ""
        }
      }
    }
    return words
  }

  private func box(_ bench: WorkbenchHarness) -> SpellingBox? {
    guard case .spelling(let box) = bench.state.overlays.last else { return nil }
    return box
  }

  @Test("misspelt words are underlined; names of the bid, the shipped list and words.txt are not")
  func underlines() throws {
    let bench = try bench(
      "We recieve reablement from Test buyer at Quuxside, wrod and color-coded MDTs.\n\n- a wrod in a list",
      words: "Quuxside\n")
    #expect(underlined(bench) == ["recieve", "wrod", "color", "wrod"])
    try Golden.expect(bench.terminal.snapshotWithStyles(), is: "spelling-underlined")
  }

  @Test("the sample bid has no misspelt word", arguments: 0..<7)
  func sample(_ number: Int) throws {
    let bench = try WorkbenchHarness(.sample(), size: Size(rows: 200, columns: 120), spelling: true)
    let answer = bench.state.session.answers[number]
    var state = bench.state
    state.show(answer.id)
    _ = state.lookAtSpellingOfAnswer()
    let unknown = state.spelling.takeWanted()
    bench.loop.state = state
    bench.loop.spelling?.check(unknown)
    bench.settle()
    state = bench.state
    let isKnown = state.lookAtSpellingOfAnswer()
    #expect(isKnown)
    let words = state.misspellings.map { fault in
      state.currentAnswer[fault.place].text.slice(utf8: fault.fault)
    }
    #expect(words == [], "\(answer.name)")
  }

  @Test("the word being typed is not underlined until the cursor leaves it")
  func typing() throws {
    let bench = try bench("x")
    bench.keys("End")
    bench.type(" recieve")
    #expect(underlined(bench) == [])
    bench.type(" ")
    #expect(underlined(bench) == ["recieve"])
    bench.keys("Backspace")
    #expect(underlined(bench) == [])
    bench.keys("Left")
    #expect(underlined(bench) == ["recieve"])
    bench.type("i")
    #expect(underlined(bench) == [])
    bench.keys("Ctrl-Home")
    #expect(underlined(bench) == ["recievie"])
  }

  @Test("an edit before a misspelling moves its line along at once, before anything is looked up")
  func moving() throws {
    let bench = try bench("Some wrod here")
    bench.send(Array("A".utf8))
    #expect(underlined(bench) == ["wrod"])
    bench.settle()
    #expect(underlined(bench) == ["wrod"])
  }

  @Test("a key looks at one block again, and asks about new words alone")
  func counts() throws {
    let bench = try bench("One two.\n\nThree four.\n\nFive six.")
    let looks = bench.state.spelling.lookCount
    bench.type("a")
    #expect(bench.state.spelling.lookCount == looks + 1)
    bench.send(Array("b".utf8))
    #expect(bench.state.spelling.lookCount == looks + 1)
    bench.settle()
    #expect(bench.state.spelling.lookCount == looks + 2)
    let verdicts = bench.state.spelling.verdicts.count
    bench.keys("Down", "Up", "End")
    #expect(bench.state.spelling.verdicts.count <= verdicts + 1)
  }

  @Test("F7 selects the next misspelling and offers spellings; Enter corrects it and goes on")
  func correcting() throws {
    let bench = try bench("We recieve the wrod.")
    bench.keys("F7")
    #expect(box(bench)?.word == "recieve")
    #expect(box(bench)?.suggestions?.first == "receive")
    try Golden.expect(bench.screen, is: "spelling-box")
    bench.keys("Enter")
    #expect(bench.texts == ["We receive the wrod."])
    #expect(box(bench)?.word == "wrod")
    bench.type("word")
    bench.keys("Enter")
    #expect(bench.texts == ["We receive the word."])
    #expect(bench.screen.contains("No misspelt words in this answer."))
    #expect(bench.state.overlays.count == 1, "it waits for a key")
    bench.keys("Ctrl-Z", "Ctrl-Z")
    #expect(bench.texts == ["We recieve the wrod."])
  }

  @Test("correcting everywhere keeps each word's capitals and is one step to undo")
  func everywhere() throws {
    let text = "Recieve, recieve recieve.\n\n- RECIEVE"
    let bench = try bench(text)
    bench.keys("Down", "Up", "End", "F7")
    #expect(box(bench)?.uses == 4)
    bench.keys("Esc", "Ctrl-Home", "Right", "Right", "F7")
    #expect(box(bench)?.word == "Recieve")
    bench.keys("Ctrl-R")
    #expect(bench.texts == ["Receive, receive receive.", "RECEIVE"])
    bench.keys("Ctrl-Z")
    #expect(bench.texts == ["Recieve, recieve recieve.", "RECIEVE"])
  }

  @Test("adding a word writes words.txt and clears every use of it")
  func adding() throws {
    let bench = try bench("Flimflop, flimflop's, flimflop-led and wrod.", words: "# ours\r\neMAR\r\n")
    #expect(underlined(bench).count == 4)
    bench.keys("Ctrl-Right", "F7", "Ctrl-A")
    #expect(
      bench.scene.text(at: "/bids/words.txt").debugDescription
        == "# ours\r\neMAR\r\nflimflop\r\n".debugDescription)
    #expect(box(bench)?.word == "wrod")
    bench.keys("Esc")
    #expect(underlined(bench) == ["wrod"])
  }

  @Test("a word that cannot be written down counts as right all the same, and why is said")
  func addingInVain() throws {
    let scene = WorkbenchScene.answers(["1.md": "## Context\n\nflimflop\n"])
    try scene.files.makeFolder("/bids/words.txt", permissions: 0o700)
    let bench = try WorkbenchHarness(scene, spelling: true)
    bench.keys("Ctrl-Home", "F7", "Ctrl-A")
    #expect(bench.state.message?.kind == .error && bench.message.contains("until you quit"))
    #expect(underlined(bench) == [])
    let loose = try WorkbenchHarness(.loose("## Context\n\nflimflop\n"), spelling: true)
    loose.keys("Ctrl-Home", "F7", "Ctrl-A")
    #expect(loose.message.contains("until you quit") && underlined(loose) == [])
  }

  @Test("people, posts, places, buyer and organisation are known; their words in small letters are not")
  func names() throws {
    let scene = WorkbenchScene.answers([
      "1.md": "## Context\n\nZorblatt, Quimby’s, Vextown, Frobshire, Wozzley; quimby and vextown.\n"
    ])
    scene.put(
      "organisation: Zorblatt Care\npeople:\n  - id: q\n    name: Ann Quimby\n    post: Bid Manager\n",
      at: "/bids/fivefold.yaml")
    scene.put(
      "title: T\nbuyer: Wozzley ICB\nics: Frobshire ICS\nplace: Vextown\n", at: "/bids/bids/test/bid.yaml")
    let bench = try WorkbenchHarness(scene, spelling: true)
    #expect(underlined(bench) == ["quimby", "vextown"])
  }

  @Test("a word that is ignored is left alone until the program ends, and nothing is written")
  func ignoring() throws {
    let bench = try bench("wrod and wrod and teh")
    bench.keys("F7", "Ctrl-G")
    #expect(box(bench)?.word == "teh")
    bench.keys("Esc")
    #expect(underlined(bench) == ["teh"])
    #expect(bench.scene.text(at: "/bids/words.txt") == "")
  }

  @Test("next and previous go round the misspellings without a box")
  func walking() throws {
    let bench = try bench("teh one\n\ntwo wrod three recieve")
    let selected = { bench.state.selectedText }
    bench.keys("Alt-)")
    #expect(selected() == "teh")
    bench.keys("Alt-)")
    #expect(selected() == "wrod")
    bench.keys("Alt-)", "Alt-)")
    #expect(selected() == "teh")
    bench.keys("Alt-(")
    #expect(selected() == "recieve")
    bench.keys("Alt-(")
    #expect(selected() == "wrod")
    #expect(bench.state.overlays.isEmpty)
  }

  @Test("an undo while the box is open moves nothing that was not asked for")
  func undoInBox() throws {
    let bench = try bench("wrod")
    bench.type("a recieve ")
    bench.keys("Ctrl-End", "F7")
    bench.keys("Ctrl-Z")
    bench.keys("Enter")
    #expect(bench.texts == ["a wrod"])
    #expect(box(bench)?.word == "wrod")
  }

  @Test("without a dictionary nothing is underlined, and F7 says why")
  func missing() throws {
    let bench = try WorkbenchHarness(.answers(["1.md": "## Context\n\nwrod\n"]))
    #expect(underlined(bench) == [])
    bench.keys("F7")
    #expect(bench.message == "Spelling is off here.")
    bench.loop.state.take(.loaded(SpellingVocabulary(), missing: "Spelling is off: none."))
    #expect(underlined(bench) == [])
    bench.keys("F7")
    #expect(bench.message == "Spelling is off: none.")
  }

  @Test("the underline can be put away and brought back")
  func hiding() throws {
    let bench = try bench("wrod")
    let found: Command? = CommandTable.standard["spelling.underline"]
    let command = try #require(found)
    bench.loop.state.run(command)
    bench.keys("Right")
    #expect(underlined(bench) == [])
    bench.loop.state.run(command)
    bench.keys("Left")
    #expect(underlined(bench) == ["wrod"])
  }
}
