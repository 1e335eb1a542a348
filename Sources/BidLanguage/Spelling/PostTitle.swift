/// Titles of posts that a text names: `Deputy Safeguarding Lead`, `Head of Discharge Services`.
package enum PostTitle {
  /// The titles in `text`, in order; one that is named twice is there twice.
  ///
  /// A title is a run of capitalised words, with *of*, *and*, *for* and *the* allowed inside, that has a
  /// word for a role in it and at least two words in all. An article or another word that only begins
  /// the sentence is left out.
  ///
  /// Limitations: a title in small letters is not seen; a name before a title runs into it; roles are
  /// those of ``roles``.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package static func titles(in text: String) -> [String] {
    var titles: [String] = []
    var run: [Substring] = []
    func close() {
      while let last = run.last, inner.contains(String(last)) { run.removeLast() }
      while let first = run.first, starters.contains(String(first)) { run.removeFirst() }
      if run.count >= 2, run.count <= 7, run.contains(where: { roles.contains(String($0)) }) {
        titles.append(run.joined(separator: " "))
      }
      run = []
    }
    for piece in text.split(whereSeparator: { $0 == " " || $0.isNewline || $0 == "\t" }) {
      let word = piece.drop { "(‘“\"'*_[".contains($0) }
      if word.count < piece.count { close() }
      let bare = word.prefix { $0.isLetter || $0 == "-" || $0 == "&" || $0 == "’" || $0 == "'" }
      if bare.first?.isUppercase == true {
        run.append(bare)
      } else if bare == "the", let last = run.last, !["of", "for", "in", "to"].contains(last) {
        close()
      } else if !run.isEmpty, bare == word, inner.contains(String(bare)) {
        run.append(bare)
      } else {
        close()
      }
      if bare.count < word.count { close() }
    }
    close()
    return titles
  }

  /// Words for what a person does.
  static let roles: Set<String> = [
    "Administrator", "Adviser", "Advisor", "Advocate", "Analyst", "Assessor", "Assistant", "Carer", "Chair",
    "Champion", "Clinician", "Consultant", "Controller", "Coordinator", "Co-ordinator", "Counsellor",
    "Director", "Doctor", "Executive", "Facilitator", "Guardian", "Head", "Lead", "Leader", "Manager",
    "Matron", "Midwife", "Navigator", "Nurse", "Officer", "Paramedic", "Pharmacist", "Physiotherapist",
    "Planner", "Practitioner", "Prescriber", "Psychologist", "Registrar", "Secretary", "Sister",
    "Specialist", "Supervisor", "Technician", "Therapist", "Trainer", "Worker",
  ]

  private static let inner: Set<String> = ["of", "and", "for", "the", "in", "to", "&"]

  /// Words that are capitalised only because a sentence begins with them.
  private static let starters: Set<String> = [
    "A", "After", "All", "An", "And", "Any", "As", "At", "Before", "Both", "But", "By", "Each", "Every",
    "For",
    "From", "He", "Her", "His", "If", "In", "It", "Its", "Led", "No", "Of", "On", "One", "Or", "Our", "She",
    "So", "That", "The", "Their", "These", "They", "This", "Those", "Through", "To", "Together", "Under",
    "We",
    "When", "Where", "While", "With", "Your",
  ]
}
