import BidModel

/// A version of an answer in `history/`: the bytes of its file as they were, in a file that is never changed.
package struct StoredVersion: Hashable, Sendable {
  /// The name under the answer's folder: `20261121-120431--priya--save.md`.
  package var file: String
  /// When it was kept: `2026-11-21T12:04:31Z`.
  package var at: String
  /// Who kept it, as a safe name.
  package var person: String
  package var cause: Cause
  /// What somebody called it, as a safe name; empty for an automatic one.
  package var name: String
  /// Which of the versions of one second, person and cause it is, from 1.
  package var number = 1

  /// Why a version was kept.
  package enum Cause: String, CaseIterable, Hashable, Sendable {
    case save, review, sign, freeze, restore, named
  }

  /// Reads the name of a file; `nil` for one that is no version.
  package init?(file: String) {
    guard file.hasSuffix(".md") else { return nil }
    let pieces = file.dropLast(3).split(separator: "--", omittingEmptySubsequences: false).map(String.init)
    guard pieces.count >= 3, let cause = Cause(rawValue: pieces[2]), let at = Self.time(pieces[0]) else {
      return nil
    }
    self.file = file
    self.at = at
    person = pieces[1]
    self.cause = cause
    name = pieces.count > 3 ? pieces[3] : ""
    if cause != .named, let number = Int(name) {
      self.number = number
      name = ""
    }
  }

  private static func time(_ digits: String) -> String? {
    let all = Array(digits)
    guard all.count == 15, all[8] == "-",
      all.enumerated().allSatisfy({ $0.offset == 8 || $0.element.isASCII && $0.element.isNumber })
    else { return nil }
    let part = { (range: Range<Int>) in String(all[range]) }
    return "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(9..<11)):\(part(11..<13)):\(part(13..<15))Z"
  }
}

/// `history/` of a bid: versions of its answers, a folder an answer, shared like the answers themselves.
///
/// Names hold the time and the person, so that two people never write one file. Automatic versions of one
/// person's saves that follow within a quarter of an hour take the place of each other, except where a review or
/// the audit names one. What is kept for any other cause stays: it has a file of its own though a save holds the
/// same bytes, since that save may go.
package struct VersionFolder: Sendable {
  private let files: any FileSystem
  private let reader: FileReader
  private let writer: AtomicWriter
  private let bid: String
  /// The folder `history/`.
  package let folder: String

  package init(bid: String, files: any FileSystem, host: String) {
    self.files = files
    reader = FileReader(files: files)
    writer = AtomicWriter(files: files, host: host)
    self.bid = bid
    folder = FilePath.join(bid, "history")
  }

  /// The versions of an answer, oldest first.
  ///
  /// - Parameter answer: The name of its file.
  package func versions(of answer: String) -> [StoredVersion] {
    ((try? files.list(place(of: answer))) ?? []).compactMap { StoredVersion(file: $0) }
      .sorted { ($0.at, $0.number, $0.file) < ($1.at, $1.number, $1.file) }
  }

  /// The bytes of a version.
  ///
  /// - Throws: `missing`, or why it cannot be read.
  package func bytes(of version: String, answer: String) throws(StorageError) -> [UInt8] {
    guard StoredVersion(file: version) != nil, !version.contains("/") else {
      throw .missing(path: FilePath.join(place(of: answer), version))
    }
    return try reader.read(FilePath.join(place(of: answer), version)).bytes
  }

  /// Keeps `bytes` as a version, unless no name is given and the newest one holds them and will stay as long.
  ///
  /// - Parameter at: `2026-11-21T12:04:31Z`.
  /// - Returns: The version's file name.
  /// - Throws: What the disk refuses.
  @discardableResult
  package func keep(
    _ bytes: [UInt8], of answer: String, cause: StoredVersion.Cause, name: String = "", by person: String,
    at: String
  ) throws(StorageError) -> String {
    let newest = versions(of: answer).last
    if name.isEmpty, let newest, cause == .save || newest.cause != .save,
      (try? self.bytes(of: newest.file, answer: answer)) == bytes
    {
      return newest.file
    }
    let folder = place(of: answer)
    do throws(SystemError) { try files.makeFolders(folder, permissions: 0o777) } catch {
      throw .system(error, task: "make", path: folder)
    }
    let stamp = at.filter(\.isNumber)
    let day = stamp.prefix(8)
    var stem = "\(day)-\(stamp.dropFirst(8).prefix(6))--\(FileNames.safe(person))--\(cause.rawValue)"
    if !name.isEmpty { stem += "--" + FileNames.safe(name) }
    let replaced = cause == .save ? newest.flatMap { thinned($0, at, person) } : nil
    var file = stem + ".md"
    var number = 2
    while file != replaced, (try? files.status(at: FilePath.join(folder, file))) != nil {
      file = stem + (name.isEmpty ? "--" : "-") + "\(number).md"
      number += 1
    }
    _ = try writer.write(bytes, to: FilePath.join(folder, file), expecting: .anything)
    if let replaced, replaced != file { try? files.unlink(FilePath.join(folder, replaced)) }
    return file
  }

  /// The file of `version`, when a save of the same person at `at` takes its place.
  private func thinned(_ version: StoredVersion, _ at: String, _ person: String) -> String? {
    Self.isShortlyBefore(version, at, person) && !isNamed(version.file) ? version.file : nil
  }

  /// Whether a review or the audit names the version; a file of theirs that cannot be read as one counts too.
  ///
  /// - Complexity: O(*n*) in the bytes of both folders.
  private func isNamed(_ version: String) -> Bool {
    ["reviews", "audit"].contains { holds(version.utf8.map { $0 }, FilePath.join(bid, $0)) }
  }

  private func holds(_ words: [UInt8], _ folder: String) -> Bool {
    ((try? files.list(folder)) ?? []).contains { name in
      let path = FilePath.join(folder, name)
      if (try? files.linkStatus(at: path))?.kind == .folder { return holds(words, path) }
      return (try? reader.read(path).bytes)?.contains(words) == true
    }
  }

  private func place(of answer: String) -> String {
    FilePath.join(folder, FileNames.safe(answer.hasSuffix(".md") ? String(answer.dropLast(3)) : answer))
  }

  /// Whether `version` is a save of the same person in the quarter of an hour before `at`, of one day.
  private static func isShortlyBefore(_ version: StoredVersion, _ at: String, _ person: String) -> Bool {
    guard version.cause == .save, version.person == FileNames.safe(person),
      version.at.prefix(10) == at.prefix(10)
    else { return false }
    let minutes = { (time: String) -> Int in
      let digits = time.dropFirst(11)
      return (Int(digits.prefix(2)) ?? 0) * 60 + (Int(digits.dropFirst(3).prefix(2)) ?? 0)
    }
    return minutes(at) - minutes(version.at) < 15
  }
}
