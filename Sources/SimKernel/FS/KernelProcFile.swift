/// A file under `/proc` that the kernel serves itself.
enum KernelProcFile: String, CaseIterable {
  case modules, devices, version
  /// What taints the kernel, as a number; the one that can be written.
  case tainted = "sys/kernel/tainted"
}
