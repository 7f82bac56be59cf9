/// Something that more than one process or interrupt can touch: what a step reads and writes.
///
/// Two steps that touch nothing in common, or only read what they have in common, can be swapped and
/// nobody could tell.
public struct SharedObject: Hashable, Sendable, Comparable {
  /// The kind in the upper byte but for its highest bit, then which one of the kind.
  let rawValue: UInt64

  private init(_ kind: Kind, _ number: UInt64 = 0) {
    rawValue = UInt64(kind.rawValue) << 56 | number & 0x00ff_ffff_ffff_ffff
  }

  init(rawValue: UInt64) { self.rawValue = rawValue }

  /// What kinds of things there are.
  enum Kind: UInt8, Sendable {
    case word, page, moduleState, processEntry, processState, processEnd, signal, processor, table,
      timers, file
    case hold
  }

  /// The four bytes of kernel memory that an address lies in.
  static func word(_ address: Address) -> SharedObject {
    SharedObject(.word, address.rawValue & ~3 & 0x00ff_ffff_ffff_ffff)
  }

  /// Whether a page of the module area is mapped.
  static func page(_ address: Address) -> SharedObject {
    SharedObject(.page, address.rawValue / Address.pageSize)
  }

  /// The variables of a module that are none of the kernel's.
  static func moduleState(_ module: Address) -> SharedObject {
    SharedObject(.moduleState, module.rawValue)
  }

  /// Whether there is a process of a number.
  static func processEntry(_ pid: Int) -> SharedObject {
    SharedObject(.processEntry, UInt64(pid))
  }

  /// Whether a process sleeps.
  static func processState(_ pid: Int) -> SharedObject {
    SharedObject(.processState, UInt64(pid))
  }

  /// Whether a process has ended, and how.
  static func processEnd(_ pid: Int) -> SharedObject { SharedObject(.processEnd, UInt64(pid)) }

  /// The signals that wait for a process.
  static func signal(_ pid: Int) -> SharedObject { SharedObject(.signal, UInt64(pid)) }

  /// Whether a processor takes interrupts.
  static func processor(_ id: Int) -> SharedObject { SharedObject(.processor, UInt64(id)) }

  /// Whether whoever has a processor can be taken off it: whoever stops the machine waits for that.
  static func hold(_ id: Int) -> SharedObject { SharedObject(.hold, UInt64(id)) }

  /// One of the kernel's tables, as a whole.
  static func table(_ table: Table) -> SharedObject {
    SharedObject(.table, UInt64(table.rawValue))
  }

  /// The timers of a processor, or of all.
  static func timers(_ processor: Int) -> SharedObject {
    SharedObject(.timers, UInt64(processor))
  }

  /// An open file: the number tells who opened it, and how many that process had opened before.
  static func file(_ number: Int) -> SharedObject { SharedObject(.file, UInt64(number)) }

  /// Any order will do.
  public static func < (left: SharedObject, right: SharedObject) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension SharedObject {
  /// The tables of the kernel that are looked at as a whole.
  enum Table: UInt8, Sendable {
    case jiffies, bottomHalves, bigKernelLock, log, console, faults, taint, exports, modules
    case loading, functions, characterDevices, devices, procEntries, deviceNodes, modprobe
    case settings, memoryFiles, deferredWork, progress, heap, moduleArea, processes, life,
      freeProcessors
  }
}
