import BidStorage

/// Which system calls of a `MemoryFileSystem` go wrong, and how.
package struct FaultPlan: Sendable {
  /// The calls that a rule is about, counted from 1 since the plan was set.
  package enum Target: Hashable, Sendable {
    /// The n-th call of any kind.
    case call(Int)
    /// The n-th call of one kind.
    case kind(SystemCall, Int)
    /// Every call of one kind.
    case every(SystemCall)
  }

  /// What happens to such a call.
  package enum Effect: Hashable, Sendable {
    /// It does nothing and fails with this `errno`.
    case fail(Int32)
    /// A read or write moves at most so many bytes; other calls are as ever.
    case short(Int)
    /// It is done, and the process dies: every later call fails, and its descriptors are closed.
    case crash
    /// Just before it, another program replaces the file at this path.
    case meanwhile(path: String, bytes: [UInt8])
  }

  /// The rules; the first that fits a call counts.
  package var rules: [(target: Target, effect: Effect)]

  /// A plan of these rules; without any, nothing goes wrong.
  package init(_ rules: (target: Target, effect: Effect)...) { self.rules = rules }

  /// What happens to the `count`-th call, which is the `kindCount`-th of its kind.
  func effect(on call: SystemCall, count: Int, kindCount: Int) -> Effect? {
    rules.first { rule in
      switch rule.target {
      case .call(let number): number == count
      case .kind(let kind, let number): kind == call && number == kindCount
      case .every(let kind): kind == call
      }
    }?.effect
  }
}
