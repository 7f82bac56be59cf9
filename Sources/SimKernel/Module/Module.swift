/// A loadable kernel module: a class whose stored properties are the module's variables.
///
/// Code that may sleep is `async`; code that runs in an interrupt is not, and the compiler keeps it
/// from sleeping.
///
/// ```swift
/// final class Hello: Module {
///   func initModule() async throws(Errno) { printk("hello\n") }
///   func cleanupModule() async { printk("goodbye\n") }
/// }
/// ```
public protocol Module: AnyObject {
  /// Makes the module's variables, with their first values.
  ///
  /// Nothing of the kernel can be called yet, and `insmod` makes a second object to see how much
  /// memory they take.
  init()

  /// Registers what the module has to offer. Process context, may sleep. C: `init_module`.
  ///
  /// What it registered before it throws stays registered: the kernel does not undo it.
  /// - Throws: The errno with which the module refuses to be loaded.
  func initModule() async throws(Errno)

  /// Takes back what was registered. Process context, may sleep; it cannot refuse.
  /// C: `cleanup_module`.
  func cleanupModule() async

  /// Whether it has an init function at all.
  static var hasInitModule: Bool { get }

  /// Whether it has a cleanup function at all; from 2.5.48 on, a module that has only an init function
  /// can never be removed.
  static var hasCleanupModule: Bool { get }

  /// What its init function is called in traces.
  ///
  /// C: what stands in `module_init()`.
  static var initModuleName: String { get }

  /// What its cleanup function is called in traces.
  ///
  /// C: what stands in `module_exit()`.
  static var cleanupModuleName: String { get }

  /// The functions of its text by their C names, for a module of which it matters what lies where.
  static var functions: [ModuleFunctionName] { get }

  /// The licence, as `MODULE_LICENSE` would say it; an empty one is none.
  ///
  /// `insmod` reads it: one that is not free taints the kernel.
  static var license: String { get }

  /// What else the file says of itself.
  static var modinfo: ModuleInfo { get }

  /// Whether it was built with the kernel, and not outside of its tree; 6.1 looks at it.
  ///
  /// C: `intree` in the modinfo.
  static var isInTree: Bool { get }

  /// The variables that can be set where the module is loaded.
  ///
  /// C: `module_param` (2.6 and later), `MODULE_PARM` (2.2 and 2.4).
  static var parameters: [ModuleParameter] { get }

  /// What it offers to other modules.
  ///
  /// C: `EXPORT_SYMBOL`.
  static var exports: [ModuleExport] { get }

  /// What it needs from the kernel or other modules, in the order of its symbol table. It has to name
  /// what it calls by ``Module/call(_:_:)``.
  ///
  /// C: the undefined symbols of the object file.
  static var imports: [ModuleImport] { get }
}

extension Module {
  /// Nothing to do: the load succeeds.
  public func initModule() async throws(Errno) {}

  /// Nothing to do.
  public func cleanupModule() async {}

  /// Most modules have one.
  public static var modinfo: ModuleInfo { ModuleInfo() }

  /// Built by somebody else.
  public static var isInTree: Bool { false }

  /// None.
  public static var parameters: [ModuleParameter] { [] }

  /// Nothing.
  public static var exports: [ModuleExport] { [] }

  /// Nothing.
  public static var imports: [ModuleImport] { [] }

  /// Most modules have one.
  public static var hasInitModule: Bool { true }

  /// Most modules have one.
  public static var hasCleanupModule: Bool { true }

  /// The name that it has without `module_init`: `init_module`.
  public static var initModuleName: String { "init_module" }

  /// The name that it has without `module_exit`: `cleanup_module`.
  public static var cleanupModuleName: String { "cleanup_module" }

  /// None: they lie in the order in which the kernel is told of them.
  public static var functions: [ModuleFunctionName] { [] }

  /// The licence of most modules: `GPL`.
  public static var license: String { "GPL" }
}

/// A module that decides itself whether it is in use.
///
/// C: `can_unload` in `struct module`.
///
/// Its answer replaces the use count completely; `lsmod` then shows a count of -1.
public protocol CanUnload: Module {
  /// Whether the module is in use: as in C, whatever is not 0 means that it *cannot* be unloaded.
  /// Process context, must not sleep.
  func canUnload() -> Int
}
