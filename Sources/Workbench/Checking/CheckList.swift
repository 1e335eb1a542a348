import BidAnalysis
import BidModel
import BidStorage
import Screen

/// The list of checks that `fivefold check --list` prints and `docs/checks.md` holds.
package enum CheckList {
  /// One line a check.
  package static func plain(_ checks: [any Check]) -> String {
    let width = (checks.map { $0.id.utf8.count }.max() ?? 0) + 2
    return checks.map { check in
      TextWidth.pad(check.id, columns: width) + TextWidth.pad(check.about.severity.rawValue, columns: 9)
        + check.about.title + "\n"
    }.joined()
  }

  /// A chapter a check, with its examples.
  package static func markdown(_ checks: [any Check]) -> String {
    let head = """
      # Checks

      Made by `fivefold check --list --markdown`. Each check finds one kind of fault. Its examples are run as tests:
      in those under *found* it must find its fault, on those under *left alone* it must be silent.

      *Errors* would cost marks or the bid and make `fivefold check` exit with 1; *warnings* want a look; *advice* is
      information. A finding may stand when someone says why: `<!-- fivefold: ignore check-id reason -->` on a line
      before the block (before the first heading, for the answer as a whole), or from the findings pane, which writes
      `ignores.yaml`. A note without a reason, for a check that does not exist, or where nothing is found is a finding.

      | check | finds | severity | looks at |
      |---|---|---|---|

      """
    let rows = checks.map { check in
      "| [`\(check.id)`](#\(check.id)) | \(check.about.title) | \(check.about.severity.rawValue) | "
        + "\(check.about.scope.rawValue) |\n"
    }
    return head + rows.joined() + checks.map(chapter).joined()
  }

  private static func chapter(_ check: any Check) -> String {
    var text =
      "\n## \(check.id)\n\n\(check.about.title). \(check.about.why)\n\n*The way out:* \(check.about.fix)\n"
    for (title, examples) in [("Found", check.bad), ("Left alone", check.good)] where !examples.isEmpty {
      text += "\n\(title):\n\n" + examples.map(item).joined()
    }
    return text
  }

  private static func item(_ example: CheckExample) -> String {
    var notes: [String] = []
    if !example.question.subAsks.isEmpty {
      notes.append("asked: " + example.question.subAsks.joined(separator: "; "))
    }
    if example.part != CheckExample("").part { notes.append("in \(example.part)") }
    let note = notes.isEmpty ? "" : " (" + notes.joined(separator: "; ") + ")"
    let texts = example.answers.map { text in
      // A control character is shown as on the screen: the page is read in a terminal too.
      "`" + text.replacing("\n\n", with: " ¶ ").replacing("\n", with: " ").replacing("`", with: "'").visible
        + "`"
    }
    return "- " + texts.joined(separator: " — and in another answer: ") + note + "\n"
  }
}
