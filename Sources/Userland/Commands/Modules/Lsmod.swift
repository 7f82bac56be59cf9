extension Program {
  /// Shows which modules are loaded.
  ///
  /// Text: modutils 2.4.
  static let lsmod = Program(name: "lsmod") { invocation in
    await invocation.system.print("Module                  Size  Used by", to: 1)
    return await FileCopy(invocation).copy("/proc/modules")
  }
}
