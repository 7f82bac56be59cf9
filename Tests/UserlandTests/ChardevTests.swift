import SimKernel
import Testing
import Userland

/// A driver that counts its users, and says how often it was opened.
private final class Chardev: Module {
  private var isOpen = false
  private var opened = 0
  private var message: [UInt8] = []
  private lazy var operations = FileOperations(
    open: { [unowned self] inode, file async throws(Errno) in
      guard !isOpen else { throw .EBUSY }
      isOpen = true
      opened += 1
      message = Array("opened \(opened) times\n".utf8)
      modIncUseCount()
    },
    release: { [unowned self] inode, file async throws(Errno) in
      isOpen = false
      modDecUseCount()
    },
    read: { [unowned self] file, buffer async throws(Errno) in
      let part = message.prefix(buffer.count)
      try await buffer.copyToUser(part)
      message.removeFirst(part.count)
      return part.count
    })

  func initModule() async throws(Errno) {
    let major = try registerChrdev(0, "chardev", operations)
    printk("major \(major)\n", .info)
  }

  func cleanupModule() async {
    do throws(Errno) { try unregisterChrdev(254, "chardev") } catch {
      printk("unregister_chrdev: \(error)\n", .error)
    }
  }
}

@Suite struct ChardevTests {
  @Test("a driver is loaded, read and unloaded, and leaves nothing behind")
  func wholeLife() throws {
    let terminal = try Terminal(Chardev.self)
    #expect(terminal.output(of: "insmod chardev.o") == "major 254\n")
    terminal.type("mknod /dev/chardev c 254 0")
    #expect(terminal.output(of: "cat /dev/chardev") == "opened 1 times\n")
    #expect(terminal.output(of: "cat /dev/chardev") == "opened 2 times\n")
    #expect(
      terminal.output(of: "echo hi > /dev/chardev")
        == "bash: echo: write error: Invalid argument\n")
    #expect(terminal.output(of: "rmmod chardev") == "")
    #expect(terminal.output(of: "cat /proc/modules") == "")
    #expect(
      terminal.output(of: "cat /dev/chardev") == "cat: /dev/chardev: No such device\n")
    #expect(terminal.outcome == .finished)
    #expect(terminal.marks.isEmpty)
  }

  @Test("only one process at a time has an exclusive device, and rmmod refuses while one has")
  func exclusive() throws {
    let terminal = try Terminal(Chardev.self)
    terminal.type("insmod chardev", "mknod /dev/chardev c 254 0", "tail -f /dev/chardev &")
    #expect(
      terminal.output(of: "cat /dev/chardev")
        .contains("cat: /dev/chardev: Device or resource busy\n"))
    #expect(terminal.output(of: "rmmod chardev") == "chardev: Device or resource busy\n")
  }
}
