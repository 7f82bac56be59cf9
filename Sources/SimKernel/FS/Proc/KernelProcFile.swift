/// A file under `/proc` that the kernel serves itself; the raw value is its path there.
enum KernelProcFile: String, CaseIterable {
  case cmdline, devices, kallsyms, ksyms, misc, modules, uptime, version
  /// The system's name.
  case osType = "sys/kernel/ostype"
  case osRelease = "sys/kernel/osrelease"
  /// What taints the kernel, as a number.
  case tainted = "sys/kernel/tainted"
  case panicOnOops = "sys/kernel/panic_on_oops"
  case modulesDisabled = "sys/kernel/modules_disabled"
  case hungTaskTimeout = "sys/kernel/hung_task_timeout_secs"

  /// Whether a kernel has it.
  func exists(in version: KernelVersion) -> Bool {
    let isOld = version.files.lookup == .slots
    return switch self {
    case .ksyms: isOld
    case .kallsyms, .misc, .panicOnOops: !isOld
    case .modulesDisabled, .hungTaskTimeout: version.files.makesDeviceNodes
    case .tainted: version.fileOperations.owner != nil
    case .cmdline, .devices, .modules, .uptime, .version, .osType, .osRelease: true
    }
  }

  /// Who may read and write it, as nine bits.
  var permissions: Int {
    switch self {
    case .tainted, .panicOnOops, .modulesDisabled, .hungTaskTimeout: 0o644
    default: 0o444
    }
  }
}
