import Glibc

/// Between a file's name and the machine's tag in the name of its temporary file.
private let mark = ".fivefold-"

extension AtomicWriter {
  /// Makes the temporary file `.name.fivefold-TTTTTTRRRRRR`: T tells the machine, R is random.
  ///
  /// It is locked while it is open, which is how another instance tells a dead one from a live one. A
  /// file that replaces another starts closed to everybody else and gets the other's mode later.
  func openTemporary(
    beside target: String, replacing old: FileBytes?
  ) throws(SystemError) -> (path: String, descriptor: Descriptor) {
    let folder = FilePath.folder(of: target)
    // 255 bytes is the longest name: the original's part is cut where a character ends.
    var stem = FilePath.name(of: target)
    while stem.utf8.count > 200 { stem.unicodeScalars.removeLast() }
    for attempt in 0... {
      let random = String(UInt32.random(in: 0..<0x100_0000) | 0x100_0000, radix: 16).dropFirst()
      let path = FilePath.join(folder, ".\(stem)\(mark)\(tag)\(random)")
      do {
        let descriptor = try files.uninterrupted { () throws(SystemError) in
          try files.open(path, .createNew, permissions: old == nil ? 0o666 : 0o600)
        }
        try lockIfPossible(path, descriptor)
        return (path, descriptor)
      } catch  where [EEXIST, EWOULDBLOCK].contains(error.code) && attempt < 16 {
        continue
      }
    }
    throw SystemError(.open, code: EEXIST)
  }

  /// Locks a new temporary file; a disk without locks is written all the same.
  private func lockIfPossible(_ path: String, _ descriptor: Descriptor) throws(SystemError) {
    do {
      try files.uninterrupted { () throws(SystemError) in try files.lock(descriptor) }
    } catch  where [ENOTSUP, ENOSYS, ENOLCK, EINVAL].contains(error.code) {
      return
    } catch {
      discard(StagedFile.Temporary(path: path, descriptor: descriptor))
      throw error
    }
  }

  /// Gives the new file the old one's owner, group and mode.
  ///
  /// Who may not give files away keeps the group if possible, and otherwise takes from the group what
  /// others may not do either, so that no new group gains rights. A disk without modes is no failure.
  func keepOwnerAndMode(of old: FileStatus, on descriptor: Descriptor) throws(SystemError) {
    let new = try files.status(of: descriptor)
    var permissions = old.permissions
    if new.user != old.user || new.group != old.group {
      do {
        try files.changeOwner(descriptor, user: old.user, group: old.group)
      } catch  where error.code != EIO {
        do {
          if new.group != old.group {
            try files.changeOwner(descriptor, user: nil, group: old.group)
          }
        } catch  where error.code != EIO {
          permissions &= 0o707 | ((permissions & 0o007) << 3)
        }
        permissions &= 0o777
      }
    }
    do {
      try files.changeMode(descriptor, to: permissions)
    } catch  where [EPERM, ENOTSUP, ENOSYS].contains(error.code) {
      return
    }
  }

  /// Gives a temporary file its name: by a link when the name must be free, else by a rename.
  func place(_ temporary: StagedFile.Temporary, _ staged: StagedFile) throws(StorageError) {
    do {
      guard case .absent = staged.expecting else {
        return try rename(temporary, to: staged.target)
      }
      do {
        // A link refuses a name that was taken in the meantime; a rename would replace it.
        try files.link(temporary.path, to: staged.target)
        try? files.unlink(temporary.path)
      } catch  where [EPERM, ENOTSUP, ENOSYS, EMLINK].contains(error.code) {
        try rename(temporary, to: staged.target)
      }
    } catch  where error.code == EEXIST {
      throw .alreadyThere(path: staged.path, theirs: try reader.read(staged.path))
    } catch {
      throw .system(error, task: "save", path: staged.path)
    }
  }

  private func rename(_ temporary: StagedFile.Temporary, to target: String) throws(SystemError) {
    try files.uninterrupted { () throws(SystemError) in
      try files.rename(temporary.path, to: target)
    }
  }

  /// Makes the names of a folder safe; disks that cannot do so for folders are excused.
  func syncFolder(of target: String) throws(SystemError) {
    do {
      let folder = try files.uninterrupted { () throws(SystemError) in
        try files.open(FilePath.folder(of: target), .folder, permissions: 0)
      }
      defer { try? files.close(folder) }
      try files.uninterrupted { () throws(SystemError) in try files.sync(folder) }
    } catch  where [EINVAL, ENOTSUP, ENOSYS].contains(error.code) {
      return
    }
  }

  /// Takes a temporary file away; nothing more can be done when that fails, and the next save tries.
  func discard(_ temporary: StagedFile.Temporary) {
    try? files.unlink(temporary.path)
    try? files.close(temporary.descriptor)
  }

  /// Removes the temporary files of this machine's dead processes beside `target`.
  ///
  /// A name with another machine's tag is left: a synced folder shows what is being written elsewhere.
  ///
  /// - Complexity: O(*n*) in the names of the folder.
  func removeStaleTemporaries(besides target: String) {
    let folder = FilePath.folder(of: target)
    guard let names = try? files.list(folder) else { return }
    for name in names where isTemporary(name) {
      let path = FilePath.join(folder, name)
      guard (try? files.linkStatus(at: path))?.kind == .file,
        let descriptor = try? files.open(path, .read, permissions: 0)
      else { continue }
      if (try? files.lock(descriptor)) != nil { try? files.unlink(path) }
      try? files.close(descriptor)
    }
  }

  /// Whether a name is one that `openTemporary` makes on this machine.
  func isTemporary(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    let ending = Array((mark + tag).utf8)
    guard bytes.first == UInt8(ascii: "."), bytes.count > ending.count + 7 else { return false }
    let random = bytes.suffix(6)
    return bytes.dropLast(6).suffix(ending.count).elementsEqual(ending)
      && random.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  }
}
