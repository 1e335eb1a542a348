import BidLanguage

extension NumberSentence {
  /// The figure that begins at the token at `index`, with the unit that follows it.
  ///
  /// Read are digits with thousands and decimals, per cent, money, number words up to the millions,
  /// fractions ("two thirds"), `k`, `m` and `bn`, and the units of the lexicon. "One" is a number only
  /// with a unit or a denominator after it, or before a hundred or thousand.
  ///
  /// Limitations: roman numerals, "a couple" and "several" are no figures.
  func figure(at index: Int) -> Figure? {
    switch kind(index) {
    case .percent?, .money?, .number?, .year?: return digitFigure(at: index)
    case .word?: return fractionFigure(at: index) ?? wordFigure(at: index)
    default: return nil
    }
  }

  // MARK: Digits

  private func digitFigure(at index: Int) -> Figure? {
    let token = words[index].token
    guard let printed = PrintedNumber(bytes, in: token.range) else { return nil }
    var figure = Figure(
      value: printed.value, step: printed.step, span: token.range, digits: token.range,
      tokens: index..<(index + 1))
    figure.sign = sign(before: token.start)
    if token.kind == .percent { figure.unit = .percent }
    if token.kind == .money { figure.unit = bytes[token.start] == 0xC2 ? .pounds : NumberUnit(.money, "€") }
    scale(&figure)
    addUnit(to: &figure)
    return figure
  }

  /// `-` or `−` or `+` close before the number, with a space or bracket before the sign.
  private func sign(before start: Int) -> Int {
    let isFree: (Int) -> Bool = { place in
      let byte = self.byte(at: place)
      return place < self.range.lowerBound || byte == 0x20 || byte == UInt8(ascii: "(")
        || byte == UInt8(ascii: "|")
    }
    if byte(at: start - 1) == UInt8(ascii: "+"), isFree(start - 2) { return 1 }
    if byte(at: start - 1) == UInt8(ascii: "-"), isFree(start - 2) { return -1 }
    if byte(at: start - 1) == 0x92, byte(at: start - 2) == 0x88, byte(at: start - 3) == 0xE2 { return -1 }
    return 0
  }

  /// Takes in `k`, `m`, `bn`, "million" and "dozen".
  private func scale(_ figure: inout Figure) {
    let next = figure.tokens.upperBound
    guard joint(next) == .close else { return }
    var factor: Double?
    if has(next, .multiplier) {
      factor = words[next].value
    } else if figure.unit?.dimension == .money || isGlued(next) {
      if isWord(next, "k") { factor = 1000 }
      if isWord(next, "m"), figure.unit?.dimension == .money { factor = 1_000_000 }
    }
    guard let factor else { return }
    figure.value *= factor
    figure.step *= factor
    extend(&figure, to: next + 1)
  }

  // MARK: Words

  private func wordFigure(at index: Int) -> Figure? {
    guard has(index, .cardinal) || startsHundred(index) else { return nil }
    var total = 0.0
    var group = 0.0
    var next = index
    if startsHundred(index) {
      group = 1
      next += 1
    }
    var isOpen = false
    while words.indices.contains(next), next == index || joint(next) == .close {
      let word = words[next]
      if word.tags.contains(.cardinal), next == index || isOpen || group == 0 {
        // After tens only a unit may follow: "forty two", not "forty thirty".
        guard !isOpen || word.value < 10 || group.truncatingRemainder(dividingBy: 100) == 0 else { break }
        group += word.value
        isOpen = word.tags.contains(.tens)
      } else if word.tags.contains(.multiplier), group > 0, total + group < 1e9 {
        if word.value >= 1000 {
          total += group * word.value
          group = 0
        } else {
          group *= word.value
        }
        isOpen = true
      } else if isWord(next, "and"), isOpen, has(next - 1, .multiplier), has(next + 1, .cardinal) {
        next += 1
        continue
      } else {
        break
      }
      next += 1
    }
    let span = span(index..<next)
    var figure = Figure(
      value: total + group, step: 1, form: .words, span: span, digits: span, tokens: index..<next)
    addUnit(to: &figure)
    let isLoneOne = figure.value == 1 && next == index + 1
    guard !isLoneOne || figure.unit != nil || ((isWord(next, "in") || isWord(next, "out")) && isSmall(next))
    else {
      return nil
    }
    return figure
  }

  /// "a hundred", "a dozen".
  private func startsHundred(_ index: Int) -> Bool {
    isWord(index, "a") && has(index + 1, .multiplier) && joint(index + 1) == .close
  }

  /// Whether a number that is a denominator follows "in" or "out of".
  private func isSmall(_ index: Int) -> Bool {
    let next = isWord(index, "out") ? index + 2 : index + 1
    if has(next, .cardinal) || has(next, .multiplier) { return joint(next) == .close }
    return kind(next) == .number && joint(next) == .close
  }

  // MARK: Fractions

  /// "half", "a third", "two thirds", "three quarters", as a percentage.
  private func fractionFigure(at index: Int) -> Figure? {
    var numerator = 1.0
    var place = index
    if has(index, .cardinal), has(index + 1, .fraction), !has(index + 1, .half) {
      numerator = words[index].value
      place = index + 1
    } else if isWord(index, "a"), has(index + 1, .fraction) {
      place = index + 1
    } else if !has(index, .half) {
      return nil
    }
    guard place == index || joint(place) == .close else { return nil }
    let denominator = words[place].value
    guard denominator > 0, numerator <= denominator, !isWord(place + 1, "as"),
      !isTime(place, isPlural: numerator > 1)
    else {
      return nil
    }
    let span = span(index..<(place + 1))
    return Figure(
      value: 100 * numerator / denominator, step: 1, unit: .percent, form: .fraction, span: span,
      digits: span, tokens: index..<(place + 1))
  }

  /// Whether the fraction at `index` is of a year, a date, an hour or an ordinal: "each quarter".
  private func isTime(_ index: Int, isPlural: Bool) -> Bool {
    if has(index, .half) {
      if isWord(index + 1, "a"), has(index + 2, [.unit, .point]) { return true }
      return has(index + 1, .unit) || isWord(index + 1, "past") || isWord(index + 1, "term")
        || (index > 0
          && (isWord(index - 1, "first") || isWord(index - 1, "second") || isWord(index - 1, "and")))
    }
    // "a quarter" is a time unless it is a part of something or the size of a change.
    if isPlural { return !(isWord(index + 1, "of") || has(index + 1, .comparative) || isByPhrase(index - 1)) }
    if isWord(index + 1, "party") || isWord(index + 1, "sector") || isHyphened(index + 1) { return true }
    return
      !(isWord(index + 1, "of") || has(index + 1, .comparative) || isByPhrase(index - 1)
      || isByPhrase(index - 2))
  }

  /// Whether "by", "than" or a movement word stands at or shortly before `index`: "cut by nearly a third".
  private func isByPhrase(_ index: Int) -> Bool {
    (max(0, index - 2)...max(0, index)).contains {
      isWord($0, "by") || has($0, .movement) || isWord($0, "to")
    }
  }

  // MARK: Units

  private func addUnit(to figure: inout Figure) {
    var next = figure.tokens.upperBound
    guard words.indices.contains(next), joint(next) == .close else { return }
    if figure.unit == .percent || figure.unit == nil {
      if isWord(next, "per"), isWord(next + 1, "cent"), figure.unit == nil {
        figure.unit = .percent
        extend(&figure, to: next + 2)
        return
      }
      if has(next, .percent), figure.unit == nil {
        figure.unit = .percent
        return extend(&figure, to: next + 1)
      }
      let point = isWord(next, "percentage") ? next + 1 : next
      if has(point, .point), joint(point) == .close {
        figure.unit = .points
        return extend(&figure, to: point + 1)
      }
    }
    guard figure.unit == nil else { return }
    if isGlued(next), isWord(next, "p") || isWord(next, "d") {
      figure.unit = isWord(next, "p") ? NumberLexicon.unit(named: "pence") : NumberLexicon.unit(named: "days")
      return extend(&figure, to: next + 1)
    }
    let isWorking = isWord(next, "working") || isWord(next, "clear")
    if isWorking { next += 1 }
    if isWord(next, "calendar") { next += 1 }
    guard has(next, .unit), let unit = words[next].unit, joint(next) == .close else { return }
    // "mmol/mol" is one unit.
    if isWord(next, "mmol"), byte(after: next) == UInt8(ascii: "/"), words.indices.contains(next + 1) {
      figure.unit = NumberUnit(.other, "mmol")
      return extend(&figure, to: next + 2)
    }
    // A letter alone is a unit only beside digits.
    guard figure.form == .digits || words[next].token.range.count > 1 else { return }
    figure.unit = isWorking ? NumberUnit(.workingTime, "working days") : unit
    extend(&figure, to: next + 1)
  }

  private func extend(_ figure: inout Figure, to end: Int) {
    figure.tokens = figure.tokens.lowerBound..<end
    figure.span = figure.span.lowerBound..<words[end - 1].token.end
  }
}

/// A number in digits: its value and the size of its last printed place.
struct PrintedNumber {
  var value = 0.0
  var step = 1.0

  /// `nil` for what is no plain decimal number, such as `24/7` or `3.4.1`.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
    var points = 0
    var digits = 0
    for byte in bytes[range] {
      switch byte {
      case 0x30...0x39:
        digits += 1
        value = value * 10 + Double(byte & 0x0F)
        if points > 0 { step /= 10 }
      case UInt8(ascii: "."): points += 1
      case UInt8(ascii: ","), UInt8(ascii: "%"), 0x80...: continue
      default: return nil
      }
    }
    guard points <= 1, (1...15).contains(digits) else { return nil }
    // One division keeps 4.1 the double nearest to 4.1.
    let places = (1 / step).rounded()
    value /= places
    step = 1 / places
  }
}
