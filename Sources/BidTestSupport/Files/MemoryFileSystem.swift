import BidStorage
import Glibc
import Synchronization

/// A disk in memory, whose every call can be made to fail, as one process sees it.
///
/// It keeps what a power cut would leave apart from what is seen: bytes count as safe when their file
/// was synced, names when their folder was. Limitations: rights are checked for the last folder and the
/// file only, by the owner's and others' bits; there are no hard limits of size.
package final class MemoryFileSystem: FileSystem {
  /// The disk, which several simulated processes may share.
  final class Shared: Sendable {
    let disk = Mutex(MemoryDisk())
    let processes = Mutex(0)
  }

  /// The calls of this process.
  struct Calls {
    var faults = FaultPlan()
    var log: [SystemCall] = []
    var isDead = false
    var user: UInt32 = 0
  }

  let shared: Shared
  let process: Int
  let calls = Mutex(Calls())

  /// An empty disk with a top folder.
  package convenience init() { self.init(shared: Shared()) }

  private init(shared: Shared) {
    self.shared = shared
    process = shared.processes.withLock {
      $0 += 1
      return $0
    }
  }

  /// Another process on the same disk, without faults.
  package func anotherProcess() -> MemoryFileSystem { MemoryFileSystem(shared: shared) }

  /// What goes wrong from now on; setting it counts calls from 1 again and clears the log.
  package var faults: FaultPlan {
    get { calls.withLock(\.faults) }
    set {
      calls.withLock {
        $0.faults = newValue
        $0.log = []
      }
    }
  }

  /// The calls made since the faults were set.
  package var log: [SystemCall] { calls.withLock(\.log) }

  /// Who the process runs as; 0 may do everything.
  package var user: UInt32 {
    get { calls.withLock(\.user) }
    set { calls.withLock { $0.user = newValue } }
  }

  /// Ends the process: its descriptors are closed, its locks are free, its calls fail.
  package func kill() {
    calls.withLock { $0.isDead = true }
    closeAll()
  }

  private func closeAll() {
    shared.disk.withLock { disk in
      for (number, open) in disk.open where open.process == process { disk.close(number) }
    }
  }

  /// The files that are open, in all processes.
  package var openCount: Int { shared.disk.withLock(\.open.count) }

  /// Cuts the power: all descriptors go, with what was not synced.
  ///
  /// Both outcomes of what is not synced are allowed on a real disk: `keepingNames` of the name
  /// changes survive, in their order, and with `keepingBytes` the unsynced bytes do.
  package func powerCut(keepingNames: Int = 0, keepingBytes: Bool = false) {
    shared.disk.withLock { $0.powerCut(keeping: keepingNames, bytes: keepingBytes) }
  }

  /// Counts a call, and does it unless a fault says otherwise; `work` gets the limit of a short one.
  func perform<Result: Sendable>(
    _ call: SystemCall, _ work: (inout MemoryDisk, Int) throws(SystemError) -> Result
  ) throws(SystemError) -> Result {
    let effect = try calls.withLock { calls throws(SystemError) -> FaultPlan.Effect? in
      guard !calls.isDead else { throw SystemError(call, code: ESHUTDOWN) }
      calls.log.append(call)
      let kindCount = calls.log.count { $0 == call }
      return calls.faults.effect(on: call, count: calls.log.count, kindCount: kindCount)
    }
    var limit = Int.max
    switch effect {
    case .fail(let code):
      // A close that fails has closed all the same, and the disk learns of it here.
      if call == .close {
        _ = try shared.disk.withLock { disk throws(SystemError) in try work(&disk, limit) }
      }
      throw SystemError(call, code: code)
    case .short(let bytes): limit = bytes
    case .meanwhile(let path, let bytes): put(bytes, at: path)
    case .crash, nil: break
    }
    let result = try shared.disk.withLock { disk throws(SystemError) in try work(&disk, limit) }
    if effect == .crash { kill() }
    return result
  }
}
