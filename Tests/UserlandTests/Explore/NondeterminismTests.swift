import Explorer
import SimKernel
import Synchronization
import Testing

@testable import Userland

/// A driver whose every third opening sleeps: a number that outlives the machine decides.
private final class Moody: Module {
  static let opened = Atomic(0)
  private lazy var operations = FileOperations(
    open: { [unowned self] _, _ async throws(Errno) in
      let (_, count) = Self.opened.wrappingAdd(1, ordering: .relaxed)
      if count % 3 == 0 { await scheduleTimeout(1) }
    })
  func initModule() async throws(Errno) { try registerChrdev(60, "moody", operations) }
  func cleanupModule() async { try? unregisterChrdev(60, "moody") }
}

/// A driver whose every third opening says something: no step is another, but what can be seen is.
private final class Talker: Module {
  static let opened = Atomic(0)
  private lazy var operations = FileOperations(
    open: { [unowned self] _, _ async throws(Errno) in
      let (_, count) = Self.opened.wrappingAdd(1, ordering: .relaxed)
      if count % 3 == 0 { printk("talker: hello\n", .info) }
      modIncUseCount()
    },
    release: { [unowned self] _, _ async throws(Errno) in modDecUseCount() })
  func initModule() async throws(Errno) { try registerChrdev(60, "talker", operations) }
  func cleanupModule() async { try? unregisterChrdev(60, "talker") }
}

@Suite("A module with hidden randomness") struct NondeterminismTests {
  private func report(_ name: String, _ module: any Module.Type) throws -> String {
    var lab = try ExploreLab(
      "insmod \(name).o", "mknod /dev/c c 60 0", "cat /dev/c & cat /dev/c & rmmod \(name) &",
      "wait", modules: [module], machine: ["--cpus=2"])
    lab.ticks = 0
    return lab.report { $0.limits.schedules = 500 }.text
  }

  @Test("It is reported as one, with the step at which it went on otherwise")
  func steps() throws {
    let text = try report("moody", Moody.self)
    let sentence = "the module is not deterministic: the same schedule went on otherwise at step "
    #expect(text.contains(sentence), "\(text)")
    #expect(!text.contains("replay it with"))
  }

  @Test("A failure that cannot be repeated is not shown as one")
  func seen() throws {
    let text = try report("talker", Talker.self)
    #expect(text.contains("the module is not deterministic"), "\(text)")
    #expect(!text.contains("replay it with"))
  }
}
