/// What differs from one kernel generation to the next when files are opened, used and closed.
struct FileRules: Sendable {
  /// How a driver is found by its major number.
  enum Lookup: Sendable {
    /// In a table of 255 slots, each with two pointers into the driver's memory.
    case slots
    /// In a map from ranges of device numbers to a structure of the driver's, `struct cdev`.
    case cdevs
  }

  /// How the driver of a device file is found.
  var lookup = Lookup.slots
  /// How whoever looks there keeps others from changing it.
  var tableLock = KernelLock.Kind.none
  /// What opening a device says that nobody drives.
  var noDriver = Errno.ENODEV
  /// Majors from this one on are refused; nil where every one is taken.
  ///
  /// C: `CHRDEV_MAJOR_MAX`.
  var majorLimit: Int?
  /// Where dynamic majors are looked for: first from the one number down to the other, and so on.
  var dynamicMajors: [(from: Int, to: Int)] = [(254, 1)]
  /// Whether `open` runs under the big kernel lock.
  var openTakesKernelLock = false
  /// Whether reading, writing, seeking and closing do too.
  var useTakesKernelLock = false
  /// Whether `ioctl` does.
  var ioctlTakesKernelLock = true
  /// The kernel's functions between the system call and `chrdev_open`.
  var openPath: [KernelFunction] = []
  /// The kernel's functions between the system call and the driver's `read`.
  var readPath: [KernelFunction] = []
  var writePath: [KernelFunction] = []
  var seekPath: [KernelFunction] = []
  /// Whether each call on an open file counts a use of it, also where no thread shares the
  /// process's descriptors.
  ///
  /// C: `fget` where it is not `fget_light`.
  var countsEachCall = true
  /// Whether it is noted once, when a file is opened, which methods it has.
  ///
  /// C: `FMODE_CAN_READ`, `FMODE_CAN_WRITE`, `FMODE_LSEEK`.
  var notesMethodsAtOpen = false
  /// Whether a file without a method to seek can be sought in all the same.
  ///
  /// C: `default_llseek`.
  var seeksByDefault = true
  /// Whether the last use of a file is given back on the way out of `close`, and not inside it.
  ///
  /// C: `task_work_add` in `fput`.
  var releasesOnTheWayOut = false
  /// Whether `mmap` asks for the method before it looks at the length and the mode.
  var mapsByMethodFirst = true
  /// The most miscellaneous devices that get a minor of their own choosing; 0 where there are no
  /// such devices here.
  var dynamicMiscMinors = 0
  /// Whether the kernel itself makes a file for each device that it knows.
  ///
  /// C: `CONFIG_DEVTMPFS`.
  var makesDeviceNodes = false
  /// Whether a process can write to the kernel's log through a device file.
  ///
  /// C: `kmsg_fops`, as of 3.5.
  var hasLogDevice = false

  /// Everything under the big kernel lock, and nobody counts.
  ///
  /// C: 2.2.1.
  static let v2_2: FileRules = {
    var rules = FileRules()
    rules.openTakesKernelLock = true
    rules.useTakesKernelLock = true
    return rules
  }()

  /// The kernel counts the operations' owner, and the big lock is held for `open` only.
  ///
  /// C: 2.4.20.
  static let v2_4: FileRules = {
    var rules = FileRules()
    rules.tableLock = .spinning
    rules.openTakesKernelLock = true
    return rules
  }()

  /// The owner of the `cdev` is counted, and that of the operations.
  ///
  /// C: 2.6.24.
  static let v2_6: FileRules = {
    var rules = FileRules()
    rules.lookup = .cdevs
    rules.tableLock = .sleeping
    rules.noDriver = .ENXIO
    rules.openTakesKernelLock = true
    rules.openPath = [.doSysOpen, .doFilpOpen, .doDentryOpen]
    rules.readPath = [.vfsRead]
    rules.writePath = [.vfsWrite]
    rules.seekPath = [.vfsLlseek]
    rules.countsEachCall = false
    rules.dynamicMiscMinors = 64
    return rules
  }()

  /// As 2.6, without the big kernel lock.
  ///
  /// C: 6.1.
  static let v6_1: FileRules = {
    var rules = FileRules.v2_6
    rules.majorLimit = 512
    rules.dynamicMajors = [(254, 234), (511, 384)]
    rules.openTakesKernelLock = false
    rules.ioctlTakesKernelLock = false
    rules.openPath = [.doSysOpen, .doFilpOpen, .pathOpenat, .doDentryOpen]
    rules.notesMethodsAtOpen = true
    rules.seeksByDefault = false
    rules.releasesOnTheWayOut = true
    rules.mapsByMethodFirst = false
    rules.dynamicMiscMinors = 128
    rules.makesDeviceNodes = true
    rules.hasLogDevice = true
    return rules
  }()
}
