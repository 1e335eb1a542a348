import BidTestSupport
import Screen
import Testing

@Suite("Bytes become keys") struct InputDecoderTests {
  @Test("every terminal's encoding is the key it stands for", arguments: KeyTable.all)
  func table(_ encoding: Encoding) {
    var decoder = InputDecoder()
    #expect(decoder.decode(encoding.bytes.utf8) == encoding.events)
    #expect(!decoder.isWaiting)
  }

  @Test("a sequence split at any place means the same", arguments: KeyTable.all)
  func everySplit(_ encoding: Encoding) {
    let bytes = Array((encoding.bytes + "z").utf8)
    var whole = InputDecoder()
    let expected = joined(whole.decode(bytes))
    for first in 0...bytes.count {
      for second in first...bytes.count {
        var decoder = InputDecoder()
        let events =
          decoder.decode(bytes[..<first]) + decoder.decode(bytes[first..<second])
          + decoder.decode(bytes[second...])
        #expect(joined(events) == expected)
      }
    }
    var slow = InputDecoder()
    #expect(joined(bytes.flatMap { slow.decode([$0]) }) == expected)
  }

  @Test("what is held when no more comes is read as it stands")
  func timeOuts() {
    let cases: [(String, [InputEvent])] = [
      ("\u{1B}", named("Esc")), ("\u{1B}\u{1B}", named("Esc", "Esc")), ("\u{1B}[", named("Alt-[")),
      ("\u{1B}O", named("Alt-Shift-O")), ("\u{1B}P", named("Alt-Shift-P")), ("\u{1B}]", named("Alt-]")),
      ("\u{1B}[1;", [.unrecognised(Array("\u{1B}[1;".utf8))]),
      ("\u{1B}]11;x", [.unrecognised([0x1B, 0x5D])]),
    ]
    for (bytes, events) in cases {
      var decoder = InputDecoder()
      #expect(decoder.decode(bytes.utf8).isEmpty, "\(bytes.debugDescription)")
      #expect(decoder.isWaiting)
      #expect(decoder.timeOut() == events, "\(bytes.debugDescription)")
      #expect(!decoder.isWaiting)
      #expect(decoder.decode("next".utf8) == [.text("next")])
    }
  }

  @Test("Escape and then a letter in the same read after another Escape stay apart")
  func escapes() {
    var decoder = InputDecoder()
    #expect(decoder.decode("\u{1B}\u{1B}x".utf8) == named("Esc", "Alt-X"))
  }

  @Test("typed letters come as one text, with keys where they were pressed")
  func runs() {
    var decoder = InputDecoder()
    let events = decoder.decode("one two\rthree\u{1B}[Afour".utf8)
    #expect(
      events == [.text("one two")] + named("Enter") + [.text("three")] + named("Up") + [.text("four")])
  }

  @Test("bytes that are no UTF-8 take nothing with them")
  func invalid() {
    let cases: [([UInt8], [InputEvent])] = [
      ([0xFF], [.unrecognised([0xFF])]), ([0xC0, 0x80], [.unrecognised([0xC0, 0x80])]),
      ([0xE2, 0x28], [.unrecognised([0xE2]), .text("(")]),
      ([0xED, 0xA0, 0x80], [.unrecognised([0xED, 0xA0, 0x80])]),
      ([0xF4, 0x90], [.unrecognised([0xF4, 0x90])]), ([0xC2, 0x9B], [.unrecognised([0xC2, 0x9B])]),
    ]
    for (bytes, events) in cases {
      var decoder = InputDecoder()
      let all = decoder.decode([0x61] + bytes + Array("bcdé".utf8))
      #expect(joined(all) == joined([.text("a")] + events + [.text("bcdé")]))
    }
  }

  @Test("the Backspace key is the byte the terminal says it is")
  func erase() {
    var decoder = InputDecoder(erase: 0x08)
    #expect(decoder.decode([0x08, 0x7F]) == named("Backspace", "Ctrl-Backspace"))
  }

  @Test("pastes that follow one another in a read are one")
  func adjacentPastes() {
    var decoder = InputDecoder()
    let bytes = "\u{1B}[200~a\r\u{1B}[201~\u{1B}[200~b\u{1B}[201~c"
    #expect(decoder.decode(bytes.utf8) == [.paste("a\nb"), .text("c")])
  }

  @Test("a paste without an end is released after the bound and not before")
  func unterminatedPaste() {
    var decoder = InputDecoder()
    #expect(decoder.decode("\u{1B}[200~held\u{1B}[20".utf8).isEmpty)
    for _ in 1..<InputDecoder.pastePatience { #expect(decoder.timeOut().isEmpty) }
    #expect(decoder.isWaiting)
    #expect(decoder.timeOut() == [.paste("held\u{1B}[20")])
    #expect(decoder.decode("x".utf8) == [.text("x")])
  }

  @Test("parameters and strings without end are bounded, and what follows is read")
  func bombs() {
    var decoder = InputDecoder()
    var events = decoder.decode(("\u{1B}[" + String(repeating: "1;", count: 1_000_000)).utf8)
    #expect(events == [.unrecognised([0x1B, 0x5B])])
    events = decoder.decode("Aafter".utf8)
    #expect(events == [.text("after")])
    events = decoder.decode(
      ("\u{1B}]" + String(repeating: "x", count: InputDecoder.longestString) + "y").utf8)
    #expect(events == [.text("y")])
  }

  @Test("five megabytes of typing and of paste come whole")
  func bulk() {
    let text = String(repeating: "word é ", count: 600_000)
    var decoder = InputDecoder()
    #expect(decoder.decode(Array(text.utf8)) == [.text(text)])
    #expect(decoder.decode(Array("\u{1B}[200~\(text)\u{1B}[201~".utf8)) == [.paste(text)])
  }

  @Test("random bytes never crash, hold little, and letters typed after them arrive", arguments: 0..<40)
  func rubbish(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var decoder = InputDecoder()
    let alphabet =
      Array("\u{1B}\u{1B}\u{1B}[[O]P_~;:<?0123456789uMmAZIa\r\n\u{7}\\".utf8) + [0xFF, 0xC3, 0xE2, 0x80]
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        Bool.random(using: &random)
          ? alphabet.randomElement(using: &random) ?? 0 : UInt8.random(in: 0...255, using: &random)
      }
      _ = decoder.decode(bytes)
      if Int.random(in: 0..<4, using: &random) == 0 { _ = decoder.timeOut() }
    }
    for _ in 0...InputDecoder.pastePatience { _ = decoder.timeOut() }
    #expect(!decoder.isWaiting)
    #expect(decoder.decode("letters".utf8) == [.text("letters")])
  }

  private func named(_ names: String...) -> [InputEvent] {
    names.compactMap { Key(name: $0).map(InputEvent.key) }
  }

  /// Text and rubbish of neighbouring reads joined, as within one read.
  private func joined(_ events: [InputEvent]) -> [InputEvent] {
    events.reduce(into: []) { result, event in
      switch (result.last, event) {
      case (.text(let before)?, .text(let more)): result[result.count - 1] = .text(before + more)
      case (.unrecognised(let before)?, .unrecognised(let more)):
        result[result.count - 1] = .unrecognised(before + more)
      default: result.append(event)
      }
    }
  }
}
