import ArgumentParser
import BidStorage
import Workbench

/// `fivefold spell`
struct Spell: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List misspelt words with their places and what may be meant.",
    discussion: """
      Example: fivefold spell my-bids/bids/harbourside-d2a
      A line each: path:line:column: word → suggestions.
      The workspace's words.txt, its people and its buyer are known. Exits 1 when a word is misspelt, 2
      without a dictionary.
      """)

  @Argument(help: "A workspace, a bid, an answer or a Markdown file; the folder you stand in when left out.")
  var path: String?

  @Option(help: "How many suggestions to give for a word; 0 is much faster.")
  var suggestions = 3

  @OptionGroup var options: SharedOptions

  func run() throws {
    let surroundings = options.surroundings
    let opened = try CommandFailure.catching { () throws(StorageError) in
      let target = try WorkspaceLoader(files: surroundings.files).target(path ?? ".")
      if case .newFile(let path) = target { throw .missing(path: path) }
      return try OpenedBid(target, in: surroundings)
    }
    let loaded = SpellingSources(opened, in: surroundings).load()
    guard let checker = loaded.checker else {
      throw CommandFailure.say(loaded.missing ?? "There is no dictionary.", code: 2)
    }
    let (text, isClean) = opened.spellingReport(checker, suggestions: max(0, suggestions))
    guard !isClean else { return }
    print(text)
    throw ExitCode(1)
  }
}
