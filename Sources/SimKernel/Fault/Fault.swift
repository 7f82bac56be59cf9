/// An access or an instruction that the processor refused, with everything that it knew at that
/// moment.
struct Fault {
  /// What an instruction wanted of a page.
  enum Access: Equatable {
    case read
    case write
    /// The instruction itself was to be read there.
    case execute
  }

  enum Cause: Equatable {
    /// A page that is not there was read, written or executed.
    case page(Address, Access)
    /// Execution came into the middle of a function; the simulation takes what stands there for an
    /// invalid instruction.
    case invalidOpcode
    /// The kernel found a bug in itself, and executed an invalid instruction on purpose.
    ///
    /// C: `BUG()`.
    case bug(file: String, line: Int)
    /// A number was divided by zero.
    case divideError
    /// A pointer that no address space of this processor can hold was followed.
    case generalProtection(Address)
  }

  let cause: Cause
  let state: ProcessorState
}
