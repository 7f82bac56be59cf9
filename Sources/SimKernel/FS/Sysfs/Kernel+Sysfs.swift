/// Files under `/sys`. C: `fs/sysfs` of 2.6.24, `fs/kernfs` of 6.1, `kernel/params.c`.
extension Kernel {
  /// `/sys`.
  var sysfsFolder: FileFolder {
    FileFolder([("module", .folder(sysfsModuleFolder)), ("class", .folder(classFolder))])
  }

  /// `/sys/module`: what is loaded, and what is built in.
  private var sysfsModuleFolder: FileFolder {
    FileFolder(
      names: { [unowned self] in
        (sysfsModules.names(on: self) + Self.builtInModules.map(\.name)).sorted()
      },
      child: { [unowned self] name in
        let builtIn = Self.builtInModules.first { $0.name == name }
        return (sysfsModules.module(named: name, on: self) ?? builtIn).map { .folder($0.folder) }
      })
  }

  /// Parts of the kernel that have parameters, and are shown as if they were modules.
  private static var builtInModules: [SysfsModule] {
    var printk = SysfsModule(name: "printk")
    printk.parameters = [SysfsAttribute("time", permissions: 0o644, show: { _ in "Y\n" })]
    return [printk]
  }

  /// `/sys/class`.
  private var classFolder: FileFolder {
    FileFolder(
      names: { [unowned self] in devices.classes.all },
      child: { [unowned self] name in
        devices.classes.devices(of: name).map { .folder(.ofFolders($0)) }
      })
  }

  /// Opens a file under `/sys`.
  ///
  /// Process context. C: `kernfs_fop_open`.
  ///
  /// - Throws: `EACCES` for what nobody may do with it, not even root.
  func openSysfs(_ attribute: SysfsAttribute, _ mode: OpenMode) throws(Trap) -> File {
    try checkPermission(attribute.permissions, mode)
    for bits in [0o444, 0o222] where mode.wanted & bits != 0 && attribute.permissions & bits == 0 {
      throw .errno(.EACCES)
    }
    return File(backing: .sysfs(attribute), mode: mode)
  }

  /// Reads a value: its text is made when the reader is at the start.
  ///
  /// Process context, may sleep. C: `sysfs_kf_seq_show`.
  func readSysfs(
    _ attribute: SysfsAttribute, _ file: File, _ buffer: UserBuffer
  ) async throws(Trap) -> Int {
    if file.position > 0, let text = file.text { return copy(text, to: buffer, from: file) }
    guard let show = attribute.show else { throw .errno(.EIO) }
    enter(.sysfsRead)
    let text = Array(try await show(self).utf8.prefix(Int(Address.pageSize)))
    current.stack.leave()
    file.text = text
    return copy(text, to: buffer, from: file)
  }

  /// Writes a value, all at once.
  ///
  /// Process context, may sleep. C: `sysfs_kf_write`.
  func writeSysfs(_ attribute: SysfsAttribute, _ bytes: [UInt8]) async throws(Trap) {
    guard let store = attribute.store else { throw .errno(.EIO) }
    enter(.sysfsWrite)
    try await store(self, String(decoding: bytes, as: UTF8.self).endingAtNUL)
    current.stack.leave()
  }
}
