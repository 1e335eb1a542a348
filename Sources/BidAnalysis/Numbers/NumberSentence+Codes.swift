import BidLanguage

extension NumberSentence {
  /// Numbers known by their own shape and what they are glued to.
  func digitKind(_ index: Int, next: Int) -> NumberKind? {
    let token = words[index].token
    let text = bytes[token.range]
    let slashes = text.count { $0 == UInt8(ascii: "/") }
    if slashes == 1, token.range.count == 4, text.elementsEqual("24/7".utf8) { return .cadence }
    if slashes >= 2 { return .date }
    if text.contains(UInt8(ascii: ":")) { return token.range.count >= 4 ? .clock : .amount }
    if text.count(where: { $0 == UInt8(ascii: ".") }) >= 2 { return .reference }
    let isFirstZero =
      text.first == 0x30 && token.range.count >= 3 && bytes[token.start + 1] != UInt8(ascii: ".")
    if isGluedCode(index) { return isNameCode(index) ? .name : .reference }
    if isWord(index - 1, "is"), isWord(index - 2, "number") { return .reference }
    if isWord(index - 1, "number"),
      isFirstZero || isWord(index - 2, "company") || isWord(index - 2, "charity")
    {
      return .reference
    }
    if isFirstZero || has(index - 1, .phone)
      || byte(at: token.start - 1) == UInt8(ascii: "+") && token.range.count > 3
    {
      if token.range.count >= 3 { return .phone }
    }
    // Groups of one telephone number stand close together.
    if index > 0, kind(index - 1) == .number, joint(index) == .close, !isHyphened(index),
      token.range.count >= 3,
      bytes[words[index - 1].token.start] == 0x30 || isPhoneGroup(index - 1)
    {
      return .phone
    }
    if isWord(index - 1, "nhs"), token.range.count == 3 { return .name }
    if isPostcode(index, next: index + 1) { return .address }
    if index == 0,
      byte(after: index) == UInt8(ascii: ")") || (byte(after: index) == UInt8(ascii: ".") && count > 1)
    {
      return .reference
    }
    return nil
  }

  private func isPhoneGroup(_ index: Int) -> Bool {
    index > 0 && kind(index - 1) == .number && joint(index) == .close
      && bytes[words[index - 1].token.start] == 0x30
  }

  /// `CL-118`, `Q2.1`, `ZA774210` come as a word with a number tied to it.
  private func isGluedCode(_ index: Int) -> Bool {
    guard index > 0, kind(index - 1) == .word else { return false }
    let before = words[index - 1].token
    let start = words[index].token.start
    if isHyphened(index) { return before.isCapitalised && !has(index - 1, [.under, .over]) }
    return start == before.end + 1 && bytes[before.end] == UInt8(ascii: ".")
      && (0x30...0x39).contains(bytes[before.end - 1])
  }

  private func isNameCode(_ index: Int) -> Bool { isHyphened(index) && has(index - 1, .nameNoun) }

  /// `HB1 2AB`: the digit of the inward half with its two capitals.
  private func isPostcode(_ index: Int, next: Int) -> Bool {
    guard isGlued(next), words[next].token.range.count == 2, words[index].token.range.count == 1 else {
      return false
    }
    guard index > 0, words[index - 1].token.isCapitalised, !has(next, .unit) else { return false }
    return (0x30...0x39).contains(bytes[words[index - 1].token.end - 1])
      || words[index - 1].token.range.count <= 2
  }
}
