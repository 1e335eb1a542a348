import BidStorage
import BidTestSupport
import Testing

/// Package.swift beside the sources. The compiler's own check accepts what comes in through another target.
@Suite struct ManifestTests {
  /// What comes with the toolchain.
  static let system: Set<String> = [
    "Dispatch", "Foundation", "FoundationEssentials", "Glibc", "Synchronization", "Testing",
  ]
  /// Modules that a listed library has inside, and the library (docs/decisions/0009-yaml-events.md).
  static let inner = ["CYaml": "Yams"]

  /// A target of the manifest.
  struct Target {
    var name: String
    var listed: Set<String>
    var folder: String
  }

  @Test("every import is listed for its target, and what is listed is imported")
  func imports() throws {
    let targets = try Self.targets()
    #expect(targets.count > 15)
    for target in targets {
      let imported = try Self.imports(in: target.folder)
      let missing = imported.subtracting(target.listed)
      #expect(missing.isEmpty, "\(target.name) imports \(missing.sorted()), not listed in Package.swift")
      let idle = target.listed.subtracting(imported)
      #expect(idle.isEmpty, "\(target.name) lists \(idle.sorted()) and does not import it")
    }
  }

  /// The targets that have Swift sources.
  private static func targets() throws -> [Target] {
    let text = String(decoding: try RepositoryFiles.bytes(of: "Package.swift"), as: UTF8.self)
    let entry = /\.(target|executableTarget|testTarget)\(\s*name: "(\w+)"(?:,\s*dependencies: \[([^\]]*)\])?/
    return text.matches(of: entry).compactMap { match in
      let name = String(match.output.2)
      guard name != "CNcurses" else { return nil }
      let list = match.output.3 ?? ""
      let products = list.replacing(/\.product\(name: ("\w+"), package: "[^"]*"\)/) { $0.output.1 }
      return Target(
        name: name, listed: Set(products.matches(of: /"(\w+)"/).map { String($0.output.1) }),
        folder: (match.output.1 == "testTarget" ? "Tests/" : "Sources/") + name)
    }
  }

  /// The modules that the sources below a folder import, but for those of the toolchain.
  private static func imports(in folder: String) throws -> Set<String> {
    let files = LocalFileSystem()
    let path = FilePath.join(RepositoryFiles.root, folder)
    var modules: Set<String> = []
    for name in try files.list(path) {
      let inside = FilePath.join(folder, name)
      if try files.status(at: FilePath.join(path, name)).kind == .folder {
        modules.formUnion(try imports(in: inside))
      } else if name.hasSuffix(".swift") {
        let text = String(decoding: try RepositoryFiles.bytes(of: inside), as: UTF8.self)
        for match in text.matches(of: /(?m)^(?:@testable )?import (?:\w+ )?(\w+)/) {
          let module = String(match.output.1)
          if !system.contains(module) { modules.insert(inner[module] ?? module) }
        }
      }
    }
    return modules
  }
}
