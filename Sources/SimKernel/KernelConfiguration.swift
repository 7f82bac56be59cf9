/// What a kernel was configured to when it was built or booted.
///
/// C: the `CONFIG_` options and boot parameters that module loading looks at.
public struct KernelConfiguration: Sendable, Hashable {
  /// Whether modules can go again, and are counted: `CONFIG_MODULE_UNLOAD` (2.5.48 and later).
  public var unloadsModules = true
  /// Whether `rmmod -f` is heard: `CONFIG_MODULE_FORCE_UNLOAD`.
  public var forcesUnload = true
  /// Whether a module can be loaded against another kernel's symbols: `CONFIG_MODULE_FORCE_LOAD`.
  public var forcesLoad = true
  /// Whether symbols carry a checksum of their declaration: `CONFIG_MODVERSIONS`.
  public var hasModuleVersions = false
  /// Whether signatures of modules are looked at: `CONFIG_MODULE_SIG`.
  public var checksSignatures = false
  /// Whether unsigned modules are refused: `module.sig_enforce`.
  public var requiresSignatures = false
  /// Whether the kernel is protected from root: `lockdown=integrity`.
  public var isLockedDown = false
  /// Whether sleeping in the wrong place is reported: `CONFIG_DEBUG_ATOMIC_SLEEP`.
  public var reportsAtomicSleep = false
  /// Whether the life of timers and the like is watched: `CONFIG_DEBUG_OBJECTS_TIMERS`.
  public var debugsObjects = false
  /// How many ticks pass until every processor has been where it reads nothing: RCU's own thread
  /// has to be woken, and looks at them from tick to tick.
  ///
  /// C: `jiffies_till_first_fqs`.
  public var gracePeriodTicks = 0
  /// Whether preemption is counted even where the kernel is not preempted:
  /// `CONFIG_PREEMPT_COUNT`.
  public var countsPreemption = false
  /// Whether the kernel is preempted at any time, and not only where it offers it:
  /// `CONFIG_PREEMPT`.
  public var isPreemptible = false
  /// Whether an oops stops the machine: `oops=panic`, `kernel.panic_on_oops`.
  public var panicsOnOops = false
  /// Whether what breaks an invariant is reported: see ``KernelVersion/watched``.
  public var isWatched = false

  /// The drivers that are built in.
  var devices = BuiltInDevices.early
  /// What the boot loader gave the kernel to read.
  ///
  /// C: `/proc/cmdline`.
  public var commandLine = ""
  /// Whether the kernel's page tables are hidden from programs: `CONFIG_PAGE_TABLE_ISOLATION`.
  public var isolatesPageTables = false
  /// Whether the kernel can lie elsewhere than it was linked for: `CONFIG_RANDOMIZE_BASE`.
  public var isRelocatable = false
  /// What a distribution adds to the kernel's name in an oops.
  ///
  /// C: `LINUX_PACKAGE_ID`.
  public var package = ""

  /// Sections that the compiler adds to every module: `CONFIG_FTRACE`, `CONFIG_RETHUNK`.
  var compilerSections: [String] = []

  /// A kernel as it comes: forcing allowed, nothing checked.
  public init() {}

  /// As 2.6 came from its authors.
  static let plain2_6: KernelConfiguration = {
    var configuration = KernelConfiguration()
    configuration.devices = .later
    return configuration
  }()

  /// As Debian 12 configures Linux 6.1.
  static let debian: KernelConfiguration = {
    var configuration = KernelConfiguration()
    configuration.hasModuleVersions = true
    configuration.checksSignatures = true
    configuration.countsPreemption = true
    configuration.gracePeriodTicks = 3
    configuration.compilerSections = [".return_sites", "__mcount_loc"]
    configuration.isolatesPageTables = true
    configuration.isRelocatable = true
    configuration.package = " Debian 6.1.192-2"
    configuration.devices = .debian
    return configuration
  }()

  /// As the second recorded kernel was configured: `tinyconfig`, and what a teacher wants to see.
  static let small: KernelConfiguration = {
    var configuration = KernelConfiguration()
    configuration.forcesUnload = false
    configuration.forcesLoad = false
    configuration.reportsAtomicSleep = true
    configuration.debugsObjects = true
    configuration.gracePeriodTicks = 3
    configuration.countsPreemption = true
    configuration.isPreemptible = true
    configuration.devices = .tiny
    return configuration
  }()
}
