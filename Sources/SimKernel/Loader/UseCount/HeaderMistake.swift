/// What `insmod` can write into a module's header that the kernel of 2.2 or 2.4 does not believe.
///
/// C: the checks of `sys_init_module`, in their order.
public enum HeaderMistake: CaseIterable, Sendable, Hashable {
  /// `name` does not point behind the header, into the module.
  case name
  /// `syms` points out of the module.
  case symbols
  /// `deps` points out of the module.
  case dependencies
  /// `init` points out of the module.
  case initFunction
  /// `cleanup` points out of the module.
  case cleanupFunction
  /// `ex_table_start` lies behind `ex_table_end`, or one of them out of the module.
  case exceptionTable
  /// `flags` has more in it than `MOD_AUTOCLEAN`.
  case flags
  /// `can_unload` points out of the module.
  case canUnload
  /// `kallsyms_start` or `kallsyms_end` points out of the module.
  case kallsyms
  /// `archdata_start` or `archdata_end` points out of the module.
  case architectureData
  /// `kernel_data` is not 0.
  case kernelData

  /// What the kernel says, behind `init_module: `.
  var text: String {
    switch self {
    case .name: "mod->name out of bounds."
    case .symbols: "mod->syms out of bounds."
    case .dependencies: "mod->deps out of bounds."
    case .initFunction: "mod->init out of bounds."
    case .cleanupFunction: "mod->cleanup out of bounds."
    case .exceptionTable: "mod->ex_table_* invalid."
    case .flags: "mod->flags invalid."
    case .canUnload: "mod->can_unload out of bounds."
    case .kallsyms: "mod->kallsyms out of bounds."
    case .architectureData: "mod->archdata out of bounds."
    case .kernelData: "mod->kernel_data must be zero."
    }
  }

  /// Bytes of a header that has the field; one that ends before it is not asked for it.
  ///
  /// C: `mod_member_present`.
  var headerBytes: Int {
    switch self {
    case .canUnload: 0x48
    case .kallsyms: 0x54
    case .architectureData: 0x5c
    case .kernelData: 0x60
    default: 0
    }
  }
}
