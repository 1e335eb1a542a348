import BidModel
import Synchronization

/// What other threads have to say to the loop.
package final class Mailbox: Sendable {
  private let letters = Mutex<[Letter]>([])
  private let wake = Mutex<(@Sendable () -> Void)?>(nil)

  /// An empty one.
  package init() {}

  /// One thing said.
  package enum Letter: Sendable, Hashable {
    /// A sentence for the message line.
    case say(String, Message.Kind)
    /// An answer of the spelling worker.
    case spelling(SpellingNews)
  }

  /// Says how the loop is woken: the terminal's own way.
  package func connect(_ wake: @escaping @Sendable () -> Void) {
    self.wake.withLock { $0 = wake }
  }

  /// Leaves a letter and wakes the loop. Any thread may call.
  package func post(_ letter: Letter) {
    letters.withLock { $0.append(letter) }
    let wake = self.wake.withLock { $0 }
    wake?()
  }

  /// Takes all letters.
  package func take() -> [Letter] {
    letters.withLock { letters in
      defer { letters = [] }
      return letters
    }
  }

  /// Whether nothing waits.
  package var isEmpty: Bool { letters.withLock { $0.isEmpty } }
}
