/// Something that a module hands to the kernel by its address: in C a static structure, or one that
/// `kmalloc` returned.
///
/// It gets its address when the kernel sees it first: on the module's own data pages, which go when
/// the module goes, or on the kernel's heap, if the module asked for that with
/// ``Module/kmalloc(_:)``.
public class ModuleStructure {
  /// Where it lies; nil until the kernel has seen it.
  final var address: Address?
  /// The module on whose behalf it lies there.
  private final weak var module: ModuleRecord?
  /// Whether a module keeps it, to let go of it in the end.
  private final var isKept = false

  /// Bytes that it takes up in C, in a kernel generation.
  func byteCount(on version: KernelVersion) -> Int { 0 }

  init() {
    // Its functions may refer to the module's object, which refers to it: whoever makes it has to let go of it.
    guard let maker = Kernel.running?.moduleBeingExecuted else { return }
    maker.structures.append(self)
    isKept = true
  }

  /// Writes its first contents, as a static initialiser in C does.
  func initialise(at address: Address, of module: ModuleRecord, on kernel: Kernel) {}

  /// Lets go of the module's functions, so that nothing keeps a module alive that has been
  /// unloaded.
  func letGo() {}

  /// Begins its life in a module.
  final func bind(to address: Address, of module: ModuleRecord) {
    self.address = address
    if !isKept || self.module != nil { module.structures.append(self) }
    self.module = module
    isKept = true
  }

  /// Ends its life in a module: it lies nowhere any more.
  ///
  /// One that another module has put to use in the meantime stays that one's.
  final func forget(_ module: ModuleRecord) {
    guard self.module == nil || self.module === module else { return }
    letGo()
    address = nil
    self.module = nil
  }
}

extension Kernel {
  /// The module whose object is being made, or whose code is being executed.
  var moduleBeingExecuted: ModuleRecord? {
    loading.moduleBeingMade ?? current.stack.currentModule
  }
}
