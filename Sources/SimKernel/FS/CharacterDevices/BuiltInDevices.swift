/// The drivers that a kernel has built in, and that never go.
struct BuiltInDevices: Sendable, Hashable {
  /// A range of numbers that one of them has.
  struct Driver: Sendable, Hashable {
    let major: Int
    let name: String
    var baseMinor = 0
    var minors = 256
  }

  /// A device that shares major 10 with others.
  struct Misc: Sendable, Hashable {
    let minor: Int
    let name: String
  }

  /// Drivers of character devices, in the order of their numbers.
  let characterDevices: [Driver]
  /// Drivers of block devices.
  let blockDevices: [Driver]
  /// Miscellaneous devices, newest first.
  let miscDevices: [Misc]
  /// The numbers that they have, put together once for all machines.
  let regions: ChrdevRegions

  init(characterDevices: [Driver], blockDevices: [Driver], miscDevices: [Misc]) {
    self.characterDevices = characterDevices
    self.blockDevices = blockDevices
    self.miscDevices = miscDevices
    regions = ChrdevRegions(characterDevices)
  }

  /// Two sets are the same if the same drivers are in them.
  static func == (left: Self, right: Self) -> Bool {
    left.characterDevices == right.characterDevices && left.blockDevices == right.blockDevices
      && left.miscDevices == right.miscDevices
  }

  func hash(into hasher: inout Hasher) { hasher.combine(characterDevices) }

  /// As every kernel of the time has them: memory, pseudo-terminals, serial lines.
  static let early = BuiltInDevices(
    characterDevices: [
      Driver(major: 1, name: "mem"), Driver(major: 2, name: "pty"), Driver(major: 3, name: "ttyp"),
      Driver(major: 4, name: "ttyS"), Driver(major: 5, name: "cua"),
    ], blockDevices: [], miscDevices: [])

  /// As 2.6 has them.
  static let later = BuiltInDevices(
    characterDevices: [Driver(major: 1, name: "mem")] + terminals + [
      Driver(major: 7, name: "vcs"), Driver(major: 10, name: "misc"),
      Driver(major: 128, name: "ptm"), Driver(major: 136, name: "pts"),
    ], blockDevices: [], miscDevices: [])

  /// As the smallest configuration of 6.1 has them.
  static let tiny = BuiltInDevices(
    characterDevices: [
      Driver(major: 1, name: "mem"), Driver(major: 2, name: "pty"), Driver(major: 3, name: "ttyp"),
    ] + terminals + [Driver(major: 7, name: "vcs", minors: 128), Driver(major: 10, name: "misc")],
    blockDevices: [],
    miscDevices: [
      Misc(minor: 126, name: "cpu_dma_latency"), Misc(minor: 127, name: "vga_arbiter"),
    ])

  /// As Debian 12 configures 6.1: what its `/proc/devices` shows.
  static let debian = BuiltInDevices(
    characterDevices: [Driver(major: 1, name: "mem")] + terminals + [
      Driver(major: 7, name: "vcs", minors: 128), Driver(major: 10, name: "misc"),
      Driver(major: 13, name: "input", minors: 1024), Driver(major: 29, name: "fb"),
      Driver(major: 128, name: "ptm", minors: DeviceNumber.minors),
      Driver(major: 136, name: "pts", minors: DeviceNumber.minors),
      Driver(major: 153, name: "spi"), Driver(major: 247, name: "cxl"),
      Driver(major: 248, name: "bsg"), Driver(major: 249, name: "ptp"),
      Driver(major: 250, name: "pps"), Driver(major: 251, name: "rtc"),
      Driver(major: 252, name: "dax"), Driver(major: 253, name: "tpm"),
      Driver(major: 254, name: "gpiochip"),
    ], blockDevices: [Driver(major: 259, name: "blkext")],
    miscDevices: [
      Misc(minor: 125, name: "cpu_dma_latency"), Misc(minor: 126, name: "udmabuf"),
      Misc(minor: 127, name: "vga_arbiter"),
    ])

  private static let terminals = [
    Driver(major: 4, name: "/dev/vc/0", minors: 1),
    Driver(major: 4, name: "tty", baseMinor: 1, minors: 63),
    Driver(major: 4, name: "ttyS", baseMinor: 64, minors: 4),
    Driver(major: 5, name: "/dev/tty", minors: 1),
    Driver(major: 5, name: "/dev/console", baseMinor: 1, minors: 1),
    Driver(major: 5, name: "/dev/ptmx", baseMinor: 2, minors: 1),
  ]
}
