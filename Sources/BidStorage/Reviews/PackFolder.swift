import BidModel
import Checksum

/// A frozen submission: files, and a manifest with the SHA-256 of each in the form that `sha256sum -c` reads.
///
/// The pack's folder is named for the digest of the manifest, so that a manifest that was rewritten to fit
/// changed files no longer fits its folder.
package struct PackFolder: Sendable {
  /// The manifest's name in the pack.
  package static let manifest = "MANIFEST.sha256"

  private let files: any FileSystem
  private let reader: FileReader
  private let writer: AtomicWriter

  package init(files: any FileSystem, host: String) {
    self.files = files
    reader = FileReader(files: files)
    writer = AtomicWriter(files: files, host: host)
  }

  /// A manifest of `contents`, by path.
  ///
  /// - Complexity: O(*n*) in the bytes.
  package static func manifest(of contents: [String: [UInt8]]) -> [UInt8] {
    let lines = contents.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map {
      "\(SHA256Digest(of: $0.value))  \($0.key)\n"
    }
    return Array(lines.joined().utf8)
  }

  /// The name of a pack with this manifest.
  package static func name(of manifest: [UInt8], prefix: String) -> String {
    "\(prefix)-\(SHA256Digest(of: manifest).description.prefix(12))"
  }

  /// Writes a pack, the manifest last, so that one that was not finished has none.
  ///
  /// Where the pack is there already it is looked at first, and nothing is written over: a frozen copy that was
  /// altered must not be mended in silence. One that was not finished is gone on with.
  ///
  /// - Returns: The pack's folder.
  /// - Throws: `refused` when the folder is there and differs; what the disk refuses.
  package func write(_ contents: [String: [UInt8]], in folder: String, prefix: String) throws(StorageError)
    -> String
  {
    let manifest = Self.manifest(of: contents)
    let pack = FilePath.join(folder, Self.name(of: manifest, prefix: prefix))
    let differing = difference(of: pack, from: contents, manifest)
    guard differing.isEmpty else {
      let more = differing.count > 3 ? " and \(differing.count - 3) more" : ""
      throw .refused(
        problem: "\(pack) was frozen from this state before, and is not as it was frozen: "
          + differing.prefix(3).joined(separator: ", ") + more,
        remedy: "Nothing was written. Move that folder away, find out who changed it, and freeze again")
    }
    for (name, bytes) in contents.sorted(by: { $0.key < $1.key }) { try write(bytes, to: name, in: pack) }
    try write(manifest, to: Self.manifest, in: pack)
    return pack
  }

  /// How the files of `pack` differ from `contents`; a file that is not there counts only in a finished pack.
  private func difference(of pack: String, from contents: [String: [UInt8]], _ manifest: [UInt8]) -> [String]
  {
    let there = names(in: pack)
    guard !there.isEmpty else { return [] }
    var wanted = contents
    wanted[Self.manifest] = manifest
    let missing = there.contains(Self.manifest) ? wanted.keys.filter { !there.contains($0) }.sorted() : []
    return there.compactMap { name in
      guard let bytes = wanted[name] else { return "\(name.visible) was added" }
      return (try? reader.read(FilePath.join(pack, name)).bytes) == bytes
        ? nil : "\(name.visible) was changed"
    } + missing.map { "\($0.visible) is missing" }
  }

  private func write(_ bytes: [UInt8], to name: String, in pack: String) throws(StorageError) {
    let path = FilePath.join(pack, name)
    try files.provideFolder(FilePath.folder(of: path))
    _ = try writer.write(bytes, to: path, expecting: .anything)
  }

  /// What is no longer as it was frozen, a sentence each; none when all is.
  ///
  /// - Throws: `missing` when there is no manifest; `malformed` with the line for one that is none.
  /// - Complexity: O(*n*) in the bytes of the pack.
  package func faults(in pack: String) throws(StorageError) -> [String] {
    let path = FilePath.join(pack, Self.manifest)
    let bytes = try reader.read(path).bytes
    var faults: [String] = []
    var known: Set<String> = [Self.manifest]
    for (index, line) in bytes.split(separator: 0x0A).enumerated() {
      let text = String(decoding: line, as: UTF8.self)
      let pieces = text.split(separator: " ", maxSplits: 1).map(String.init)
      guard pieces.count == 2, pieces[0].utf8.count == 64, pieces[1].hasPrefix(" ") else {
        throw .malformed(
          path: path, line: index + 1, problem: "the line is no digest with a name",
          remedy: "Take the pack from where it was kept")
      }
      let name = String(pieces[1].dropFirst())
      guard !name.split(separator: "/").contains(".."), !name.hasPrefix("/") else {
        faults.append("\(name.visible) leads out of the pack.")
        continue
      }
      known.insert(name)
      if let fault = fault(of: name, digest: pieces[0], in: pack) { faults.append(fault) }
    }
    if try seal(of: pack).fits == false {
      faults.append("\(Self.manifest) was changed: the folder is named for another.")
    }
    return faults + names(in: pack).filter { !known.contains($0) }.map { "\($0.visible) was added." }
  }

  /// What vouches for a pack's manifest.
  package struct Seal: Hashable, Sendable {
    /// The SHA-256 of the manifest.
    package var digest: String
    /// Whether the folder is named for it; `nil` when its name holds no digest, as after it was renamed.
    package var fits: Bool?
  }

  /// The digest of a pack's manifest, and whether the folder's name vouches for it.
  ///
  /// - Throws: `missing` when there is no manifest.
  package func seal(of pack: String) throws(StorageError) -> Seal {
    let bytes = try reader.read(FilePath.join(pack, Self.manifest)).bytes
    let digest = SHA256Digest(of: bytes).description
    let folder = (try? files.realPath(of: pack)).map { FilePath.name(of: $0) } ?? FilePath.name(of: pack)
    guard let mark = folder.split(separator: "-").last, mark.count == 12, mark.allSatisfy(\.isHexDigit) else {
      return Seal(digest: digest, fits: nil)
    }
    return Seal(digest: digest, fits: digest.hasPrefix(mark))
  }

  private func fault(of name: String, digest: String, in pack: String) -> String? {
    do throws(StorageError) {
      let bytes = try reader.read(FilePath.join(pack, name)).bytes
      return SHA256Digest(of: bytes).description == digest ? nil : "\(name.visible) was changed."
    } catch {
      if case .missing = error { return "\(name.visible) is missing." }
      return "\(error)"
    }
  }

  /// Every file of the pack, by its path there.
  private func names(in pack: String, below prefix: String = "") -> [String] {
    ((try? files.list(FilePath.join(pack, prefix))) ?? []).sorted().flatMap { name -> [String] in
      let inner = prefix.isEmpty ? name : prefix + "/" + name
      let kind = (try? files.linkStatus(at: FilePath.join(pack, inner)))?.kind
      return kind == .folder ? names(in: pack, below: inner) : [inner]
    }
  }
}
