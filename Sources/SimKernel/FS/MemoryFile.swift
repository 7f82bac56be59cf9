/// The bytes of a file that is not a device.
final class MemoryFile {
  var bytes: [UInt8] = []
}
