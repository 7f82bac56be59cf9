/// Something that a module hands to the kernel by its address: in C a static structure, or one that
/// `kmalloc` returned.
///
/// It gets its address when the kernel sees it first: on the module's own data pages, which go when
/// the module goes, or on the kernel's heap, if the module asked for that with
/// ``Module/kmalloc(_:)``.
public class ModuleStructure {
  /// Where it lies; nil until the kernel has seen it.
  final var address: Address?

  /// Bytes that it takes up in C, in a kernel generation.
  func byteCount(on version: KernelVersion) -> Int { 0 }

  init() {}

  /// Writes its first contents, as a static initialiser in C does.
  func initialise(at address: Address, of module: ModuleRecord, on kernel: Kernel) {}

  /// Lets go of the module's functions, so that nothing keeps a module alive that has been
  /// unloaded.
  func letGo() {}

  /// Ends its life in a module: it lies nowhere any more.
  final func forgetModule() {
    letGo()
    address = nil
  }

  /// Does so for every structure among a module's variables, also for those that the kernel never
  /// saw.
  static func forgetModule(inVariablesOf instance: any Module) {
    for variable in Mirror(reflecting: instance).children {
      // A lazy variable is an optional underneath.
      let value = Mirror(reflecting: variable.value)
      let content = value.displayStyle == .optional ? value.children.first : variable
      (content?.value as? ModuleStructure)?.forgetModule()
    }
  }
}
