import SimKernel

/// The files from which the recorded sessions load modules.
public enum RecordedFiles {
  /// The modules as they were built, by the name of the file.
  public static let modules: [(name: String, type: any Module.Type)] = [
    ("asleep", Asleep.self), ("cdev_add", CdevAdd.self), ("cdev_class", CdevClass.self),
    ("cdev_noops", CdevNoops.self), ("cdev_ok", CdevOk.self), ("dwork_bad", DworkBad.self),
    ("dwork_heap", DworkHeap.self), ("dwork_ok", DworkOk.self), ("exitonly", Exitonly.self),
    ("expa", Expa.self), ("expb", Expb.self), ("expc", Expc.self), ("fw", Fw.self),
    ("fw_client", FwClient.self), ("gpluser", Gpluser.self), ("hello", Hello.self),
    ("initleak", Initleak.self), ("initret", Initret.self), ("kth_bad", KthBad.self),
    ("kth_hang", KthHang.self), ("kth_ok", KthOk.self), ("noexit", Noexit.self),
    ("noinit", Noinit.self), ("noowner", Noowner.self), ("nosym", Nosym.self),
    ("oopser", Oopser.self), ("params", Params.self), ("prop", Prop.self),
    ("selfref", Selfref.self), ("slow", Slow.self), ("slow_user", SlowUser.self),
    ("stale_w", StaleW.self), ("stale_x", StaleX.self), ("stale_y", StaleY.self),
    ("stale_z", StaleZ.self), ("symget", Symget.self), ("tmr_bad", TmrBad.self),
    ("tmr_del", TmrDel.self), ("tmr_heap", TmrHeap.self), ("tmr_ok", TmrOk.self),
  ]

  /// Files that were patched after the build, or are no modules.
  public static var oddities: [ModuleFile] {
    [
      file("vermagic.ko", Hello.self) { $0.magic = .replacing("6.1.0-56-amd64", with: "6.1.0-99-amd64") },
      file("vermagic_smp.ko", Hello.self) { $0.magic = .replacing(" SMP preempt", with: "") },
      file("novermagic.ko", Hello.self) { $0.magic = .missing },
      file("badcrc_printk.ko", Hello.self) { $0.versions = .wrong(symbol: "_printk") },
      file("badcrc_layout.ko", Hello.self) { $0.versions = .wrong(symbol: "module_layout") },
      file("badcrc_expb.ko", Expb.self) { $0.versions = .wrong(symbol: "expa_func") },
      file("noversions.ko", Hello.self) { $0.versions = .missing },
      file("nolicense.ko", Hello.self) { $0.license = .missing },
      file("prop_bad.ko", Prop.self) { $0.license = .patched("Proprietary") },
      ModuleFile("empty.ko", .unloadable(.empty)),
      ModuleFile("text.ko", .unloadable(.wrongMagic)),
      ModuleFile("garbage.ko", .unloadable(.wrongMagic)),
      ModuleFile("trunc_40.ko", .unloadable(.cutHeader(bytes: 40))),
      ModuleFile("trunc_half.ko", .unloadable(.cutSections)),
      ModuleFile("badshoff.ko", .unloadable(.cutSections)),
      ModuleFile("aarch64.ko", .unloadable(.foreignProcessor(183))),
      ModuleFile("object.ko", .unloadable(.noModuleInfo)),
      ModuleFile("/bin/busybox", .unloadable(.wrongType(2))),
      ModuleFile("/gt/ko", .unloadable(.folder)),
    ]
  }

  private static func file(
    _ path: String, _ module: any Module.Type, _ patch: (inout ModuleFile) -> Void
  ) -> ModuleFile {
    var file = ModuleFile(path, module)
    patch(&file)
    return file
  }
}
