/// A function of the kernel itself, with the place where its text lies.
///
/// The names are the kernel's; the addresses are laid out from a list, as a linker would, and are
/// free to change.
struct KernelSymbol: Hashable {
  let name: String
  let address: Address
  let size: UInt32

  /// The start of the kernel's text: `_stext`.
  static let textStart = Address(0xc010_0000)

  /// Whether an address lies in the kernel's own text: `_stext` to `_etext`.
  static func isKernelText(_ address: Address) -> Bool {
    address >= textStart && address < textEnd
  }

  static let doTimer = named("do_timer")
  static let doSoftirq = named("do_softirq")
  static let taskletHiAction = named("tasklet_hi_action")
  static let bhAction = named("bh_action")
  static let tqueueBH = named("tqueue_bh")
  static let runTaskQueue = named("__run_task_queue")
  static let queueTask = named("queue_task")
  static let timerBH = named("timer_bh")
  static let schedule = named("schedule")
  static let scheduleTimeout = named("schedule_timeout")
  static let wakeUp = named("__wake_up")
  static let sleepOn = named("sleep_on")
  static let interruptibleSleepOn = named("interruptible_sleep_on")
  static let printk = named("printk")
  static let systemCall = named("system_call")
  static let sysOpen = named("sys_open")
  static let chrdevOpen = named("chrdev_open")
  static let sysRead = named("sys_read")
  static let sysWrite = named("sys_write")
  static let sysClose = named("sys_close")
  static let filpClose = named("filp_close")
  static let fput = named("fput")
  static let doExit = named("do_exit")
  static let procFileRead = named("proc_file_read")
  static let getDeviceList = named("get_device_list")
  static let registerChrdev = named("register_chrdev")
  static let unregisterChrdev = named("unregister_chrdev")
  static let createProcEntry = named("create_proc_entry")
  static let sysCreateModule = named("sys_create_module")
  static let sysInitModule = named("sys_init_module")
  static let sysDeleteModule = named("sys_delete_module")
  static let freeModule = named("free_module")
  static let doIRQ = named("do_IRQ")
  static let cpuIdle = named("cpu_idle")

  /// The order of the text, and what each function takes up in bytes.
  private static let layout: [(name: String, size: UInt32)] = [
    ("cpu_idle", 0x60), ("system_call", 0x40), ("do_IRQ", 0xc0), ("timer_interrupt", 0x90),
    ("schedule", 0x340), ("__wake_up", 0x90), ("sleep_on", 0x70),
    ("interruptible_sleep_on", 0x70), ("printk", 0x150), ("sys_create_module", 0x110),
    ("sys_init_module", 0x620), ("sys_delete_module", 0x1b0), ("free_module", 0xb0),
    ("do_exit", 0x260), ("do_softirq", 0x90), ("tasklet_hi_action", 0x80), ("bh_action", 0x50),
    ("__run_task_queue", 0x60), ("queue_task", 0x50), ("do_timer", 0x60), ("timer_bh", 0x270),
    ("tqueue_bh", 0x20), ("process_timeout", 0x50), ("schedule_timeout", 0x90),
    ("sys_open", 0xb0), ("sys_close", 0x60), ("filp_close", 0x80), ("sys_read", 0xe0),
    ("sys_write", 0xe0), ("fput", 0x100), ("register_chrdev", 0xb0),
    ("unregister_chrdev", 0x60), ("chrdev_open", 0x80), ("get_device_list", 0xa0),
    ("proc_file_read", 0x1c0), ("create_proc_entry", 0xd0), ("remove_proc_entry", 0xe0),
    ("__copy_to_user", 0x40), ("__copy_from_user", 0x40),
  ]

  private static let inOrder: [KernelSymbol] = {
    var symbols: [KernelSymbol] = []
    // The loader's own code, drivers and file systems lie between; only what a crash can show is listed.
    var next = textStart + 0x6000
    for (name, size) in layout {
      symbols.append(KernelSymbol(name: name, address: next, size: size))
      next = next + size * 0x11
    }
    return symbols
  }()

  /// The function that an address lies in; nil for what is not listed.
  static func containing(_ address: Address) -> KernelSymbol? {
    inOrder.first { address >= $0.address && address < $0.address + $0.size }
  }

  private static let textEnd = Address(0xc022_0000)

  private static func named(_ name: String) -> KernelSymbol {
    inOrder.first { $0.name == name } ?? KernelSymbol(name: name, address: textStart, size: 0x10)
  }
}
