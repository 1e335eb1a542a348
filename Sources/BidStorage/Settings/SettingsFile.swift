/// Changes one key of a settings file and leaves every other byte as it is.
///
/// Limitations: only keys that stand at the start of a line, with a plain value behind them, are known.
package enum SettingsFile {
  /// The file with `key` set to `value`, its comments kept; with `nil`, the key's line becomes a comment.
  ///
  /// - Complexity: O(*n*) in the bytes.
  package static func setting(_ key: String, to value: String?, in bytes: [UInt8]) -> [UInt8] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    let index = lines.firstIndex { $0.hasPrefix(key + ":") }
    switch (index, value) {
    case (let index?, let value?):
      let rest = lines[index].dropFirst(key.count + 1)
      let comment = rest.firstRange(of: " #").map { String(rest[$0.lowerBound...]) } ?? ""
      let end = comment.isEmpty && rest.hasSuffix("\r") ? "\r" : ""
      lines[index] = "\(key): \(value)\(comment)\(end)"
    case (let index?, nil): lines[index] = "# " + lines[index]
    case (nil, let value?):
      let isOpen = lines.last?.isEmpty == false
      if isOpen {
        lines.append("\(key): \(value)")
      } else {
        lines.insert("\(key): \(value)", at: lines.count - 1)
      }
      if isOpen { lines.append("") }
    case (nil, nil): break
    }
    return Array(lines.joined(separator: "\n").utf8)
  }
}
