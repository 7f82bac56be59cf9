/// What the kernel knows of character devices, from 2.6 on, and the locks that guard it.
struct DeviceRegistry {
  /// Guards the table of majors, whatever its form.
  ///
  /// C: `chrdevs_lock`.
  let lock: KernelLock
  /// Which numbers are taken.
  ///
  /// C: `chrdevs`.
  var regions: ChrdevRegions
  /// What serves which number.
  ///
  /// C: `cdev_map`.
  var map = CdevMap()
  /// Devices that share major 10.
  var misc: MiscDeviceTable
  /// Classes of devices, with the devices of each.
  ///
  /// C: what `/sys/class` shows.
  var classes = DeviceClassTable()
  /// What the type of a `cdev` points to that lies on the heap and is freed with its last use.
  ///
  /// C: `ktype_cdev_dynamic`.
  let dynamicType: Address

  init(_ version: KernelVersion, _ memory: KernelMemory) {
    lock = KernelLock(version.files.tableLock)
    regions = version.configuration.devices.regions
    misc = MiscDeviceTable(version, memory)
    dynamicType = version.files.lookup == .cdevs ? memory.allocateData(bytes: 32) : .null
  }
}
