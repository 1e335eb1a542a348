import BidModel

/// A check that shows one kind of the faults found among the numbers of a block.
protocol NumberCheck: BlockCheck {
  var kind: NumberFault.Kind { get }
}

extension NumberCheck {
  package func findings(in block: CheckedBlock) -> [Finding] {
    block.numbers.faults.filter { $0.kind == kind }.map { fault in
      finding(fault.message, fix: fault.fix, at: block.place(block.rendered.sourceRange(fault.span)))
    }
  }
}
