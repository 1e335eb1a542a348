/// Paths as text: taking them apart, putting them together and showing them.
package enum FilePath {
  /// The folder that a path stands in: `.` for a bare name, `/` at the top.
  ///
  /// - Complexity: O(*n*) in the path's length.
  package static func folder(of path: String) -> String {
    let bytes = trimmed(path)
    guard let slash = bytes.lastIndex(of: slashByte) else { return "." }
    let head = trimmed(String(decoding: bytes[..<slash], as: UTF8.self))
    return head.isEmpty ? "/" : String(decoding: head, as: UTF8.self)
  }

  /// The last name of a path.
  ///
  /// - Complexity: O(*n*) in the path's length.
  package static func name(of path: String) -> String {
    let bytes = trimmed(path)
    guard let slash = bytes.lastIndex(of: slashByte) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    return String(decoding: bytes[(slash + 1)...], as: UTF8.self)
  }

  /// `name` inside `folder`; an absolute `name` stands by itself.
  ///
  /// - Complexity: O(*n*) in the lengths.
  package static func join(_ folder: String, _ name: String) -> String {
    if name.utf8.first == slashByte || folder.isEmpty { return name }
    return folder.utf8.last == slashByte ? folder + name : folder + "/" + name
  }

  private static let slashByte = UInt8(ascii: "/")

  /// The bytes of `path` without slashes at the end, one slash at the top kept.
  private static func trimmed(_ path: String) -> [UInt8] {
    var bytes = Array(path.utf8)
    while bytes.count > 1, bytes.last == slashByte { bytes.removeLast() }
    return bytes
  }
}
