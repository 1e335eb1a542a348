import BidTestSupport
import Foundation
import Testing

extension EndToEnd {
  @Suite("Two reviewers and a writer, from the first score to the frozen pack")
  struct ReviewStoryTests {
    private static let answer = "w/bids/d2a/answers/2.1-integration.md"

    /// A workspace with one answer that nothing but a review stands against.
    private func sandbox() throws -> Sandbox {
      let sandbox = try Sandbox()
      try sandbox.write(
        """
        organisation: Lantern Home Support
        people:
          - {id: ann, name: Ann Marker}
          - {id: joe, name: Joe Inkwell}
          - {id: priya, name: Priya Quill}
          - {id: morag, name: Morag Deadline}

        """, to: "w/fivefold.yaml")
      try sandbox.write(
        """
        title: Discharge to Assess
        buyer: Harbourside ICB
        team:
          - {person: morag, roles: [bid manager]}
          - {person: ann, roles: [reviewer]}
          - {person: joe, roles: [reviewer]}
          - {person: priya, roles: [writer]}
        points_to_percent:
          - {points: 0, percent: 0}
          - {points: 5, percent: 100}

        """, to: "w/bids/d2a/bid.yaml")
      try sandbox.write(
        """
        ---
        question: "2.1"
        title: Integration
        text: How will you work with system partners?
        weight: 20
        limit: 400 words
        minimum_score: 3
        ---

        ## Context

        The place plan asks partners to bring people home sooner.

        Our nurse visits each person on the day they come home.

        The board looks at every delay once a month.

        ## Our Role

        A lead worker stays with the person until they are well.

        We ring each family after a week.

        """, to: Self.answer)
      return sandbox
    }

    /// Opens the bid as somebody and runs `work` in the terminal.
    private func sitting(_ sandbox: Sandbox, as person: String, _ work: (TmuxTerminal) throws -> Void) throws
    {
      let terminal = try TmuxTerminal(sandbox)
      try terminal.start(["open", "w", "--as", person])
      try terminal.wait(for: "the program") { $0.rows.last?.isEmpty == false && !$0.shows("ready>") }
      try work(terminal)
      try terminal.press("C-q")
      try terminal.waitForShell(code: 0)
    }

    /// Opens the red walk, from the list of the review.
    private func walk(_ terminal: TmuxTerminal) throws {
      try terminal.press("F8")
      try terminal.wait(for: "the review") { $0.shows("Walk: Red review") }
      try terminal.press("Down")
      try terminal.press("Enter")
      try terminal.wait(for: "the walk") { $0.shows("Where") || $0.shows("Question · 20%") }
    }

    /// Says something of the sentence in hand; `kind` is the key.
    private func comment(_ terminal: TmuxTerminal, _ kind: String, _ words: String, better: String = "")
      throws
    {
      try terminal.type(kind)
      try terminal.wait(for: "the comment's form") { $0.shows("┌ Comment") }
      try terminal.type(words)
      if !better.isEmpty {
        for _ in 0..<4 { try terminal.press("Tab") }
        try terminal.type(better)
        try terminal.wait(for: "the better words") { $0.shows(better) }
      }
      try terminal.press("Enter")
      try terminal.wait(for: "the comment") { $0.shows(" Kept: ") }
    }

    private func score(_ terminal: TmuxTerminal, _ score: String, _ reason: String) throws {
      try terminal.type("s")
      try terminal.wait(for: "the score's form") { $0.shows("┌ Score") }
      try terminal.type(score)
      try terminal.press("Tab")
      try terminal.type(reason)
      try terminal.press("Enter")
      try terminal.wait(for: "the score") { $0.shows(" Handed in: ") }
    }

    /// Opens the fix list by the palette.
    private func fixes(_ terminal: TmuxTerminal) throws {
      try terminal.press("F2")
      try terminal.wait(for: "the palette") { $0.shows("┌ Commands") }
      try terminal.type("what reviewers ask")
      try terminal.press("Enter")
      try terminal.wait(for: "the fix list") { $0.shows("Fix list · all") }
    }

    @Test(
      "start, walk, comment, score, edit, fix, decline, verify, agree, sign, gate, freeze, verify, tamper")
    func story() throws {
      let sandbox = try sandbox()
      try sandbox.mustRun("review", "start", "w", "--round", "red", "--as", "ann")
      try sitting(sandbox, as: "ann") { terminal in
        try walk(terminal)
        try terminal.press("Down")
        try comment(
          terminal, "f", "Say which nurse visits", better: "Our triage nurse visits each person at home.")
        try terminal.press("Down")
        try comment(terminal, "f", "Name the board")
        try score(terminal, "3", "Sound but vague.")
      }
      try sitting(sandbox, as: "joe") { terminal in
        try walk(terminal)
        try terminal.press("Down", "Down", "Down", "Down")
        try comment(terminal, "f", "A week is too late")
        try score(terminal, "2", "Too little said.")
        try terminal.type("a")
        try terminal.wait(for: "both scores") { $0.shows("ann 3  joe 2  spread 1") }
      }
      #expect(try sandbox.run("gate", "w").output.contains("Say which nurse visits"))
      try write(sandbox)
      try close(sandbox)
    }

    /// The writer edits above the comments, takes the better words, mends one, declines one and moves a
    /// paragraph.
    private func write(_ sandbox: Sandbox) throws {
      try sitting(sandbox, as: "priya") { terminal in
        try terminal.press("C-Home")
        try terminal.type("For years now: ")
        try fixes(terminal)
        try terminal.wait(for: "both reviewers") { $0.shows("ann") && $0.shows("joe") }
        try terminal.type("a")
        try terminal.wait(for: "the better words") { $0.shows(" Taken into ") }
        try terminal.wait(for: "what is open first") {
          $0.row(with: "▸") != nil || $0.shows("Name the board")
        }
        try terminal.press("PageUp")
        try terminal.press("Enter")
        try terminal.wait(for: "the board's sentence") { $0.shows("F8 goes back to the list") }
        // Nothing is selected: the old words are taken out by hand.
        try terminal.press("S-End", "Delete")
        try terminal.type("The Saltmarsh board looks at every delay once a month.")
        try terminal.press("M-Up")
        try terminal.press("F8")
        try terminal.wait(for: "the list again") { $0.shows("drifted") }
        try terminal.type("d")
        try terminal.wait(for: "the mended one") { $0.shows(" is done.") }
        try terminal.press("PageUp")
        try terminal.type("x")
        try terminal.wait(for: "the reason's form") { $0.shows("┌ Decline") }
        try terminal.type("The buyer sets a week.")
        try terminal.press("Enter")
        try terminal.wait(for: "the declined one") { $0.shows("declined") && !$0.shows("┌ Decline") }
        try terminal.press("Escape")
        try terminal.wait(for: "the list of the review") { $0.shows("Walk: Red review") }
        try terminal.press("Escape")
        try terminal.wait(for: "the text") { !$0.shows("Walk: Red review") }
        try terminal.save()
      }
      let text = try sandbox.text(of: Self.answer)
      for words in ["For years now: ", "Our triage nurse visits each person at home.", "The Saltmarsh board"]
      {
        #expect(text.contains(words), "\(words)")
      }
    }

    /// The reviewers verify, the scores are agreed, the answer is signed; the pack proves itself.
    private func close(_ sandbox: Sandbox) throws {
      try sitting(sandbox, as: "ann") { terminal in
        try fixes(terminal)
        for _ in 0..<3 {
          try terminal.type("v")
          try terminal.wait(for: "the verification") { $0.shows("V takes it back") }
          try terminal.press("PageUp")
          try terminal.wait(for: "the next one") { !$0.shows("V takes it back") }
        }
        try terminal.press("Escape")
        try terminal.wait(for: "the list of the review") { $0.shows("Walk: Red review") }
        try terminal.press("Escape")
        try terminal.wait(for: "the text") { !$0.shows("Walk: Red review") }
      }
      let gate = try sandbox.run("gate", "w")
      #expect(gate.code == 1 && gate.output.contains("Nobody has signed it"), "\(gate.output)")
      try sandbox.mustRun(
        "review", "moderate", "w", "--question", "2.1", "--score", "4", "--rationale", "Mended.", "--as",
        "morag")
      try sitting(sandbox, as: "ann") { terminal in
        try terminal.press("F2")
        try terminal.wait(for: "the palette") { $0.shows("┌ Commands") }
        try terminal.type("sign this")
        try terminal.press("Enter")
        try terminal.wait(for: "the signature") { $0.shows("is signed by Ann Marker") }
      }
      let clear = try sandbox.run("gate", "w")
      #expect(clear.code == 0, "\(clear.output)")
      try sandbox.mustRun("freeze", "w", "--as", "morag")
      let packs = try sandbox.names(in: "w/bids/d2a/packs")
      try sandbox.mustRun("freeze", "w", "--as", "morag")
      #expect(try sandbox.names(in: "w/bids/d2a/packs") == packs)
      let pack = "w/bids/d2a/packs/\(try #require(packs.first))"
      try sandbox.mustRun("verify", pack)
      var bytes = try sandbox.bytes(of: pack + "/portal/2.1-integration.txt")
      bytes[3] ^= 1
      try sandbox.write(bytes, to: pack + "/portal/2.1-integration.txt")
      let verified = try sandbox.run("verify", pack)
      #expect(verified.code == 1)
      #expect(verified.output.contains("portal/2.1-integration.txt was changed."))
      let refused = try sandbox.run("freeze", "w", "--as", "morag")
      #expect(refused.code != 0 && refused.errors.contains("portal/2.1-integration.txt was changed"))
      #expect(
        try sandbox.bytes(of: pack + "/portal/2.1-integration.txt") == bytes, "nothing is mended in silence")
      try restore(sandbox)
    }

    /// A signed answer goes back to a version only when that is asked for.
    private func restore(_ sandbox: Sandbox) throws {
      let folder = "w/bids/d2a/history/2.1-integration"
      let oldest = try #require(try sandbox.names(in: folder).sorted().first)
      let asked = ["history", "restore", "w", "--question", "2.1", "--version", oldest, "--as", "joe"]
      let text = try sandbox.text(of: Self.answer)
      let refused = try sandbox.run(arguments: asked)
      #expect(refused.code == 2 && refused.errors.contains("signed by Ann Marker"), "\(refused.errors)")
      #expect(try sandbox.text(of: Self.answer) == text)
      let done = try sandbox.run(arguments: asked + ["--signed"])
      #expect(done.code == 0 && done.output.contains("must be signed again"), "\(done.output)\(done.errors)")
      #expect(try sandbox.text(of: Self.answer) != text)
      #expect(try sandbox.run("gate", "w").output.contains("It changed since ann signed it"))
    }
  }
}
