// Feeds the keyboard decoder with what libFuzzer makes up. It is compiled together with the decoder's sources:
//
//   swiftc -sanitize=fuzzer -parse-as-library -O -package-name fivefold -module-name KeyFuzz \
//     Tests/Fuzz/KeyFuzz.swift Sources/Screen/{Geometry,Key,InputEvent,InputDecoder,InputDecoder+Escape}.swift \
//     Sources/Screen/{InputDecoder+Paste,InputCollector,TypedText,ControlCharacter,ControlSequence}.swift \
//     Sources/Screen/{SequenceKeys,SequenceParameters,MouseReport}.swift -o .build/key-fuzz
//   .build/key-fuzz -max_total_time=60 -max_len=4096

/// One run: the bytes are cut where their own first byte says, a few time-outs come between, and afterwards typed
/// letters must arrive as they are. The same bytes in one read and byte by byte must end in the same state.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzzKeys(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let step = Int(bytes.first ?? 0) % 17 + 1
  var decoder = InputDecoder()
  var index = 0
  while index < bytes.count {
    let end = min(bytes.count, index + step)
    _ = decoder.decode(bytes[index..<end])
    if end % 5 == 0 { _ = decoder.timeOut() }
    index = end
  }
  expectLetters(from: &decoder)
  expectSameEverySplit(bytes)
  return 0
}

/// Once all time-outs have passed nothing is held, and letters are letters.
private func expectLetters(from decoder: inout InputDecoder) {
  for _ in 0...InputDecoder.pastePatience { _ = decoder.timeOut() }
  precondition(!decoder.isWaiting, "something is held after every time-out")
  precondition(decoder.decode("letters".utf8) == [.text("letters")], "typed letters were lost")
}

/// Where reads are cut changes nothing but how text and rubbish are grouped.
private func expectSameEverySplit(_ bytes: [UInt8]) {
  var whole = InputDecoder()
  var slow = InputDecoder()
  let once = whole.decode(bytes)
  let slowly = bytes.flatMap { slow.decode([$0]) }
  precondition(joined(once) == joined(slowly), "a split changed the meaning")
  precondition(whole.isWaiting == slow.isWaiting, "a split changed what is held")
}

private func joined(_ events: [InputEvent]) -> [InputEvent] {
  var result: [InputEvent] = []
  for event in events {
    switch (result.last, event) {
    case (.text(let before)?, .text(let more)): result[result.count - 1] = .text(before + more)
    case (.paste(let before)?, .paste(let more)): result[result.count - 1] = .paste(before + more)
    case (.unrecognised(let before)?, .unrecognised(let more)):
      result[result.count - 1] = .unrecognised(before + more)
    default: result.append(event)
    }
  }
  return result
}
