/// What has become of a module of 2.2 or 2.4: bits of one word in its header.
///
/// C: `MOD_RUNNING` and its like. A module without any is `MOD_UNINITIALIZED`.
struct ModuleFlags: OptionSet, Sendable {
  let rawValue: UInt32
  /// Its init function has succeeded: `MOD_RUNNING`.
  static let running = ModuleFlags(rawValue: 1)
  /// It is being removed: `MOD_DELETED`.
  static let deleted = ModuleFlags(rawValue: 2)
  /// `kmod` loaded it, and may remove it again: `MOD_AUTOCLEAN`.
  static let autoclean = ModuleFlags(rawValue: 4)
  /// Used since the last time that somebody cleaned up: `MOD_VISITED`.
  static let visited = ModuleFlags(rawValue: 8)
  /// Used at least once: `MOD_USED_ONCE`.
  static let usedOnce = ModuleFlags(rawValue: 16)
  /// The last module that used it has just gone: `MOD_JUST_FREED`.
  static let justFreed = ModuleFlags(rawValue: 32)
  /// Its init function runs: `MOD_INITIALIZING`, only in 2.4.
  static let initializing = ModuleFlags(rawValue: 64)
}

extension ModuleRecord {
  /// The name that the flags had when there was one loader.
  typealias Flags = ModuleFlags
}
