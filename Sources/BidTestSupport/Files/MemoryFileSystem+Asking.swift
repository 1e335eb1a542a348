import BidStorage
import Glibc

extension MemoryFileSystem {
  package func status(of descriptor: Descriptor) throws(SystemError) -> FileStatus {
    try perform(.status) { disk, _ throws(SystemError) in
      disk.status(try disk.opened(descriptor, .status).node)
    }
  }

  package func status(at path: String) throws(SystemError) -> FileStatus {
    try perform(.status) { disk, _ throws(SystemError) in
      disk.status(try disk.node(path, followLast: true, .status))
    }
  }

  package func linkStatus(at path: String) throws(SystemError) -> FileStatus {
    try perform(.linkStatus) { disk, _ throws(SystemError) in
      disk.status(try disk.node(path, followLast: false, .linkStatus))
    }
  }

  package func realPath(of path: String) throws(SystemError) -> String {
    try perform(.realPath) { disk, _ throws(SystemError) in
      let place = try disk.place(path, followLast: true, .realPath)
      guard let node = place.node else { throw SystemError(.realPath, code: ENOENT) }
      if node == 1 || place.name.isEmpty { return disk.path(of: node) ?? "/" }
      return FilePath.join(disk.path(of: place.folder) ?? "/", place.name)
    }
  }

  package func checkWritable(_ path: String) throws(SystemError) {
    let user = user
    try perform(.checkWritable) { disk, _ throws(SystemError) in
      let node = try disk.node(path, followLast: true, .checkWritable)
      try disk.check(user, mayWrite: node, .checkWritable)
    }
  }

  package func list(_ path: String) throws(SystemError) -> [String] {
    try perform(.list) { disk, _ throws(SystemError) in
      let node = try disk.node(path, followLast: true, .list)
      guard disk.nodes[node]?.kind == .folder else { throw SystemError(.list, code: ENOTDIR) }
      return (disk.nodes[node]?.names.keys).map { $0.sorted() } ?? []
    }
  }

  // MARK: Setting the scene, without calls, faults or anything unsynced

  /// Puts a file there with all folders above it, safe from a power cut.
  package func put(_ bytes: [UInt8], at path: String, permissions: UInt32 = 0o644) {
    shared.disk.withLock { disk in
      disk.arrange(path, MemoryDisk.Node(kind: .file, bytes: bytes, permissions: permissions))
    }
  }

  /// Puts something else than a file there: a folder, pipe, socket or device.
  package func put(_ kind: FileStatus.Kind, at path: String, permissions: UInt32 = 0o755) {
    shared.disk.withLock { disk in
      disk.arrange(path, MemoryDisk.Node(kind: kind, permissions: permissions))
    }
  }

  /// Puts a symbolic link there.
  package func putLink(at path: String, to target: String) {
    shared.disk.withLock { disk in
      disk.arrange(
        path, MemoryDisk.Node(kind: .link, bytes: Array(target.utf8), permissions: 0o777))
    }
  }

  /// The bytes of a file, links followed; nil when there is none.
  package func bytes(at path: String) -> [UInt8]? {
    shared.disk.withLock { disk in
      guard let node = try? disk.node(path, followLast: true, .status),
        disk.nodes[node]?.kind == .file
      else { return nil }
      return disk.nodes[node]?.bytes
    }
  }

  /// The names in a folder.
  package func names(in path: String) -> [String] {
    shared.disk.withLock { disk in
      guard let node = try? disk.node(path, followLast: true, .status) else { return [] }
      return (disk.nodes[node]?.names.keys).map { $0.sorted() } ?? []
    }
  }
}

extension MemoryDisk {
  /// What `stat` says of a node.
  func status(_ number: Int) -> FileStatus {
    let node = nodes[number] ?? Node(kind: .file, permissions: 0)
    return FileStatus(
      kind: node.kind, size: node.bytes.count, permissions: node.permissions, user: node.user,
      group: node.group, identity: FileIdentity(device: 1, inode: UInt64(number)),
      modified: node.modified)
  }

  /// Puts a node at an absolute path, making folders, and syncs everything.
  mutating func arrange(_ path: String, _ node: Node) {
    let parts = path.split(separator: "/").map(String.init)
    var folder = 1
    for (index, name) in parts.enumerated() {
      if index < parts.count - 1, let next = nodes[folder]?.names[name] {
        folder = next
        continue
      }
      let place = Place(folder: folder, name: name, node: nil)
      let made = index == parts.count - 1 ? node : Node(kind: .folder, permissions: 0o755)
      folder = add(made, at: place)
    }
    for number in nodes.keys { sync(number) }
  }
}
