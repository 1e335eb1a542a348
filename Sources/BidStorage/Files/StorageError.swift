import Checksum
import Glibc

/// What can go wrong between the program and the disk, each case one full sentence with the path and
/// the way out (`description`).
package enum StorageError: Error, Sendable {
  /// A system call failed while the program was doing `task` ("read", "save", "lock" …).
  case system(SystemError, task: String, path: String)
  /// There is nothing at the path.
  case missing(path: String)
  /// A symbolic link that leads nowhere.
  case brokenLink(path: String)
  /// A folder, pipe, socket or device where a file was expected.
  case notAFile(path: String, kind: FileStatus.Kind)
  /// A file over the limit, both in bytes.
  case tooLarge(path: String, size: Int, limit: Int)
  /// A byte that is not UTF-8, its line counted from 1.
  case notUTF8(path: String, line: Int, byte: UInt8)
  /// A file whose text breaks a rule: `problem` and `remedy` are plain sentences without a full stop.
  case malformed(path: String, line: Int?, problem: String, remedy: String)
  /// The file's permissions forbid writing.
  case readOnly(path: String)
  /// The file on disk is not the one that was read: `theirs` is what is there now.
  case changedOnDisk(path: String, theirs: FileBytes)
  /// The file that was read has gone from the disk.
  case goneFromDisk(path: String)
  /// A file to be made is there already.
  case alreadyThere(path: String, theirs: FileBytes)
  /// Another Fivefold holds the file.
  case locked(path: String, holder: LockHolder)
  /// A command over several files failed after some were written.
  case partlyWritten(done: [String], left: [String], reason: String)
  /// A feature that lives in the state folder is off.
  case featureOff(feature: String, path: String, reason: String)
  /// The journal refused: `reason` finishes a sentence after a colon.
  case journal(path: String, reason: String)
  /// A template that is in none of the places looked at.
  case templateMissing(kind: String, id: String, looked: [String])
  /// A refusal in words of its own: plain sentences without a full stop.
  case refused(problem: String, remedy: String)
}

extension StorageError: CustomStringConvertible {
  /// The error as full sentences, safe to print.
  ///
  /// - Complexity: O(*n*) in the sentence's length.
  package var description: String {
    switch self {
    case .system(let error, let task, let path): Self.sentence(of: error, task: task, path: path)
    case .missing(let path):
      "\(path.visible): there is no such file or folder. Check the name and the folder."
    case .brokenLink(let path):
      "\(path.visible) is a link to a file that is not there. Restore that file, or remove the link."
    case .notAFile(let path, let kind):
      "\(path.visible) is \(Self.name(of: kind)), not a file. Give the path of a text file."
    case .tooLarge(let path, let size, let limit):
      "\(path.visible) holds \(Self.megabytes(size)), more than the \(Self.megabytes(limit)) that Fivefold"
        + " opens. Split the file, or give a smaller one."
    case .notUTF8(let path, let line, let byte):
      "\(path.visible): line \(line) is not UTF-8 (byte 0x\(Self.hexadecimal(byte))). Nothing was changed;"
        + " convert the file, for instance with ‘iconv -f WINDOWS-1252 -t UTF-8’."
    case .malformed(let path, let line, let problem, let remedy):
      "\(path.visible)\(line.map { ":\($0)" } ?? ""): \(problem.visible). \(remedy.visible)."
    case .readOnly(let path):
      "\(path.visible) may not be written by you. Save under another name, or ask its owner for permission."
    case .changedOnDisk(let path, _):
      Self.notWritten(
        "\(path.visible) changed on disk after it was opened",
        "compare the two versions and choose which to keep")
    case .goneFromDisk(let path):
      Self.notWritten(
        "\(path.visible) was removed from the disk after it was opened",
        "save it as a new file to keep your text")
    case .alreadyThere(let path, _):
      Self.notWritten("\(path.visible) is already there", "choose another name, or open that file")
    case .locked(let path, let holder):
      "\(path.visible) is \(holder). Close it there first; here it is read-only."
    case .partlyWritten(let done, let left, let reason):
      "Only some files were written (\(Self.list(done))) and not \(Self.list(left)): \(reason) Run the"
        + " command again once that is mended."
    case .featureOff(let feature, let path, let reason):
      "The \(feature) is off: \(path.visible) cannot be used (\(reason.visible)). Set XDG_STATE_HOME to a"
        + " folder that you can write."
    case .journal(let path, let reason):
      "The edit journal \(path.visible) could not be used: \(reason.visible). Save your work now; unsaved"
        + " text is not protected until this is mended."
    case .templateMissing(let kind, let id, let looked): Self.sentence(ofMissing: id, kind, looked)
    case .refused(let problem, let remedy): "\(problem.visible). \(remedy.visible)."
    }
  }

  /// What stands in the way of a save, and the way out.
  private static func notWritten(_ problem: String, _ remedy: String) -> String {
    "\(problem). Nothing was written; \(remedy)."
  }

  private static func sentence(ofMissing id: String, _ kind: String, _ looked: [String]) -> String {
    "There is no template \"\(id.visible)\" of the kind \"\(kind.visible)\". Looked in"
      + " \(looked.isEmpty ? "no folder, as none was found" : list(looked)). Check its name, or give"
      + " the folder with --templates."
  }

  /// The sentence of a failed call, with what to do about the commonest reasons.
  private static func sentence(of error: SystemError, task: String, path: String) -> String {
    let remedy =
      switch error.code {
      case ENOSPC, EDQUOT:
        "Make room on the disk, then try again"
      case EACCES, EPERM: "Ask the owner for permission, or use another folder"
      case EROFS: "Use another folder"
      case ENOENT: "Check that the folder is still there"
      case EWOULDBLOCK: "Close it there, then try again"
      default: "Try again, or use another disk"
      }
    return "\(path.visible): cannot \(task): \(error.reason). \(remedy)."
  }

  /// The kind of a file with its article.
  private static func name(of kind: FileStatus.Kind) -> String {
    switch kind {
    case .file: "a file"
    case .folder: "a folder"
    case .link: "a link"
    case .pipe: "a named pipe"
    case .socket: "a socket"
    case .device: "a device"
    }
  }

  /// A size in MiB with one decimal, rounded down.
  private static func megabytes(_ bytes: Int) -> String {
    guard bytes >= 1024 * 1024 else { return "\(bytes) bytes" }
    let tenths = bytes / (1024 * 1024 / 10)
    return tenths % 10 == 0 ? "\(tenths / 10) MiB" : "\(tenths / 10).\(tenths % 10) MiB"
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return byte < 16 ? "0" + digits : digits
  }

  private static func list(_ paths: [String]) -> String {
    paths.map(\.visible).joined(separator: ", ")
  }
}
