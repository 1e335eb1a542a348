extension WorkbenchLoop {
  /// Begins to load the dictionary, if there is a desk for it.
  package func beginSpelling() {
    guard let spelling else { return }
    state.spelling.readiness = .loading
    spelling.load()
  }

  /// Asks about the words that a look at the text found and that have no verdict yet.
  func askAboutWords() {
    let words = state.spelling.takeWanted()
    if !words.isEmpty { spelling?.check(words) }
  }

  func perform(_ request: SpellingRequest) {
    guard let spelling else { return state.say("Spelling is off here.", as: .note) }
    guard let said = spelling.perform(request) else { return }
    state.say(said.text, as: said.isError ? .error : .note)
  }
}
