extension SentenceReading {
  /// The same reading with every range `distance` bytes further on.
  ///
  /// - Complexity: O(*n*) in the number of spans.
  package func moved(by distance: Int) -> SentenceReading {
    func move(_ range: Range<Int>) -> Range<Int> {
      range.lowerBound + distance..<range.upperBound + distance
    }
    var reading = self
    reading.range = move(range)
    for index in themes.indices { reading.themes[index].spans = themes[index].spans.map(move) }
    for index in signals.indices { reading.signals[index].span = move(signals[index].span) }
    for index in carried.indices { reading.carried[index].span = move(carried[index].span) }
    for index in chain.indices { reading.chain[index].spans = chain[index].spans.map(move) }
    reading.pitfall?.spans = pitfall?.spans.map(move) ?? []
    return reading
  }
}
