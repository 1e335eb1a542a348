import BidModel

/// What a path means to someone who opens it.
package enum OpenTarget: Hashable, Sendable {
  /// A bid of a workspace, with the answer to show first.
  case bid(workspace: String, bid: String, answer: String?)
  /// A workspace without a bid yet.
  case emptyWorkspace(String)
  /// A text file outside any workspace: nothing but the file itself is ever written.
  case loose(String)
  /// A text file that is not there yet.
  case newFile(String)
}

/// A bid as its folder holds it.
package struct BidFolder: Sendable {
  /// The folder.
  package var path: String
  package var bid: Bid
  /// The answers that could be read, in the order of their questions.
  package var answers: [AnswerDocument]
  /// What could not be read, or not in full.
  package var problems: [FileProblem]
  /// Of those, the answers that could not be read at all.
  package var unreadable: [FileProblem] = []
}

/// An answer with the file it was read from.
package struct AnswerDocument: Sendable {
  package var answer: Answer
  package var file: FileBytes
  /// Faults of the file; the rest of it is understood.
  package var problems: [FileProblem]
  /// Why it must not be edited, in one sentence.
  package var readOnlyReason: String?
  /// The line on which a merge left both versions, from 1: nothing of such a text is ready to be handed in.
  package var conflictLine: Int?
}

/// A workspace as its folder holds it.
package struct WorkspaceFolder: Sendable {
  /// The folder.
  package var path: String
  package var workspace: Workspace
  /// Paths of the bids' folders, by name.
  package var bids: [String]
  /// The register's file; `nil` when there is none that can be read.
  package var registerFile: RegisterFile?
  package var problems: [FileProblem]

  /// The facts of the register.
  package var register: KPIRegister { registerFile?.register ?? KPIRegister() }
}
