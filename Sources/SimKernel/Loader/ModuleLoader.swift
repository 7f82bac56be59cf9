/// How a kernel generation loads modules, counts who uses them, and removes them.
///
/// Three kernels, three answers to one question: when may the memory of code go that others hold
/// pointers to?
///
/// | loader | who counts | what makes removal safe |
/// |---|---|---|
/// | ``UseCountLoader`` | the module itself, or its caller through `owner` | one big lock, if nobody sleeps |
/// | ``LiveFlagLoader`` | whoever calls, before the call | a flag that is set while everything stands still |
/// | ``TwoStageLoader`` | whoever registers, and each running call | unregistering first, and looking again |
///
/// Each is a small value without a memory of its own: what it works on lies in the kernel and on the
/// modules' pages. All calls are made in process context unless they say otherwise.
protocol ModuleLoader: Sendable {
  /// Whether modules count their own uses.
  var isUseCount: Bool { get }
  /// Whether callers can count the uses of those whose code they call.
  var countsFromOutside: Bool { get }
  /// Whether modules can offer things to each other by name.
  var hasInterModule: Bool { get }

  /// Where in a `struct module` its words lie.
  var header: ModuleHeader { get }

  /// How it finds what a module needs, and whom it trusts.
  var linking: LinkRules { get }

  /// Loads a module in one call, and runs its init function.
  ///
  /// C: `init_module` since 2.5.48, `finit_module`. Throws `ENOSYS` where `insmod` has to do it in
  /// steps.
  func load(
    _ image: ModuleImage, arguments: String, flags: LoadFlags, on kernel: Kernel
  ) async throws(Trap)

  /// Removes a module, or refuses to; without a name, 2.2 and 2.4 remove what nobody has used lately.
  ///
  /// C: `delete_module`.
  func remove(_ name: String?, flags: RemovalFlags, on kernel: Kernel) async throws(Trap)

  /// Takes a reference to the module whose header lies at an address, before it is called from
  /// outside. Any context; see each loader.
  ///
  /// C: `try_inc_mod_count` of 2.4, `try_module_get` since.
  ///
  /// - Returns: False where the module is being removed.
  func tryGet(_ header: Address, on kernel: Kernel) throws(Trap) -> Bool

  /// Takes one more reference for somebody who has one already. Any context.
  ///
  /// C: `__MOD_INC_USE_COUNT`, `__module_get`.
  func get(_ header: Address, on kernel: Kernel) throws(Trap)

  /// Gives a reference back. Any context.
  ///
  /// C: `__MOD_DEC_USE_COUNT`, `module_put`.
  func put(_ header: Address, on kernel: Kernel) throws(Trap)

  /// How often a module is used, as `/proc/modules` shows it.
  func useCount(of module: ModuleRecord, on kernel: Kernel) -> Int

  /// What the module's header says of it.
  func state(of module: ModuleRecord, on kernel: Kernel) -> ModuleState

  /// Whether a look-up by name finds the module.
  ///
  /// C: `find_module`.
  func finds(_ module: ModuleRecord, on kernel: Kernel) -> Bool

  /// The text of `/proc/modules`.
  func list(on kernel: Kernel) async throws(Trap) -> String
}

extension ModuleLoader {
  /// Whether a flag says that a module can be called: whatever does not count uses alone.
  var isLiveFlag: Bool { !isUseCount }
  var hasInterModule: Bool { isUseCount && countsFromOutside }
}

/// How `delete_module` is to go about it, since 2.5.48.
///
/// C: the `flags` argument.
public struct RemovalFlags: OptionSet, Sendable, Hashable {
  /// The bits, as on i386 and x86_64.
  public let rawValue: Int

  /// Flags from their bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Do not wait until nobody uses it: `O_NONBLOCK`.
  public static let nonBlocking = RemovalFlags(rawValue: 0o4000)
  /// Remove it although it is used, where the kernel can be forced: `O_TRUNC`.
  public static let force = RemovalFlags(rawValue: 0o1000)
  /// What `rmmod` sets, and no kernel looks at: `O_EXCL`.
  public static let exclusive = RemovalFlags(rawValue: 0o200)
}
