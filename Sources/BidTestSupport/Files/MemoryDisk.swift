import BidStorage
import Glibc

/// The state of a `MemoryFileSystem`: files by number, with what a power cut would leave of them.
struct MemoryDisk {
  /// A file, folder or link.
  struct Node {
    var kind: FileStatus.Kind
    var bytes: [UInt8] = []
    /// The bytes that were synced.
    var durable: [UInt8] = []
    /// A folder's names, and those that a power cut leaves.
    var names: [String: Int] = [:]
    var durableNames: [String: Int] = [:]
    var permissions: UInt32
    var user: UInt32 = 0
    var group: UInt32 = 0
    var modified = 0.0
  }

  /// An open file.
  struct Open {
    var node: Int
    var offset = 0
    var writes: Bool
    /// The simulated process that opened it.
    var process: Int
  }

  /// One change of names that no sync has made safe: all of it survives a power cut or none.
  struct NameChange {
    var parts: [(folder: Int, name: String, node: Int?)]
  }

  var nodes: [Int: Node] = [1: Node(kind: .folder, permissions: 0o755)]
  var open: [Int32: Open] = [:]
  var locks: [Int: Int32] = [:]
  var pending: [NameChange] = []
  var nextNode = 2
  var nextDescriptor: Int32 = 3
  var ticks = 0.0

  /// The node of a path, with the folder and last name to make or remove it by.
  struct Place {
    var folder: Int
    var name: String
    var node: Int?
  }

  /// Walks a path; `depth` counts the links followed.
  func place(
    _ path: String, followLast: Bool, _ call: SystemCall, depth: Int = 0
  ) throws(SystemError) -> Place {
    guard depth < 16 else { throw SystemError(call, code: ELOOP) }
    let parts = path.split(separator: "/").map(String.init).filter { $0 != "." }
    guard let last = parts.last else { return Place(folder: 1, name: "", node: 1) }
    guard last.utf8.count <= 255 else { throw SystemError(call, code: ENAMETOOLONG) }
    var trail = [1]
    for (index, part) in parts.enumerated() {
      let folder = trail[trail.count - 1]
      guard nodes[folder]?.kind == .folder else { throw SystemError(call, code: ENOTDIR) }
      let isLast = index == parts.count - 1
      if part == ".." {
        if trail.count > 1 { trail.removeLast() }
        if isLast { return Place(folder: trail[trail.count - 1], name: "", node: trail.last) }
        continue
      }
      let found = nodes[folder]?.names[part]
      if let found, nodes[found]?.kind == .link, !isLast || followLast {
        let link = String(decoding: nodes[found]?.bytes ?? [], as: UTF8.self)
        let goal = FilePath.join("/" + parts[..<index].joined(separator: "/"), link)
        let rest = parts[(index + 1)...].joined(separator: "/")
        return try place(
          rest.isEmpty ? goal : goal + "/" + rest, followLast: followLast, call, depth: depth + 1)
      }
      if isLast { return Place(folder: folder, name: part, node: found) }
      guard let found else { throw SystemError(call, code: ENOENT) }
      trail.append(found)
    }
    throw SystemError(call, code: ENOENT)
  }

  /// The node of a path that must be there.
  func node(_ path: String, followLast: Bool, _ call: SystemCall) throws(SystemError) -> Int {
    guard let node = try place(path, followLast: followLast, call).node else {
      throw SystemError(call, code: ENOENT)
    }
    return node
  }

  /// The path of a node from the top.
  ///
  /// - Complexity: O(*n*) in all names.
  func path(of node: Int) -> String? {
    if node == 1 { return "/" }
    for (folder, owner) in nodes where owner.kind == .folder {
      if let name = owner.names.first(where: { $0.value == node })?.key, let head = path(of: folder) {
        return FilePath.join(head, name)
      }
    }
    return nil
  }

  /// Makes name changes that a power cut may undo until their folder is synced.
  mutating func change(_ parts: [(folder: Int, name: String, node: Int?)]) {
    for part in parts { nodes[part.folder]?.names[part.name] = part.node }
    pending.append(NameChange(parts: parts))
  }

  /// Adds a node under a name.
  mutating func add(_ node: Node, at place: Place) -> Int {
    let number = nextNode
    nextNode += 1
    var made = node
    made.modified = tick()
    nodes[number] = made
    change([(place.folder, place.name, number)])
    return number
  }

  /// A clock that goes on by one at each use.
  mutating func tick() -> Double {
    ticks += 1
    return ticks
  }

  /// Makes a file's bytes, or the pending names of a folder, safe.
  mutating func sync(_ node: Int) {
    guard let synced = nodes[node] else { return }
    nodes[node]?.durable = synced.bytes
    guard synced.kind == .folder else { return }
    for change in pending where change.parts.contains(where: { $0.folder == node }) { keep(change) }
    pending.removeAll { $0.parts.contains { $0.folder == node } }
  }

  /// What a power cut leaves: the first `count` pending name changes, and unsynced bytes or not.
  mutating func powerCut(keeping count: Int, bytes: Bool) {
    for change in pending.prefix(count) { keep(change) }
    pending = []
    open = [:]
    locks = [:]
    for (number, node) in nodes {
      var left = node
      left.names = node.durableNames
      if bytes { left.durable = node.bytes } else { left.bytes = node.durable }
      nodes[number] = left
    }
  }

  private mutating func keep(_ change: NameChange) {
    for part in change.parts { nodes[part.folder]?.durableNames[part.name] = part.node }
  }

  /// Closes one descriptor with its lock.
  mutating func close(_ descriptor: Int32) {
    if let node = open[descriptor]?.node, locks[node] == descriptor { locks[node] = nil }
    open[descriptor] = nil
  }
}
