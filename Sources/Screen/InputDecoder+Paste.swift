extension InputDecoder {
  static let endMark: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]

  /// Takes the bytes of a paste up to its end mark. What may be the start of the mark at the end of the input is
  /// held back, so that the mark is found wherever it was split.
  mutating func collectPaste(
    _ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, into output: inout InputCollector
  ) -> Int {
    var index = start
    while index < buffer.count {
      guard buffer[index] == 0x1B else {
        index += 1
        continue
      }
      let matched = matchedEndMark(buffer, index)
      if matched == Self.endMark.count {
        pasted.append(contentsOf: buffer[start..<index])
        releasePaste(into: &output)
        state = .ground
        return index + matched
      }
      if index + matched == buffer.count {
        pending = Array(buffer[index...])
        break
      }
      index += 1
    }
    pasted.append(contentsOf: buffer[start..<index])
    if pasted.count > Self.longestPaste { releasePaste(into: &output) }
    return buffer.count
  }

  /// Gives out what was pasted so far.
  mutating func releasePaste(into output: inout InputCollector) {
    output.paste(pasted)
    pasted = []
    silence = 0
  }

  /// How many bytes of the end mark stand at `index`.
  private func matchedEndMark(_ buffer: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    var length = 0
    while length < Self.endMark.count, index + length < buffer.count,
      buffer[index + length] == Self.endMark[length]
    {
      length += 1
    }
    return length
  }
}
