/// What `do_exit` says about a process that ends in a state in which none should.
///
/// C: `kernel/exit.c`; 2.6 and 6.1.
enum ExitNote {
  /// The process was ending already.
  static let recursive = "Fixing recursive fault but reboot is needed!\n"

  static func interruptsOff(_ process: DumpContext.Process) -> String {
    "note: \(process.name)[\(process.pid)] exited with irqs disabled\n"
  }

  static func preemptCount(_ process: DumpContext.Process, _ count: Int) -> String {
    "note: \(process.name)[\(process.pid)] exited with preempt_count \(count)\n"
  }
}
