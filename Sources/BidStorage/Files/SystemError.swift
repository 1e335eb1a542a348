import Glibc

/// A system call that failed: which call, and its `errno`.
package struct SystemError: Error, Hashable, Sendable {
  /// The call.
  package var call: SystemCall
  /// The `errno` it left.
  package var code: Int32

  /// Puts the two together.
  package init(_ call: SystemCall, code: Int32) {
    self.call = call
    self.code = code
  }

  /// Why it failed, in plain words that finish a sentence after a colon.
  package var reason: String {
    switch code {
    case ENOSPC: "the disk is full"
    case EDQUOT: "the disk allowance of this user is used up"
    case EIO: "the disk reported an input/output error"
    case EACCES, EPERM: "permission was refused"
    case EROFS: "the disk is mounted read-only"
    case ENOENT: "no such file or folder"
    case ENOTDIR: "a part of the path is not a folder"
    case EISDIR: "it is a folder"
    case EEXIST: "something of that name is already there"
    case ENAMETOOLONG: "the name is too long for this disk"
    case ELOOP: "its links lead in a circle"
    case EMFILE, ENFILE: "too many files are open"
    case EINTR: "the call was interrupted again and again"
    case EWOULDBLOCK: "it is locked by another program"
    case ETXTBSY, EBUSY: "it is in use"
    case ESTALE: "the network folder it was in has gone"
    case EFBIG: "it is larger than this disk allows"
    default: "the system said \"\(String(cString: strerror(code)))\""
    }
  }
}

/// The system calls behind the file seam, one a method.
package enum SystemCall: String, CaseIterable, Hashable, Sendable {
  case open, read, write, truncate, sync, close, status, linkStatus, realPath, checkWritable
  case changeMode, changeOwner, lock, rename, link, unlink, makeFolder, list
}
