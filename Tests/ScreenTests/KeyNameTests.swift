import Screen
import Testing

@Suite("Keys have names") struct KeyNameTests {
  @Test("a name is read back as the key it names")
  func roundTrip() {
    let characters = "abzé0-_\\/ ?[ß".map(KeyCode.character)
    let named: [KeyCode] = [
      .enter, .tab, .backspace, .delete, .insert, .escape, .up, .down, .left, .right, .home, .end, .pageUp,
      .pageDown, .function(1), .function(12), .function(35),
    ]
    for code in characters + named {
      for bits in UInt8(0)..<8 {
        let key = Key(code, Modifiers(rawValue: bits))
        #expect(Key(name: key.name) == key, "\(key.name)")
      }
    }
  }

  @Test(
    "names are what people write",
    arguments: [
      ("Ctrl-S", Key(.character("s"), .control)), ("ctrl-s", Key(.character("s"), .control)),
      ("Alt-Left", Key(.left, .alt)), ("F6", Key(.function(6))), ("Shift-Tab", Key(.tab, .shift)),
      ("Ctrl--", Key(.character("-"), .control)), ("Shift-Ctrl-End", Key(.end, [.control, .shift])),
      ("Escape", Key(.escape)), ("Ctrl-Space", Key(.character(" "), .control)), ("f", Key(.character("f"))),
    ])
  func reading(_ name: String, _ key: Key) {
    #expect(Key(name: name) == key)
  }

  @Test(
    "what names no key is refused", arguments: ["", "Ctrl-", "Hyper-X", "F0", "F36", "Ctrl-Ctrl-A", "ab"])
  func refused(_ name: String) {
    #expect(Key(name: name) == nil)
  }

  @Test("a letter has one form with Control and one with Alt")
  func normalForm() {
    #expect(Key(.character("S"), .control) == Key(.character("s"), .control))
    #expect(Key(.character("B"), .alt) == Key(.character("b"), [.alt, .shift]))
    #expect(Key(.character("B")).code == .character("B"))
  }
}
