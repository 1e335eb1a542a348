import BidModel

/// An acronym that is not spelt out at its first use in an answer.
///
/// Two to six capitals are an acronym, a plural *s* aside. It is spelt out when it stands in brackets behind
/// words with its letters, or before brackets that hold them. Acronyms everyone knows are a dated list.
///
/// Limitations: an acronym with small letters or digits (eMAR, NEWS2) is taken for a name; one spelt out
/// without brackets is not seen as such.
struct AcronymUnexpanded: FactCheck {
  let about = CheckDescription(
    "acronym-unexpanded", title: "An acronym not spelt out at first use",
    why: "Evaluators come from many fields, and each answer may be read alone.",
    fix: "Write it out at first use, as in multidisciplinary team (MDT).", severity: .warning, scope: .answer)
  let good: [CheckExample] = [
    "The multidisciplinary team (MDT) meets daily. The MDT has a tracker.",
    "The MDT (multidisciplinary team) meets daily.", "The NHS pays.", "It MUST NOT happen.",
    "PLAN A IS HERE.",
    "Henry VIII and World War II.",
    "The multidisciplinary team (MDT) meets daily.\n\nThe MDTs have a tracker.",
  ]
  let bad: [CheckExample] = [
    "The MDT meets daily.", "The MDTs meet daily.\n\nThe multidisciplinary team (MDT) has a tracker.",
    CheckExample("The multidisciplinary team (MDT) meets.", "The MDT meets."),
    "Any concern (PSIRF, duty of candour) is logged.",
  ]

  func facts(in block: CheckedBlock) -> [CheckFact] {
    guard !block.isShouted else { return [] }
    return block.words.indices.compactMap { index in
      let word = block.words[index]
      guard !word.isQuoted, let acronym = Self.acronym(word.text),
        !block.context.wellKnownAcronyms.contains(acronym)
      else { return nil }
      let isSpelt = isSpeltOut(acronym, at: index, in: block)
      return CheckFact(
        key: acronym, value: isSpelt ? "spelt" : "bare", range: word.range, quote: word.text,
        better: isSpelt ? nil : introduction(of: acronym, at: index, in: block))
    }
  }

  func findings(for key: String, uses: [FactUse], in answer: CheckedAnswer?) -> [Finding] {
    guard let first = uses.first, first.fact.value == "bare" else { return [] }
    let isLater = uses.contains { $0.fact.value == "spelt" }
    return [
      finding(
        isLater
          ? "\(key) is used here before it is spelt out."
          : "\(key) is not spelt out anywhere in this answer.",
        fix: isLater ? "Move the words to this place, its first use." : nil, at: first.place,
        replacement: first.place.range.flatMap { range in
          first.fact.better.map { Finding.Replacement(range, with: $0) }
        })
    ]
  }

  /// The acronym brought in by its words where a list gives them; not in the plural, whose words differ, and
  /// not within brackets, which cannot hold others.
  private func introduction(of acronym: String, at index: Int, in block: CheckedBlock) -> String? {
    let word = block.words[index]
    guard word.text == acronym, let long = block.context.acronyms.written(acronym) else { return nil }
    let before = block.bytes[..<word.range.lowerBound]
    let open = before.lastIndex(of: UInt8(ascii: "(")) ?? -1,
      close = before.lastIndex(of: UInt8(ascii: ")")) ?? -1
    guard open <= close else { return nil }
    let sentenceEnds = ".!?\n".utf8
    let last = before.last { $0 != UInt8(ascii: " ") }
    let isFirst = last.map { sentenceEnds.contains($0) } ?? true
    let words = isFirst ? long.prefix(1).uppercased() + long.dropFirst() : long
    return "\(words) (\(acronym))"
  }

  /// The acronym that `word` is, without a plural *s*.
  static func acronym(_ word: String) -> String? {
    var letters = Array(word.utf8)
    if letters.last == UInt8(ascii: "s"), letters.count > 2 { letters.removeLast() }
    guard (2...6).contains(letters.count), letters.allSatisfy({ (0x41...0x5A).contains($0) }) else {
      return nil
    }
    let acronym = String(decoding: letters, as: UTF8.self)
    return emphasised.contains(acronym) || isRoman(acronym) ? nil : acronym
  }

  private static func isRoman(_ text: String) -> Bool { text.allSatisfy { "IVX".contains($0) } }

  private static let emphasised: Set<String> = [
    "NOT", "MUST", "AND", "OR", "ALL", "NO", "ANY", "NEVER", "ALWAYS", "EVERY", "ONLY", "BOTH", "WILL", "AM",
    "PM", "IS", "ARE", "TO", "OF", "IN", "AS", "WE", "THE", "TBC", "TBA", "TBD", "XX", "XXX", "XXXX", "TODO",
  ]

  private func isSpeltOut(_ acronym: String, at index: Int, in block: CheckedBlock) -> Bool {
    let range = block.words[index].range
    let open = UInt8(ascii: "("), close = UInt8(ascii: ")")
    if range.lowerBound > 0, block.bytes[range.lowerBound - 1] == open, range.upperBound < block.bytes.count,
      block.bytes[range.upperBound] == close
    {
      let before = block.words[max(0, index - acronym.utf8.count - 4)..<index]
      return (before.indices).contains { Self.spells(block.words[$0..<index], acronym) }
    }
    let rest = block.bytes[range.upperBound...].prefix(2)
    guard rest.elementsEqual(" (".utf8) else { return false }
    let after = block.words[(index + 1)...].prefix(acronym.utf8.count + 4)
    return after.indices.contains { Self.spells(block.words[(index + 1)...$0], acronym) }
  }

  /// Whether the words have the letters of `acronym` in order, the first and last word's among them.
  static func spells(_ words: ArraySlice<CheckedWord>, _ acronym: String) -> Bool {
    var left = Array(acronym.lowercased().utf8)[...]
    guard let first = words.first?.lower.utf8.first, first == left.first else { return false }
    for word in words {
      guard let initial = word.lower.utf8.first, let wanted = left.first else { continue }
      guard initial == wanted else { continue }
      left.removeFirst()
      // A compound gives more than one letter: multidisciplinary for MD.
      for letter in word.lower.utf8.dropFirst() where letter == left.first && left.count > 1 {
        left.removeFirst()
        break
      }
    }
    return left.isEmpty || left.count == 1 && words.last?.lower.utf8.contains(left[left.startIndex]) == true
  }
}
