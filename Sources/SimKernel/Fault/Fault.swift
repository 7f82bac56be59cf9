/// An access or an instruction that the processor refused, with everything that it knew at that
/// moment.
struct Fault {
  enum Cause: Equatable {
    /// A page that is not there was read, written or executed.
    case page(Address, isWrite: Bool)
    /// Execution came into the middle of a function; the simulation takes what stands there for an
    /// invalid instruction.
    case invalidOpcode
  }

  let cause: Cause
  let state: ProcessorState
}
