/// How a report names files: from one folder, whatever way each path was found.
struct ShownPath {
  private let current: [Substring]
  private let base: [Substring]
  private let workspace: [Substring]?

  /// - Parameters:
  ///   - base: The folder that paths are given from; files of `workspace` outside it begin with `../`.
  ///   - workspace: The folder of everything that belongs together; `nil` for none.
  ///   - current: The absolute path of the folder that relative paths are meant from.
  init(from base: String, workspace: String?, current: String) {
    let here = Self.names(current, from: [])
    self.current = here
    self.base = Self.names(base, from: here)
    self.workspace = workspace.map { Self.names($0, from: here) }
  }

  /// The path as a report prints it; one outside base and workspace stays absolute.
  ///
  /// - Complexity: O(*n*) in its length.
  func callAsFunction(_ path: String) -> String {
    let names = Self.names(path, from: current)
    if names.starts(with: base) { return names.dropFirst(base.count).joined(separator: "/") }
    guard let workspace, base.starts(with: workspace), names.starts(with: workspace) else {
      return "/" + names.joined(separator: "/")
    }
    let common = zip(names, base).prefix { $0 == $1 }.count
    let up = Array(repeating: Substring(".."), count: base.count - common)
    return (up + names.dropFirst(common)).joined(separator: "/")
  }

  /// The names along a path, `.` and `..` worked out.
  private static func names(_ path: String, from current: [Substring]) -> [Substring] {
    var names = path.utf8.first == UInt8(ascii: "/") ? [] : current
    for name in path.split(separator: "/") where name != "." {
      if name == ".." { _ = names.popLast() } else { names.append(name) }
    }
    return names
  }
}
