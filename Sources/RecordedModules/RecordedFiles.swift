public import SimKernel

/// The files from which the recorded sessions load modules.
public enum RecordedFiles {
  /// The modules as they were built.
  public static var modules: [any Module.Type] { [Hello.self] }
  /// Files that were patched after the build, or are no modules.
  public static var oddities: [ModuleFile] { [] }
}
