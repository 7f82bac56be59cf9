/// Loading as in Linux from 2.5.48 on: the kernel links the module itself, callers count before they
/// call, and a flag says whether they still may.
///
/// C: `kernel/module.c` up to 2.6, `kernel/module/main.c` of 6.1.
///
/// Taking a reference is two accesses to memory: is the module not going, and one more use. Removing is
/// two as well: does nobody use it, and now it is going. What keeps them from mixing changed over the
/// years: first, the remover stopped all other processors, and who takes a reference cannot be preempted;
/// the count then needs no atomic operation, and each processor has its own. Since 3.19 there is one
/// atomic count, of which the module itself holds one: the remover takes that one away, and a count of
/// zero cannot be raised any more.
struct LiveFlagLoader: ModuleLoader {
  /// How uses are counted.
  enum Counting: Sendable {
    /// One count for each processor; only their sum means something, and only while all stand still.
    case perProcessor
    /// One count for all, which begins at 1: `MODULE_REF_BASE`.
    case atomic
  }

  /// What a remover gets whose module is still being initialised.
  enum RemovalDuringInit: Sendable {
    case refused
    case refusedUnlessForced
    /// As any other: then init may succeed, and nobody wakes the remover.
    case allowed
  }

  var isUseCount: Bool { false }
  var countsFromOutside: Bool { true }
  var header: ModuleHeader
  var linking = LinkRules.v2_6
  var counting: Counting
  var removalDuringInit = RemovalDuringInit.refused
  /// Whether the remover keeps `module_mutex` while the exit function runs.
  var exitsUnderMutex = false
  /// Whether a forced removal of a module in use forgets to say that it is going.
  var leavesForcedModuleLive = false
  /// What a forced removal does to the kernel's taint: `TAINT_FORCED_MODULE` at first, later
  /// `TAINT_FORCED_RMMOD`.
  var forcedRemovalTaint = TaintFlags.forcedRemoval
  /// Whether `/proc/modules` says in which state a module is, and where.
  var listsStates = true
  /// Whether all processors are stopped once more before the memory goes.
  var stopsBeforeFreeing = false
  /// Whether a remover that allows it waits until nobody uses the module.
  var waitsForUsers = true
  /// Whether a loader waits for a module that is being loaded: one of the same name, or one whose
  /// symbols it needs.
  var waitsForLoaders = false
  /// Whether a symbol that somebody exports already is refused.
  var refusesDuplicates = true
  /// Whether an init function that returns a positive number is told so.
  var complainsAboutPositiveInit = false
  /// Whether a module that counted its own uses can still be removed.
  var knowsUnsafeModules = true
  /// Whether `MOD_INC_USE_COUNT` still compiles.
  var compilesUseCounts = false
  /// Whether each kind of memory lies on pages of its own.
  var protectsPages = false
  /// What is deliberately wrong with it; nil in every real kernel.
  var flaw: RemovalFlaw?

  /// 2.5.48 to 2.5.5x.
  static let v2_5_5x = LiveFlagLoader(
    header: .perProcessor, counting: .perProcessor, removalDuringInit: .refusedUnlessForced,
    exitsUnderMutex: true, leavesForcedModuleLive: true, forcedRemovalTaint: .forcedModule,
    listsStates: false, refusesDuplicates: false, compilesUseCounts: true)
  /// 2.6.0.
  static let v2_6_0 = LiveFlagLoader(
    header: .perProcessor, counting: .perProcessor, removalDuringInit: .allowed,
    exitsUnderMutex: true, forcedRemovalTaint: .forcedModule, refusesDuplicates: false,
    compilesUseCounts: true)
  /// 2.6.24.
  static let v2_6_24 = LiveFlagLoader(
    header: .perProcessor, counting: .perProcessor, stopsBeforeFreeing: true)
  /// 6.1.
  static let v6_1 = LiveFlagLoader(
    header: .v6_1, linking: .v6_1, counting: .atomic, waitsForUsers: false, waitsForLoaders: true,
    complainsAboutPositiveInit: true, knowsUnsafeModules: false, protectsPages: true)

  /// How much memory a module needs.
  func plan(_ image: ModuleImage, on kernel: Kernel) -> ModulePlan {
    let bytes = header.byteCount(processors: kernel.mode.processors)
    return protectsPages
      ? .protected(image, headerBytes: bytes) : .apart(image, headerBytes: bytes)
  }

  func finds(_ module: ModuleRecord, on kernel: Kernel) -> Bool {
    kernel.state(of: module) != .unformed
  }

  func state(of module: ModuleRecord, on kernel: Kernel) -> ModuleState {
    kernel.memory.load32(module.stateAddress).flatMap(ModuleState.init) ?? .unformed
  }

  /// Writes what becomes of a module into its header.
  func setState(_ state: ModuleState, of module: ModuleRecord, on kernel: Kernel) {
    _ = kernel.memory.store32(module.stateAddress, state.rawValue)
  }
}
