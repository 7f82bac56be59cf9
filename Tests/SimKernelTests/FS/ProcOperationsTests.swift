import Testing

@testable import SimKernel

@Suite("Files under /proc with operations") struct ProcOperationsTests {
  /// Loads a module with a file that says what its functions see.
  private func load(
    _ bench: Bench, release: Bool = true, owned: Bool = false, waits: Bool = true
  ) throws -> Errno? {
    try bench.load("cdev_add") { module async throws(Errno) in
      let note: (String) -> FileOperations.Open = { name in
        { _, _ in module.printk("cdev_add: in \(name)\n") }
      }
      try module.procCreate(
        "cdev_add",
        ProcOperations(
          open: note("open"), release: release ? note("release") : nil,
          read: { file, buffer in
            if buffer.count == 7 { await module.scheduleTimeout(50) }
            return await buffer.copy("data from cdev_add\n", to: file)
          }, llseek: { file, _, _ in file.position }),
        owner: owned ? module : nil)
    } cleanUp: { module in
      if waits { await module.procRemove("cdev_add") } else { module.removeProcEntry("cdev_add") }
      module.printk("cdev_add: bye\n")
    }
  }

  @Test(
    "README 1, s01b how=5: an open /proc file does not pin; then EIO, EINVAL, 0, ENOENT",
    arguments: [(KernelVersion.v6_1, true), (.v2_6, false)])
  func removedWhileOpen(version: KernelVersion, releases: Bool) throws {
    let bench = try Bench(version)
    #expect(try load(bench) == nil)
    var results: [Errno?] = []
    func note(_ call: () async throws(Errno) -> Void) async {
      do throws(Errno) {
        try await call()
        results.append(nil)
      } catch {
        results.append(error)
      }
    }
    try bench.run { system async throws(Errno) in
      let file = try await system.open("/proc/cdev_add")
      #expect(bench.references("cdev_add") == 0)
      #expect(try await system.read(file, count: 4) == Array("data".utf8))
      try await system.deleteModule("cdev_add")
      await note { () async throws(Errno) in _ = try await system.read(file, count: 100) }
      await note { () async throws(Errno) in try await system.lseek(file, 0) }
      await note { () async throws(Errno) in try await system.close(file) }
      await note { () async throws(Errno) in _ = try await system.open("/proc/cdev_add") }
    }
    #expect(results == [.EIO, .EINVAL, nil, .ENOENT])
    let busy = "remove_proc_entry: /proc/cdev_add busy, count=1"
    #expect(
      bench.log == ["cdev_add: in open", releases ? "cdev_add: in release" : busy, "cdev_add: bye"])
    #expect(bench.faults.isEmpty)
  }

  @Test("removing a file waits for the call that is under way", arguments: [true, false])
  func waitsForCalls(waits: Bool) throws {
    let bench = try Bench(.v6_1)
    #expect(try load(bench, release: false, waits: waits) == nil)
    let reader = try bench.start("cat") { system async throws(Errno) in
      _ = try await system.read(try await system.open("/proc/cdev_add"), count: 7)
    }
    bench.pass(ticks: 2)
    let remover = try bench.start("rmmod") { system async throws(Errno) in
      try await system.deleteModule("cdev_add")
    }
    bench.pass(ticks: 10)
    #expect(remover.state == .uninterruptible)
    #expect(remover.sleepingIn == "proc_entry_rundown")
    bench.pass(ticks: 100)
    #expect(reader.exitStatus == 0)
    #expect(remover.exitStatus == 0)
    #expect(bench.faults.isEmpty)
  }

  @Test("an open file is released once: at its close, or when the file is removed")
  func releasedOnce() throws {
    let bench = try Bench(.v6_1)
    #expect(try load(bench) == nil)
    try bench.run { system async throws(Errno) in
      let first = try await system.open("/proc/cdev_add")
      _ = try await system.open("/proc/cdev_add")
      _ = try await system.open("/proc/cdev_add")
      try await system.close(first)
      try await system.deleteModule("cdev_add")
    }
    #expect(bench.log.count { $0 == "cdev_add: in release" } == 3)
    #expect(bench.log.last == "cdev_add: bye")
  }

  @Test("2.6.24: an owner is counted once, however often the file is open")
  func owner() throws {
    let bench = try Bench(.v2_6)
    #expect(try load(bench, owned: true) == nil)
    try bench.run { system async throws(Errno) in
      let first = try await system.open("/proc/cdev_add")
      let second = try await system.open("/proc/cdev_add")
      #expect(bench.references("cdev_add") == 1)
      try await system.close(first)
      #expect(bench.references("cdev_add") == 1)
      try await system.close(second)
    }
    #expect(bench.references("cdev_add") == 0)
  }

  @Test("SEMANTICS 8, procfs read: no reference unless the entry has an owner, and then one")
  func textOwner() throws {
    for isOwned in [true, false] {
      let bench = try Bench(.v2_4)
      var counts: [Int] = []
      try bench.load { module async throws(Errno) in
        try module.createProcInfoEntry("test", owner: isOwned ? module : nil) { page in
          counts.append(bench.references())
          page.print("here")
        }
      }
      #expect(try bench.contents(of: "/proc/test") == "here")
      #expect(counts == (isOwned ? [1, 1] : [0, 0]))
      #expect(bench.references() == 0)
    }
  }

  @Test("S8: a reader inside read_proc when the module goes faults, when nobody counts")
  func goneWhileReading() throws {
    let bench = try Bench(.v2_4)
    try bench.load { module async throws(Errno) in
      try module.createProcReadEntry("test") { _ in await module.scheduleTimeout(10) }
    }
    let reader = try bench.start("cat") { system async throws(Errno) in
      _ = try await system.read(try await system.open("/proc/test"), count: 1)
    }
    bench.pass(ticks: 3)
    #expect(try bench.unload() == nil)
    bench.pass(ticks: 20)
    #expect(bench.faults.count == 1)
    #expect(reader.exitStatus == Signal.SIGSEGV)
  }

  @Test("a text that is shown is made once, however it is read")
  func shown() throws {
    let bench = try Bench(.v6_1)
    var calls = 0
    try bench.load { module async throws(Errno) in
      try module.procCreateSingle("shown") { page in
        calls += 1
        page.print(String(repeating: "x", count: 10_000))
      }
    } cleanUp: { module in
      await module.procRemove("shown")
    }
    #expect(try bench.contents(of: "/proc/shown")?.utf8.count == 10_000)
    #expect(calls == 1)
    #expect(try bench.unload() == nil)
    #expect(try bench.contents(of: "/proc/shown") == nil)
  }

  @Test("read_proc went with 3.10, and proc_create came with 2.6: other kernels say so")
  func refused() throws {
    for (version, call) in [
      (KernelVersion.v6_1, "create_proc_read_entry"), (.v2_4, "proc_create"),
    ] {
      let bench = try Bench(version)
      let errno = try bench.load { module async throws(Errno) in
        if version == .v6_1 {
          try module.createProcReadEntry("x") { _ in }
        } else {
          try module.procCreate("x", ProcOperations())
        }
      }
      #expect(errno == .ENOSYS)
      #expect(bench.log == ["\(call): Linux \(version.release) has no such call"])
    }
  }
}

extension UserBuffer {
  /// Hands out what a reader has not had yet.
  fileprivate func copy(_ text: String, to file: File) async -> Int {
    let part = Array(text.utf8).dropFirst(file.position).prefix(count)
    do throws(Errno) { try await copyToUser(part) } catch { return -error.rawValue }
    file.position += part.count
    return part.count
  }
}
