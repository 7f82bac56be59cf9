import Testing

@testable import SimKernel

@Suite("Notifiers") struct NotifierTests {
  @Test(
    "whoever registered is told what becomes of modules (SEMANTICS 4: register_module_notifier)")
  func told() throws {
    for version in [KernelVersion.v2_6, .v6_1] {
      let bench = try Bench(version)
      var seen: [String] = []
      let block = NotifierBlock("watch") { state, module in seen.append("\(module.name) \(state)") }
      let second = NotifierBlock("second") { _, _ in seen.append("second") }
      try bench.load("watcher") { module in
        module.registerModuleNotifier(block)
        module.registerModuleNotifier(second)
      } cleanUp: { module in
        do throws(Errno) {
          try module.unregisterModuleNotifier(block)
          try module.unregisterModuleNotifier(second)
        } catch { module.printk("\(error)") }
      }
      seen = []
      try bench.load("a")
      _ = try bench.load("b") { _ async throws(Errno) in throw .EIO }
      #expect(try bench.unload("a") == nil)
      let events = ["a coming", "a live", "b coming", "b going", "a going"]
      #expect(seen == events.flatMap { [$0, "second"] })
      #expect(try bench.unload("watcher") == nil)
      seen = []
      try bench.load("a")
      #expect(seen.isEmpty)
    }
  }

  @Test("when the first of two goes, the second stays")
  func order() throws {
    let bench = try Bench(.v6_1)
    var seen: [String] = []
    try bench.load("watcher") { module async throws(Errno) in
      let first = NotifierBlock("first") { _, _ in seen.append("first") }
      module.registerModuleNotifier(first)
      module.registerModuleNotifier(NotifierBlock("second") { _, _ in seen.append("second") })
      try module.unregisterModuleNotifier(first)
    }
    seen = []
    try bench.load("a")
    #expect(seen == ["second", "second"])
  }

  @Test("one that stays registered is called where its module lay (DESIGN 5.1)")
  func dangling() throws {
    let bench = try Bench(.v6_1)
    try bench.load("watcher") { module in
      module.registerModuleNotifier(NotifierBlock("watch") { _, _ in })
    }
    #expect(try bench.unload("watcher") == nil)
    let insmod = try bench.startLoading()
    #expect(bench.hasDied(insmod))
  }

  @Test("one that is not registered cannot be taken back: ENOENT")
  func unknown() throws {
    let bench = try Bench(.v6_1)
    let errno = try bench.load { module async throws(Errno) in
      let block = NotifierBlock("watch") { _, _ in }
      module.registerModuleNotifier(block)
      try module.unregisterModuleNotifier(block)
      try module.unregisterModuleNotifier(block)
    }
    #expect(errno == .ENOENT)
  }
}
