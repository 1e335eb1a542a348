import BidLanguage
import Dispatch
import Glibc

/// Readers of one lens, as many as the machine has processors to spare, that read blocks side by side.
///
/// A reading is a function of its block alone, so who reads which block changes nothing but the time.
/// The caller waits until all are done: to the program a reading remains one step, with no stale results.
///
/// Limitations: blocks are dealt round, not by length, so that one very long block keeps the others waiting.
package final class ReadingCrew {
  /// The reader for single blocks.
  package let first: BlockReader
  private var readers: [BlockReader]
  private let size: Int

  /// Readers beyond this many would wait for memory more than they would read.
  private static let most = 4

  /// - Parameter processors: How many may work at once.
  package init(_ reader: BlockReader, processors: Int = sysconf(Int32(_SC_NPROCESSORS_ONLN))) {
    first = reader
    readers = [reader]
    size = max(1, min(processors, Self.most))
  }

  /// How many blocks to deal out at once: few enough that a key which arrives meanwhile hardly waits.
  package var handful: Int { size == 1 ? 1 : size * 3 }

  /// What `body` makes of each item, in their order; `body` runs on several threads at once.
  ///
  /// - Complexity: O(*n*) calls of `body`, shared among the readers.
  package func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ body: @Sendable (Item, BlockReader) -> Result
  ) -> [Result] {
    guard size > 1, items.count >= 2 * size else { return items.map { body($0, first) } }
    while readers.count < size { readers.append(BlockReader(twin: first)) }
    var results: [Result?] = Array(repeating: nil, count: items.count)
    results.withUnsafeMutableBufferPointer { results in
      // No two lanes share a reader or a slot, and all have ended when the call returns.
      nonisolated(unsafe) let slots = results
      nonisolated(unsafe) let readers = readers
      let lanes = size
      DispatchQueue.concurrentPerform(iterations: lanes) { lane in
        for index in stride(from: lane, to: items.count, by: lanes) {
          slots[index] = body(items[index], readers[lane])
        }
      }
    }
    return results.compactMap(\.self)
  }
}
