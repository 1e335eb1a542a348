/// What the system says of one file (`stat`).
package struct FileStatus: Hashable, Sendable {
  /// What stands at a path.
  package enum Kind: Hashable, Sendable {
    /// A regular file.
    case file
    /// A folder.
    case folder
    /// A symbolic link.
    case link
    /// A named pipe.
    case pipe
    /// A socket.
    case socket
    /// A device.
    case device
  }

  /// What it is.
  package var kind: Kind
  /// The length in bytes.
  package var size: Int
  /// The permission bits, set-id and sticky included.
  package var permissions: UInt32
  /// The owner's number.
  package var user: UInt32
  /// The group's number.
  package var group: UInt32
  /// The device and inode numbers: equal in two paths to one file.
  package var identity: FileIdentity
  /// When its bytes last changed, in seconds since 1970.
  package var modified: Double

  /// Puts the fields together.
  package init(
    kind: Kind, size: Int, permissions: UInt32, user: UInt32, group: UInt32, identity: FileIdentity,
    modified: Double
  ) {
    self.kind = kind
    self.size = size
    self.permissions = permissions
    self.user = user
    self.group = group
    self.identity = identity
    self.modified = modified
  }
}

/// Which file it is on this machine, whatever its names.
package struct FileIdentity: Hashable, Sendable {
  /// The device number.
  package var device: UInt64
  /// The inode number.
  package var inode: UInt64

  /// Puts the numbers together.
  package init(device: UInt64, inode: UInt64) {
    self.device = device
    self.inode = inode
  }
}
