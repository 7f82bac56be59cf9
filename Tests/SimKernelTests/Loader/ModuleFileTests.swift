import SimKernel
import Testing

/// What files that hold no module get, as recorded on 6.1 (s13_loaderrors/2).
@Suite("Module files")
struct ModuleFileTests {
  @Test(
    "a file without a module is refused in the recorded words (s13_loaderrors, corrupt files)",
    arguments: [
      (ModuleFile.Defect.empty, 22, nil), (.folder, 22, nil),
      (.wrongMagic, 8, "Invalid ELF header magic: != \u{7f}ELF"),
      (.cutHeader(bytes: 40), 8, "Invalid ELF header len 40"),
      (.cutSections(bytes: 900), 8, "Invalid ELF section header overflow"),
      (.foreignProcessor(183), 8, "Invalid architecture in ELF header: 183"),
      (.noModuleInfo, 8, "(missing .modinfo section or name field): No module found in object"),
      (.wrongType(2), 8, "Invalid ELF header type: 2 != 1"),
    ] as [(ModuleFile.Defect, Int, String?)])
  func defects(defect: ModuleFile.Defect, errno: Int, message: String?) {
    #expect(defect.errno.rawValue == errno)
    #expect(defect.message == message)
  }
}
