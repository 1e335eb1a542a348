/// How many pages a PDF has, read from its bytes without another program.
///
/// The root of the page tree says `/Type /Pages … /Count n` (PDF 32000-1:2008, 7.7.3.2); the highest count of any
/// node is the root's.
///
/// Limitations: files that keep the tree in compressed object streams say nothing here.
package enum PDFPages {
  /// Whether `bytes` begin as a PDF does.
  package static func isPDF(_ bytes: [UInt8]) -> Bool { bytes.starts(with: "%PDF-".utf8) }

  /// The number of pages; `nil` when the file does not say it openly.
  ///
  /// - Complexity: O(*n*) in the bytes.
  package static func count(in bytes: [UInt8]) -> Int? {
    let mark = Array("/Count".utf8)
    var highest: Int?
    var index = 0
    while index + mark.count < bytes.count {
      guard bytes[index] == mark[0], bytes[index...].starts(with: mark) else {
        index += 1
        continue
      }
      index += mark.count
      guard isNearPages(bytes, index) else { continue }
      while index < bytes.count, bytes[index] == 0x20 { index += 1 }
      var number = 0
      var hasDigits = false
      while index < bytes.count, (48...57).contains(bytes[index]), number < 1_000_000 {
        number = number * 10 + Int(bytes[index] - 48)
        hasDigits = true
        index += 1
      }
      if hasDigits { highest = max(highest ?? 0, number) }
    }
    return highest
  }

  /// Whether the dictionary around `index` says that it is of pages, and not of an outline.
  private static func isNearPages(_ bytes: [UInt8], _ index: Int) -> Bool {
    let window = bytes[max(0, index - 400)..<min(bytes.count, index + 400)]
    let text = String(decoding: window, as: UTF8.self).filter { $0 != " " }
    return text.contains("/Type/Pages")
  }
}
