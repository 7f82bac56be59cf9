/// A class of devices, as `/sys/class` shows it.
///
/// C: `struct class *` (from 2.6 on).
public struct DeviceClass: Sendable, Hashable {
  let name: String
}

extension Module {
  /// Makes a class of devices.
  ///
  /// Process context, may sleep. C: `class_create` (from 2.6 on).
  ///
  /// - Returns: The class.
  /// - Throws: `EEXIST` where there is one of that name, `ENOSYS` before 2.6.
  public func classCreate(_ name: String) throws(Errno) -> DeviceClass {
    guard let calls = KernelCalls(self) else { throw .ENODEV }
    guard calls.kernel.has(.deviceModel, "class_create") else { throw .ENOSYS }
    guard calls.kernel.devices.classes.make(name) else { throw .EEXIST }
    calls.kernel.watch?.took(.deviceClass(name), by: calls.module)
    calls.kernel.record(.registered(kind: "device class", name: name))
    return DeviceClass(name: name)
  }

  /// Takes a class away, with the devices that are left in it.
  ///
  /// Process context, may sleep. C: `class_destroy` (from 2.6 on).
  public func classDestroy(_ deviceClass: DeviceClass) {
    guard let calls = KernelCalls(self), calls.kernel.has(.deviceModel, "class_destroy")
    else { return }
    calls.kernel.devices.classes.remove(deviceClass.name)
    calls.kernel.record(.unregistered(kind: "device class", name: deviceClass.name))
  }

  /// Makes a device of a class; in 6.1 its file appears in `/dev`, for root alone.
  ///
  /// Process context, may sleep. C: `device_create` (from 2.6 on).
  ///
  /// - Throws: `EEXIST` where the class has one of that name, `ENOSYS` before 2.6.
  public func deviceCreate(
    _ deviceClass: DeviceClass, _ number: DeviceNumber, _ name: String
  ) throws(Errno) {
    guard let calls = KernelCalls(self) else { throw .ENODEV }
    guard calls.kernel.has(.deviceModel, "device_create") else { throw .ENOSYS }
    guard calls.kernel.devices.classes.add(name, number, to: deviceClass.name) else {
      throw .EEXIST
    }
    calls.kernel.makeDeviceNode(name, number)
    calls.kernel.record(.registered(kind: "device", name: name))
  }

  /// Takes a device of a class away, and its file in `/dev`; files that are open stay open.
  ///
  /// Process context, may sleep. C: `device_destroy` (from 2.6 on).
  public func deviceDestroy(_ deviceClass: DeviceClass, _ number: DeviceNumber) {
    guard let calls = KernelCalls(self), calls.kernel.has(.deviceModel, "device_destroy"),
      let name = calls.kernel.devices.classes.remove(number, from: deviceClass.name)
    else { return }
    calls.kernel.removeDeviceNode(name, number)
    calls.kernel.record(.unregistered(kind: "device", name: name))
  }
}
