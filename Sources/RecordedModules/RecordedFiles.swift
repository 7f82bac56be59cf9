package import SimKernel

/// The files from which the recorded sessions load modules.
package enum RecordedFiles {
  /// The modules as they were built, by the name of the file.
  package static var modules: [any Module.Type] {
    [
      Asleep.self, CdevAdd.self, CdevClass.self,
      CdevNoops.self, CdevOk.self, DworkBad.self,
      DworkHeap.self, DworkOk.self, Exitleak.self, Exitonly.self,
      Expa.self, Expb.self, Expc.self, Fw.self,
      FwClient.self, Gpluser.self, Hello.self,
      Initleak.self, Initret.self, KthBad.self,
      KthHang.self, KthOk.self, Noexit.self,
      Noinit.self, Noowner.self, Nosym.self,
      Oopser.self, Params.self, Prop.self,
      Selfref.self, Slow.self, SlowUser.self,
      StaleW.self, StaleX.self, StaleY.self,
      StaleZ.self, Symget.self, TmrBad.self,
      TmrDel.self, TmrHeap.self, TmrOk.self,
    ]
  }

  /// Files that were patched after the build, or are no modules.
  package static var oddities: [ModuleFile] {
    [
      file("vermagic.ko", Hello.self) {
        $0.magic = .replacing("6.1.0-56-amd64", with: "6.1.0-99-amd64")
      },
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
      ModuleFile("trunc_half.ko", .unloadable(.cutSections(bytes: 64))),
      ModuleFile("badshoff.ko", .unloadable(.cutSections(bytes: 64))),
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
