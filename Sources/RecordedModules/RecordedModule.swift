package import SimKernel

/// A module of the recordings: the functions in `module_init` and `module_exit` are always called
/// `m_init` and `m_exit`.
package protocol RecordedModule: Module {}

extension RecordedModule {
  /// `module_init(m_init)`.
  package static var initModuleName: String { "m_init" }
  /// `module_exit(m_exit)`.
  package static var cleanupModuleName: String { "m_exit" }

  /// How many processes use this module.
  var refcount: Int { thisModule.map { moduleRefcount($0) } ?? 0 }

  /// C: `THIS_MODULE->state`, as a number.
  var stateNumber: UInt32 { thisModule?.state?.rawValue ?? 0 }
}
