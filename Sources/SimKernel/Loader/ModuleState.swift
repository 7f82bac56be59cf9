/// Where a module stands between being loaded and being gone.
///
/// C: `enum module_state`. In 2.2 and 2.4 the flags say it.
public enum ModuleState: UInt32, Sendable, Hashable {
  /// In use, or ready for it: `MODULE_STATE_LIVE`.
  case live = 0
  /// Its init function runs: `MODULE_STATE_COMING`.
  case coming = 1
  /// Its removal is decided, or its init function has failed: `MODULE_STATE_GOING`.
  case going = 2
  /// It is still being put together, or taken apart: `MODULE_STATE_UNFORMED`, since 3.8.
  case unformed = 3
}
