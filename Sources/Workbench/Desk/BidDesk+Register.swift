import BidExchange
import BidModel
import BidStorage

extension BidDesk {
  /// Writes changed facts into `kpis.csv`, row by row and cell by cell, onto what the file holds now.
  ///
  /// A fact that was taken back leaves its row with empty cells.
  ///
  /// - Returns: The register as the file then holds it, and the cells that someone else had changed too,
  ///   where theirs stand.
  func saveRegister(
    _ changes: [KPIReference: FactChange]
  ) -> Result<(KPIRegister, [RegisterFile.Clash]), StorageError> {
    guard let path = registerPath else {
      return .failure(
        .refused(
          problem: "a loose file has no KPI register",
          remedy: "Make a workspace with ‘fivefold new workspace’"))
    }
    let wanted = changes.sorted { $0.key < $1.key }.map { reference, change in
      RegisterFile.Change(before: change.before, after: change.after ?? KPIFact(reference))
    }
    do throws(StorageError) {
      var merged = (register: KPIRegister([]), clashes: [RegisterFile.Clash]())
      try writer.revise(path) { theirs throws(StorageError) in
        let bytes = theirs?.bytes ?? RegisterFile.empty(path: path).printed()
        let (file, clashes) = try RegisterFile.merging(wanted, onto: bytes, path: path)
        merged = (file.register, clashes)
        return file.printed()
      }
      return .success(merged)
    } catch {
      return .failure(error)
    }
  }

  /// Writes an exported file into the export folder, replacing the one of an earlier export.
  ///
  /// - Returns: Its path.
  func export(_ file: ExportedFile) -> Result<String, StorageError> {
    export(file.bytes, name: file.name)
  }

  /// The same, of bytes that a file is to hold.
  func export(_ bytes: [UInt8], name: String) -> Result<String, StorageError> {
    guard let folder = exportFolder else {
      return .failure(
        .refused(problem: "there is no folder to export to", remedy: "Use ‘fivefold export --output DIR’"))
    }
    do throws(StorageError) {
      return .success(
        try ExportFolder(files: files, host: host, path: folder).write(bytes, name: name))
    } catch {
      return .failure(error)
    }
  }
}
