import Testing

@testable import SimKernel

@Suite("Files under /proc that the kernel serves") struct KernelProcFileTests {
  @Test("each kernel has the files of its time")
  func existence() throws {
    for version in KernelVersion.generations {
      let bench = try Bench(version)
      for file in KernelProcFile.allCases {
        let isThere = try bench.contents(of: "/proc/\(file.rawValue)") != nil
        #expect(isThere == file.exists(in: version), "\(file) in \(version.release)")
      }
    }
    #expect(KernelProcFile.ksyms.exists(in: .v2_2) && !KernelProcFile.ksyms.exists(in: .v6_1))
    #expect(KernelProcFile.kallsyms.exists(in: .v2_6) && !KernelProcFile.tainted.exists(in: .v2_2))
  }

  @Test("s09_basic 51, 56: modules_disabled takes a 1, and never gives it back")
  func modulesDisabled() throws {
    let bench = try Bench(.v6_1)
    let path = "/proc/sys/kernel/modules_disabled"
    #expect(try bench.contents(of: path) == "0\n")
    #expect(try bench.put("1", to: path) == nil)
    #expect(try bench.put("0", to: path) == .EINVAL)
    #expect(try bench.contents(of: path) == "1\n")
    #expect(bench.kernel.loading.isDisabled)
  }

  @Test("s06_kth_hang 2: a number is read, anything else is invalid")
  func numbers() throws {
    let bench = try Bench(.v6_1)
    let path = "/proc/sys/kernel/hung_task_timeout_secs"
    #expect(try bench.contents(of: path) == "120\n")
    #expect(try bench.put("10", to: path) == nil)
    for text in ["", "x", "-1", "99999999999999999999"] {
      #expect(try bench.put(text, to: path) == .EINVAL)
    }
    #expect(try bench.contents(of: path) == "10\n")
    #expect(try bench.put("1", to: "/proc/version") == .EACCES)
  }

  @Test("s02e: panic_on_oops shows what the kernel was booted with")
  func panicOnOops() throws {
    var version = KernelVersion.v6_1
    version.configuration.panicsOnOops = true
    #expect(try Bench(version).contents(of: "/proc/sys/kernel/panic_on_oops") == "1\n")
    #expect(try Bench(.v6_1).contents(of: "/proc/sys/kernel/panic_on_oops") == "0\n")
  }

  @Test("a taint can be taken back in 2.4, and only added from 2.6 on")
  func tainted() throws {
    for (version, expected) in [(KernelVersion.v2_4, "4\n"), (.v6_1, "5\n")] {
      let bench = try Bench(version)
      #expect(try bench.put("1", to: "/proc/sys/kernel/tainted") == nil)
      #expect(try bench.put("4", to: "/proc/sys/kernel/tainted") == nil)
      #expect(try bench.contents(of: "/proc/sys/kernel/tainted") == expected)
    }
  }

  @Test("s00_smoke 5: the command line; and the time since the boot, in hundredths")
  func commandLineAndUptime() throws {
    var version = KernelVersion.v6_1
    version.configuration.commandLine = "console=ttyS0,115200 gt=s00_smoke "
    let bench = try Bench(version)
    #expect(try bench.contents(of: "/proc/cmdline") == "console=ttyS0,115200 gt=s00_smoke \n")
    try bench.run { system async throws(Errno) in try await system.sleep(ticks: 253) }
    let text = try #require(try bench.contents(of: "/proc/uptime"))
    #expect(text.wholeMatch(of: /1\.0\d 1\.0\d\n/) != nil)
  }
}
