import BidStorage
import Glibc

extension MemoryFileSystem {
  package func open(
    _ path: String, _ how: OpenMode, permissions: UInt32
  ) throws(SystemError) -> Descriptor {
    let user = user
    return try perform(.open) { disk, _ throws(SystemError) in
      let place = try disk.place(path, followLast: how == .read || how == .folder, .open)
      var node = place.node
      switch (how, node) {
      case (.createNew, .some): throw SystemError(.open, code: EEXIST)
      case (.createNew, nil), (.readWrite, nil):
        try disk.check(user, mayWrite: place.folder, .open)
        var made = MemoryDisk.Node(kind: .file, permissions: permissions & 0o7755)
        made.user = user
        node = disk.add(made, at: place)
      case (_, nil): throw SystemError(.open, code: ENOENT)
      case (.read, .some(let found)): try disk.check(user, mayRead: found, .open)
      case (.readWrite, .some(let found)): try disk.check(user, mayWrite: found, .open)
      case (.folder, .some(let found)):
        guard disk.nodes[found]?.kind == .folder else { throw SystemError(.open, code: ENOTDIR) }
      }
      let number = disk.nextDescriptor
      disk.nextDescriptor += 1
      disk.open[number] = MemoryDisk.Open(
        node: node ?? 0, writes: how == .createNew || how == .readWrite, process: self.process)
      return Descriptor(number: number)
    }
  }

  package func read(_ descriptor: Descriptor, upTo count: Int) throws(SystemError) -> [UInt8] {
    try perform(.read) { disk, limit throws(SystemError) in
      let open = try disk.opened(descriptor, .read)
      guard disk.nodes[open.node]?.kind == .file else { throw SystemError(.read, code: EISDIR) }
      let bytes = disk.nodes[open.node]?.bytes ?? []
      let piece = Array(bytes.dropFirst(open.offset).prefix(min(count, limit)))
      disk.open[descriptor.number]?.offset += piece.count
      return piece
    }
  }

  package func write(
    _ bytes: ArraySlice<UInt8>, to descriptor: Descriptor
  ) throws(SystemError) -> Int {
    try perform(.write) { disk, limit throws(SystemError) in
      let open = try disk.opened(descriptor, .write)
      guard open.writes else { throw SystemError(.write, code: EBADF) }
      let piece = bytes.prefix(limit)
      var content = disk.nodes[open.node]?.bytes ?? []
      if content.count < open.offset { content += repeatElement(0, count: open.offset - content.count) }
      let end = min(open.offset + piece.count, content.count)
      content.replaceSubrange(open.offset..<end, with: piece)
      disk.nodes[open.node]?.bytes = content
      let now = disk.tick()
      disk.nodes[open.node]?.modified = now
      disk.open[descriptor.number]?.offset += piece.count
      return piece.count
    }
  }

  package func truncate(_ descriptor: Descriptor, to length: Int) throws(SystemError) {
    try perform(.truncate) { disk, _ throws(SystemError) in
      let node = try disk.opened(descriptor, .truncate).node
      let bytes = disk.nodes[node]?.bytes ?? []
      disk.nodes[node]?.bytes =
        bytes.prefix(length) + [UInt8](repeating: 0, count: max(0, length - bytes.count))
    }
  }

  package func sync(_ descriptor: Descriptor) throws(SystemError) {
    try perform(.sync) { disk, _ throws(SystemError) in
      disk.sync(try disk.opened(descriptor, .sync).node)
    }
  }

  package func close(_ descriptor: Descriptor) throws(SystemError) {
    try perform(.close) { disk, _ throws(SystemError) in
      _ = try disk.opened(descriptor, .close)
      disk.close(descriptor.number)
    }
  }

  package func changeMode(_ descriptor: Descriptor, to permissions: UInt32) throws(SystemError) {
    try perform(.changeMode) { disk, _ throws(SystemError) in
      let node = try disk.opened(descriptor, .changeMode).node
      disk.nodes[node]?.permissions = permissions
    }
  }

  package func changeOwner(
    _ descriptor: Descriptor, user: UInt32?, group: UInt32?
  ) throws(SystemError) {
    let mine = self.user
    try perform(.changeOwner) { disk, _ throws(SystemError) in
      let node = try disk.opened(descriptor, .changeOwner).node
      guard mine == 0 || user == nil || user == disk.nodes[node]?.user else {
        throw SystemError(.changeOwner, code: EPERM)
      }
      if let user { disk.nodes[node]?.user = user }
      if let group { disk.nodes[node]?.group = group }
    }
  }

  package func lock(_ descriptor: Descriptor) throws(SystemError) {
    try perform(.lock) { disk, _ throws(SystemError) in
      let node = try disk.opened(descriptor, .lock).node
      if let holder = disk.locks[node], holder != descriptor.number {
        throw SystemError(.lock, code: EWOULDBLOCK)
      }
      disk.locks[node] = descriptor.number
    }
  }

  package func rename(_ path: String, to newPath: String) throws(SystemError) {
    let user = user
    try perform(.rename) { disk, _ throws(SystemError) in
      let old = try disk.place(path, followLast: false, .rename)
      let new = try disk.place(newPath, followLast: false, .rename)
      guard let node = old.node else { throw SystemError(.rename, code: ENOENT) }
      if let there = new.node, disk.nodes[there]?.kind == .folder {
        throw SystemError(.rename, code: EISDIR)
      }
      try disk.check(user, mayWrite: old.folder, .rename)
      try disk.check(user, mayWrite: new.folder, .rename)
      disk.change([(old.folder, old.name, nil), (new.folder, new.name, node)])
    }
  }

  package func link(_ path: String, to newPath: String) throws(SystemError) {
    let user = user
    try perform(.link) { disk, _ throws(SystemError) in
      let node = try disk.node(path, followLast: false, .link)
      let new = try disk.place(newPath, followLast: false, .link)
      guard new.node == nil else { throw SystemError(.link, code: EEXIST) }
      try disk.check(user, mayWrite: new.folder, .link)
      disk.change([(new.folder, new.name, node)])
    }
  }

  package func unlink(_ path: String) throws(SystemError) {
    let user = user
    try perform(.unlink) { disk, _ throws(SystemError) in
      let place = try disk.place(path, followLast: false, .unlink)
      guard let node = place.node else { throw SystemError(.unlink, code: ENOENT) }
      guard disk.nodes[node]?.kind != .folder else { throw SystemError(.unlink, code: EISDIR) }
      try disk.check(user, mayWrite: place.folder, .unlink)
      disk.change([(place.folder, place.name, nil)])
    }
  }

  package func makeFolder(_ path: String, permissions: UInt32) throws(SystemError) {
    let user = user
    try perform(.makeFolder) { disk, _ throws(SystemError) in
      let place = try disk.place(path, followLast: false, .makeFolder)
      guard place.node == nil else { throw SystemError(.makeFolder, code: EEXIST) }
      try disk.check(user, mayWrite: place.folder, .makeFolder)
      var folder = MemoryDisk.Node(kind: .folder, permissions: permissions)
      folder.user = user
      _ = disk.add(folder, at: place)
    }
  }
}

extension MemoryDisk {
  /// The open file behind a descriptor.
  func opened(_ descriptor: Descriptor, _ call: SystemCall) throws(SystemError) -> Open {
    guard let file = open[descriptor.number] else { throw SystemError(call, code: EBADF) }
    return file
  }

  /// Checks the write bit of a node for `user`.
  func check(_ user: UInt32, mayWrite node: Int, _ call: SystemCall) throws(SystemError) {
    guard allows(user, node, 0o2) else { throw SystemError(call, code: EACCES) }
  }

  /// Checks the read bit of a node for `user`.
  func check(_ user: UInt32, mayRead node: Int, _ call: SystemCall) throws(SystemError) {
    guard allows(user, node, 0o4) else { throw SystemError(call, code: EACCES) }
  }

  private func allows(_ user: UInt32, _ number: Int, _ bit: UInt32) -> Bool {
    guard user != 0, let node = nodes[number] else { return true }
    return node.permissions & (node.user == user ? bit << 6 : bit) != 0
  }
}
