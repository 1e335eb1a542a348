import Foundation
import Glibc

/// Where the program under test and its package are.
package enum ProgramUnderTest {
  /// The built program, which stands beside the test bundle.
  package static let path: String = {
    var buffer = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &buffer, buffer.count)
    let tests = String(decoding: buffer.prefix(max(0, length)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    let beside = URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("fivefold")
      .path
    // A runner that loads the bundle as a library stands elsewhere: then the default build folder it is.
    return FileManager.default.isExecutableFile(atPath: beside) ? beside : root + "/.build/debug/fivefold"
  }()

  /// The package's folder.
  package static let root: String = {
    var url = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { url.deleteLastPathComponent() }
    return url.path
  }()

  /// The folder of the sample workspace.
  package static var sample: String { root + "/Templates/samples/harbourside" }
}
