/// Follows a pattern through a text, all ways at once.
///
/// A machine that tries one way after another takes time exponential in the text on a pattern such as
/// `(a+)+b`. This one (R. Pike's; described by R. Cox, "Regular Expression Matching: the Virtual Machine
/// Approach", 2009) keeps a list of the places in the pattern that the characters read so far lead to, each
/// place once, in order of preference. So no character costs more than the pattern is long, and no
/// pattern can hang; ``SearchBudget`` bounds the sum.
///
/// Limitations: a match of nothing is left out; the text is read by code point, so `.` takes a letter and a
/// mark that stands on it one by one.
struct SearchMachine {
  private let pattern: SearchPattern
  private let scalars: [Unicode.Scalar]
  private var current: [Thread] = []
  private var following: [Thread] = []
  private var stack: [Thread] = []
  /// For each instruction, the last round in which it was reached.
  private var reached: [Int]
  private var round = 0

  private struct Thread {
    var instruction: Int
    /// Positions of the groups' starts and ends; -1 for none.
    var saved: [Int]
  }

  init(_ pattern: SearchPattern, scalars: [Unicode.Scalar]) {
    self.pattern = pattern
    self.scalars = scalars
    reached = Array(repeating: -1, count: pattern.instructions.count)
  }

  /// The first match that starts at `start` or later, as positions of groups in pairs, the whole first.
  ///
  /// - Throws: ``SearchFault`` when the budget is used up.
  /// - Complexity: O(*n* · *m*) in the characters and the instructions.
  mutating func firstMatch(from start: Int, budget: inout SearchBudget) throws(SearchFault) -> [Int]? {
    var found: [Int]?
    current.removeAll(keepingCapacity: true)
    var position = start
    let none = Array(repeating: -1, count: 2 * (pattern.groupCount + 1))
    while true {
      // The list for this position goes on from the one before; a new start comes last in preference.
      if found == nil {
        if current.isEmpty { round += 1 }
        let count = current.count
        add(Thread(instruction: 0, saved: none), at: position, isStart: true)
        try budget.take(1 + current.count - count)
      }
      guard !current.isEmpty || (found == nil && position < scalars.count) else { return found }
      round += 1
      following.removeAll(keepingCapacity: true)
      try budget.take(current.count)
      advance(at: position, found: &found)
      swap(&current, &following)
      position += 1
      if position > scalars.count { return found }
    }
  }

  /// Moves every thread over the character at `position`.
  private mutating func advance(at position: Int, found: inout [Int]?) {
    for index in current.indices {
      let thread = current[index]
      switch pattern.instructions[thread.instruction] {
      case .one(let set):
        guard position < scalars.count, set.contains(scalars[position]) else { continue }
        var next = thread
        next.instruction += 1
        add(next, at: position + 1)
      case .accept:
        guard thread.saved[0] < thread.saved[1] else { continue }
        found = thread.saved
        // What comes after in the list is less preferred.
        return
      default: continue
      }
    }
  }

  /// Follows the instructions that take no character, and adds where they lead: to the list in hand for a
  /// start, else to the one for the next character.
  private mutating func add(_ thread: Thread, at position: Int, isStart: Bool = false) {
    stack.append(thread)
    while var thread = stack.popLast() {
      guard reached[thread.instruction] != round else { continue }
      reached[thread.instruction] = round
      switch pattern.instructions[thread.instruction] {
      case .jump(let target):
        thread.instruction = target
        stack.append(thread)
      case .split(let preferred, let other):
        var second = thread
        second.instruction = other
        stack.append(second)
        thread.instruction = preferred
        stack.append(thread)
      case .save(let slot):
        thread.saved[slot] = position
        thread.instruction += 1
        stack.append(thread)
      case .check(let condition):
        guard holds(condition, at: position) else { continue }
        thread.instruction += 1
        stack.append(thread)
      case .one, .accept: if isStart { current.append(thread) } else { following.append(thread) }
      }
    }
  }

  private func holds(_ condition: SearchPattern.Condition, at position: Int) -> Bool {
    let before = position > 0 ? scalars[position - 1] : nil
    let after = position < scalars.count ? scalars[position] : nil
    switch condition {
    case .lineStart: return before == nil || before == "\n"
    case .lineEnd: return after == nil || after == "\n"
    case .wordEdge, .noWordEdge:
      let isEdge = (before.map(TextStep.isWord) ?? false) != (after.map(TextStep.isWord) ?? false)
      return isEdge == (condition == .wordEdge)
    }
  }
}
