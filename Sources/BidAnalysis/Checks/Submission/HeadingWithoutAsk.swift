import BidModel

/// A heading of the writer's that mirrors nothing the question asks for.
struct HeadingWithoutAsk: BlockCheck {
  let about = CheckDescription(
    "heading-without-ask", title: "A heading that mirrors no sub-ask",
    why: "Evaluators look for each thing they asked for by its own words.",
    fix: "Use the question's words in the heading, or make it a sentence of the text.", severity: .advice)
  let good: [CheckExample] = [
    CheckExample("### Escalating concerns", question: Self.question),
    CheckExample("### How referrals are triaged", question: Self.question), "### Anything at all",
    CheckExample("No heading at all.", question: Self.question),
  ]
  let bad: [CheckExample] = [CheckExample("### Our values", question: Self.question)]

  private static var question: Question {
    var question = Question()
    question.subAsks = ["Referral and triage", "Escalation"]
    return question
  }

  func findings(in block: CheckedBlock) -> [Finding] {
    guard case .heading = block.block.kind, !block.question.subAsks.isEmpty else { return [] }
    let heading = block.words.map(\.lower).filter(ContentWord.isOne)
    guard !heading.isEmpty else { return [] }
    let asked = block.question.subAsks + [block.question.title, block.question.text]
    let terms = asked.flatMap(ContentWord.words)
    guard !heading.contains(where: { word in terms.contains { ContentWord.isForm(word, of: $0) } }) else {
      return []
    }
    return [
      finding(
        "The heading \"\(block.quote(0..<block.bytes.count))\" mirrors nothing the question asks for.",
        at: block.place(0..<block.bytes.count))
    ]
  }
}
