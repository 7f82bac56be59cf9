/// A thing that can happen on a machine.
public enum TraceEvent: Sendable, Hashable {
  /// A process was made.
  case processCreated(pid: Int, name: String)
  /// A process ended, with a wait status as the kernel encodes it.
  case processExited(status: Int)
  /// The processor went over to a process.
  case switched(toPID: Int)
  /// A process went to sleep, in the function named.
  case slept(in: String, interruptible: Bool)
  /// A process was made runnable again.
  case woken(pid: Int)
  /// The timer interrupt came.
  case tick
  /// A bottom half began.
  case bottomHalf(String)
  /// A call through a function pointer into a module began.
  case entered(function: String, module: String, address: UInt64)
  /// A module's function returned.
  case returned(function: String, module: String)
  /// Pages were given to a module.
  case mapped(module: String, address: UInt64, bytes: Int)
  /// A module's pages were taken away.
  case unmapped(module: String, address: UInt64, bytes: Int)
  /// A module's init function ended, with an errno or 0.
  case initialised(module: String, errno: Int)
  /// The use count of a module changed.
  case useCount(module: String, count: Int)
  /// A module was asked to go and refused, with an errno.
  case removalRefused(module: String, errno: Int)
  /// Something was registered: a device, a file under /proc, a task on a queue.
  case registered(kind: String, name: String)
  /// Something was unregistered.
  case unregistered(kind: String, name: String)
  /// A line went into the kernel's log.
  case printk(level: Int, text: String)
  /// The processor refused an access.
  case fault(address: UInt64, isWrite: Bool, function: String)
  /// The machine stopped.
  case panic(String)
  /// Whoever watches the machine has something to report.
  case reported(kind: String, subject: String, module: String)
  /// A command was typed.
  case command(String)
}
