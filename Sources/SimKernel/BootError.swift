/// Why a machine could not be booted.
public enum BootError: Error, Sendable, Hashable {
  /// The host has no address space or memory left for it.
  case outOfMemory
  /// There is no such machine: what it would have to be, as words.
  case notBuilt(String)
}
