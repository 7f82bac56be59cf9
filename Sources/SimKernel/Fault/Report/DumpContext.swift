/// Who was running where, and on what kernel: the head of every dump.
struct DumpContext: Hashable, Sendable {
  /// How a kernel names itself and what it was built with.
  struct Build: Hashable, Sendable {
    /// C: `UTS_RELEASE`.
    var release: String
    /// The first word of the version.
    ///
    /// C: `UTS_VERSION`.
    var version = "#1"
    /// What a distribution adds, with a blank before it where it adds one.
    ///
    /// C: `LINUX_PACKAGE_ID` (Debian).
    var package = ""
    /// What an oops says after its number: `PREEMPT`, `SMP`, `PTI`.
    var options: [String] = []
    /// C: `dmi`'s description of the machine.
    var hardware: String?
  }

  /// The process that was running.
  struct Process: Hashable, Sendable {
    /// C: `current->comm`.
    var name: String
    var pid: Int
    /// Whose process it is.
    var uid = 0
    /// The first byte of the process's two pages.
    ///
    /// C: `current`, to 2.4; `thread_info` in 2.6.
    var stackBase: UInt64 = 0
    /// C: `task_struct`, which 2.6 keeps elsewhere.
    var task: UInt64 = 0
    /// The process's place in the table of processes.
    ///
    /// C: 2.2, the task register.
    var number = 0
  }

  /// The work that a worker was at.
  ///
  /// C: `print_worker_info`.
  struct Work: Hashable, Sendable {
    var queue: String
    var function: CodeLocation
  }

  var processor: Int
  var process: Process
  var build: Build
  /// `Not tainted`, or `Tainted: ` and the letters as this generation lines them up.
  var taint: String
  var modules = LinkedModules()
  var work: Work?
}
