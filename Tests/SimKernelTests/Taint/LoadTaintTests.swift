import Testing

@testable import SimKernel

@Suite("What a load says of a module, and what it does to the kernel's taint") struct LoadTaintTests
{
  private let origin = "hello: loading out-of-tree module taints kernel."
  private let signature =
    "hello: module verification failed: signature and/or required key missing - tainting kernel"

  @Test("the first module from outside taints, later ones without a word (README; s13_loaderrors)")
  func first() throws {
    let bench = try Bench(.v6_1)
    try bench.insert(Hello.self)
    #expect(bench.log == [origin, signature, "hello: init"])
    #expect(try bench.contents(of: "/proc/sys/kernel/tainted") == "12288\n")
    #expect(try bench.line("hello")?.hasSuffix(" Live ADDRESS (OE)") == true)
    try bench.insert(Expa.self)
    #expect(bench.log.count == 3)
  }

  @Test("a module without a licence: order of the messages and letters (s13b_license)")
  func noLicense() throws {
    let bench = try Bench(.v6_1)
    #expect(try bench.insert(Hello.self) { $0.license = .missing } == nil)
    #expect(
      bench.log == [
        origin, "hello: module license 'unspecified' taints kernel.",
        "Disabling lock debugging due to kernel taint", signature, "hello: init",
      ])
    #expect(bench.kernel.taint.flags.rawValue == 12289)
    #expect(try bench.line("hello")?.hasSuffix(" (POE)") == true)
  }

  @Test("the version magic is compared, its first word is not (s13_loaderrors)")
  func magic() throws {
    let bench = try Bench(.v6_1)
    let other = ModuleFile.Magic.replacing("6.1.0-56", with: "6.1.0-99")
    #expect(try bench.insert(Hello.self) { $0.magic = other } == nil)
    #expect(try bench.unload("hello") == nil)
    let up = ModuleFile.Magic.replacing("SMP preempt ", with: "")
    #expect(try bench.insert(Hello.self) { $0.magic = up } == .ENOEXEC)
    #expect(
      bench.log.last == "hello: version magic '6.1.0-56-amd64 mod_unload modversions ' "
        + "should be '6.1.0-56-amd64 SMP preempt mod_unload modversions '")
    #expect(bench.kernel.taint.flags.rawValue == 12288)
    #expect(try bench.insert(Hello.self, flags: .ignoreMagic) { $0.magic = up } == nil)
    #expect(
      bench.log.suffix(3) == [
        "hello: bad vermagic: kernel tainted.", "Disabling lock debugging due to kernel taint",
        "hello: init",
      ])
    #expect(bench.kernel.taint.flags.rawValue == 12290)
    #expect(try bench.line("hello")?.hasSuffix(" (FOE)") == true)
  }

  @Test(
    "2.6.24 compares the whole magic, and is tainted by one that is missing (SEMANTICS 3.3: version magic differs, no version magic)"
  )
  func oldMagic() throws {
    let bench = try Bench(.v2_6)
    let other = ModuleFile.Magic.replacing("2.6.24", with: "2.6.23")
    #expect(try bench.insert(Empty.self) { $0.magic = other } == .ENOEXEC)
    #expect(
      bench.log == [
        "empty: version magic '2.6.23 SMP mod_unload 686 ' "
          + "should be '2.6.24 SMP mod_unload 686 '"
      ])
    #expect(try bench.insert(Empty.self) { $0.magic = .missing } == nil)
    #expect(bench.log.last == "empty: no version magic, tainting kernel.")
    #expect(bench.kernel.taint.flags == .forcedModule)
    #expect(try bench.line("empty")?.hasSuffix(" Live ADDRESS (F)") == true)
  }

  @Test("a wrong version: EINVAL, of the module's layout ENOEXEC (s13_loaderrors; README errnos)")
  func versions() throws {
    let bench = try Bench(.v6_1)
    #expect(try bench.insert(Hello.self) { $0.versions = .wrong(symbol: "_printk") } == .EINVAL)
    #expect(
      bench.log.suffix(2) == [
        "hello: disagrees about version of symbol _printk",
        "hello: Unknown symbol _printk (err -22)",
      ])
    let layout = ModuleFile.Versions.wrong(symbol: "module_layout")
    #expect(try bench.insert(Hello.self) { $0.versions = layout } == .ENOEXEC)
    #expect(bench.log.last == "hello: disagrees about version of symbol module_layout")
    try bench.insert(Expa.self)
    let errno = try bench.insert(Expb.self) { $0.versions = .wrong(symbol: "expa_func") }
    #expect(errno == .EINVAL)
    #expect(bench.log.last == "expb: Unknown symbol expa_func (err -22)")
    let forced = try bench.insert(Expb.self, flags: .ignoreVersions) {
      $0.versions = .wrong(symbol: "expa_func")
    }
    #expect(forced == nil)
    #expect(bench.log.last == "expb: expa_func(41) = 42")
    #expect(bench.kernel.taint.contains(.forcedModule))
  }

  @Test("who wants signatures gets them: EKEYREJECTED, under lockdown EPERM (s13d_lockdown)")
  func signatures() throws {
    var strict = KernelVersion.v6_1
    strict.configuration.requiresSignatures = true
    let bench = try Bench(strict)
    #expect(try bench.insert(Hello.self) == .EKEYREJECTED)
    #expect(bench.log == ["Loading of unsigned module is rejected"])
    #expect(try bench.insert(Hello.self) { $0.isSigned = true } == nil)
    var locked = KernelVersion.v6_1
    locked.configuration.isLockedDown = true
    let other = try Bench(locked)
    #expect(try other.insert(Hello.self) == .EPERM)
    #expect(
      other.log == [
        "Lockdown: program: unsigned module loading is restricted; see man kernel_lockdown.7"
      ])
  }

  @Test("a kernel that does not look at signatures is tainted O alone (README: edu)")
  func unsigned() throws {
    var edu = KernelVersion.v6_1
    edu.configuration.checksSignatures = false
    let bench = try Bench(edu)
    try bench.insert(Hello.self)
    #expect(bench.log == [origin, "hello: init"])
    #expect(try bench.line("hello")?.hasSuffix(" (O)") == true)
  }

  @Test("2.4's taint is a number that can be cleared, 2.6's can only grow (SEMANTICS 9.2)")
  func written() throws {
    for (version, left) in [(KernelVersion.v2_4, "0\n"), (.v2_6, "3\n")] {
      let bench = try Bench(version)
      for text in ["3", "0"] {
        try bench.run { system async throws(Errno) in
          let file = try await system.open("/proc/sys/kernel/tainted", .readWrite)
          try await system.write(file, Array(text.utf8))
        }
      }
      #expect(try bench.contents(of: "/proc/sys/kernel/tainted") == left)
    }
  }

  @Test("a file that holds no module says why, and which errno (s13_loaderrors)")
  func noModule() throws {
    let bench = try Bench(.v6_1)
    #expect(
      try bench.insert(Hello.self) { $0.content = .unloadable(.cutHeader(bytes: 40)) } == .ENOEXEC)
    #expect(try bench.insert(Hello.self) { $0.content = .unloadable(.empty) } == .EINVAL)
    #expect(bench.log == ["Invalid ELF header len 40"])
  }
}
