/// The registers that an exception or a system call has saved.
///
/// C: `struct pt_regs`.
struct RegisterDump: Hashable, Sendable {
  /// Where it happened.
  var location: CodeLocation
  /// The bytes of code there; nil for a program's that is not running, which nobody looks into.
  var code: CodeBytes? = .unreadable
  var stackPointer: UInt64
  var flags: UInt64
  /// The general registers in the order in which every generation prints them: ax, bx, cx, dx, si,
  /// di, bp, and on x86_64 r8 to r15.
  var general: [UInt64]
  /// Saved on the way in from a program.
  var isUser = false
  /// The number of the system call, if it was one.
  ///
  /// C: `orig_ax`.
  var systemCall: UInt64?

  /// A general register; one that nobody has recorded is 0.
  func general(_ index: Int) -> UInt64 {
    general.indices.contains(index) ? general[index] : 0
  }
}

/// The registers that say how memory is translated, and whose data a processor sees.
///
/// C: what `__show_regs` reads anew each time it prints (x86_64).
struct ControlRegisters: Hashable, Sendable {
  var fs: UInt64
  var gs: UInt64
  /// The program's `gs`, put aside while the kernel runs.
  var kernelGS: UInt64 = 0
  var cr0: UInt64
  /// The address that faulted last: reading code that is not there for a dump overwrites it.
  var cr2: UInt64
  var cr3: UInt64
  var cr4: UInt64
}
