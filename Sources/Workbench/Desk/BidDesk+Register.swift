import BidExchange
import BidModel
import BidStorage

extension BidDesk {
  /// Writes changed facts into `kpis.csv`, row by row, onto what the file holds now.
  ///
  /// - Returns: The register as the file then holds it.
  func saveRegister(_ changes: [KPIReference: KPIFact?]) -> Result<KPIRegister, StorageError> {
    guard let path = registerPath else {
      return .failure(
        .refused(problem: "a loose file has no KPI register", remedy: "Make a workspace with ‘fivefold new workspace’"))
    }
    do throws(StorageError) {
      let expecting: ExpectedFile
      var file: RegisterFile
      do throws(StorageError) {
        let read = try reader.read(path)
        file = try RegisterFile.scan(read.bytes, path: path)
        expecting = .digest(read.digest)
      } catch {
        guard case .missing = error else { throw error }
        file = RegisterFile.empty
        expecting = .absent
      }
      for (reference, fact) in changes.sorted(by: { $0.key < $1.key }) { file.set(fact, for: reference) }
      _ = try writer.write(file.printed(), to: path, expecting: expecting)
      return .success(file.register)
    } catch {
      return .failure(error)
    }
  }

  /// Writes an exported file into the export folder, replacing the one of an earlier export.
  ///
  /// - Returns: Its path.
  func export(_ file: ExportedFile) -> Result<String, StorageError> {
    guard let folder = exportFolder else {
      return .failure(.refused(problem: "there is no folder to export to", remedy: "Use ‘fivefold export --output DIR’"))
    }
    do throws(StorageError) {
      return .success(try ExportFolder(files: files, host: host, path: folder).write(file.bytes, name: file.name))
    } catch {
      return .failure(error)
    }
  }
}
