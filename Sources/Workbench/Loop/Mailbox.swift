import BidModel

/// What other threads have to say to the loop.
package final class Mailbox: Sendable {
  private let letters = Guarded<[Letter]>([])
  private let wake = Guarded<(@Sendable () -> Void)?>(nil)

  package init() {}

  /// One thing said.
  package enum Letter: Sendable, Hashable {
    /// A sentence for the message line.
    case say(String, Message.Kind)
    /// An answer of the spelling worker.
    case spelling(SpellingNews)
  }

  /// Says how the loop is woken: the terminal's own way.
  package func connect(_ wake: @escaping @Sendable () -> Void) { self.wake.value = wake }

  /// Leaves a letter and wakes the loop. Any thread may call.
  package func post(_ letter: Letter) {
    letters.update { $0.append(letter) }
    wake.value?()
  }

  /// Takes all letters.
  package func take() -> [Letter] {
    letters.update { letters in
      defer { letters = [] }
      return letters
    }
  }

  package var isEmpty: Bool { letters.value.isEmpty }
}
