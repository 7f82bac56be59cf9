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

  /// The licence, as `MODULE_LICENSE` would say it; an empty one is none.
  ///
  /// `insmod` reads it: one that is not free taints the kernel.
  static var license: String { get }
}

extension Module {
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
