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

  init(_ files: FileRules, _ builtIn: BuiltInDevices, _ memory: KernelMemory) {
    lock = KernelLock(files.tableLock)
    regions = builtIn.regions
    misc = MiscDeviceTable(minors: files.dynamicMiscMinors, builtIn.miscDevices, memory)
    dynamicType = files.lookup == .cdevs ? memory.allocateData(bytes: 32) : .null
  }
}
