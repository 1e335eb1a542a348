import BidStorage
import Glibc

/// A folder of the machine for journal and history, removed by ``remove()``.
struct StateFolder {
  let path = "/tmp/fivefold-bench-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"

  func remove() {
    let files = LocalFileSystem()
    for name in (try? files.list(path)) ?? [] { try? files.unlink(FilePath.join(path, name)) }
    rmdir(path)
  }
}
